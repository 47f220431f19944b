import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '../../../main/contract/index.ts';
import type { Storing } from '../../../main/core/events/chunk-writer.ts';
import { openSideWriter, type SideWriter } from '../../../main/core/events/side-writer.ts';
import { openStoreCore, type StoreCore } from '../../../main/core/events/store-core.ts';
import { turnsMemory, type WriteTurns, writeTurns } from '../../../main/core/events/write-turns.ts';
import { chunkOfLogs } from '../../support/chunk-of-logs.ts';

/* Two that write the one store: the thread that keeps it, and one beside it. */

let folder: string;
let path: string;
let memory: SharedArrayBuffer;
let turns: WriteTurns;
let notices: Notice[];
let keeper: StoreCore;
let side: SideWriter;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-side-'));
  path = join(folder, 'events.sqlite');
  memory = turnsMemory();
  turns = writeTurns(memory, 1);
  notices = [];
  keeper = openStoreCore({ path, words: join(folder, 'words.sqlite') }, turns, Date.now, (notice) =>
    notices.push(notice),
  );
  side = openSideWriter(path, writeTurns(memory, 2), Date.now);
});
afterEach(() => {
  side.close();
  keeper.close();
  rmSync(folder, { recursive: true, force: true });
});

function chunk(message: string, service = 'shop'): Storing[] {
  return [
    { source: { service, environment: null, document: `{"pid":"${service}"}` }, chunk: chunkOfLogs([{ message }]) },
  ];
}

function stored(): { readonly chunks: number; readonly services: readonly unknown[] } {
  const reader = new DatabaseSync(path, { readOnly: true });
  const chunks = Number(reader.prepare('SELECT COUNT(*) AS chunks FROM chunk_lines').get()?.chunks);
  const services = reader.prepare('SELECT name FROM service_names ORDER BY name').all();
  reader.close();
  return { chunks, services: services.map(({ name }) => name) };
}

test('both are in one store, and share its services and sources', () => {
  for (let at = 0; at < 20; at += 1) {
    keeper.store(chunk(`kept ${at}`, `service ${at % 3}`), false);
    side.store(chunk(`beside ${at}`, `service ${at % 4}`));
  }

  expect(stored()).toEqual({ chunks: 40, services: ['service 0', 'service 1', 'service 2', 'service 3'] });
});

describe('a file that was damaged, and that the thread beside still has open when it is replaced', () => {
  const GARBAGE = Buffer.alloc(4096, 'no page of any database ');
  const overwrite = (from: number): void => {
    const file = openSync(path, 'r+');
    for (let at = from; at < statSync(path).size; at += GARBAGE.length) writeSync(file, GARBAGE, 0, GARBAGE.length, at);
    closeSync(file);
  };

  test.each([
    ['everywhere, and looked at', 0, () => keeper.mend()],
    ['behind its header, and looked at', 4096, () => keeper.mend()],
    ['everywhere, and met', 0, () => keeper.memory.recall(1)],
  ] as const)('%s: both go on in the new one, which keeps its log', (_how, from, meet) => {
    for (const at of Array(50).keys()) keeper.store(chunk(`before ${at}`), false);
    side.store(chunk('before'));
    const other = new DatabaseSync(path);
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    overwrite(from);

    meet();
    keeper.store(chunk('after'), false);
    side.store(chunk('after, beside'));

    expect(notices.map(({ id }) => id)).toEqual(['events-damaged']);
    expect(existsSync(`${path}-wal`)).toBe(true);
    expect(stored().chunks).toBe(2);
  });
});

test('a file that another program holds is left to the keeper at once', () => {
  side.store(chunk('before'));
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');

  expect(() => side.store(chunk('during'))).toThrow('database is locked');
  other.exec('ROLLBACK');
  other.close();
  side.store(chunk('after'));

  expect(stored().chunks).toBe(2);
});

test('a store of another schema version is not written to', () => {
  side.close();
  const other = new DatabaseSync(path);
  other.exec('PRAGMA user_version = 99');
  other.close();
  turns.didOpenFile();

  expect(() => side.store(chunk('newer'))).toThrow('schema version 99');
});

test('a turn that somebody holds is waited for, and not for ever', async () => {
  const held = Promise.withResolvers<void>();
  const code = `const { workerData, parentPort } = require('node:worker_threads');
    const cells = new Int32Array(workerData); Atomics.store(cells, 0, 7); parentPort.postMessage('held');
    parentPort.once('message', () => { Atomics.store(cells, 0, 0); Atomics.notify(cells, 0, 1); });`;
  const worker = new Worker(code, { eval: true, workerData: memory });
  worker.once('message', () => held.resolve());
  await held.promise;

  expect(() => side.store(chunk('during'))).toThrow('another thread writes');
  worker.postMessage('give back');
  // Wakes as soon as it is given back, long before the minute is over.
  expect(turns.take(60_000)).toBe(true);
  turns.giveBack();
  side.store(chunk('after'));

  expect(stored().chunks).toBe(1);
  await worker.terminate();
});

test('a turn that died with its thread is seized by the keeper, and what comes back of it changes nothing', () => {
  const dead = writeTurns(memory, 9);
  expect(dead.take(0)).toBe(true);

  keeper.store(chunk('kept'), false);
  dead.giveBack();
  side.store(chunk('beside'));

  expect(stored().chunks).toBe(2);
});
