import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCommitQueue } from '../../../main/core/events/commit-queue.ts';
import { type OpenedEventStore, openEventStore } from '../../../main/core/events/open-event-store.ts';
import type { IntakeOutcome } from '../../../main/core/events/ports.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { chunkOfLogs } from '../../support/chunk-of-logs.ts';

/* Another program holds the file of events: a backup, a scanner, somebody with `sqlite3`. */

let folder: string;
let path: string;
let store: OpenedEventStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-locked-'));
  path = join(folder, 'events.sqlite');
  store = await openEventStore({ host: realHost(), path, retention: () => ({ days: 7, megabytes: 1024 }) });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function send(message: string): Promise<IntakeOutcome> {
  const body = `{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4"}}}}\n{"log":{"message":"${message}"}}\n`;
  const facts = { contentEncoding: null, receivedUs: 1_700_000_000_000_000, maxEventSize: 307_200, durable: false };
  const silent = { admission: null, didIdentify: () => undefined, didStore: () => undefined };
  return store.intake.take({ ...facts, ...silent }, Buffer.from(body));
}

test('agents are told to wait, it is said why, events are still listed, and all goes on when the file is let go', async () => {
  await send('before');
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');

  const refused = await Promise.all(Array.from({ length: 30 }, (_, at) => send(`during ${at}`)));
  const listed = await store.query({ limit: 10 });
  const during = store.notices();
  other.exec('ROLLBACK');
  other.close();
  const later = await send('after');

  const full = [{ message: 'cannot handle stream: cannot process batch: queue is full' }];
  expect(new Set(refused.map((each) => JSON.stringify([each.status, each.accepted, each.errors])))).toEqual(
    new Set([JSON.stringify([503, 0, full])]),
  );
  expect(listed.map(({ name }) => name)).toEqual(['before']);
  expect(during).toMatchObject([{ id: 'events-unwritable', text: expect.stringContaining('Another program holds') }]);
  expect(later).toMatchObject({ status: 202, accepted: 1 });
  await expect.poll(() => store.notices(), { timeout: 30_000 }).toEqual([]);
  expect((await store.query({ limit: 10 })).map(({ name }) => name)).toEqual(['after', 'before']);
});

test('bodies that wait for the file together wait once', async () => {
  const source = { service: 'shop', environment: null, document: '{}' };
  const tries: number[] = [];
  const queue = openCommitQueue((storing) => {
    tries.push(storing.length);
    throw Object.assign(new Error('database is locked'), { errcode: 5 });
  });

  const outcomes = await Promise.allSettled(
    ['one', 'two', 'three'].map((message) => queue.store([{ source, chunk: chunkOfLogs([{ message }]) }], false)),
  );

  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(tries).toEqual([3]);
});
