import type { Attempt, Counts, EventKind, Service, StoredEvent } from '../../contract/index.ts';
import type { OtlpSignal } from '../endpoint/otlp/decode-export.ts';
import type { ServiceMetadata } from '../evidence/facts.ts';
import type { RelayedHead } from '../relay/ports.ts';
import type { AdmissionRules } from './admission.ts';

/** One event, as it is read out of an accepted line. */
export interface IncomingEvent {
  readonly kind: EventKind;
  /** Where it is another than that of the stream's metadata. */
  readonly service: string | null;
  /** Microseconds since the epoch. */
  readonly timestampUs: number;
  readonly name: string | null;
  readonly traceId: string | null;
  readonly id: string | null;
  readonly parentId: string | null;
  readonly durationMs: number | null;
  readonly outcome: string | null;
  /** The event as it was sent, without the key that opens its line. */
  readonly document: unknown;
}

export interface EventQuery {
  readonly service?: string | undefined;
  readonly kind?: EventKind | undefined;
  readonly trace?: string | undefined;
  readonly text?: string | undefined;
  readonly since?: string | undefined;
  readonly limit: number;
}

/** Which events are wanted as bodies; `after` is the place in the store to go on from, 0 for its beginning. */
export interface BodyQuery {
  readonly service?: string | undefined;
  readonly since?: string | undefined;
  readonly after: number;
  readonly limit: number;
}

export interface StoredBodies {
  readonly bodies: readonly { readonly service: string; readonly ndjson: string; readonly events: number }[];
  readonly next: number | null;
}

/** What came of one intake body, as the worker reports it to the endpoint. */
export interface IntakeOutcome {
  readonly accepted: number;
  readonly counts: Counts;
  readonly errors: readonly { readonly message: string; readonly document?: string }[];
  readonly status: number;
  readonly metadata: ServiceMetadata | null;
  /** Of an OTLP body: data points that the data model has no place for, and what it failed at. Left out of all others, and where the server stops. */
  readonly otlp?: {
    readonly rejected: number;
    readonly failedAt: 'header' | 'read' | 'size' | 'message' | 'sender' | 'rate' | 'store' | null;
  };
}

/** Where intake bodies are decoded and stored: worker threads, or whatever stands in for them in a test. */
export interface Intake {
  /** Begins a body that comes in pieces. Must be followed by `end` or `abort`. */
  begin(body: IntakeBody): IntakeStream;
  /** Takes a body that is there as a whole, which costs one message in place of many; `bytes` are given away. Never rejects. */
  take(body: IntakeBody, bytes: Uint8Array): Promise<IntakeOutcome>;
}

export interface IntakeBody {
  /** The `Content-Encoding` header as it came, or null; the body arrives still compressed. */
  readonly contentEncoding: string | null;
  /** Microseconds since the epoch, for events without a time of their own. */
  readonly receivedUs: number;
  /** Most bytes of one line, with its newline. */
  readonly maxEventSize: number;
  /** fsync before a batch counts as stored. */
  readonly durable: boolean;
  /** What every batch must pass before it is stored; null where the client has shown credentials. */
  readonly admission: Admission | null;
  /** Set where the body is an OTLP request; its metadata are those of its resources, one after the other. */
  readonly otlp?: OtlpBody | null;
  /** Set where the request is passed on to a server behind this one: what goes with the body. */
  readonly relayed?: RelayedHead | null;
  /** The metadata line was read and is valid. */
  didIdentify(metadata: ServiceMetadata): void;
  /** So many more events are committed. */
  didStore(counts: Counts): void;
}

/** The terms on which a body without credentials is taken. */
export interface Admission extends AdmissionRules {
  /** Takes so many events out of the client's allowance; false where they cannot be had in time. Never rejects. */
  take(events: number): Promise<boolean>;
}

/** What an OTLP body is. */
export interface OtlpBody {
  readonly signal: OtlpSignal;
  /** Compressed by no means, whatever its first bytes look like: gRPC says so in the frame. */
  readonly isPlain: boolean;
  /** Most bytes once it is unpacked. */
  readonly mostBytes: number;
}

export interface IntakeStream {
  /** Hands over a piece of the body; resolves when more may come, which bounds what is in flight. */
  write(bytes: Uint8Array): Promise<void>;
  end(): void;
  /** The body cannot be read on, for that reason: what stands before it counts. */
  breakOff(why: string): void;
  /** The client left: what is stored stays, the rest is forgotten. */
  abort(): void;
  /** What came of it; may settle before `end`, where the rest of the body no longer matters. Never rejects. */
  readonly outcome: Promise<IntakeOutcome>;
}

/** How long and how much the store keeps; whatever is reached first. */
export interface Retention {
  readonly days: number;
  readonly megabytes: number;
}

/** The store: events, and what is remembered of attempts and services across restarts. Writing happens in the worker thread. */
export interface EventStore {
  query(query: EventQuery): Promise<StoredEvent[]>;
  /** Stored events as they can be sent to a server, oldest first. */
  bodies(query: BodyQuery): Promise<StoredBodies>;
  purge(): Promise<number>;
  /** Remembers the newest state of attempts and ladders; later calls for the same id or key replace earlier ones. */
  remember(state: { readonly attempts: readonly RememberedAttempt[]; readonly services: readonly Service[] }): void;
  forgetService(service: string | null, environment: string | null): void;
  /** What an earlier run remembered, newest attempts first, at most `attempts` of them. */
  recall(
    attempts: number,
  ): Promise<{ readonly attempts: readonly RememberedAttempt[]; readonly services: readonly Service[] }>;
  close(): Promise<void>;
}

/** An attempt with the facts behind it, as JSON text, so that its timeline can be shown after a restart. */
export interface RememberedAttempt {
  readonly attempt: Attempt;
  readonly facts: string;
}
