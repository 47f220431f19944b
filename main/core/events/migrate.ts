import type { DatabaseSync } from 'node:sqlite';
import { packEvents } from './pack-events.ts';
import { transact } from './transact.ts';

/** The version of the schema that this program writes, kept as SQLite's `user_version`. */
export const SCHEMA_VERSION = 3;

/**
 * One step from the version before to this one, in the order of versions; each runs in a transaction together with the new number. Version 3 has the tables of 2; its
 * chunks may be bodies as they came, which a program for 2 cannot read.
 */
const STEPS: ReadonlyMap<number, (database: DatabaseSync) => void> = new Map([[2, packEvents]]);

/** Brings a database of an earlier version up to this one, step by step. A kill leaves it at one of the versions on the way. */
export function migrate(
  database: DatabaseSync,
  from: number,
  to: number = SCHEMA_VERSION,
  steps: ReadonlyMap<number, (database: DatabaseSync) => void> = STEPS,
): void {
  for (let version = from + 1; version <= to; version += 1) {
    transact(database, () => {
      steps.get(version)?.(database);
      database.exec(`PRAGMA user_version = ${version}`);
    });
  }
}
