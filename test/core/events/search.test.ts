import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createChunkWriter } from '../../../main/core/events/chunk-writer.ts';
import { openDatabase } from '../../../main/core/events/database.ts';
import { queryEvents } from '../../../main/core/events/query-events.ts';
import { openWordIndex, type WordIndex } from '../../../main/core/events/word-index.ts';
import { chunkOfLogs } from '../../support/chunk-of-logs.ts';

/* Search by text, before and after the words were read, and the way from an earlier schema. */

let folder: string;
let path: string;
let words: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-search-'));
  path = join(folder, 'events.sqlite');
  words = join(folder, 'words.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function storeWith(messages: readonly string[]): DatabaseSync {
  const { database } = openDatabase(path);
  const writer = createChunkWriter(database, () => 1_700_000_000_000);
  const source = { service: 'shop', environment: null, document: '{"pid":1}' };
  for (const message of messages) writer.store([{ source, chunk: chunkOfLogs([{ message }]) }], false);
  return database;
}

function found(database: DatabaseSync, text: string, index: WordIndex | null): (string | null)[] {
  return queryEvents(database, { text, limit: 100 }, index).map(({ name }) => name);
}

const MESSAGES = [
  'the cart of Äpfel is empty',
  'GET /orders/4711 took 12 ms',
  'user_id is missing',
  'GET /orders/4712 took 9 ms',
  '100% of "nothing"',
];
const SEARCHES = ['cart', 'äpfel', 'orders/47', '/orders/4712', 'GET', 'user_id', '100%', 'nowhere', 'mis', '::', '%'];

describe('a search', () => {
  test('finds the same whether the words are read or not, all of them or some, newest first', () => {
    const database = storeWith(MESSAGES);
    const unread = SEARCHES.map((text) => found(database, text, null));
    const index = openWordIndex(words, database);

    for (const step of [0, 2, 1, 9]) {
      index.readOn(step);
      expect(SEARCHES.map((text) => found(database, text, index))).toEqual(unread);
    }

    expect(index.behind()).toBe(0);
    expect(unread[2]).toEqual(['GET /orders/4712 took 9 ms', 'GET /orders/4711 took 12 ms']);
    expect(unread[7]).toEqual([]);
    index.close();
    database.close();
  });

  test('for one kind passes over chunks in which only others have the words', () => {
    const database = storeWith(MESSAGES);
    const index = openWordIndex(words, database);
    index.readOn(9);

    expect([...(index.chunksWith('orders', 'log') ?? [])]).toEqual([4, 2]);
    expect([...(index.chunksWith('orders', 'span') ?? [])]).toEqual([]);
    expect(queryEvents(database, { text: 'orders', kind: 'log', limit: 9 }, index)).toHaveLength(2);
    index.close();
    database.close();
  });

  test('by words that are read looks for words and their beginnings, not for what stands inside of one', () => {
    const database = storeWith(MESSAGES);
    const index = openWordIndex(words, database);
    index.readOn(9);

    expect(found(database, 'empt', index)).toEqual(['the cart of Äpfel is empty']);
    expect(found(database, 'mpty', index)).toEqual([]);
    index.close();
    database.close();
  });
});

describe('the words', () => {
  test('of chunks that the store has let go of are forgotten, also where nothing new comes', () => {
    const database = storeWith(MESSAGES);
    const index = openWordIndex(words, database);
    index.readOn(9);

    database.exec('DELETE FROM chunk_lines WHERE chunk <= 2; DELETE FROM chunks WHERE id <= 2');
    expect(index.readOn(9)).toBe(true);
    expect(index.readOn(9)).toBe(false);
    expect([...(index.chunksWith('orders') ?? [])]).toEqual([4]);

    database.exec('DELETE FROM chunk_lines; DELETE FROM chunks');
    index.readOn(9);
    expect([...(index.chunksWith('orders') ?? [])]).toEqual([]);
    index.close();
    database.close();
  });

  test('are kept in a file of nobody else, and read on from where they were', () => {
    const database = storeWith(MESSAGES);
    const first = openWordIndex(words, database);
    first.readOn(3);
    first.close();

    const again = openWordIndex(words, database);

    expect([again.readUpTo(), again.behind()]).toEqual([3, 2]);
    expect(statSync(words).mode & 0o777).toBe(0o600);
    again.close();
    database.close();
  });

  test.each([
    ['that are damaged', () => writeFileSync(words, 'this is no database, by any means whatsoever, and was never one')],
    ['of another store', () => openWordIndex(words, inMemoryStore()).close()],
  ])('%s are read again from the store', (_what, spoil) => {
    const database = storeWith(MESSAGES);
    spoil();

    const index = openWordIndex(words, database);

    expect([index.readUpTo(), index.behind()]).toEqual([0, MESSAGES.length]);
    index.close();
    database.close();
  });
});

