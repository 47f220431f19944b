import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RelayedHead, UpstreamAnswer } from '../../../main/core/relay/ports.ts';
import { openRelayQueue, type RelayQueue } from '../../../main/core/relay/relay-queue.ts';
import { createRelaySender } from '../../../main/core/relay/relay-sender.ts';
import type { SenderState } from '../../../main/core/relay/sender-state.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

const HEAD: RelayedHead = { method: 'POST', target: '/intake/v2/events', headers: {}, isAuthorised: true };
const HOUR_MS = 3_600_000;

let folder: string;
let queue: RelayQueue;
let clock: VirtualClock;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-relay-'));
  queue = openRelayQueue(join(folder, 'relay.sqlite'), 'https://apm.example.com', false);
  clock = virtualClock();
});
afterEach(() => {
  queue.close();
  rmSync(folder, { recursive: true, force: true });
});

const answer = (status: number, body = '', headers: Record<string, string> = {}): UpstreamAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(body),
});

/** A server behind that answers what it is told to, and keeps what it took. */
function scene(answers: (body: string, tries: number) => UpstreamAnswer | Error) {
  const asked: { readonly body: string; readonly atMs: number }[] = [];
  const taken: string[] = [];
  let onTheWay = 0;
  let most = 0;
  const states: SenderState[] = [];
  const sender = createRelaySender({
    queue,
    upstream: {
      ask: async (_head, bytes) => {
        const body = Buffer.from(bytes).toString();
        onTheWay += 1;
        most = Math.max(most, onTheWay);
        asked.push({ body, atMs: clock.nowMs() });
        await null;
        onTheWay -= 1;
        const given = answers(body, asked.filter((each) => each.body === body).length);
        if (given instanceof Error) throw given;
        if (given.status < 300) taken.push(body);
        return given;
      },
    },
    nowMs: clock.nowMs,
    after: clock.after,
    random: () => 0.999,
    didChange: (state) => states.push(state),
  });
  const add = (...bodies: string[]): void => {
    queue.put(bodies.map((body) => ({ head: HEAD, body: Buffer.from(body), atMs: clock.nowMs() })));
    sender.wake();
  };
  return { asked, taken, states, sender, add, most: () => most };
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => `body-${at}`);
const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:8200'), { code: 'ECONNREFUSED' });

