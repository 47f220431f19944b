import type { MessagePort } from 'node:worker_threads';
import type { Counts, Notice } from '../../contract/index.ts';
import type { ServiceMetadata } from '../evidence/facts.ts';
import type { ListenerPorts } from '../listeners/listener-messages.ts';
import type { AdmissionRules } from './admission.ts';
import type { Storing } from './chunk-writer.ts';
import type { Remembered } from './memory-tables.ts';
import type { BodyQuery, EventQuery, IntakeOutcome, OtlpBody, Retention, StoredBodies } from './ports.ts';

/* What passes between the main thread and the worker threads of the store. Plain values only; bytes are transferred, not copied. */

/** What the workers are started with that open the store. */
export interface WorkerStart {
  readonly path: string;
  /** File of the words that occur in it. */
  readonly words: string;
}

/** What the writer is started with; `turns` is what it shares with those who write beside it. */
export interface WriterStart extends WorkerStart {
  readonly turns: SharedArrayBuffer;
}

/** What a worker is started with that decodes: the port to the writer; `beside` is the file that it may write to by itself, null where it may not. */
export interface DecoderStart {
  readonly store: MessagePort;
  readonly beside: { readonly path: string; readonly turns: SharedArrayBuffer } | null;
}

/** From a decoder to the store, and back under the same number: `failure` is the message of SQLite's error. */
export interface StoreRequest {
  readonly number: number;
  readonly storing: readonly Storing[];
  readonly durable: boolean;
}
export interface StoreAnswer {
  readonly number: number;
  readonly failure: string | null;
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
  /** Deletes what the retention no longer allows; answers when nothing more is to do, and whether the reader has words to forget now. */
  keepWithin: { readonly input: Retention; readonly output: { readonly hasGoneWords: boolean } };
  /** A reader met damage: keep the file aside, if it is still the same one. */
  startAnew: { readonly input: null; readonly output: null };
  close: { readonly input: null; readonly output: null };
}

export interface DecoderCalls {
  close: { readonly input: null; readonly output: null };
}

export interface ReaderCalls {
  query: { readonly input: ReaderQuery; readonly output: readonly StoredRow[] };
  bodies: { readonly input: BodyQuery; readonly output: StoredBodies };
  count: { readonly input: StoredRange; readonly output: number };
  /** Forgets the words of all events. */
  clearWords: { readonly input: null; readonly output: null };
  close: { readonly input: null; readonly output: null };
}

/** `after` leaves out events up to that sequence. */
export interface ReaderQuery extends EventQuery {
  readonly after?: number;
}

/** Events by their sequences: after the first and up to the second. */
export interface StoredRange {
  readonly after: number;
  readonly upTo: number;
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

/** From the main thread, for the body `stream`; a `whole` body comes in one message, and only its outcome goes back. */
export type BodyMessage =
  | ({ readonly kind: 'begin'; readonly stream: number } & BodyFacts)
  | ({ readonly kind: 'whole'; readonly stream: number; readonly bytes: Uint8Array } & BodyFacts)
  | { readonly kind: 'body'; readonly stream: number; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly stream: number }
  | { readonly kind: 'abort'; readonly stream: number }
  | { readonly kind: 'break'; readonly stream: number; readonly why: string }
  /** The answer to `ask`. */
  | { readonly kind: 'admitted'; readonly stream: number; readonly isAdmitted: boolean };

/** What an intake thread is told. */
export type IntakeMessage =
  | BodyMessage
  /** To the writer: a decoder was started, and what it has to store comes by this port. */
  | { readonly kind: 'decoder'; readonly store: MessagePort }
  /** To a decoder: the writer was started anew, and this port leads to it. */
  | { readonly kind: 'writer'; readonly store: MessagePort }
  /** Listen for agents by yourself, as you are told by this port (`listeners/listener-messages.ts`). */
  | ({ readonly kind: 'listener' } & ListenerPorts);

/** What is known of a body before its first byte. */
export interface BodyFacts {
  readonly contentEncoding: string | null;
  readonly receivedUs: number;
  readonly maxEventSize: number;
  readonly durable: boolean;
  /** Null where the client has shown credentials. */
  readonly admission: AdmissionRules | null;
  /** Set where the body is an OTLP request. */
  readonly otlp: OtlpBody | null;
}

/** From the main thread to the reader: events were stored or deleted, so there are words to read or to forget. */
export interface ReaderMessage {
  readonly kind: 'stored';
}

/** From the reader: events whose words are not read yet, where they are many enough to be told. */
export interface ReaderReport {
  readonly kind: 'behind';
  readonly chunks: number;
}

/**
 * Back to the main thread. `taken` says that a piece of the body was dealt with; `ask` whether so many events may come in, of which it awaits the answer
 * before it goes on with that body.
 */
export type IntakeReport =
  | { readonly kind: 'taken'; readonly stream: number }
  | { readonly kind: 'ask'; readonly stream: number; readonly events: number }
  | { readonly kind: 'identified'; readonly stream: number; readonly metadata: ServiceMetadata }
  | { readonly kind: 'stored'; readonly stream: number; readonly counts: Counts }
  | { readonly kind: 'outcome'; readonly stream: number; readonly outcome: IntakeOutcome }
  /** Events were committed, whoever sent them; told a few times a second. */
  | { readonly kind: 'committed' }
  | { readonly kind: 'notice'; readonly notice: Notice };
