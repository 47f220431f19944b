import { chmodSync, closeSync, existsSync, openSync, readSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Notice } from '../../contract/index.ts';
import { keepAside } from '../host/keep-aside.ts';
import { realDisk } from '../host/real-disk.ts';
import { ForeignDatabaseError, isDamage, NewerDatabaseError } from './damage.ts';
import { migrate, SCHEMA_VERSION } from './migrate.ts';
import { SCHEMA } from './schema.ts';

/** Integrity is checked page by page up to this size; a larger file is trusted until a page proves damaged in use. */
const MOST_BYTES_CHECKED = 32 * 1024 * 1024;
/** How long a write waits for another program that holds the file: as long as the real server waits for room in its queue (reference A2). At the start there is more time. */
const WRITE_WAIT_MS = 1000;

/** For every connection that writes: what is committed outlives the process, and the log does not grow without end. */
export const FOR_WRITING = 'PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 8388608;';

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** What was found damaged and kept aside, or null. */
  readonly notice: Notice | null;
}

/**
 * Opens the event database for writing, mode 0600, in write-ahead mode. A file that is no database or is damaged is kept aside as
 * `<path>.damaged-<time>` and a new one is begun; one from an earlier Sealwire is migrated. Throws `NewerDatabaseError`, having touched nothing, for one from a newer
 * Sealwire, and SQLite's error where no file can be had at all.
 */
export function openDatabase(path: string): OpenedDatabase {
  try {
    return { database: openSound(path), notice: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return startAnew(path);
  }
}

/** Keeps the present file aside, with its log, and begins a new one. */
export function startAnew(path: string): OpenedDatabase {
  const aside = keepAside({ disk: realDisk, now: () => new Date() }, path);
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(path + suffix)) realDisk.rename(path + suffix, aside + suffix);
  }
  return { database: openSound(path), notice: damagedNotice(aside) };
}

function openSound(path: string): DatabaseSync {
  const version = versionInHeader(path);
  if (version > SCHEMA_VERSION) throw new NewerDatabaseError(version);
  createPrivately(path);
  const database = new DatabaseSync(path);
  try {
    prepare(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite gives its log files the mode of the database, so the empty file comes first. */
function createPrivately(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
}

/** SQLite's `user_version` as it stands in the file (sqlite.org/fileformat.html §1.3), so that nothing is opened that must not be touched; 0 where there is none. */
function versionInHeader(path: string): number {
  if (!existsSync(path)) return 0;
  const header = Buffer.alloc(64);
  const file = openSync(path, 'r');
  try {
    return readSync(file, header, 0, 64, 0) < 64 || !header.toString('latin1').startsWith('SQLite format 3\0')
      ? 0
      : header.readUInt32BE(60);
  } finally {
    closeSync(file);
  }
}

function prepare(database: DatabaseSync): void {
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;');
  database.exec(`${FOR_WRITING} PRAGMA cache_size = -8192;`);
  const version = numberOf(database, 'PRAGMA user_version', 'user_version');
  if (version > SCHEMA_VERSION) throw new NewerDatabaseError(version);
  if (version > 0 && sizeOf(database) <= MOST_BYTES_CHECKED) checkPages(database);
  if (version === 0) database.exec(`BEGIN; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
  else migrate(database, version);
  database.exec(`PRAGMA busy_timeout = ${WRITE_WAIT_MS}`);
}

function checkPages(database: DatabaseSync): void {
  const row = database.prepare('PRAGMA quick_check(1)').get();
  if (row?.quick_check !== 'ok') throw new ForeignDatabaseError(String(row?.quick_check));
}

/** Bytes in use, without pages that are free. */
export function sizeOf(database: DatabaseSync): number {
  const pages = numberOf(database, 'PRAGMA page_count', 'page_count');
  const free = numberOf(database, 'PRAGMA freelist_count', 'freelist_count');
  return (pages - free) * numberOf(database, 'PRAGMA page_size', 'page_size');
}

function numberOf(database: DatabaseSync, sql: string, column: string): number {
  return Number(database.prepare(sql).get()?.[column] ?? 0);
}

function damagedNotice(aside: string): Notice {
  return {
    id: 'events-damaged',
    level: 'attention',
    title: 'The store of events was damaged',
    text: `Sealwire began a new one and kept the old file as ${aside}. Events, attempts and services from before are in that file only.`,
    screen: null,
  };
}
