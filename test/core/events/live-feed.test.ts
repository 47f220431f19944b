import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { StoredEvent } from '../../../main/contract/index.ts';
import { createLiveFeed } from '../../../main/core/events/live-feed.ts';
import { type OpenedEventStore, openEventStore } from '../../../main/core/events/open-event-store.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { tempHome } from '../../support/temp-security.ts';

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4"}}}}\n';

function logs(count: number): string {
  return METADATA + Array.from({ length: count }, (_, at) => `{"log":{"message":"line ${at}"}}\n`).join('');
}

interface Watched {
  readonly store: OpenedEventStore;
  readonly told: StoredEvent[];
  skipped(): number;
  /** Resolves when so many events were told or skipped. */
  accountedFor(events: number): Promise<void>;
}

async function watch(path: string): Promise<Watched> {
  const told: StoredEvent[] = [];
  let skipped = 0;
  let wake = (): void => undefined;
  const store = await openEventStore({
    host: realHost(),
    path,
    retention: () => ({ days: 7, megabytes: 1024 }),
    didStore: (events) => {
      expect(events.length).toBeLessThanOrEqual(100);
      told.push(...events);
      wake();
    },
    didSkip: (events) => {
      skipped += events;
    },
  });
  return {
    store,
    told,
    skipped: () => skipped,
    accountedFor: (events) =>
      new Promise((resolve) => {
        wake = () => {
          if (told.length + skipped >= events) resolve();
        };
        wake();
      }),
  };
}

async function send({ store }: Watched, body: string): Promise<void> {
  const stream = store.intake.begin({
    contentEncoding: null,
    receivedUs: 1_700_000_000_000_000,
    maxEventSize: 307_200,
    durable: false,
    admission: null,
    didIdentify: () => undefined,
    didStore: () => undefined,
  });
  await stream.write(Buffer.from(body));
  stream.end();
  expect((await stream.outcome).errors).toEqual([]);
}

test('a live list is told a hundred of many new events at once, each once, and how many it is not told', async () => {
  const watched = await watch(join(tempHome(), 'events.sqlite'));
  onTestFinished(() => watched.store.close());

  await send(watched, logs(3));
  await watched.accountedFor(3);
  expect([watched.told.length, watched.skipped()]).toEqual([3, 0]);

  for (let at = 0; at < 20; at++) await send(watched, logs(150));
  await watched.accountedFor(3_003);

  expect(watched.told.length + watched.skipped()).toBe(3_003);
  expect(new Set(watched.told.map(({ sequence }) => sequence)).size).toBe(watched.told.length);
  expect(watched.skipped()).toBeGreaterThan(0);
});

test('after a start only what is stored from then on is told, and all of it is accounted for', async () => {
  const path = join(tempHome(), 'events.sqlite');
  const before = await watch(path);
  await send(before, logs(40));
  await before.accountedFor(40);
  await before.store.close();
  const after = await watch(path);
  onTestFinished(() => after.store.close());

  await send(after, logs(2));
  await after.accountedFor(2);
  await send(after, logs(250));
  await after.accountedFor(252);

  expect(after.told.length + after.skipped()).toBe(252);
  expect(after.told.slice(0, 2).map(({ document }) => document)).toMatchObject([
    { message: 'line 0' },
    { message: 'line 1' },
  ]);
  // A burst that is the first thing of a run is no less accounted for.
  await after.store.close();
  const third = await watch(path);
  onTestFinished(() => third.store.close());
  await send(third, logs(300));
  await third.accountedFor(300);
  expect([third.told.length, third.skipped()]).toEqual([100, 200]);
});

test('what was purged is not told again, and what comes after it is', async () => {
  const watched = await watch(join(tempHome(), 'events.sqlite'));
  onTestFinished(() => watched.store.close());
  await send(watched, logs(5));
  await watched.accountedFor(5);

  await watched.store.purge();
  await send(watched, logs(4));
  await watched.accountedFor(9);

  expect([watched.told.length, watched.skipped()]).toEqual([9, 0]);
});

describe('whatever the store says', () => {
  const event = (sequence: number): StoredEvent => ({
    sequence,
    service: 'shop',
    kind: 'log',
    at: '2026-11-23T12:00:00.000Z',
    name: null,
    traceId: null,
    id: null,
    parentId: null,
    durationMs: null,
    outcome: null,
    document: {},
  });

  /** A feed over a store that holds `sequences`, and what it told so far. */
  function feed(begin: number, fails: { count: boolean } = { count: false }) {
    const held: number[] = [];
    const told: number[] = [];
    let skipped = 0;
    let asked = (): void => undefined;
    const live = createLiveFeed({
      begin,
      query: async ({ limit, after = -1 }) =>
        held
          .filter((each) => each > after)
          .toSorted((one, other) => other - one)
          .slice(0, limit)
          .map(event),
      count: async ({ after, upTo }) => {
        if (fails.count) {
          asked();
          throw new Error('locked');
        }
        return held.filter((each) => each > after && each <= upTo).length;
      },
      didStore: (events) => {
        told.push(...events.map(({ sequence }) => sequence));
        asked();
      },
      didSkip: (events) => {
        skipped += events;
      },
    });
    onTestFinished(() => live.close());
    return {
      held,
      told,
      skipped: () => skipped,
      /** Stores these and waits until the feed has told them, or failed to count them. */
      store: (sequences: readonly number[]): Promise<void> =>
        new Promise((resolve) => {
          held.push(...sequences);
          asked = resolve;
          live.didStore();
        }),
    };
  }

  test('a store that took the place of a damaged one, and counts from its beginning, is told from its beginning', async () => {
    const { held, told, store } = feed(9_000);
    await store([9_001]);
    held.length = 0;

    await store([1, 2]);

    expect(told).toEqual([9_001, 1, 2]);
  });

  test('events whose count could not be had are told with the next ones', async () => {
    const fails = { count: true };
    const { told, store, skipped } = feed(-1, fails);
    await store(Array.from({ length: 150 }, (_, at) => at));
    fails.count = false;

    await store([150]);

    expect(told.length + skipped()).toBe(151);
    expect(new Set(told).size).toBe(told.length);
  });
});
