import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, sizeOf } from '../../../main/core/events/database.ts';
import { createEventWriter } from '../../../main/core/events/event-writer.ts';
import type { IncomingEvent, Retention } from '../../../main/core/events/ports.ts';
import { retentionStep } from '../../../main/core/events/retention.ts';

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

function event(bytes: number): IncomingEvent {
  return {
    kind: 'log',
    timestampUs: 0,
    name: null,
    traceId: null,
    id: null,
    parentId: null,
    durationMs: null,
    outcome: null,
    document: JSON.stringify('x'.repeat(bytes)),
  };
}

function openStore() {
  const { database } = openDatabase(join(folder, 'events.sqlite'));
  const writer = createEventWriter(database, () => nowMs);
  const count = (table: string): number => Number(database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()?.n);
  return {
    database,
    count,
    store: (events: readonly IncomingEvent[], process: string) =>
      writer.store({ service: 'shop', environment: null, document: `{"pid":"${process}"}` }, [events], false),
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
    Array.from({ length: 1200 }, () => event(10)),
    'first',
  );
  nowMs += 5 * DAY;
  store([event(10)], 'second');
  nowMs += 3 * DAY;

  const steps = keepWithin({ days: 7, megabytes: 1024 });

  expect(count('events')).toBe(1);
  expect(count('sources')).toBe(1);
  expect(steps).toBeGreaterThan(3);
  expect(keepWithin({ days: 7, megabytes: 1024 })).toBe(1);
  database.close();
});

test('the oldest go while more bytes are in use than allowed, and the file shrinks', () => {
  const { store, keepWithin, database } = openStore();
  for (let batch = 0; batch < 40; batch += 1)
    store(
      Array.from({ length: 10 }, () => event(100_000)),
      `${batch}`,
    );
  expect(sizeOf(database)).toBeGreaterThan(32 * 1024 * 1024);

  keepWithin({ days: 7, megabytes: 16 });

  expect(sizeOf(database)).toBeLessThanOrEqual(16 * 1024 * 1024);
  const left = database.prepare('SELECT MIN(sequence) AS first, MAX(sequence) AS last FROM events').get();
  expect(Number(left?.last)).toBe(400);
  expect(Number(left?.first)).toBeGreaterThan(1);
  database.close();
});

test('nothing is touched while all is within bounds', () => {
  const { store, keepWithin, count, database } = openStore();
  store([event(10)], 'one');

  expect(keepWithin({ days: 7, megabytes: 16 })).toBe(1);
  expect(count('events')).toBe(1);
  database.close();
});
