import { closeSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { EventKind } from '../../contract/index.ts';
import { linesOf } from './chunk.ts';
import { EVENT_KINDS } from './event-kinds.ts';
import { kindsOfLine } from './matching-events.ts';
import { vacuumStep } from './retention.ts';
import { transact } from './transact.ts';

/**
 * Which words occur in which chunk, in a file of its own beside the store: writing it costs more than storing the events, so it is written afterwards, in short steps,
 * by the thread that reads. All of it can be made again from the store, so damage to it is mended by beginning anew.
 */
export interface WordIndex {
  /** The last chunk whose words are known. */
  readUpTo(): number;
  /** Chunks in which every word of `text` occurs in events of one kind, the last word perhaps cut short, newest first; null where the text has no word. */
  chunksWith(text: string, kind?: EventKind): Iterable<number> | null;
  /** One short step: forgets words of chunks that the store no longer has, reads those of up to `most` new ones, or gives room back. False when nothing is left to do. */
  readOn(most: number): boolean;
  /** Chunks of the store whose words are not known yet. */
  behind(): number;
  /** Forgets everything, and leaves nothing of it in the file. */
  clear(): void;
  close(): void;
}

/** As SQLite's tokenizer `unicode61` divides a text (sqlite.org/fts5.html#unicode61_tokenizer). */
const WORD = /[\p{L}\p{N}\p{Co}]+/gu;

const SCHEMA = `
  CREATE VIRTUAL TABLE words USING fts5 (text, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0');
  CREATE TABLE progress (store TEXT NOT NULL, up_to INTEGER NOT NULL, kept_from INTEGER NOT NULL);
`;

/** Chunks that are forgotten in a step: some milliseconds of work. */
const FORGOTTEN_A_STEP = 100;

/** Opens the index at `path`, mode 0600, for the store that is open as `store`; begins anew where the file is damaged or another store's. */
export function openWordIndex(path: string, store: DatabaseSync): WordIndex {
  const storeId = String(store.prepare('SELECT id FROM store').get()?.id ?? '');
  const nextChunks = store.prepare('SELECT chunk, lines FROM chunk_lines WHERE chunk > ? ORDER BY chunk LIMIT ?');
  const first = store.prepare('SELECT MIN(id) AS id FROM chunks');
  const count = store.prepare('SELECT COUNT(*) AS chunks FROM chunks WHERE id > ?');
  let database = openFor(path, storeId);
  let { upTo, keptFrom } = progressIn(database, storeId) ?? NO_PROGRESS;
  let mayGiveRoomBack = true;

  const anew = (): void => {
    database.close();
    removeFiles(path);
    database = openFor(path, storeId);
    ({ upTo, keptFrom } = NO_PROGRESS);
  };

  /** Retention takes whole chunks, the oldest first; without any chunk left, all that were read are gone. False where none is left to forget. */
  const forgetGone = (): boolean => {
    const kept = Number(first.get()?.id ?? upTo + 1);
    if (keptFrom >= kept) return false;
    const known = firstKnown();
    const upToNow = known === null ? kept : Math.min(kept, known + FORGOTTEN_A_STEP);
    transact(database, () => {
      database.prepare('DELETE FROM words WHERE rowid < ?').run(upToNow * ROWS_A_CHUNK);
      database.prepare('UPDATE progress SET kept_from = ?').run(upToNow);
    });
    keptFrom = upToNow;
    mayGiveRoomBack = true;
    return true;
  };

  /** The first chunk of which words are in the index, gone or not. */
  const firstKnown = (): number | null => {
    const row = database.prepare('SELECT rowid AS id FROM words ORDER BY rowid LIMIT 1').get();
    return row === undefined ? null : Math.floor(Number(row.id) / ROWS_A_CHUNK);
  };

  const readNew = (most: number): boolean => {
    const chunks = nextChunks.all(upTo, most);
    const last = chunks.at(-1);
    if (last === undefined) return false;
    const insert = database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
    transact(database, () => {
      for (const { chunk, lines } of chunks) {
        if (!(lines instanceof Uint8Array)) continue;
        for (const [kind, text] of textsByKind(linesOf(lines))) insert.run(Number(chunk) * ROWS_A_CHUNK + kind, text);
      }
      database.prepare('UPDATE progress SET up_to = ?').run(Number(last.chunk));
    });
    upTo = Number(last.chunk);
    return true;
  };

  return {
    readUpTo: () => upTo,
    chunksWith(text, kind) {
      const found = text.match(WORD) ?? [];
      if (found.length === 0) return null;
      const terms = found.map((word) => `"${word}"`).join(' AND ');
      return chunksIn(database, `${terms} *`, kind);
    },
    readOn(most) {
      const hasForgotten = forgetGone();
      const hasRead = readNew(most);
      if (hasForgotten || hasRead) return true;
      mayGiveRoomBack = mayGiveRoomBack && vacuumStep(database);
      return mayGiveRoomBack;
    },
    behind: () => Number(count.get(upTo)?.chunks ?? 0),
    clear: anew,
    close: () => database.close(),
  };
}

/** A chunk has a row for each kind of event in it, so that words of its spans are not looked through for a transaction. */
const ROWS_A_CHUNK = 8;

function textsByKind(lines: readonly string[]): Map<number, string> {
  const texts = new Map<number, string>();
  for (const line of lines) {
    for (const kind of kindsOfLine(line)) {
      const at = EVENT_KINDS.indexOf(kind);
      texts.set(at, `${texts.get(at) ?? ''}${line}\n`);
    }
  }
  return texts;
}

function* chunksIn(database: DatabaseSync, match: string, kind: EventKind | undefined): Iterable<number> {
  const ofKind = kind === undefined ? '' : `AND rowid % ${ROWS_A_CHUNK} = ${EVENT_KINDS.indexOf(kind)}`;
  const rows = database.prepare(`SELECT rowid AS id FROM words WHERE words MATCH ? ${ofKind} ORDER BY rowid DESC`);
  let last = -1;
  for (const { id } of rows.iterate(match)) {
    const chunk = Math.floor(Number(id) / ROWS_A_CHUNK);
    if (chunk !== last) yield chunk;
    last = chunk;
  }
}

function openFor(path: string, storeId: string): DatabaseSync {
  const opened = openOrNull(path);
  if (opened !== null && progressIn(opened, storeId) !== null) return opened;
  opened?.close();
  removeFiles(path);
  const begun = open(path);
  begun.exec(SCHEMA);
  begun.prepare('INSERT INTO progress (store, up_to, kept_from) VALUES (?, 0, 0)').run(storeId);
  return begun;
}

function openOrNull(path: string): DatabaseSync | null {
  try {
    return open(path);
  } catch {
    // No database, or a damaged one: it is made again.
    return null;
  }
}

function open(path: string): DatabaseSync {
  closeSync(openSync(path, 'a', 0o600));
  const database = new DatabaseSync(path);
  // A power cut may take the last words, which are then read again.
  database.exec(
    'PRAGMA busy_timeout = 5000; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -8192',
  );
  return database;
}

interface Progress {
  /** The last chunk whose words are known. */
  readonly upTo: number;
  /** The first chunk whose words are kept. */
  readonly keptFrom: number;
}

const NO_PROGRESS: Progress = { upTo: 0, keptFrom: 0 };

/** How far the index of that store is; null where it is another store's, or none. */
function progressIn(database: DatabaseSync, storeId: string): Progress | null {
  try {
    const row = database.prepare('SELECT store, up_to, kept_from FROM progress').get();
    return row?.store === storeId ? { upTo: Number(row.up_to), keptFrom: Number(row.kept_from) } : null;
  } catch {
    // An empty file has no such table, one of an earlier form not all of its columns, and a damaged one none that can be read.
    return null;
  }
}

function removeFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}
