import { execFile } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { listenOnAll } from '../../../main/core/endpoint/listen.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../../main/core/endpoint/server-settings.ts';
import { type RunningEndpoint, runEndpoint, testTokens } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* That nothing of a request or a connection is left in the endpoint once it is over: memory, listeners, timers, open connections. */

const isLong = process.env.SEALWIRE_LONG === '1';
/** Some of those who reset an HTTP/2 connection are not met as such by Node.js, and go as idle ones do. */
const IDLE_MS = 5000;
const CLIENT = join(import.meta.dirname, '../../support/many-requests.ts');

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

let authority: TestAuthority;
let running: RunningEndpoint;
let sockets: Socket[];
const warnings: string[] = [];
const hear = (warning: Error): void => void warnings.push(warning.name);

beforeAll(() => {
  authority = createTestAuthority();
  process.on('warning', hear);
});
afterAll(() => {
  process.off('warning', hear);
  authority.remove();
});
beforeEach(async () => {
  sockets = [];
  running = await runEndpoint(
    authority.issue(['localhost', '127.0.0.1']),
    { server: { ...DEFAULT_SERVER_SETTINGS, idleTimeoutMs: IDLE_MS } },
    {
      // What the tests' own watchers would keep is no leak.
      sink: () => undefined,
      tokenBook: { ...testTokens(), didUse: () => undefined },
      listenOn: (addresses, port, take) =>
        listenOnAll(addresses, port, (socket) => {
          sockets.push(socket);
          take(socket);
        }),
    },
  );
});
afterEach(() => running.close());

async function send(way: string, count: number): Promise<void> {
  const args = [CLIENT, String(running.port), authority.caPath, way, String(count)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toBe(`${count}\n`);
}

/** Bytes that are in use once everything that can go has gone. */
async function inUse(): Promise<number> {
  sockets = [];
  for (let round = 0; round < 4; round += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Timers that keep the process, of which an endpoint without connections has none; a few are the tests' own. */
const TIMERS_OF_TESTS = 5;

function timers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
}

function listenersOf(socket: Socket): number {
  return socket.eventNames().reduce((sum, name) => sum + socket.listenerCount(name), 0);
}

test.each([
  ['kept-alive', isLong ? 20_000 : 5000],
  ['http2', isLong ? 5000 : 2000],
  ['grpc', isLong ? 5000 : 2000],
])(
  'requests of one connection leave nothing behind: %s',
  async (way, count) => {
    await send(way, 1000);
    const before = await inUse();

    await send(way, count);
    const listeners = sockets.map(listenersOf);
    await expect.poll(() => running.endpoint.state().connections, { timeout: 60_000 }).toBe(0);

    // A promise, a listener or an entry in a map that stays is 100 bytes at least.
    expect((await inUse()) - before).toBeLessThan(count * 60);
    expect(listeners.filter((number) => number > 20)).toEqual([]);
    expect(timers()).toBeLessThanOrEqual(TIMERS_OF_TESTS);
    expect(warnings).toEqual([]);
  },
  600_000,
);

test.each([
  ['short', isLong ? 2000 : 500],
  ['rude', isLong ? 2000 : 500],
  ['short-http2', isLong ? 2000 : 500],
  ['rude-http2', isLong ? 2000 : 500],
])(
  'connections leave nothing behind: %s',
  async (way, count) => {
    // What Node.js makes once for all, and what its compiler learns, comes with the first few hundred.
    await send(way, 400);
    await expect.poll(() => running.endpoint.state().connections, { timeout: 60_000 }).toBe(0);
    const before = await inUse();

    await send(way, count);
    await expect.poll(() => running.endpoint.state().connections, { timeout: 60_000 }).toBe(0);
    expect(timers()).toBeLessThanOrEqual(TIMERS_OF_TESTS);

    // A connection of which anything stays keeps its sockets: many kilobytes.
    expect((await inUse()) - before).toBeLessThan(count * 1500);
    expect(warnings).toEqual([]);
  },
  600_000,
);
