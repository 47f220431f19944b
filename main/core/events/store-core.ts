import type { DatabaseSync } from 'node:sqlite';
import type { Notice } from '../../contract/index.ts';
import { type ChunkWriter, createChunkWriter, type Storing } from './chunk-writer.ts';
import { isDamage, isLocked } from './damage.ts';
import { type OpenedDatabase, openDatabase, startAnew } from './database.ts';
import { createMemoryTables, type MemoryTables } from './memory-tables.ts';
import { UNWRITABLE, type WorkerStart } from './messages.ts';
import type { Retention } from './ports.ts';
import { retentionStep, vacuumStep } from './retention.ts';
import { lookAtWordFile, shareBesideWords, type WordFile } from './word-file.ts';
import type { WriteTurns } from './write-turns.ts';

/** The event database as the worker thread keeps it. Synchronous: what has returned is committed. */
export interface StoreCore {
  store(storing: readonly Storing[], durable: boolean): void;
  readonly memory: MemoryTables;
  purge(): number;
  /** What a retention leaves to the store itself, beside the words of its events. */
  shareOf(retention: Retention): Retention;
  /** One short step towards that share; false when nothing is left to do. */
  keepWithin(share: Retention): boolean;
  /** Whether the words of events that are gone are still to be forgotten. */
  hasGoneWords(): boolean;
  /** Keeps the database aside and begins a new one, if the present one is damaged. */
  mend(): void;
  close(): void;
}

/** A turn takes a millisecond; one that lasts as long as this belongs to a thread that died in it. */
const TURN_WAIT_MS = 200;

const MUST_CLOSE_FIRST = process.platform === 'win32';

interface Parts {
  readonly database: DatabaseSync;
  readonly writer: ChunkWriter;
  readonly memory: MemoryTables;
}

/**
 * Opens the store at `path`, of whose events the words are in the file `words`. `notify` hears of damage and of writes that fail. Damage met later is handled as at the start: the file is kept aside,
 * a new one begun, and the work that met it done again. Others may write chunks beside it, in `turns`.
 */
export function openStoreCore(
  { path, words }: WorkerStart,
  turns: WriteTurns,
  nowMs: () => number,
  notify: (notice: Notice) => void,
): StoreCore {
  const assemble = ({ database, notice }: OpenedDatabase): Parts => {
    turns.didOpenFile();
    if (notice !== null) notify(notice);
    return { database, writer: createChunkWriter(database, nowMs), memory: createMemoryTables(database) };
  };
  let parts = assemble(openDatabase(path));

  const inTurn = <Result>(work: () => Result): Result => {
    if (!turns.take(TURN_WAIT_MS)) turns.seize();
    try {
      return work();
    } finally {
      turns.giveBack();
    }
  };

  /** Connections to files that were kept aside. */
  const aside: DatabaseSync[] = [];
  /**
   * Whoever is the last to close a database removes its log, by the name that this had and that by then is the new one's; SQLite looks before whether the file was moved, but the two are not one
   * step (sqlite.org/howtocorrupt.html, "Unlinking or renaming a database file while in use"). Another thread may still have the old one open, so one connection to it outlives them all. Windows gives no file
   * another name that is open, and has no such trouble.
   */
  const letGo = (database: DatabaseSync): void => {
    if (!MUST_CLOSE_FIRST) aside.push(database);
    else if (database.isOpen) database.close();
  };

  /** To be done in turn, so that nobody goes on to write to the file that is kept aside. */
  const replace = (): void => {
    letGo(parts.database);
    parts = assemble(startAnew(path));
  };

  const mending = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      inTurn(replace);
      return work();
    }
  };

  /** Opened anew, because the pages that this connection remembers hide what has become of the file. */
  const mend = (): void => {
    const before = parts.database;
    if (MUST_CLOSE_FIRST) before.close();
    const opened = openDatabase(path);
    if (opened.notice === null && !isWhole(opened.database)) {
      opened.database.close();
      replace();
      return;
    }
    parts = assemble(opened);
    if (opened.notice !== null) letGo(before);
    else if (before.isOpen) before.close();
  };

  const lookAtWords = (): WordFile => lookAtWordFile(words, parts.database);

  return {
    store(storing, durable) {
      try {
        mending(() => inTurn(() => parts.writer.store(storing, durable)));
      } catch (error) {
        notify(unwritableNotice(error));
        throw error;
      }
    },
    memory: {
      remember: (state) => mending(() => parts.memory.remember(state)),
      recall: (attempts) => mending(() => parts.memory.recall(attempts)),
      forgetService: (service, environment) => mending(() => parts.memory.forgetService(service, environment)),
    },
    purge() {
      const removed = mending(() => parts.writer.purge());
      parts.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return removed;
    },
    shareOf: (retention) => mending(() => shareBesideWords(parts.database, lookAtWords(), retention)),
    keepWithin: (share) => mending(() => retentionStep(parts.database, share, nowMs())),
    hasGoneWords: () => mending(() => lookAtWords().hasGoneWords),
    mend: () => inTurn(mend),
    close() {
      while (vacuumStep(parts.database));
      parts.database.close();
      for (const database of aside) database.close();
    },
  };
}

function isWhole(database: DatabaseSync): boolean {
  try {
    return database.prepare('PRAGMA quick_check(1)').get()?.quick_check === 'ok';
  } catch (error) {
    if (!isDamage(error)) throw error;
    return false;
  }
}

function unwritableNotice(error: unknown): Notice {
  const why = error instanceof Error ? error.message : String(error);
  const cure = isLocked(error)
    ? 'Another program holds its file; close that program.'
    : 'Free some space, or make the data folder writable.';
  return {
    id: UNWRITABLE,
    level: 'failed',
    title: 'Events cannot be stored',
    text: `The store of events refuses to write (${why}). Agents are told to try again later. ${cure}`,
    screen: '/settings',
  };
}
