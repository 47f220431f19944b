import type { Counts } from '../../contract/index.ts';
import type { Batch } from '../endpoint/decode/batch.ts';
import { createInflater, InflateError } from '../endpoint/decode/inflate.ts';
import { inflateWhole } from '../endpoint/decode/inflate-whole.ts';
import { createStreamDecoder } from '../endpoint/decode/stream-decoder.ts';
import type { ServiceMetadata } from '../evidence/facts.ts';
import { type Chunk, chunksOf } from './chunk.ts';
import type { EventSource } from './chunk-writer.ts';
import { EVENT_KINDS, noCounts, totalOf } from './event-kinds.ts';
import type { IntakeOutcome } from './ports.ts';

export interface SessionOptions {
  readonly contentEncoding: string | null;
  readonly receivedUs: number;
  readonly maxEventSize: number;
  /** Commits chunks, all or none; rejects where that is impossible. */
  store(source: EventSource, chunks: readonly Chunk[]): Promise<void>;
  didIdentify(metadata: ServiceMetadata): void;
  didStore(counts: Counts): void;
}

/** The work on one intake body: inflate, decode, store. Nothing rejects; what goes wrong is in the outcome. */
export interface IntakeSession {
  /** Resolves to the outcome where the rest of the body no longer matters, else to null. */
  write(bytes: Uint8Array): Promise<IntakeOutcome | null>;
  end(): Promise<IntakeOutcome>;
  /** `write` of a whole body and `end` in one. */
  take(bytes: Uint8Array): Promise<IntakeOutcome>;
  /** The client has gone: what is still to come out of a body that swells is not looked at. Full batches stay. */
  abandon(): void;
}

/** What the real server answers while its publisher cannot take more (reference A2). */
const QUEUE_FULL = 'cannot handle stream: cannot process batch: queue is full';

/** Batches that come out of one piece of a body are committed together; a small body may swell to gigabytes, so that no more than these are gathered. */
const MOST_GATHERED = 100;

/** Opens the work on one body. Batches that were full when a piece ended are committed together, before the next piece is looked at. */
export function openSession(options: SessionOptions): IntakeSession {
  const decoder = createStreamDecoder(options);
  const counts = noCounts();
  const storing = new Set<Promise<void>>();
  let ready: Batch[] = [];
  let isIdentified = false;
  const deliver = (bytes: Uint8Array): void => {
    ready.push(...decoder.push(bytes));
    if (ready.length >= MOST_GATHERED) commit();
  };
  const inflater = createInflater(options.contentEncoding, deliver);

  const commit = (): void => {
    const { metadata } = decoder;
    if (metadata === null) return;
    if (!isIdentified) options.didIdentify(metadata.identity);
    isIdentified = true;
    const batches = ready;
    ready = [];
    if (batches.length === 0) return;
    const { service, environment } = metadata.identity;
    const work = store({ service, environment, document: metadata.document }, chunksOf(batches, options.receivedUs));
    storing.add(work);
    work.finally(() => storing.delete(work));
  };

  const store = async (source: EventSource, chunks: readonly Chunk[]): Promise<void> => {
    try {
      await options.store(source, chunks);
    } catch {
      // The store itself tells a person why; a client can only be told to come back.
      decoder.stop(503, QUEUE_FULL);
      return;
    }
    for (const chunk of chunks) {
      for (const kind of EVENT_KINDS) counts[kind] += chunk.counts[kind];
      options.didStore(chunk.counts);
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
    await Promise.all(storing);
  };

  const outcome = (): IntakeOutcome => ({
    accepted: totalOf(counts),
    counts,
    errors: decoder.errors,
    status: decoder.status,
    metadata: decoder.metadata?.identity ?? null,
  });

  const end = async (): Promise<IntakeOutcome> => {
    if (!decoder.isOver) await attempt(() => inflater.end());
    if (!decoder.isOver) {
      ready.push(...decoder.end());
      commit();
      await Promise.all(storing);
    }
    return outcome();
  };

  return {
    async write(bytes) {
      await attempt(() => inflater.write(bytes));
      return decoder.isOver ? outcome() : null;
    },
    end,
    async take(bytes) {
      const plain = inflateWhole(bytes, options.contentEncoding);
      if (plain === null) {
        await attempt(() => inflater.write(bytes));
        return end();
      }
      ready.push(...decoder.push(plain));
      if (!decoder.isOver) ready.push(...decoder.end());
      commit();
      await Promise.all(storing);
      return outcome();
    },
    abandon: () => decoder.stop(400, 'the client has gone'),
  };
}
