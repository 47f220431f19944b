import type { HeldCode } from './judge-answer.ts';

/** How it goes with the server behind, as the thread that sends tells it. */
export interface SenderState {
  readonly kind: 'passing' | 'waiting' | 'held';
  readonly problem: { readonly code: HeldCode | 'UNREACHABLE' | 'UNAVAILABLE' | 'QUEUE'; readonly why: string } | null;
  readonly nextTryAtMs: number | null;
  /** Requests that it took since this run began, and those that it refused for good. */
  readonly sent: number;
  readonly refused: number;
  /** Events that it would not take out of requests that it took. */
  readonly eventsRefused: number;
  readonly lastRefusal: { readonly atMs: number; readonly why: string } | null;
}

/** As a run begins. */
export const NOTHING_SENT: SenderState = {
  kind: 'passing',
  problem: null,
  nextTryAtMs: null,
  sent: 0,
  refused: 0,
  eventsRefused: 0,
  lastRefusal: null,
};
