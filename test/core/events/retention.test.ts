import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Chunk } from '../../../main/core/events/chunk.ts';
import { createChunkWriter } from '../../../main/core/events/chunk-writer.ts';
import { openDatabase, sizeOf } from '../../../main/core/events/database.ts';
import type { Retention } from '../../../main/core/events/ports.ts';
import { retentionStep } from '../../../main/core/events/retention.ts';
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

test('nothing is touched while all is within bounds', () => {
  const { store, keepWithin, count, database } = openStore();
  store([chunk(10)], 'one');

  expect(keepWithin({ days: 7, megabytes: 16 })).toBe(1);
  expect(count('chunks')).toBe(1);
  database.close();
});
