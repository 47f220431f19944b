import type { Counts, Notice } from '../../contract/index.ts';
import type { ServiceMetadata } from '../evidence/facts.ts';
import type { Remembered } from './memory-tables.ts';
import type { EventQuery, IntakeOutcome, OtlpBody, Retention } from './ports.ts';

/* What passes between the main thread and the worker threads of the store. Plain values only; bytes are transferred, not copied. */

/** What both workers are started with. */
export interface WorkerStart {
  readonly path: string;
}

/** Id of the notice that the store cannot write; the next events that are stored take it back. */
export const UNWRITABLE = 'events-unwritable';

/** Work that is answered, by name. */
export interface WriterCalls {
  purge: { readonly input: null; readonly output: number };
  remember: { readonly input: Remembered; readonly output: null };
  recall: { readonly input: number; readonly output: Remembered };
  forgetService: {
    readonly input: { readonly service: string | null; readonly environment: string | null };
    readonly output: null;
  };
  /** Deletes what the retention no longer allows; answers when nothing more is to do. */
  keepWithin: { readonly input: Retention; readonly output: null };
  /** A reader met damage: keep the file aside, if it is still the same one. */
  startAnew: { readonly input: null; readonly output: null };
  close: { readonly input: null; readonly output: null };
}

export interface ReaderCalls {
  query: { readonly input: ReaderQuery; readonly output: readonly StoredRow[] };
  close: { readonly input: null; readonly output: null };
}

/** `after` leaves out events up to that sequence. */
export interface ReaderQuery extends EventQuery {
  readonly after?: number;
}

/** A stored event as it leaves the database; the document still as text, which is cheaper to hand over. */
export interface StoredRow {
  readonly sequence: number;
  readonly service: string;
  readonly kind: number;
  readonly atUs: number;
  readonly name: string | null;
  readonly traceId: string | null;
  readonly id: string | null;
  readonly parentId: string | null;
  readonly durationMs: number | null;
  readonly outcome: string | null;
  readonly document: string;
}

/** From the main thread, for the body `stream`. */
export type IntakeMessage =
  | {
      readonly kind: 'begin';
      readonly stream: number;
      readonly contentEncoding: string | null;
      readonly receivedUs: number;
      readonly maxEventSize: number;
      readonly durable: boolean;
      readonly otlp: OtlpBody | null;
    }
  | { readonly kind: 'body'; readonly stream: number; readonly bytes: Uint8Array }
  | { readonly kind: 'end' | 'abort'; readonly stream: number };

/** Back to the main thread. `taken` says that a piece of the body was dealt with. */
export type IntakeReport =
  | { readonly kind: 'taken'; readonly stream: number }
  | { readonly kind: 'identified'; readonly stream: number; readonly metadata: ServiceMetadata }
  | { readonly kind: 'stored'; readonly stream: number; readonly counts: Counts }
  | { readonly kind: 'outcome'; readonly stream: number; readonly outcome: IntakeOutcome }
  | { readonly kind: 'notice'; readonly notice: Notice };
