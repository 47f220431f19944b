import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Counts, Service, StoredEvent } from '../../../main/contract/index.ts';
import { type OpenedEventStore, openEventStore } from '../../../main/core/events/open-event-store.ts';
import type { IntakeOutcome, Retention } from '../../../main/core/events/ports.ts';
import { realHost } from '../../../main/core/host/real-host.ts';

let folder: string;
let path: string;
let store: OpenedEventStore | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-store-'));
  path = join(folder, 'events.sqlite');
  store = null;
});
afterEach(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(
  retention: Retention = { days: 7, megabytes: 1024 },
  didStore?: (events: readonly StoredEvent[]) => void,
): Promise<OpenedEventStore> {
  store = await openEventStore({
    host: realHost(),
    path,
    retention: () => retention,
    ...(didStore === undefined ? {} : { didStore }),
  });
  return store;
}

async function reopen(): Promise<OpenedEventStore> {
  await store?.close();
  return open();
}

function metadata(service: string): string {
  return `{"metadata":{"service":{"name":"${service}","environment":"test","agent":{"name":"nodejs","version":"4"}}}}\n`;
}

async function send(into: OpenedEventStore, body: string, receivedUs = 1_700_000_000_000_000): Promise<IntakeOutcome> {
  const stream = into.intake.begin({
    contentEncoding: null,
    receivedUs,
    maxEventSize: 307_200,
    durable: true,
    admission: null,
    didIdentify: () => undefined,
    didStore: () => undefined,
  });
  await stream.write(Buffer.from(body));
  stream.end();
  return stream.outcome;
}

const TRANSACTION =
  '{"transaction":{"id":"a1","trace_id":"t1","parent_id":"p0","name":"GET /cart","type":"request","duration":12.5,"outcome":"success","timestamp":1700000000000001,"span_count":{"started":1}}}\n';
const SPAN =
  '{"span":{"id":"s1","trace_id":"t1","parent_id":"a1","name":"SELECT 100% FROM cart","type":"db","duration":3,"timestamp":1700000001000000}}\n';
const ERROR = '{"error":{"id":"e1","exception":{"message":"out of stock"}}}\n';

describe('a stored event', () => {
  test('comes back with what was read out of it and its document as it was', async () => {
    const opened = await open();

    const outcome = await send(opened, metadata('shop') + TRANSACTION);

    expect(outcome).toMatchObject({ accepted: 1, status: 202, metadata: { service: 'shop', environment: 'test' } });
    expect(await opened.query({ limit: 10 })).toEqual([
      {
        sequence: 65_536,
        service: 'shop',
        kind: 'transaction',
        at: '2023-11-14T22:13:20.000Z',
        name: 'GET /cart',
        traceId: 't1',
        id: 'a1',
        parentId: 'p0',
        durationMs: 12.5,
        outcome: 'success',
        document: JSON.parse(TRANSACTION).transaction,
      },
    ]);
  });

  test('is found by its trace among thousands of others, wherever they stand', async () => {
    const others = (from: number): string => Array.from({ length: 2_500 }, (_, at) => span(from + at)).join('');
    await send(await open(), metadata('shop') + SPAN + others(0) + SPAN + others(2_500) + SPAN);
    const opened = await reopen();

    expect((await opened.query({ limit: 10, trace: 't1' })).map(({ traceId }) => traceId)).toEqual(['t1', 't1', 't1']);
    expect(await opened.query({ limit: 10, trace: 'x7' })).toHaveLength(1);
  });

  test('is found by service, kind, trace, time and text, newest first', async () => {
    const opened = await open();
    await send(opened, metadata('shop') + TRANSACTION + SPAN);
    await send(opened, metadata('till') + ERROR, 1_700_000_100_000_000);

    const names = async (query: Parameters<OpenedEventStore['query']>[0]): Promise<(string | null)[]> =>
      (await opened.query(query)).map(({ name }) => name);
    expect(await names({ limit: 10 })).toEqual(['out of stock', 'SELECT 100% FROM cart', 'GET /cart']);
    expect(await names({ limit: 1 })).toEqual(['out of stock']);
    expect(await names({ limit: 10, service: 'shop' })).toEqual(['SELECT 100% FROM cart', 'GET /cart']);
    expect(await names({ limit: 10, service: 'nobody' })).toEqual([]);
    expect(await names({ limit: 10, kind: 'error' })).toEqual(['out of stock']);
    expect(await names({ limit: 10, trace: 't1', kind: 'span' })).toEqual(['SELECT 100% FROM cart']);
    expect(await names({ limit: 10, since: '2023-11-14T22:14:00Z' })).toEqual(['out of stock']);
    expect(await names({ limit: 10, text: '100%' })).toEqual(['SELECT 100% FROM cart']);
    expect(await names({ limit: 10, text: '_ET' })).toEqual([]);
    expect(await names({ limit: 10, text: 'STOCK' })).toEqual(['out of stock']);
    expect(await names({ limit: 10, text: "'; DROP TABLE events; --" })).toEqual([]);
  });

  test.each([
    ['9223372036854775807', '+275760-09-13T00:00:00.000Z'],
    ['-9223372036854775808', '-271821-04-20T00:00:00.000Z'],
  ])('with a time that no calendar reaches (%s) is listed all the same', async (timestamp, at) => {
    const opened = await open();
    const strange = TRANSACTION.replace('1700000000000001', timestamp);

    expect(await send(opened, metadata('shop') + strange + SPAN)).toMatchObject({ accepted: 2, status: 202 });

    expect((await opened.query({ limit: 10 })).map((event) => event.at)).toEqual(['2023-11-14T22:13:21.000Z', at]);
    expect(await opened.query({ limit: 10, since: '2023-01-01T00:00:00Z', text: 'cart' })).not.toEqual([]);
  });

  test('is told to a live list soon after', async () => {
    const told = Promise.withResolvers<readonly StoredEvent[]>();
    const opened = await open(undefined, told.resolve);

    await send(opened, metadata('shop') + TRANSACTION + SPAN);

    expect((await told.promise).map(({ kind }) => kind)).toEqual(['transaction', 'span']);
  });

  test('outlives a restart, in a file that nobody else may read', async () => {
    await send(await open(), metadata('shop') + TRANSACTION);

    expect(await (await reopen()).query({ limit: 10 })).toHaveLength(1);
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual(
      readdirSync(folder).map(() => 0o600),
    );
  });
});

describe('purging', () => {
  test('takes every event, and its text out of the file', async () => {
    const opened = await open();
    await send(opened, metadata('shop') + TRANSACTION.repeat(500));
    expect(await opened.query({ limit: 1, text: 'cart' })).toHaveLength(1);
    expect(storedChunks(path)).toHaveLength(1);
    const [packed = ''] = storedChunks(path);
    expect(filesHold(packed)).toBe(true);

    expect(await opened.purge()).toBe(500);

    expect(await opened.query({ limit: 10 })).toEqual([]);
    await opened.close();
    store = null;
    expect(filesHold(packed)).toBe(false);
    expect(filesHold('shop')).toBe(false);
    expect(filesHold('cart')).toBe(false);
  });
});

describe('the words of events', () => {
  test('that an earlier run let go of, and was killed before it forgot them, are forgotten by the next one', async () => {
    await send(await open(), metadata('shop') + TRANSACTION + SPAN);
    const wordsKnown = (): number => countIn(join(folder, 'words.sqlite'), 'words');
    await expect.poll(wordsKnown, { timeout: 30_000 }).toBe(2);
    await store?.close();
    const between = new DatabaseSync(path);
    between.exec('DELETE FROM chunk_lines; DELETE FROM chunks');
    between.close();

    const opened = await open();
    opened.keepWithinRetention();

    await expect.poll(wordsKnown, { timeout: 30_000 }).toBe(0);
  });
});

describe('what is remembered', () => {
  const service = (name: string, lastSeenAt: string): Service => ({
    service: name,
    environment: null,
    agent: null,
    steps: [],
    stoppedAt: null,
    diagnosis: null,
    counts: { transaction: 0, span: 0, error: 0, metricset: 0, log: 0 } satisfies Counts,
    agentId: null,
    attribution: 'none',
    tls: null,
    tokenId: null,
    process: null,
    firstSeenAt: lastSeenAt,
    lastSeenAt,
    lastAttemptId: null,
    configuration: null,
    verifies: null,
  });
  const attempt = (id: string, at: string) => ({
    facts: `[${id}]`,
    attempt: {
      id,
      at,
      service: null,
      agent: null,
      remote: '127.0.0.1:1',
      process: null,
      tls: null,
      alert: null,
      step: null,
      outcome: 'failed' as const,
      status: null,
      diagnosis: null,
      environment: null,
      agentId: null,
      attribution: 'none' as const,
      open: false,
      durationMs: 1,
      configuration: null,
    },
  });

  test('comes back after a restart, newest state and newest attempts first', async () => {
    const opened = await open();
    opened.remember({
      attempts: [attempt('1', '2026-01-01T00:00:00.000Z'), attempt('2', '2026-01-02T00:00:00.000Z')],
      services: [service('shop', 'then'), service('till', 'then')],
    });
    opened.remember({ attempts: [attempt('3', '2026-01-03T00:00:00.000Z')], services: [service('shop', 'now')] });
    opened.forgetService('till', null);

    const recalled = await (await reopen()).recall(2);

    expect(recalled.attempts.map(({ attempt: { id }, facts }) => [id, facts])).toEqual([
      ['3', '[3]'],
      ['2', '[2]'],
    ]);
    expect(recalled.services).toEqual([service('shop', 'now')]);
  });
});

describe('a damaged store', () => {
  const aside = (): string[] => readdirSync(folder).filter((name) => name.includes('.damaged-'));

  test.each([
    ['no database at all', () => writeFileSync(path, 'this is not a database, by any means whatsoever')],
    ['half of a header', () => writeFileSync(path, 'SQLite form')],
  ])('%s is kept aside, said, and a new one begun', async (_name, damage) => {
    damage();
    const found = readFileSync(path);

    const opened = await open();

    expect(opened.notices()).toMatchObject([{ id: 'events-damaged', level: 'attention' }]);
    const [kept = ''] = aside();
    expect(readFileSync(join(folder, kept))).toEqual(found);
    expect((await send(opened, metadata('shop') + TRANSACTION)).accepted).toBe(1);
    expect((await reopen()).notices()).toEqual([]);
  });

  test('overwritten pages are found at the start', async () => {
    await send(await open(), metadata('shop') + TRANSACTION.repeat(2000));
    await store?.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 8192, 60_000);
    writeFileSync(path, bytes);

    const opened = await open();

    expect(opened.notices()).toHaveLength(1);
    expect(aside().length).toBeGreaterThan(0);
    expect((await send(opened, metadata('shop') + TRANSACTION)).accepted).toBe(1);
  });

  test('from a newer Sealwire is refused with the way on, and not touched', async () => {
    await open();
    await store?.close();
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    const before = readFileSync(path);

    await expect(open()).rejects.toMatchObject({
      code: 'DISK_FAILED',
      message: expect.stringContaining('a newer Sealwire wrote it, with schema version 99'),
      fix: expect.stringContaining('Update Sealwire'),
    });

    expect(readFileSync(path)).toEqual(before);
    expect(aside()).toEqual([]);
  });

  test('that cannot be had at all is an error with a next step', async () => {
    await expect(
      openEventStore({
        host: realHost(),
        path: join('/proc/nowhere', 'events.sqlite'),
        retention: () => ({ days: 1, megabytes: 16 }),
      }),
    ).rejects.toThrow();
    expect(existsSync(path)).toBe(false);
  });
});

