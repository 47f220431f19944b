import type { DatabaseSync } from 'node:sqlite';
import type { Chunk } from './chunk.ts';
import { createChunkRows } from './chunk-rows.ts';
import { transact } from './transact.ts';

/** Whom a body's events are from; `document` is the metadata as JSON text. */
export interface EventSource {
  readonly service: string;
  readonly environment: string | null;
  readonly document: string;
}

/** A chunk on its way into the store. */
export interface Storing {
  readonly source: EventSource;
  readonly chunk: Chunk;
}

export interface ChunkWriter {
  /** Commits all of it or nothing. With `durable` the commit has reached the medium. Throws SQLite's error. */
  store(storing: readonly Storing[], durable: boolean): void;
  /** Takes away all events, names of services and sources; returns how many events. */
  purge(): number;
}

/** A source's `seen_ms` may lag behind its newest event by this much, which spares a write for each chunk. */
export const SOURCE_SLACK_MS = 3_600_000;

/** Writes chunks, beside others at most in turn (sqlite.org/wal.html: one writer at a time). */
export function createChunkWriter(database: DatabaseSync, nowMs: () => number): ChunkWriter {
  const rows = createChunkRows(database);
  const insertService = database.prepare('INSERT INTO service_names (name) VALUES (?) ON CONFLICT DO NOTHING');
  const findService = database.prepare('SELECT id FROM service_names WHERE name = ?');
  const insertSource = database.prepare(
    'INSERT INTO sources (service_id, environment, metadata, seen_ms) VALUES (?, ?, ?, ?)',
  );
  const findSource = database.prepare('SELECT id, service_id, seen_ms FROM sources WHERE metadata = ?');
  const seeSource = database.prepare('UPDATE sources SET seen_ms = ? WHERE id = ?');
  let isDurable = false;

  const sourceOf = (source: EventSource, seenMs: number): { readonly sourceId: number; readonly serviceId: number } => {
    const known = findSource.get(source.document);
    if (known !== undefined) {
      if (Number(known.seen_ms) < seenMs - SOURCE_SLACK_MS) seeSource.run(seenMs, known.id ?? null);
      return { sourceId: Number(known.id), serviceId: Number(known.service_id) };
    }
    insertService.run(source.service);
    const serviceId = Number(findService.get(source.service)?.id);
    const { lastInsertRowid } = insertSource.run(serviceId, source.environment, source.document, seenMs);
    return { sourceId: Number(lastInsertRowid), serviceId };
  };

  const setDurable = (durable: boolean): void => {
    if (durable === isDurable) return;
    // In write-ahead mode FULL syncs the log at each commit, NORMAL only at checkpoints (sqlite.org/pragma.html#pragma_synchronous).
    database.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    isDurable = durable;
  };

  return {
    store(storing, durable) {
      setDurable(durable);
      transact(database, () => {
        const storedMs = nowMs();
        for (const { source, chunk } of storing) rows.insert(sourceOf(source, storedMs), chunk, storedMs);
      });
    },
    purge() {
      let removed = 0;
      // Overwrites what is deleted; for single old events that would cost more than it is worth.
      database.exec('PRAGMA secure_delete = ON');
      transact(database, () => {
        removed = Number(database.prepare('SELECT SUM(events) AS events FROM chunks').get()?.events ?? 0);
        database.exec(
          'DELETE FROM chunk_lines; DELETE FROM traces; DELETE FROM chunks; DELETE FROM sources; DELETE FROM service_names',
        );
      });
      database.exec('PRAGMA secure_delete = OFF');
      return removed;
    },
  };
}
