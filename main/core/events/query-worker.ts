import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReaderCalls, WorkerStart } from './messages.ts';
import { queryEvents } from './query-events.ts';
import { serveCalls } from './worker-calls.ts';

/* The worker thread that reads the store, so that a long search holds up neither intake nor anything else. */

if (parentPort === null) throw new Error('query-worker.ts runs as a worker thread only');
const start: WorkerStart = workerData;
let database: DatabaseSync | null = null;

serveCalls<ReaderCalls, never>(
  parentPort,
  {
    query: (query) => {
      database ??= openForReading(start.path);
      return queryEvents(database, query);
    },
    close: () => {
      database?.close();
      return null;
    },
  },
  () => undefined,
);

function openForReading(path: string): DatabaseSync {
  const opened = new DatabaseSync(path, { readOnly: true });
  opened.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384');
  return opened;
}
