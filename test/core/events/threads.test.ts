import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type OpenedEventStore, openEventStore } from '../../../main/core/events/open-event-store.ts';
import type { IntakeBody } from '../../../main/core/events/ports.ts';
import { realHost } from '../../../main/core/host/real-host.ts';

/* Several threads behind one store: everything arrives once, and what dies is replaced. */

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4"}}}}\n';
const BODY: IntakeBody = {
  contentEncoding: null,
  receivedUs: 1_700_000_000_000_000,
  maxEventSize: 307_200,
  durable: false,
  admission: null,
  didIdentify: () => undefined,
  didStore: () => undefined,
};

let folder: string;
let store: OpenedEventStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-threads-'));
  const retention = (): { days: number; megabytes: number } => ({ days: 7, megabytes: 1024 });
  store = await openEventStore({ host: realHost(), path: join(folder, 'events.sqlite'), retention });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function span(body: number, at: number): string {
  return `{"span":{"id":"${body}-${at}","trace_id":"t${body}","parent_id":"p","name":"n${at}","type":"db","duration":1,"timestamp":1700000000000000}}\n`;
}

describe('many bodies at once', () => {
  test('are each stored once and whole, by however many threads', async () => {
    const bodies = Array.from({ length: 60 }, (_, body) =>
      gzipSync(METADATA + Array.from({ length: 200 }, (_, at) => span(body, at)).join('')),
    );

    const outcomes = await Promise.all(
      bodies.map((bytes) => store.intake.take({ ...BODY, contentEncoding: 'gzip' }, bytes)),
    );

    expect(outcomes.map(({ status, accepted }) => [status, accepted])).toEqual(bodies.map(() => [202, 200]));
    const ids = (await store.query({ limit: 20_000 })).map(({ id }) => id);
    expect(ids).toHaveLength(12_000);
    expect(new Set(ids).size).toBe(12_000);
    expect(await store.query({ limit: 300, trace: 't17' })).toHaveLength(200);
  });

  test('say what they hold to whoever sent them, whole or in pieces', async () => {
    const said: unknown[] = [];
    const body: IntakeBody = {
      ...BODY,
      didIdentify: ({ service }) => said.push(service),
      didStore: ({ span: spans }) => said.push(spans),
    };

    await store.intake.take(body, Buffer.from(METADATA + span(1, 1)));
    const stream = store.intake.begin(body);
    await stream.write(Buffer.from(METADATA));
    await stream.write(Buffer.from(span(2, 1) + span(2, 2)));
    stream.end();
    await stream.outcome;

    expect(said).toEqual(['shop', 1, 'shop', 2]);
  });

  test('are refused one by one, in the words of the one way and of the other alike', async () => {
    const bodies = ['', '\n', METADATA, `${METADATA}{"nope":1}\n${span(1, 1)}`, METADATA + span(1, 1).slice(0, 40)];

    for (const text of bodies) {
      const whole = await store.intake.take(BODY, Buffer.from(text));
      const stream = store.intake.begin(BODY);
      await stream.write(Buffer.from(text));
      stream.end();

      expect(await stream.outcome).toEqual(whole);
    }
  });
});

test('threads start also where Node was started with an option that they may not have', async () => {
  const given = process.execArgv.length;
  process.execArgv.push('--max-semi-space-size=4');
  try {
    const retention = (): { days: number; megabytes: number } => ({ days: 7, megabytes: 1024 });
    const other = await openEventStore({ host: realHost(), path: join(folder, 'other', 'events.sqlite'), retention });

    expect((await other.intake.take(BODY, Buffer.from(METADATA + span(1, 1)))).status).toBe(202);
    await other.close();
  } finally {
    process.execArgv.length = given;
  }
});

describe('a thread that dies', () => {
  /** The threads that were told something since, the writer first. */
  function watchedWorkers(): Set<Worker> {
    const workers = new Set<Worker>();
    const { postMessage } = Worker.prototype;
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, ...args) {
      workers.add(this);
      return postMessage.apply(this, args);
    });
    return workers;
  }
  afterEach(() => vi.restoreAllMocks());

  test('is started again and told of; what it had is answered 503, what was answered 202 is there', async () => {
    const workers = watchedWorkers();
    await store.intake.take(BODY, Buffer.from(METADATA + span(1, 1)));
    const stream = store.intake.begin(BODY);
    await stream.write(Buffer.from(METADATA));

    for (const worker of workers) await worker.terminate();

    expect(await stream.outcome).toMatchObject({ status: 503, errors: [{ message: 'server is shutting down' }] });
    await expect
      .poll(async () => (await store.intake.take(BODY, Buffer.from(METADATA + span(2, 1)))).status, { timeout: 30_000 })
      .toBe(202);
    expect(store.notices().map(({ id }) => id)).toContain('events-restarted');
    expect((await store.query({ limit: 10 })).map(({ id }) => id)).toEqual(['2-1', '1-1']);
  });

  test('again and again is not started for ever: that is said, and bodies are refused', async () => {
    const workers = watchedWorkers();
    const dies = async (): Promise<void> => {
      await expect
        .poll(async () => (await store.intake.take(BODY, Buffer.from(METADATA))).status, { timeout: 30_000 })
        .toBe(202);
      for (const worker of workers) await worker.terminate();
      workers.clear();
    };
    for (let death = 0; death < 3; death += 1) await dies();

    await expect.poll(() => store.notices().map(({ id }) => id), { timeout: 30_000 }).toContain('events-stopped');
    expect(await store.intake.take(BODY, Buffer.from(METADATA))).toMatchObject({ status: 503 });
  });
});
