/** How talking to a server ended where it did not end well. `message` is a clause without a full stop, as the end of a sentence about the server. */
export type NetworkFaultKind =
  | 'unreachable'
  | 'silent'
  | 'closed'
  | 'reset'
  | 'refused'
  | 'not-tls'
  | 'not-http'
  | 'too-much'
  | 'alert'
  | 'untrusted'
  | 'stopped'
  | 'broken';

/** Thrown by everything that talks to the examined server; a check makes a sentence of it. */
export class NetworkFault extends Error {
  readonly kind: NetworkFaultKind;
  /** The alert of TLS, where that was it. */
  readonly alert: string | null;
  /** What the server sent before, as far as it was kept. */
  readonly received: Buffer;

  constructor(
    kind: NetworkFaultKind,
    message: string,
    more: { readonly alert?: string; readonly received?: Buffer; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'NetworkFault';
    this.kind = kind;
    this.alert = more.alert ?? null;
    this.received = more.received ?? Buffer.alloc(0);
  }
}
