import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RelayedHead } from '../../../main/core/relay/ports.ts';
import { openRelayQueue } from '../../../main/core/relay/relay-queue.ts';

const HEAD: RelayedHead = {
  method: 'POST',
  target: '/v1/traces?x=1',
  headers: { 'content-type': 'application/x-protobuf', 'user-agent': 'ünï' },
  isAuthorised: true,
};
const HERE = 'https://apm.example.com:8200';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-queue-'));
  path = join(folder, 'relay.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('gives back what was put in, byte by byte and oldest first, also when it is opened again', () => {
  const bodies = [Buffer.of(0, 255, 10, 13), Buffer.alloc(0), Buffer.alloc(3_000_000, 7)];
  const first = openRelayQueue(path, HERE, false);
  first.put(bodies.map((body, at) => ({ head: HEAD, body, atMs: 1000 + at })));
  first.close();

  const again = openRelayQueue(path, HERE, true);
  const seen: Buffer[] = [];
  for (let next = again.next([]); next !== null; next = again.next([])) {
    expect(next.head).toEqual(HEAD);
    seen.push(Buffer.from(next.body));
    if (seen.length === 1) expect(again.size()).toEqual({ requests: 3, bytes: 3_000_004, oldestAtMs: 1000 });
    again.remove(next.id);
  }
  again.close();

  expect(seen).toEqual(bodies);
});

test('passes over what is on its way', () => {
  const queue = openRelayQueue(path, HERE, false);
  queue.put(['a', 'b', 'c'].map((text) => ({ head: HEAD, body: Buffer.from(text), atMs: 0 })));
  const first = queue.next([]);
  const second = queue.next([first?.id ?? 0]);

  expect([first, second].map((each) => Buffer.from(each?.body ?? []).toString())).toEqual(['a', 'b']);
  expect(queue.next([1, 2, 3])).toBeNull();
  queue.close();
});

test('keeps what was meant for another server, and gives it to nobody else', () => {
  const old = openRelayQueue(path, 'https://old.example.com', false);
  old.put([{ head: HEAD, body: Buffer.from('theirs'), atMs: 0 }]);
  old.close();

  const queue = openRelayQueue(path, HERE, false);
  expect(queue.next([])).toBeNull();
  expect(queue.size().requests).toBe(0);
  expect(queue.forOthers()).toEqual([{ origin: 'https://old.example.com', requests: 1 }]);
  queue.close();
});

test('is for its owner alone, logs included', () => {
  const queue = openRelayQueue(path, HERE, false);
  queue.put([{ head: HEAD, body: Buffer.from('x'), atMs: 0 }]);

  for (const name of readdirSync(folder))
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  queue.close();
});

test('a damaged file is kept aside and a new queue begun', () => {
  writeFileSync(path, 'this is no database, whatever its name says'.repeat(100));

  const queue = openRelayQueue(path, HERE, false);

  expect(queue.keptAside).toMatch(/relay\.sqlite\.damaged-/);
  expect(readdirSync(folder)).toContain(queue.keptAside?.split('/').at(-1));
  expect(queue.size().requests).toBe(0);
  queue.close();
});
