import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isDamage } from '../events/damage.ts';
import { transact } from '../events/transact.ts';
import { keepAside } from '../host/keep-aside.ts';
import { realDisk } from '../host/real-disk.ts';
import type { RelayedHead } from './ports.ts';

/** A request that waits to be passed on. */
export interface QueuedRequest {
  readonly id: number;
  readonly atMs: number;
  readonly head: RelayedHead;
  readonly body: Uint8Array;
  /** How often the server behind failed at it. */
  readonly tries: number;
}

export interface QueueSize {
  readonly requests: number;
  readonly bytes: number;
  readonly oldestAtMs: number | null;
}

export interface RelayQueue {
  /** Keeps all or none; what it has returned from outlives the process, and the power too where the queue is durable. */
  put(requests: readonly { readonly head: RelayedHead; readonly body: Uint8Array; readonly atMs: number }[]): void;
  /** The oldest that is not among `besides`; null where there is none. */
  next(besides: readonly number[]): QueuedRequest | null;
  remove(id: number): void;
  tried(id: number): void;
  size(): QueueSize;
  /** Requests that wait for another server than this one, by its origin. */
  forOthers(): readonly { readonly origin: string; readonly requests: number }[];
  /** Path under which a damaged queue was kept aside when this one was opened, or null. */
  readonly keptAside: string | null;
  close(): void;
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT NOT NULL, at_ms INTEGER NOT NULL, head TEXT NOT NULL, bytes INTEGER NOT NULL,
  body BLOB NOT NULL, tries INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS requests_by_origin ON requests (origin, id);`;

/**
 * Opens the queue for the server at `origin`, mode 0600. Requests for another server stay where they are until that one is named again: what was meant for one must not reach another.
 * A file that is damaged is kept aside and a new one begun.
 */
export function openRelayQueue(path: string, origin: string, isDurable: boolean): RelayQueue {
  const { database, keptAside } = openSound(path, isDurable);
  const insert = database.prepare('INSERT INTO requests (origin, at_ms, head, bytes, body) VALUES (?, ?, ?, ?, ?)');
  const removal = database.prepare('DELETE FROM requests WHERE id = ?');
  const trial = database.prepare('UPDATE requests SET tries = tries + 1 WHERE id = ?');
  const sum = database.prepare(
    'SELECT COUNT(*) AS requests, COALESCE(SUM(bytes), 0) AS bytes, MIN(at_ms) AS oldest FROM requests WHERE origin = ?',
  );
  return {
    keptAside,
    put: (requests) =>
      transact(database, () => {
        for (const { head, body, atMs } of requests) {
          insert.run(origin, Math.round(atMs), JSON.stringify(head), body.length, body);
        }
      }),
    next(besides) {
      const marks = besides.map(() => '?').join(', ');
      const row = database
        .prepare(`SELECT * FROM requests WHERE origin = ? AND id NOT IN (${marks}) ORDER BY id LIMIT 1`)
        .get(origin, ...besides);
      return row === undefined
        ? null
        : {
            id: Number(row.id),
            atMs: Number(row.at_ms),
            head: JSON.parse(String(row.head)),
            body: row.body instanceof Uint8Array ? row.body : new Uint8Array(0),
            tries: Number(row.tries),
          };
    },
    remove: (id) => void removal.run(id),
    tried: (id) => void trial.run(id),
    size() {
      const row = sum.get(origin);
      return {
        requests: Number(row?.requests ?? 0),
        bytes: Number(row?.bytes ?? 0),
        oldestAtMs: typeof row?.oldest === 'number' ? row.oldest : null,
      };
    },
    forOthers: () =>
      database
        .prepare('SELECT origin, COUNT(*) AS requests FROM requests WHERE origin <> ? GROUP BY origin ORDER BY origin')
        .all(origin)
        .map((row) => ({ origin: String(row.origin), requests: Number(row.requests) })),
    close: () => database.close(),
  };
}

function openSound(path: string, isDurable: boolean): { database: DatabaseSync; keptAside: string | null } {
  try {
    return { database: open(path, isDurable), keptAside: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const keptAside = keepAside({ disk: realDisk, now: () => new Date() }, path);
    for (const suffix of ['-wal', '-shm'])
      if (existsSync(path + suffix)) realDisk.rename(path + suffix, keptAside + suffix);
    return { database: open(path, isDurable), keptAside };
  }
}

function open(path: string, isDurable: boolean): DatabaseSync {
  // SQLite gives its log files the mode of the database, so the empty file comes first.
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;');
    database.exec(`PRAGMA synchronous = ${isDurable ? 'FULL' : 'NORMAL'}; PRAGMA journal_size_limit = 8388608;`);
    database.exec(SCHEMA);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
