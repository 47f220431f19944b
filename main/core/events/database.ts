import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Notice } from '../../contract/index.ts';
import { keepAside } from '../host/keep-aside.ts';
import { realDisk } from '../host/real-disk.ts';
import { ForeignDatabaseError, isDamage } from './damage.ts';

const SCHEMA_VERSION = 1;

/**
 * `sequence` is the order of storing. Services are rows of their own, because an index over numbers is small; sources keep the metadata that the events'
 * documents leave out.
 */
const SCHEMA = `
  CREATE TABLE service_names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE sources (
    id INTEGER PRIMARY KEY, service_id INTEGER NOT NULL, environment TEXT, metadata TEXT NOT NULL UNIQUE, seen_ms INTEGER NOT NULL
  );
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, service_id INTEGER NOT NULL, source_id INTEGER NOT NULL, kind INTEGER NOT NULL,
    at_us INTEGER NOT NULL, stored_ms INTEGER NOT NULL, name TEXT, trace_id TEXT, event_id TEXT, parent_id TEXT,
    duration_ms REAL, outcome TEXT, document TEXT NOT NULL
  );
  CREATE INDEX events_by_service ON events (service_id, sequence);
  CREATE INDEX events_by_kind ON events (kind, sequence);
  CREATE TABLE attempts (id TEXT PRIMARY KEY, at TEXT NOT NULL, attempt TEXT NOT NULL, facts TEXT NOT NULL);
  CREATE INDEX attempts_by_time ON attempts (at);
  CREATE TABLE services (key TEXT PRIMARY KEY, service TEXT NOT NULL);
`;

/**
 * Trace ids are random. In one index over all of them each event would dirty a page of its own somewhere in it, which cost more than everything else that
 * storing does; ordered by blocks of 1024 events first, what is stored together stays together. A look-up asks each block (`queryEvents`).
 */
const TRACE_INDEX = `
  DROP INDEX IF EXISTS events_by_trace;
  CREATE INDEX IF NOT EXISTS events_by_block_and_trace ON events (sequence >> 10, trace_id) WHERE trace_id IS NOT NULL;
`;

/** Integrity is checked page by page up to this size; a larger file is trusted until a page proves damaged in use. */
const MOST_BYTES_CHECKED = 32 * 1024 * 1024;

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** What was found damaged and kept aside, or null. */
  readonly notice: Notice | null;
}

/**
 * Opens the event database for writing, mode 0600, in write-ahead mode. A file that is no database, is damaged or comes from a newer Sealwire is kept
 * aside as `<path>.damaged-<time>` and a new one is begun. Throws SQLite's error where no file can be had at all.
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

function prepare(database: DatabaseSync): void {
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;');
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 8388608; PRAGMA cache_size = -8192;');
  const version = numberOf(database, 'PRAGMA user_version', 'user_version');
  if (version > SCHEMA_VERSION) throw new ForeignDatabaseError(`schema version ${version}`);
  if (version === 0) database.exec(`BEGIN; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
  else if (sizeOf(database) <= MOST_BYTES_CHECKED) checkPages(database);
  database.exec(TRACE_INDEX);
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