describe('what is queued', () => {
  test('is sent oldest first, a few at a time, and taken off once it was taken', async () => {
    const { add, taken, sender, most } = scene(() => answer(202));

    add(...numbered(50));
    await clock.pass(60_000);

    expect([...taken].sort()).toEqual(numbered(50).sort());
    expect(taken.indexOf('body-0')).toBeLessThan(4);
    expect(most()).toBe(4);
    expect(queue.size()).toEqual({ requests: 0, bytes: 0, oldestAtMs: null });
    expect(sender.state()).toMatchObject({ kind: 'passing', sent: 50, refused: 0, problem: null });
  });

  test('outlasts an outage of an hour, and none of it is lost or sent twice', async () => {
    let isUp = false;
    const { add, taken, asked, sender } = scene(() => (isUp ? answer(202) : refused));

    for (let minute = 0; minute < 60; minute++) {
      add(`minute-${minute}`);
      await clock.pass(60_000);
    }
    expect(sender.state()).toMatchObject({ kind: 'waiting', problem: { code: 'UNREACHABLE' } });
    expect(queue.size().requests).toBe(60);
    const during = asked.length;
    isUp = true;
    await clock.pass(61_000);

    // At most once a minute after the first minute, and always with the oldest.
    expect(during).toBeLessThan(75);
    expect(new Set(asked.slice(8, during).map(({ body }) => body))).toEqual(new Set(['minute-0']));
    expect(taken.length).toBe(60);
    expect(new Set(taken).size).toBe(60);
    expect(queue.size().requests).toBe(0);
    expect(sender.state().problem).toBeNull();
  });

  test.each([
    [503, '{"accepted":0,"errors":[{"message":"queue is full"}]}', 'it answered 503: queue is full'],
    [
      429,
      '{"error":"too many requests: rate limit exceeded"}',
      'it answered 429: too many requests: rate limit exceeded',
    ],
    [502, '<html>bad gateway</html>', 'it answered 502'],
  ])('waits where the server answers %i', async (status, body, why) => {
    let isUp = false;
    const { add, taken, sender } = scene(() => (isUp ? answer(202) : answer(status, body)));

    add('one', 'two');
    await clock.pass(30_000);
    expect(sender.state()).toMatchObject({ kind: 'waiting', problem: { code: 'UNAVAILABLE', why } });
    expect(taken).toEqual([]);
    isUp = true;
    await clock.pass(HOUR_MS);

    expect(taken.sort()).toEqual(['one', 'two']);
  });

  test('waits as long as the server asks for, five minutes at the most', async () => {
    const { add, asked } = scene((_body, tries) =>
      tries === 1 ? answer(503, '', { 'retry-after': '86400' }) : answer(202),
    );

    add('one');
    await clock.pass(299_000);
    expect(asked.length).toBe(1);
    await clock.pass(2000);

    expect(asked.length).toBe(2);
  });

  test.each([
    [401, '{"error":"authentication failed"}', 'UNAUTHORISED'],
    [403, '{"error":"unauthorized"}', 'UNAUTHORISED'],
    [404, '{"error":"404 page not found"}', 'NOT_A_SERVER'],
    [307, '', 'REDIRECT'],
  ])('is held where the server answers %i, until that is mended', async (status, body, code) => {
    let isMended = false;
    const { add, taken, sender } = scene(() => (isMended ? answer(202) : answer(status, body)));

    add('one', 'two', 'three');
    await clock.pass(HOUR_MS);
    expect(sender.state()).toMatchObject({ kind: 'held', problem: { code } });
    expect(queue.size().requests).toBe(3);
    isMended = true;
    await clock.pass(61_000);

    expect(taken.sort()).toEqual(['one', 'three', 'two']);
    expect(sender.state()).toMatchObject({ kind: 'passing', problem: null, nextTryAtMs: null });
  });

  test('of which the server takes some events and not others is sent once', async () => {
    const { add, asked, sender } = scene(() =>
      answer(400, '{"accepted":3,"errors":[{"message":"validation error"},{"message":"validation error"}]}'),
    );

    add('mixed');
    await clock.pass(HOUR_MS);

    expect(asked.length).toBe(1);
    expect(sender.state()).toMatchObject({ sent: 1, eventsRefused: 2, refused: 0 });
  });

  test('that the server will never take makes room for the rest, and is counted', async () => {
    const { add, taken, sender } = scene((body) => (body === 'bad' ? answer(400, '{"error":"no"}') : answer(202)));

    add('bad', 'good');
    await clock.pass(1000);

    expect(taken).toEqual(['good']);
    expect(sender.state()).toMatchObject({ sent: 1, refused: 1, lastRefusal: { why: 'it answered 400: no' } });
  });

  test('at which the server fails again and again, while it takes others, does not hold them up for ever', async () => {
    const { add, taken, asked, sender } = scene((body) => (body === 'poison' ? answer(500, '') : answer(202)));

    add('poison', 'good');
    await clock.pass(HOUR_MS);

    expect(taken).toEqual(['good']);
    expect(asked.filter(({ body }) => body === 'poison').length).toBe(5);
    expect(sender.state()).toMatchObject({ sent: 1, refused: 1 });
    expect(queue.size().requests).toBe(0);
  });

  test('of a page is not held by what the server says to pages', async () => {
    const { sender, taken } = scene((body) => (body === 'page' ? answer(403, '{"error":"RUM is off"}') : answer(202)));
    queue.put([{ head: { ...HEAD, isAuthorised: false }, body: Buffer.from('page'), atMs: 0 }]);
    queue.put([{ head: HEAD, body: Buffer.from('agent'), atMs: 0 }]);

    sender.wake();
    await clock.pass(1000);

    expect(taken).toEqual(['agent']);
    expect(sender.state()).toMatchObject({ kind: 'passing', refused: 1 });
  });

  test('need not be there for a server that is away to be noticed, nor for its return', async () => {
    let isUp = false;
    const { asked, sender } = scene(() => (isUp ? answer(200) : refused));

    sender.greet();
    await clock.pass(30_000);
    expect(sender.state()).toMatchObject({ kind: 'waiting', problem: { code: 'UNREACHABLE' } });
    isUp = true;
    await clock.pass(60_000);
    const count = asked.length;
    await clock.pass(HOUR_MS);

    expect(sender.state()).toMatchObject({ kind: 'passing', problem: null, sent: 0 });
    expect(asked.length).toBe(count);
  });

  test('stays where Sealwire stops', async () => {
    const { add, sender } = scene(() => refused);
    add('one');
    await clock.pass(5000);

    await sender.close();
    await clock.pass(HOUR_MS);

    expect(queue.size().requests).toBe(1);
  });
});