describe('a store of schema version 1', () => {
  test('is brought forward with all its events, and can be searched', () => {
    const old = new DatabaseSync(path);
    old.exec(`
      CREATE TABLE service_names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
      CREATE TABLE sources (
        id INTEGER PRIMARY KEY, service_id INTEGER NOT NULL, environment TEXT, metadata TEXT NOT NULL UNIQUE, seen_ms INTEGER NOT NULL
      );
      CREATE TABLE events (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, service_id INTEGER NOT NULL, source_id INTEGER NOT NULL, kind INTEGER NOT NULL,
        at_us INTEGER NOT NULL, stored_ms INTEGER NOT NULL, name TEXT, trace_id TEXT, event_id TEXT, parent_id TEXT,
        duration_ms REAL, outcome TEXT, document TEXT NOT NULL
      );
      CREATE TABLE attempts (id TEXT PRIMARY KEY, at TEXT NOT NULL, attempt TEXT NOT NULL, facts TEXT NOT NULL);
      CREATE TABLE services (key TEXT PRIMARY KEY, service TEXT NOT NULL);
      INSERT INTO service_names VALUES (1, 'shop'), (2, 'till');
      INSERT INTO sources VALUES (1, 1, 'test', '{"pid":1}', 5), (2, 2, NULL, '{"pid":2}', 5);
      INSERT INTO services VALUES ('k', '{}');
      PRAGMA user_version = 1;
    `);
    const insert = old.prepare(
      `INSERT INTO events (service_id, source_id, kind, at_us, stored_ms, document) VALUES (?, ?, ?, ?, 1700000000000, ?)`,
    );
    for (let at = 0; at < 250; at += 1) {
      const isTill = at % 100 >= 90;
      const document = {
        id: `e${at}`,
        trace_id: `t${at}`,
        name: `span ${at}`,
        type: 'db',
        duration: 1,
        parent_id: 'p',
      };
      insert.run(isTill ? 2 : 1, isTill ? 2 : 1, 1, 1_700_000_000_000_000 + at, JSON.stringify(document));
    }
    old.close();

    const { database, notice } = openDatabase(path);

    expect(notice).toBeNull();
    const events = queryEvents(database, { limit: 1000 }, null);
    expect(events.map(({ id }) => id)).toEqual(Array.from({ length: 250 }, (_, at) => `e${249 - at}`));
    expect(events.filter(({ service }) => service === 'till')).toHaveLength(20);
    expect(events[0]).toMatchObject({ kind: 1, name: 'span 249', traceId: 't249', atUs: 1_700_000_000_000_249 });
    expect(queryEvents(database, { limit: 9, trace: 't95' }, null).map(({ service }) => service)).toEqual(['till']);
    expect(database.prepare('SELECT COUNT(*) AS n FROM services').get()?.n).toBe(1);
    database.close();
    expect(openDatabase(path).notice).toBeNull();
  });
});

function inMemoryStore(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    CREATE TABLE store (id TEXT NOT NULL); INSERT INTO store VALUES ('another');
    CREATE TABLE chunks (id INTEGER PRIMARY KEY); CREATE TABLE chunk_lines (chunk INTEGER PRIMARY KEY, lines BLOB);
  `);
  return database;
}
