import { DatabaseSync } from 'node:sqlite';
import { type ChunkWriter, createChunkWriter, type Storing } from './chunk-writer.ts';
import { FOR_WRITING } from './database.ts';
import { SCHEMA_VERSION } from './migrate.ts';
import type { WriteTurns } from './write-turns.ts';

/** Writes to a store that another thread keeps. */
export interface SideWriter {
  /** Commits all of it or nothing; throws where that cannot be done at once, for whatever reason. The thread that keeps the store then finds out what it is, and mends it. */
  store(storing: readonly Storing[]): void;
  close(): void;
}

/** As long as some forty commits take; who waits longer is better off with something else to do. */
const TURN_WAIT_MS = 20;

/**
 * Lets a thread that decodes store by itself: to send chunks to the writer costs as much as to store them, and the writer answers only when it is done with bodies of its own.
 * It never waits for SQLite's lock, begins no file, migrates none and mends none.
 */
export function openSideWriter(path: string, turns: WriteTurns, nowMs: () => number): SideWriter {
  let opened: { readonly database: DatabaseSync; readonly writer: ChunkWriter; readonly file: number } | null = null;

  const close = (): void => {
    opened?.database.close();
    opened = null;
  };

  const open = (): ChunkWriter => {
    if (opened?.file === turns.file) return opened.writer;
    close();
    const database = new DatabaseSync(path);
    try {
      database.exec(`${FOR_WRITING} PRAGMA busy_timeout = 0; PRAGMA cache_size = -2048;`);
      const version = database.prepare('PRAGMA user_version').get()?.user_version;
      if (version !== SCHEMA_VERSION) throw new Error(`the store has schema version ${version}`);
      opened = { database, writer: createChunkWriter(database, nowMs), file: turns.file };
      return opened.writer;
    } catch (error) {
      database.close();
      throw error;
    }
  };

  return {
    store(storing) {
      if (!turns.take(TURN_WAIT_MS)) throw new Error('another thread writes');
      try {
        open().store(storing, false);
      } catch (error) {
        close();
        throw error;
      } finally {
        turns.giveBack();
      }
    },
    close,
  };
}
