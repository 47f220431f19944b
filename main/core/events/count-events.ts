import type { DatabaseSync } from 'node:sqlite';
import type { StoredRange } from './messages.ts';
import { EVENTS_A_CHUNK } from './query-events.ts';

/** How many events were stored after one and up to another. Both have to be the last of their chunk, as the newest event always is: chunks are stored whole. */
export function countEvents(database: DatabaseSync, { after, upTo }: StoredRange): number {
  const chunkOf = (sequence: number): number => Math.floor(sequence / EVENTS_A_CHUNK);
  const row = database
    .prepare('SELECT SUM(events) AS events FROM chunks WHERE id > ? AND id <= ?')
    .get(chunkOf(after), chunkOf(upTo));
  return Number(row?.events ?? 0);
}
