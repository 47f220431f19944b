/** A file that SQLite can read and this version of Sealwire cannot. */
export class ForeignDatabaseError extends Error {}

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
