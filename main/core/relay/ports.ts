import type { RelayState } from '../../contract/index.ts';

/* What the relay is to the rest: the endpoint hands requests over, and asks what only the server behind it can answer. */

/** Everything of a request that is passed on besides its body. */
export interface RelayedHead {
  readonly method: string;
  /** Path and query, as they were asked for; for a call of gRPC the path of OTLP over HTTP that takes the same message. */
  readonly target: string;
  /** By lower-case names; no credentials among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it came in with credentials of ours, in place of which those of the server behind go with it. */
  readonly isAuthorised: boolean;
}

/** What the server behind answered, its body at most a megabyte. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Questions that are answered while the agent waits. */
export interface Upstream {
  /** Rejects where the server behind does not answer within `timeoutMs`. */
  ask(head: RelayedHead, body: Uint8Array, timeoutMs: number): Promise<UpstreamAnswer>;
}

export interface Relay extends Upstream {
  /** Keeps a request on the disk until the server behind has taken it, and resolves once it is safe. Rejects where there is no room within a second, or nowhere to write. */
  put(head: RelayedHead, body: Uint8Array): Promise<void>;
  state(): RelayState;
  /** Stops sending; what is not sent yet stays on the disk. */
  close(): Promise<void>;
}
