import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Push } from '../../main/contract/index.ts';
import { countMissed } from '../../main/transport/count-missed.ts';
import { feedPushes } from '../../main/transport/push-feed.ts';
import { fakeCore } from '../support/fake-core.ts';
import * as data from '../support/fake-data.ts';

const MEBIBYTE = 1024 * 1024;

/** Both ends of a real connection. */
async function connected(): Promise<{ readonly viewer: Socket; readonly stream: Socket }> {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  const viewer = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [stream] = await once(server, 'connection');
  onTestFinished(() => {
    viewer.destroy();
    stream.destroy();
  });
  return { viewer, stream };
}

test('what waits for a viewer that stopped reading stays bounded; once it reads again it is told how much it missed, and misses nothing more', async () => {
  const core = fakeCore();
  const { viewer, stream } = await connected();
  const heard: Push[] = [];
  const everything = Promise.withResolvers<void>();
  let rest = '';
  viewer.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) heard.push(JSON.parse(line));
    if (heard.some(({ topic }) => topic === 'stopping')) everything.resolve();
  });
  viewer.pause();
  feedPushes(core, stream, (push) => `${JSON.stringify(push)}\n`);
  const document = { text: 'x'.repeat(50_000) };
  let mostWaiting = 0;

  for (let count = 0; count < 1_000; count++) {
    core.push({ topic: 'events', events: [data.event, { ...data.event, document }] });
    core.push({ topic: 'attempt', attempt: { ...data.attempt, id: `attempt-${count >> 1}` } });
    mostWaiting = Math.max(mostWaiting, stream.writableLength);
  }
  // The kernel took what it takes; the rest waits here.
  expect(mostWaiting).toBeGreaterThan(MEBIBYTE);
  expect(mostWaiting).toBeLessThan(MEBIBYTE + 60_000);
  viewer.resume();
  await once(stream, 'drain');
  core.push({ topic: 'stopping' });
  await everything.promise;

  const told = heard.filter((push) => push.topic === 'missed');
  const shown = heard.filter((push) => push.topic === 'events').flatMap(({ events }) => events);
  expect(told).toHaveLength(1);
  expect(shown.length + (told[0]?.events ?? 0)).toBe(2_000);
  expect(told[0]?.attempts).toBeGreaterThan(400);
  expect(told[0]?.attempts).toBeLessThanOrEqual(500);
  expect(heard.slice(-3).map(({ topic }) => topic)).toEqual(['missed', 'changed', 'stopping']);
});

test('what was missed is counted exactly, whatever is dropped in whatever order, and an attempt once', () => {
  const dropped = fc.oneof(
    fc.integer({ min: 0, max: 5 }).map((at) => ({
      topic: 'attempt' as const,
      attempt: { ...data.attempt, id: `attempt-${at}` },
    })),
    fc.integer({ min: 0, max: 4 }).map((length) => ({
      topic: 'events' as const,
      events: Array.from({ length }, () => data.event),
    })),
    fc.nat(1_000).map((events) => ({ topic: 'missed' as const, attempts: 0, events })),
    fc.constant({ topic: 'service' as const, service: data.service }),
  );
  fc.assert(
    fc.property(fc.array(dropped), (pushes) => {
      const missed = countMissed();
      for (const push of pushes) missed.count(push);
      const attempts = new Set(pushes.flatMap((push) => (push.topic === 'attempt' ? [push.attempt.id] : []))).size;
      const events = pushes.reduce((sum, push) => {
        if (push.topic === 'events') return sum + push.events.length;
        return push.topic === 'missed' ? sum + push.events : sum;
      }, 0);
      expect(missed.take()).toEqual(attempts + events === 0 ? null : { topic: 'missed', attempts, events });
      expect(missed.take()).toBeNull();
    }),
  );
});
