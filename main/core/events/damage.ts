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
  if (error instanceof ForeignDatabaseError) return true;
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  // SQLITE_CORRUPT and SQLITE_NOTADB, with their extended codes (sqlite.org/rescode.html).
  return typeof code === 'number' && [11, 26].includes(code & 0xff);
}
