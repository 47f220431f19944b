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

/** The one writer of the event database, as the worker thread runs it. Synchronous: what has returned is committed. */
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

interface Parts {
  readonly database: DatabaseSync;
  readonly writer: ChunkWriter;
  readonly memory: MemoryTables;
}

/**
 * Opens the store at `path`, of whose events the words are in the file `words`. `notify` hears of damage and of writes that fail. Damage met later is handled as at the start: the file is kept aside,
 * a new one begun, and the work that met it done again.
 */
export function openStoreCore(
  { path, words }: WorkerStart,
  nowMs: () => number,
  notify: (notice: Notice) => void,
): StoreCore {
  const assemble = ({ database, notice }: OpenedDatabase): Parts => {
    if (notice !== null) notify(notice);
    return { database, writer: createChunkWriter(database, nowMs), memory: createMemoryTables(database) };
  };
  let parts = assemble(openDatabase(path));

  /** Connections to files that were kept aside. */
  const aside: DatabaseSync[] = [];
  /**
   * Whoever is the last to close a database removes its log by the name that this had, which by then is the new one's: a reader that still has the old file open would do
   * that. So this one is never closed before the new one is. Windows gives no file another name that is open, and has no such trouble.
   */
  const replace = (): void => {
    if (process.platform === 'win32') parts.database.close();
    else aside.push(parts.database);
    parts = assemble(startAnew(path));
  };

  const mending = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      replace();
      return work();
    }
  };

  const lookAtWords = (): WordFile => lookAtWordFile(words, parts.database);

  return {
    store(storing, durable) {
      try {
        mending(() => parts.writer.store(storing, durable));
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
    mend() {
      // Opened anew, because the pages that this connection remembers hide what has become of the file.
      parts.database.close();
      const opened = openDatabase(path);
      try {
        const row = opened.database.prepare('PRAGMA quick_check(1)').get();
        parts = assemble(opened);
        if (row?.quick_check !== 'ok') replace();
      } catch (error) {
        if (!isDamage(error)) throw error;
        aside.push(opened.database);
        parts = assemble(startAnew(path));
      }
    },
    close() {
      while (vacuumStep(parts.database));
      parts.database.close();
    },
  };
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
