import type { DatabaseSync } from 'node:sqlite';
import type { Counts } from '../../contract/index.ts';
import { EVENT_KINDS, noCounts } from './event-kinds.ts';
import type { IncomingEvent } from './ports.ts';

/** Whom a body's events are from; `document` is the metadata as JSON text. */
export interface EventSource {
  readonly service: string;
  readonly environment: string | null;
  readonly document: string;
}

export interface EventWriter {
  /** Commits all batches or none; returns what they held. With `durable` the commit has reached the medium. Throws SQLite's error. */
  store(source: EventSource, batches: readonly (readonly IncomingEvent[])[], durable: boolean): Counts;
  /** Takes away all events, services names and sources; returns how many events. */
  purge(): number;
}

/** A source's `seen_ms` may lag behind its newest event by this much, which spares a write for each batch. */
export const SOURCE_SLACK_MS = 3_600_000;

/** Writes events; the only one who does (reference: sqlite.org/wal.html, one writer at a time). */
export function createEventWriter(database: DatabaseSync, nowMs: () => number): EventWriter {
  const insertEvent = database.prepare(
    `INSERT INTO events (service_id, source_id, kind, at_us, stored_ms, name, trace_id, event_id, parent_id, duration_ms, outcome, document)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertService = database.prepare('INSERT INTO service_names (name) VALUES (?) ON CONFLICT DO NOTHING');
  const findService = database.prepare('SELECT id FROM service_names WHERE name = ?');
  const insertSource = database.prepare(
    'INSERT INTO sources (service_id, environment, metadata, seen_ms) VALUES (?, ?, ?, ?)',
  );
  const findSource = database.prepare('SELECT id, service_id, seen_ms FROM sources WHERE metadata = ?');
  const seeSource = database.prepare('UPDATE sources SET seen_ms = ? WHERE id = ?');
  let isDurable = false;

  const sourceOf = (source: EventSource, seenMs: number): { readonly id: number; readonly serviceId: number } => {
    const known = findSource.get(source.document);
    if (known !== undefined) {
      if (Number(known.seen_ms) < seenMs - SOURCE_SLACK_MS) seeSource.run(seenMs, known.id ?? null);
      return { id: Number(known.id), serviceId: Number(known.service_id) };
    }
    insertService.run(source.service);
    const serviceId = Number(findService.get(source.service)?.id);
    const { lastInsertRowid } = insertSource.run(serviceId, source.environment, source.document, seenMs);
    return { id: Number(lastInsertRowid), serviceId };
  };

  const setDurable = (durable: boolean): void => {
    if (durable === isDurable) return;
    // In write-ahead mode FULL syncs the log at each commit, NORMAL only at checkpoints (sqlite.org/pragma.html#pragma_synchronous).
    database.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    isDurable = durable;
  };

  return {
    store(source, batches, durable) {
      const counts = noCounts();
      setDurable(durable);
      transact(database, () => {
        const storedMs = nowMs();
        const { id, serviceId } = sourceOf(source, storedMs);
        for (const event of batches.flat()) {
          insertEvent.run(
            serviceId,
            id,
            EVENT_KINDS.indexOf(event.kind),
            event.timestampUs,
            storedMs,
            event.name,
            event.traceId,
            event.id,
            event.parentId,
            event.durationMs,
            event.outcome,
            event.document,
          );
          counts[event.kind] += 1;
        }
      });
      return counts;
    },
    purge() {
      let removed = 0;
      // Overwrites what is deleted; for single old events that would cost more than it is worth.
      database.exec('PRAGMA secure_delete = ON');
      transact(database, () => {
        removed = Number(database.prepare('SELECT COUNT(*) AS events FROM events').get()?.events ?? 0);
        database.exec('DELETE FROM events; DELETE FROM sources; DELETE FROM service_names');
      });
      database.exec('PRAGMA secure_delete = OFF');
      return removed;
    },
  };
}

/** Runs `work` in a transaction that takes the write lock at once; undone as a whole where it throws. */
export function transact(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
