/** A file that SQLite can read and that is no store of events. */
export class ForeignDatabaseError extends Error {}

/** A store that a newer Sealwire has written: whole, and not to be touched. */
export class NewerDatabaseError extends Error {
  constructor(version: number) {
    super(`${NEWER} ${version}`);
  }
}

const NEWER = 'a newer Sealwire wrote it, with schema version';

/** Whether it was refused for that. Only the message of an error comes out of a worker thread. */
export function isNewerDatabase(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith(NEWER);
}

/**
 * Whether an error means that the file cannot be read as this version's database, rather than that the disk or the rights failed. In a file of its
 * own, so that the main thread need not load SQLite to ask.
 */
export function isDamage(error: unknown): boolean {
  // SQLITE_CORRUPT and SQLITE_NOTADB.
  return error instanceof ForeignDatabaseError || [11, 26].includes(codeOf(error));
}

/** Whether another program holds the file, so that everything else that is to be written has to wait as well. */
export function isLocked(error: unknown): boolean {
  // SQLITE_BUSY.
  return codeOf(error) === 5;
}

/** SQLite's primary result code, without what extends it (sqlite.org/rescode.html); 0 where the error is none of its. */
function codeOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : 0;
  return typeof code === 'number' ? code & 0xff : 0;
}
