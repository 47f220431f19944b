import type { DatabaseSync } from 'node:sqlite';
import { type Chunk, kindBits } from './chunk.ts';
import { totalOf } from './event-kinds.ts';
import { traceNumber } from './trace-number.ts';

/** The rows of one chunk: its own, its lines, and one for each trace. Within a transaction of the caller's. */
export function createChunkRows(database: DatabaseSync): {
  insert(ids: { readonly serviceId: number; readonly sourceId: number }, chunk: Chunk, storedMs: number): void;
} {
  const insertChunk = database.prepare(
    'INSERT INTO chunks (service_id, source_id, kinds, events, newest_us, received_us, stored_ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertLines = database.prepare('INSERT INTO chunk_lines (chunk, lines) VALUES (?, ?)');
  const insertTrace = database.prepare('INSERT OR IGNORE INTO traces (block, trace, chunk) VALUES (?, ?, ?)');
  return {
    insert({ serviceId, sourceId }, { counts, newestUs, receivedUs, lines, traces }, storedMs) {
      const kinds = kindBits(counts);
      const row = insertChunk.run(serviceId, sourceId, kinds, totalOf(counts), newestUs, receivedUs, storedMs);
      const chunk = Number(row.lastInsertRowid);
      insertLines.run(chunk, lines);
      for (const trace of traces) insertTrace.run(blockOf(chunk), traceNumber(trace), chunk);
    },
  };
}

/** Trace numbers are spread at random, so their index is ordered by blocks of chunks first: what is stored together stays together. */
export const CHUNKS_A_BLOCK = 256;

function blockOf(chunk: number): number {
  return Math.floor(chunk / CHUNKS_A_BLOCK);
}
