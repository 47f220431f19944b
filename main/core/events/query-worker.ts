import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { countEvents } from './count-events.ts';
import { isDamage } from './damage.ts';
import type { ReaderCalls, ReaderMessage, ReaderQuery, ReaderReport, StoredRow, WorkerStart } from './messages.ts';
import { queryBodies, queryEvents } from './query-events.ts';
import { keepReading, type WordReading } from './read-words.ts';
import { openWordIndex, type WordIndex } from './word-index.ts';
import { serveCalls } from './worker-calls.ts';

/* The worker thread that reads the store, so that a long search holds up neither intake nor anything else; between searches it reads words. */

if (parentPort === null) throw new Error('query-worker.ts runs as a worker thread only');
const port = parentPort;
const start: WorkerStart = workerData;
let opened: { readonly database: DatabaseSync; readonly words: WordIndex; readonly reading: WordReading } | null = null;

serveCalls<ReaderCalls, ReaderMessage>(
  port,
  {
    query,
    bodies: (wanted) => queryBodies(open().database, wanted),
    count: (range) => countEvents(open().database, range),
    clearWords: () => {
      open().words.clear();
      return null;
    },
    close: () => {
      opened?.reading.stop();
      opened?.words.close();
      opened?.database.close();
      opened = null;
      return null;
    },
  },
  () => readOn(),
);

/** New events were stored. Damage is met by the next query too, which has it mended; nobody hears of an error here, and the thread would end over it. */
function readOn(): void {
  try {
    open().reading.begin();
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}

function query(wanted: ReaderQuery): readonly StoredRow[] {
  const { database, words } = open();
  if (wanted.text === undefined || wanted.text === '') return queryEvents(database, wanted, null);
  try {
    return queryEvents(database, wanted, words);
  } catch (error) {
    if (!isDamage(error)) throw error;
    // The words can be made again from the store; damage to the store itself shows by itself.
    words.clear();
    return queryEvents(database, wanted, words);
  }
}

function open(): NonNullable<typeof opened> {
  if (opened !== null) return opened;
  const database = new DatabaseSync(start.path, { readOnly: true });
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384');
  const words = openWordIndex(start.words, database);
  const reading = keepReading(words, (chunks) => port.postMessage({ kind: 'behind', chunks } satisfies ReaderReport));
  opened = { database, words, reading };
  return opened;
}
