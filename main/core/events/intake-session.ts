import type { Counts } from '../../contract/index.ts';
import type { Batch } from '../endpoint/decode/batch.ts';
import { createInflater, InflateError } from '../endpoint/decode/inflate.ts';
import { inflateWhole } from '../endpoint/decode/inflate-whole.ts';
import { createStreamDecoder } from '../endpoint/decode/stream-decoder.ts';
import type { ServiceMetadata } from '../evidence/facts.ts';
import { refusalOfBatch } from './admission.ts';
import { type Chunk, chunkOfBody, chunksOf, type PackedBody } from './chunk.ts';
import type { EventSource, Storing } from './chunk-writer.ts';
import { EVENT_KINDS, noCounts, totalOf } from './event-kinds.ts';
import type { Admission, IntakeOutcome } from './ports.ts';
import { sendersOf } from './senders.ts';

export interface SessionOptions {
  readonly contentEncoding: string | null;
  readonly receivedUs: number;
  readonly maxEventSize: number;
  readonly admission: Admission | null;
  /** Commits chunks, all or none; rejects where that is impossible. */
  store(storing: readonly Storing[]): Promise<void>;
  didIdentify(metadata: ServiceMetadata): void;
  didStore(counts: Counts): void;
}

/** The work on one intake body: inflate, decode, store. Nothing rejects; what goes wrong is in the outcome. */
export interface IntakeSession {
  /** Resolves to the outcome where the rest of the body no longer matters, else to null. */
  write(bytes: Uint8Array): Promise<IntakeOutcome | null>;
  end(): Promise<IntakeOutcome>;
  /** The body cannot be read on, for that reason. */
  breakOff(why: string): Promise<IntakeOutcome>;
  /** `write` of a whole body and `end` in one. */
  take(bytes: Uint8Array): Promise<IntakeOutcome>;
  /** The client has gone: what is still to come out of a body that swells is not looked at. Full batches stay. */
  abandon(): void;
}

/** What the real server puts before the reason for which a batch ends its stream (reference A2). */
const NO_BATCH = 'cannot handle stream: cannot process batch: ';

/** A body without credentials is looked at in slices that can swell to no more than a megabyte, since its batches wait in memory to be let in. */
const GUARDED_SLICE = 1024;

/** Batches that come out of one piece of a body are committed together; a small body may swell to gigabytes, so that no more than these are gathered. */
const MOST_GATHERED = 100;

/**
 * Opens the work on one body. Batches that were full when a piece ended are committed together, before the next piece is looked at; where each must be let in first,
 * one by one.
 */
export function openSession(options: SessionOptions): IntakeSession {
  const { admission } = options;
  const decoder = createStreamDecoder(options);
  const counts = noCounts();
  const storing = new Set<Promise<void>>();
  let ready: Batch[] = [];
  let undecoded: Uint8Array[] = [];
  let isIdentified = false;
  const deliver = (bytes: Uint8Array): void => {
    if (admission !== null) {
      undecoded.push(bytes);
      return;
    }
    ready.push(...decoder.push(bytes));
    if (ready.length >= MOST_GATHERED) commit();
  };
  const inflater = createInflater(options.contentEncoding, deliver);

  const commit = (body: PackedBody | null = null): void => {
    const { metadata } = decoder;
    if (metadata === null) return;
    if (!isIdentified) options.didIdentify(metadata.identity);
    isIdentified = true;
    const batches = ready;
    ready = [];
    if (batches.length === 0) return;
    const { service, environment } = metadata.identity;
    const whole = body === null ? null : chunkOfBody(body, batches, options.receivedUs);
    const chunks = whole === null ? chunksOf(batches, options.receivedUs) : [whole];
    const work = store({ service, environment, document: metadata.document }, chunks);
    storing.add(work);
    work.finally(() => storing.delete(work));
  };

  const store = async (source: EventSource, chunks: readonly Chunk[]): Promise<void> => {
    try {
      await options.store(chunks.map((chunk) => ({ source, chunk })));
    } catch {
      // The store itself tells a person why; a client can only be told to come back.
      decoder.stop(503, `${NO_BATCH}queue is full`);
      return;
    }
    for (const chunk of chunks) {
      for (const kind of EVENT_KINDS) counts[kind] += chunk.counts[kind];
      options.didStore(chunk.counts);
    }
  };

  /** What is ready goes to the store, having asked for each batch where that is due. */
  const settle = async (): Promise<void> => {
    const waiting = admission === null ? [] : ready;
    if (admission !== null) ready = [];
    commit();
    for (const batch of waiting) {
      if (!(await mayComeIn(batch))) break;
      ready = [batch];
      commit();
    }
    await Promise.all(storing);
  };

  /** Decodes line by line, so that a batch that is not let in is the last thing that was looked at. */
  const decodeGuarded = async (): Promise<void> => {
    const pieces = undecoded;
    undecoded = [];
    for (const line of linesIn(pieces)) {
      if (decoder.isOver) return;
      ready.push(...decoder.push(line));
      if (ready.length > 0) await settle();
    }
  };

  const mayComeIn = async (batch: Batch): Promise<boolean> => {
    if (admission === null || decoder.metadata === null) return true;
    const isInTime = await admission.take(totalOf(batch.counts));
    const refusal = isInTime ? refusalOfBatch(admission, decoder.metadata.identity, sendersOf(batch)) : null;
    if (!isInTime) decoder.stop(429, `${NO_BATCH}rate limit exceeded`);
    else if (refusal !== null) decoder.stop(403, NO_BATCH + refusal);
    return isInTime && refusal === null;
  };

  const attempt = async (step: () => Promise<void>): Promise<void> => {
    let broken: InflateError | null = null;
    try {
      await step();
    } catch (error) {
      if (!(error instanceof InflateError)) throw error;
      broken = error;
    }
    await decodeGuarded();
    if (broken?.isHeader === true) decoder.stop(400, `data decoding error: ${broken.message}`);
    else if (broken !== null) ready.push(...decoder.breakOff(broken.message));
    await settle();
  };

  const write = async (bytes: Uint8Array): Promise<IntakeOutcome | null> => {
    const step = admission === null ? Math.max(1, bytes.length) : GUARDED_SLICE;
    for (let at = 0; at < bytes.length && !decoder.isOver; at += step) {
      await attempt(() => inflater.write(bytes.subarray(at, at + step)));
    }
    return decoder.isOver ? outcome() : null;
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
      await settle();
    }
    return outcome();
  };

  return {
    write,
    end,
    async breakOff(why) {
      if (!decoder.isOver) await attempt(() => Promise.reject(new InflateError(why, false)));
      return outcome();
    },
    async take(bytes) {
      const plain = admission === null ? inflateWhole(bytes, options.contentEncoding) : null;
      if (plain === null) {
        await write(bytes);
        return end();
      }
      ready.push(...decoder.push(plain));
      if (!decoder.isOver) ready.push(...decoder.end());
      commit(plain === bytes ? null : { gzip: bytes, plain });
      await Promise.all(storing);
      return outcome();
    },
    abandon: () => decoder.stop(400, 'the client has gone'),
  };
}

/** The pieces cut after each newline; what follows the last one is a piece too. */
function* linesIn(pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const newline = piece.indexOf(10, at);
      const end = newline === -1 ? piece.length : newline + 1;
      yield piece.subarray(at, end);
      at = end;
    }
  }
}
