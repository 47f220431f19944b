import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Chunk } from '../../../main/core/events/chunk.ts';
import { createChunkWriter } from '../../../main/core/events/chunk-writer.ts';
import { openDatabase, sizeOf } from '../../../main/core/events/database.ts';
import type { Retention } from '../../../main/core/events/ports.ts';
import { retentionStep } from '../../../main/core/events/retention.ts';
import { lookAtWordFile, shareBesideWords } from '../../../main/core/events/word-file.ts';
import { openWordIndex } from '../../../main/core/events/word-index.ts';
import { chunkOfLogs } from '../../support/chunk-of-logs.ts';

/* What the store lets go of, step by step, with a clock of the test's own. */

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00Z');
let folder: string;
let nowMs: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-retention-'));
  nowMs = START;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A chunk of one event that cannot be packed any smaller. */
function chunk(bytes: number): Chunk {
  return chunkOfLogs([{ message: randomBytes(bytes / 2).toString('hex') }]);
}

function openStore() {
  const { database } = openDatabase(join(folder, 'events.sqlite'));
  const writer = createChunkWriter(database, () => nowMs);
  const count = (table: string): number => Number(database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()?.n);
  return {
    database,
    count,
    store(chunks: readonly Chunk[], process: string): void {
      const source = { service: 'shop', environment: null, document: `{"pid":"${process}"}` };
      writer.store(
        chunks.map((each) => ({ source, chunk: each })),
        false,
      );
    },
    keepWithin(retention: Retention): number {
      let steps = 1;
      while (retentionStep(database, retention, nowMs)) steps += 1;
      return steps;
    },
  };
}

test('events older than the days allowed go, with the metadata that only they had; newer ones stay', () => {
  const { store, keepWithin, count, database } = openStore();
  store(
    Array.from({ length: 350 }, () => chunk(10)),
    'first',
  );
  nowMs += 5 * DAY;
  store([chunk(10)], 'second');
  nowMs += 3 * DAY;

  const steps = keepWithin({ days: 7, megabytes: 1024 });

  expect(count('chunks')).toBe(1);
  expect(count('chunk_lines')).toBe(1);
  expect(count('sources')).toBe(1);
  expect(steps).toBeGreaterThan(3);
  expect(keepWithin({ days: 7, megabytes: 1024 })).toBe(1);
  database.close();
});

test('the oldest go while more bytes are in use than allowed, and the file shrinks', () => {
  const { store, keepWithin, database } = openStore();
  for (let batch = 0; batch < 40; batch += 1)
    store(
      Array.from({ length: 10 }, () => chunk(200_000)),
      `${batch}`,
    );
  expect(sizeOf(database)).toBeGreaterThan(32 * 1024 * 1024);

  keepWithin({ days: 7, megabytes: 16 });

  expect(sizeOf(database)).toBeLessThanOrEqual(16 * 1024 * 1024);
  const left = database.prepare('SELECT MIN(id) AS first, MAX(id) AS last FROM chunks').get();
  expect(Number(left?.last)).toBe(400);
  expect(Number(left?.first)).toBeGreaterThan(1);
  database.close();
});

describe('words', () => {
  const MEBIBYTE = 1024 * 1024;

  /** Events of which the words take about as much room as they do themselves. */
  function wordyStore() {
    const opened = openStore();
    for (let batch = 0; batch < 20; batch += 1) {
      const messages = Array.from({ length: 100 }, () => ({ message: randomBytes(600).toString('base64') }));
      opened.store(
        messages.map((message) => chunkOfLogs([message])),
        'one',
      );
    }
    const path = join(folder, 'words.sqlite');
    const index = openWordIndex(path, opened.database);
    while (index.readOn(50));
    const look = () => lookAtWordFile(path, opened.database);
    const total = (): number => sizeOf(opened.database) + look().bytes;
    const keepWithin = (megabytes: number): number =>
      opened.keepWithin(shareBesideWords(opened.database, look(), { days: 7, megabytes }));
    return { ...opened, path, index, look, total, keepWithin };
  }

  test('count in what the store may take; they go with their events, and no more events go than have to', () => {
    const { database, index, look, total, keepWithin, count } = wordyStore();
    const before = total();
    expect(look().bytes).toBeGreaterThan(before / 4);
    const allowed = before / 2;

    keepWithin(allowed / MEBIBYTE);
    expect(look().hasGoneWords).toBe(true);
    while (index.readOn(50));

    expect(look().hasGoneWords).toBe(false);
    expect(total()).toBeLessThan(allowed * 1.1);
    expect(total()).toBeGreaterThan(allowed * 0.7);
    expect(count('chunks')).toBeGreaterThan(800);
    index.close();
    database.close();
  });

  test('that take more than is allowed by themselves do not make all events go', () => {
    const { database, index, look, keepWithin, count } = wordyStore();

    keepWithin((look().bytes * 0.8) / MEBIBYTE);

    expect(count('chunks')).toBeGreaterThan(500);
    index.close();
    database.close();
  });

  test('give their room back to the disk', () => {
    const { database, index, path, look } = wordyStore();
    const before = look().bytes;

    database.exec('DELETE FROM chunk_lines; DELETE FROM chunks');
    let steps = 1;
    while (index.readOn(50)) steps += 1;

    expect(steps).toBeGreaterThan(15);
    expect(look().bytes).toBeLessThan(before / 10);
    index.close();
    expect(statSync(path).size).toBeLessThan(before / 2);
    database.close();
  });

  test('of a few events that are gone leave the file too, though most of it stays as it is', () => {
    const { database, store } = openStore();
    for (let number = 100; number < 300; number += 1) store([chunkOfLogs([{ message: `zebra${number}qqxx` }])], 'one');
    const path = join(folder, 'words.sqlite');
    const index = openWordIndex(path, database);
    while (index.readOn(50));

    database.exec('DELETE FROM chunk_lines WHERE chunk <= 10; DELETE FROM chunks WHERE id <= 10');
    while (index.readOn(50));

    expect([...(index.chunksWith('zebra105qqxx') ?? [])]).toEqual([]);
    expect([...(index.chunksWith('zebra150qqxx') ?? [])]).toHaveLength(1);
    index.close();
    database.close();
    const bytes = readFileSync(path).toString('latin1');
    expect(bytes).not.toContain('05qqxx');
    expect(bytes).toContain('50qqxx');
  });

  test.each([
    ['that are not there', () => undefined],
    [
      'that are damaged',
      (path: string) => writeFileSync(path, 'no database, by any means whatsoever, and never was one'),
    ],
  ])('%s weigh nothing', (_what, spoil) => {
    const { database } = openStore();
    const path = join(folder, 'words.sqlite');
    spoil(path);

    const look = lookAtWordFile(path, database);

    expect(look).toEqual({ bytes: 0, hasGoneWords: false });
    expect(shareBesideWords(database, look, { days: 3, megabytes: 16 })).toEqual({ days: 3, megabytes: 16 });
    database.close();
  });

  test('of another store are to be forgotten', () => {
    const { database, path, index } = wordyStore();
    index.close();
    const another = openDatabase(join(folder, 'another.sqlite')).database;

    expect(lookAtWordFile(path, another).hasGoneWords).toBe(true);
    another.close();
    database.close();
  });
});

test('nothing is touched while all is within bounds', () => {
  const { store, keepWithin, count, database } = openStore();
  store([chunk(10)], 'one');

  expect(keepWithin({ days: 7, megabytes: 16 })).toBe(1);
  expect(count('chunks')).toBe(1);
  database.close();
});
