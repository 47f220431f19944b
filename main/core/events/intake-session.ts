import type { Counts, EventKind } from '../../contract/index.ts';
import { createInflater, InflateError } from '../endpoint/decode/inflate.ts';
import { type Batch, createStreamDecoder } from '../endpoint/decode/stream-decoder.ts';
import type { ServiceMetadata } from '../evidence/facts.ts';
import { EVENT_KINDS, noCounts, totalOf } from './event-kinds.ts';
import type { EventSource } from './event-writer.ts';
import type { IntakeOutcome } from './ports.ts';

export interface SessionOptions {
  readonly contentEncoding: string | null;
  readonly receivedUs: number;
  readonly maxEventSize: number;
  /** Commits batches; throws where that is impossible. */
  store(source: EventSource, batches: readonly Batch[]): Counts;
  didIdentify(metadata: ServiceMetadata): void;
  didStore(counts: Counts): void;
}

/** The work on one intake body: inflate, decode, store. Nothing rejects; what goes wrong is in the outcome. */
export interface IntakeSession {
  /** Resolves to the outcome where the rest of the body no longer matters, else to null. */
  write(bytes: Uint8Array): Promise<IntakeOutcome | null>;
  end(): Promise<IntakeOutcome>;
  /** The client has gone: what is still to come out of a body that swells is not looked at. Full batches stay. */
  abandon(): void;
}

/** What the real server answers while its publisher cannot take more (reference A2). */
const QUEUE_FULL = 'cannot handle stream: cannot process batch: queue is full';

/** Opens the work on one body. Batches that were full when a piece ended are committed together, before the next piece is looked at. */
export function openSession(options: SessionOptions): IntakeSession {
  const decoder = createStreamDecoder(options);
  const counts = noCounts();
  let ready: Batch[] = [];
  let isIdentified = false;
  const inflater = createInflater(options.contentEncoding, (bytes) => {
    ready.push(...decoder.push(bytes));
    // A small body may swell to gigabytes: what it holds is stored as it comes out.
    if (ready.length >= 100) commit();
  });

  const commit = (): void => {
    const { metadata } = decoder;
    if (metadata === null) return;
    if (!isIdentified) options.didIdentify(metadata.identity);
    isIdentified = true;
    const batches = ready;
    ready = [];
    if (batches.length === 0) return;
    const { service, environment } = metadata.identity;
    try {
      const stored = options.store({ service, environment, document: metadata.document }, batches);
      for (const kind of EVENT_KINDS) add(counts, kind, stored[kind]);
      options.didStore(stored);
    } catch {
      // The store itself tells a person why; a client can only be told to come back.
      decoder.stop(503, QUEUE_FULL);
    }
  };

  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof InflateError)) throw error;
      if (error.isHeader) decoder.stop(400, `data decoding error: ${error.message}`);
      else ready.push(...decoder.breakOff(error.message));
    }
    commit();
  };

  const outcome = (): IntakeOutcome => ({
    accepted: totalOf(counts),
    counts,
    errors: decoder.errors,
    status: decoder.status,
    metadata: decoder.metadata?.identity ?? null,
  });

  return {
    async write(bytes) {
      await attempt(() => inflater.write(bytes));
      return decoder.isOver ? outcome() : null;
    },
    async end() {
      if (!decoder.isOver) await attempt(() => inflater.end());
      if (!decoder.isOver) {
        ready.push(...decoder.end());
        commit();
      }
      return outcome();
    },
    abandon: () => decoder.stop(400, 'the client has gone'),
  };
}

function add(counts: Record<EventKind, number>, kind: EventKind, more: number): void {
  counts[kind] += more;
}
