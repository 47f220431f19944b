import type { Counts, EventKind } from '../../../contract/index.ts';

/** Events that the real server would hand on together, as the lines they came in: the unit that is stored whole or not at all. */
export interface Batch {
  /** Accepted lines, each with its newline, in order; lines that stood side by side in the stream are one piece. */
  readonly pieces: readonly Uint8Array[];
  readonly counts: Counts;
  /** Trace ids that occur, each once. */
  readonly traces: readonly string[];
  /** Time of the newest event, microseconds since the epoch. */
  readonly newestUs: number;
}

/** A batch that is being filled. */
export interface BatchDraft extends Batch {
  readonly pieces: Uint8Array[];
  readonly counts: Record<EventKind, number>;
  readonly traces: string[];
  newestUs: number;
}

/** Begins an empty batch. */
export function beginBatch(): BatchDraft {
  const counts = { transaction: 0, span: 0, error: 0, metricset: 0, log: 0 };
  return { pieces: [], counts, traces: [], newestUs: Number.NEGATIVE_INFINITY };
}

/** Whether a batch holds no event. */
export function isEmptyBatch({ pieces }: Batch): boolean {
  return pieces.length === 0;
}

/** Counts one event into a batch. */
export function countEvent(batch: BatchDraft, kind: EventKind, trace: string | null, atUs: number): void {
  batch.counts[kind] += 1;
  if (atUs > batch.newestUs) batch.newestUs = atUs;
  // Spans of one trace follow each other, so the last one is nearly always it.
  if (trace !== null && batch.traces.at(-1) !== trace && !batch.traces.includes(trace)) batch.traces.push(trace);
}