describe('after closing', () => {
  test('questions are refused, and open no thread for it', async () => {
    const opened = await open();
    await opened.close();
    store = null;

    await expect(opened.query({ limit: 1 })).rejects.toThrow('the store of events is closed');
  });

  test('bodies are told that the server is shutting down', async () => {
    const opened = await open();
    await opened.close();
    store = null;

    expect(await send(opened, metadata('shop') + TRANSACTION)).toMatchObject({
      status: 503,
      errors: [{ message: 'server is shutting down' }],
    });
  });
});

function span(at: number): string {
  return `{"span":{"id":"s${at}","trace_id":"x${at}","parent_id":"a1","name":"n","type":"db","duration":3,"timestamp":1700000001000000}}\n`;
}

/** The packed lines of every chunk, as text of one byte a character. */
function storedChunks(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT lines FROM chunk_lines').all();
  database.close();
  return rows.map(({ lines }) => Buffer.from(lines as Uint8Array).toString('latin1'));
}

/** Rows of a table; 0 where there is none yet. */
function countIn(file: string, table: string): number {
  if (!existsSync(file)) return 0;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(database.prepare(`SELECT COUNT(*) AS rows FROM ${table}`).get()?.rows);
  } catch {
    // The table is made a moment after the file.
    return 0;
  } finally {
    database.close();
  }
}

/** Whether any file of the store holds that. */
function filesHold(text: string): boolean {
  return readdirSync(folder).some((name) => readFileSync(join(folder, name), 'latin1').includes(text));
}
