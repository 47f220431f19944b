import { constants, gunzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Counts, EventKind } from '../../contract/index.ts';
import type { Batch } from '../endpoint/decode/batch.ts';
import { inflateWhole } from '../endpoint/decode/inflate-whole.ts';
import { EVENT_KINDS, noCounts } from './event-kinds.ts';

/**
 * What is written of one intake body at a time: its accepted lines as they came, packed, and the little by which they are found again. A row for each
 * event with its document cost twelve times as much to write (ARCHITECTURE.md, "Where the time goes").
 */
export interface Chunk {
  /** Lines of the intake protocol, newline after each, packed with zstd; or a whole body as it came, packed with gzip and with its metadata line. */
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

const NEWLINE = 10;

/** Packs batches into chunks, in order; a batch is never divided. */
export function chunksOf(batches: readonly Batch[], receivedUs: number): Chunk[] {
  const chunks: Chunk[] = [];
  let first = 0;
  let bytes = 0;
  batches.forEach((batch, at) => {
    bytes += batch.pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (bytes < MOST_BYTES && at < batches.length - 1) return;
    const together = batches.slice(first, at + 1);
    chunks.push(chunkOf(together, receivedUs, packed(together)));
    first = at + 1;
    bytes = 0;
  });
  return chunks;
}

/** A body that came packed and whole. */
export interface PackedBody {
  readonly gzip: Uint8Array;
  readonly plain: Uint8Array;
}

/**
 * A body as one chunk, packed as it came, which spares the packing; null where anything in it but its metadata line is left out of the batches, or it is too large to be
 * unpacked whole.
 */
export function chunkOfBody({ gzip, plain }: PackedBody, batches: readonly Batch[], receivedUs: number): Chunk | null {
  if (plain.length > MOST_BYTES) return null;
  const run = sideBySide(batches.flatMap(({ pieces }) => pieces));
  const isAllOfIt =
    run !== null &&
    run.buffer === plain.buffer &&
    run.byteOffset === plain.byteOffset + plain.indexOf(NEWLINE) + 1 &&
    run.byteOffset + run.length === plain.byteOffset + plain.length;
  // A copy of its own: what a socket delivers is a view into a larger buffer, and all of that would cross to another thread.
  return isAllOfIt ? chunkOf(batches, receivedUs, Uint8Array.from(gzip)) : null;
}

/** The lines of a chunk's events, without their newlines. */
export function linesOf(packed: Uint8Array): string[] {
  // The first byte of either format's magic number (RFC 1952 §2.3.1, RFC 8878 §3.1.1).
  const isBody = packed[0] === 0x1f;
  const plain = isBody ? (inflateWhole(packed, 'gzip') ?? gunzipSync(packed)) : zstdDecompressSync(packed);
  const lines = Buffer.from(plain.buffer, plain.byteOffset, plain.length).toString('utf8').split('\n');
  return lines.slice(isBody ? 1 : 0, -1);
}

/** Kinds that occur, as a set of bits in the order of `EVENT_KINDS`. */
export function kindBits(counts: Counts): number {
  return EVENT_KINDS.reduce((bits, kind, at) => (counts[kind] > 0 ? bits | (1 << at) : bits), 0);
}

function chunkOf(batches: readonly Batch[], receivedUs: number, lines: Uint8Array): Chunk {
  const counts = noCounts();
  const traces = new Set<string>();
  let newestUs = Number.NEGATIVE_INFINITY;
  for (const batch of batches) {
    addCounts(counts, batch.counts);
    for (const trace of batch.traces) traces.add(trace);
    newestUs = Math.max(newestUs, batch.newestUs);
  }
  return { lines, counts, traces: [...traces], receivedUs, newestUs };
}

function addCounts(into: Record<EventKind, number>, more: Counts): void {
  for (const kind of EVENT_KINDS) into[kind] += more[kind];
}

function packed(batches: readonly Batch[]): Uint8Array {
  const pieces = batches.flatMap((batch) => batch.pieces);
  // A copy of its own here too.
  return Uint8Array.from(zstdCompressSync(sideBySide(pieces) ?? Buffer.concat(pieces), PACKING));
}

/** Pieces that stand side by side in memory as one, without a copy; null where they do not. */
function sideBySide(pieces: readonly Uint8Array[]): Uint8Array | null {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  const areSideBySide = pieces.every((piece, at) => {
    const before = pieces[at - 1];
    return (
      before === undefined || (piece.buffer === before.buffer && piece.byteOffset === before.byteOffset + before.length)
    );
  });
  if (!areSideBySide) return null;
  return new Uint8Array(first.buffer, first.byteOffset, last.byteOffset + last.length - first.byteOffset);
}
