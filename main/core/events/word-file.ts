import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sizeOf } from './database.ts';
import type { Retention } from './ports.ts';

/** What the writer of the store has to know of the file of words, which is the reader's (`word-index.ts`). */
export interface WordFile {
  /** Bytes in use. */
  readonly bytes: number;
  /** Whether it knows words of chunks that the store no longer has, or those of another store. */
  readonly hasGoneWords: boolean;
}

/** Looks at the file of words at `path` beside the store that is open as `store`. A file that is missing or damaged holds nothing: it is begun anew by whoever reads. */
export function lookAtWordFile(path: string, store: DatabaseSync): WordFile {
  if (!existsSync(path)) return NOTHING;
  try {
    const file = new DatabaseSync(path, { readOnly: true });
    try {
      const progress = file.prepare('SELECT store, up_to, kept_from FROM progress').get();
      const kept = store.prepare('SELECT (SELECT id FROM store) AS store, MIN(id) AS first FROM chunks').get();
      const first = Number(kept?.first ?? Number(progress?.up_to) + 1);
      return {
        bytes: sizeOf(file),
        hasGoneWords: progress?.store !== kept?.store || Number(progress?.kept_from) < first,
      };
    } finally {
      file.close();
    }
  } catch {
    // No database, a damaged one, or one of an earlier form; or its reader holds it at this moment, and the next clean-up looks again.
    return NOTHING;
  }
}

const NOTHING: WordFile = { bytes: 0, hasGoneWords: false };

/**
 * What of the bytes allowed is left to the store itself, so that it and its words together come to no more. Words go after their events and in proportion to them, so both
 * shrink alike: taking the words off as they are would delete twice as much as has to go.
 */
export function shareBesideWords(store: DatabaseSync, words: WordFile, retention: Retention): Retention {
  const own = sizeOf(store);
  return { ...retention, megabytes: (retention.megabytes * own) / (own + words.bytes) };
}
