import { DatabaseSync } from 'node:sqlite';
import { EVENTS_A_CHUNK } from './query-events.ts';

/** Sequence of the newest event in the store at `path`, which must be there; -1 where it holds none. */
export function newestStored(path: string): number {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const row = database.prepare('SELECT id, events FROM chunks ORDER BY id DESC LIMIT 1').get();
    return row === undefined ? -1 : Number(row.id) * EVENTS_A_CHUNK + Number(row.events) - 1;
  } catch {
    // SQLite's errors over damage, which the next query meets too, and mends.
    return -1;
  } finally {
    database?.close();
  }
}
