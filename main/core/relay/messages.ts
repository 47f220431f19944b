import type { RelayedHead, UpstreamAnswer } from './ports.ts';
import type { QueueSize } from './relay-queue.ts';
import type { SenderState } from './sender-state.ts';
import type { UpstreamTarget } from './upstream.ts';

/* What passes between the main thread and the one of the relay. */

export interface RelayStart {
  readonly path: string;
  readonly isDurable: boolean;
  readonly target: Omit<UpstreamTarget, 'credential'> & {
    readonly credential: { readonly kind: 'Bearer' | 'ApiKey'; readonly value: string } | null;
  };
}

export interface RelayCalls {
  readonly put: {
    readonly input: { readonly head: RelayedHead; readonly body: Uint8Array; readonly atMs: number };
    readonly output: null;
  };
  readonly ask: {
    readonly input: { readonly head: RelayedHead; readonly body: Uint8Array; readonly timeoutMs: number };
    readonly output: UpstreamAnswer;
  };
  readonly opened: {
    readonly input: null;
    readonly output: {
      readonly size: QueueSize;
      readonly keptAside: string | null;
      readonly forOthers: { readonly origin: string; readonly requests: number }[];
    };
  };
  readonly close: { readonly input: null; readonly output: null };
}

export interface RelayReport {
  readonly state: SenderState;
  readonly size: QueueSize;
}
