import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Counts, EventKind } from '../../contract/index.ts';
import type { Batch } from '../endpoint/decode/batch.ts';
import { EVENT_KINDS, noCounts } from './event-kinds.ts';

/**
 * What is written of one intake body at a time: its accepted lines as they came, packed, and the little by which they are found again. A row for each
 * event with its document cost twelve times as much to write (ARCHITECTURE.md, "Where the time goes").
 */
export interface Chunk {
  /** Lines of the intake protocol, newline after each, packed with zstd. */
  readonly lines: Uint8Array;
  readonly counts: Counts;
  readonly traces: readonly string[];
  /** Time of events that carry none, microseconds since the epoch. */
  readonly receivedUs: number;
  readonly newestUs: number;
}

/** Level 1 packs 300 MB/s to a twentieth; level 3 took a third longer for 3 % more. */
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 1 }, chunkSize: 16 * 1024 };

/** Bytes of lines beyond which a chunk is not added to: it is unpacked whole for each of its events that is looked at. */
const MOST_BYTES = 512 * 1024;

/** Packs batches into chunks, in order; a batch is never divided. */
export function chunksOf(batches: readonly Batch[], receivedUs: number): Chunk[] {
  const chunks: Chunk[] = [];
  let first = 0;
  let bytes = 0;
  batches.forEach((batch, at) => {
    bytes += batch.pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (bytes < MOST_BYTES && at < batches.length - 1) return;
    chunks.push(chunkOf(batches.slice(first, at + 1), receivedUs));
    first = at + 1;
    bytes = 0;
  });
  return chunks;
}

/** The lines of a chunk, without their newlines. */
export function linesOf(packed: Uint8Array): string[] {
  return zstdDecompressSync(packed).toString('utf8').split('\n').slice(0, -1);
}

/** Kinds that occur, as a set of bits in the order of `EVENT_KINDS`. */
export function kindBits(counts: Counts): number {
  return EVENT_KINDS.reduce((bits, kind, at) => (counts[kind] > 0 ? bits | (1 << at) : bits), 0);
}

function chunkOf(batches: readonly Batch[], receivedUs: number): Chunk {
  const counts = noCounts();
  const traces = new Set<string>();
  let newestUs = Number.NEGATIVE_INFINITY;
  for (const batch of batches) {
    addCounts(counts, batch.counts);
    for (const trace of batch.traces) traces.add(trace);
    newestUs = Math.max(newestUs, batch.newestUs);
  }
  // A copy of its own: what zlib gives is a view into a larger buffer, and all of that would cross to another thread.
  const lines = Uint8Array.from(zstdCompressSync(joined(batches.flatMap(({ pieces }) => pieces)), PACKING));
  return { lines, counts, traces: [...traces], receivedUs, newestUs };
}

function addCounts(into: Record<EventKind, number>, more: Counts): void {
  for (const kind of EVENT_KINDS) into[kind] += more[kind];
}

/** One run of bytes. Pieces of a body of which every line was accepted stand side by side in memory, and need no copy. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return new Uint8Array(0);
  const areSideBySide = pieces.every((piece, at) => {
    const before = pieces[at - 1];
    return (
      before === undefined || (piece.buffer === before.buffer && piece.byteOffset === before.byteOffset + before.length)
    );
  });
  if (!areSideBySide) return Buffer.concat(pieces);
  return new Uint8Array(first.buffer, first.byteOffset, last.byteOffset + last.length - first.byteOffset);
}
