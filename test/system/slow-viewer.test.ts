import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import type { CoreFace } from '../../main/transport/core-face.ts';
import { entry } from '../support/entry.ts';
import { reporterTo, transactions } from './reporter.ts';
import { systemHome } from './system-home.ts';

const REQUESTS = 50;
const EVENTS_A_REQUEST = 40;
/** The events are listed by service, since all of them are more than one answer may hold. */
const SERVICES = ['shop-1', 'shop-2', 'shop-3', 'shop-4', 'shop-5'];
/** Large enough that what is told of them in a quarter of a second is more than may wait for a viewer. */
const CONTEXT = `"context":{"custom":{"text":"${'x'.repeat(20_000)}"}},"type":`;

/** So many ids, none of which another call makes. */
function ids(first: number, length: number): string[] {
  return Array.from({ length }, (_, at) => (first + at).toString(16).padStart(16, '0'));
}

interface Said {
  readonly event?: { readonly id: string };
  readonly missed?: { readonly attempts: number; readonly events: number };
}

/** Resolves when the running Sealwire has told of the event with this id. */
function told(client: Pick<CoreFace, 'listen'>, id: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = client.listen((push) => {
      if (push.topic !== 'events' || !push.events.some((event) => event.id === id)) return;
      stop();
      resolve();
    });
  });
}

function linesOf(text: string): Said[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): Said => JSON.parse(line));
}

test('a viewer that stops reading while events pour in is told how many it missed, and every event is stored', async () => {
  const home = await systemHome();
  const instance = await home.up();
  const client = await instance.connect();
  const { token } = await client.call('token.show', {});
  const reporter = reporterTo(instance, token);
  const report = async (wanted: readonly string[], service = 'shop'): Promise<void> => {
    const answer = await reporter.ask(
      'POST',
      '/intake/v2/events',
      transactions(service, wanted).replaceAll('"type":', CONTEXT),
    );
    expect(answer.status).toBe(202);
  };
  const tail = spawn(process.execPath, [entry, 'tail', '--json'], { env: home.env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    tail.kill('SIGKILL');
  });
  const person = spawn(process.execPath, [entry, 'tail'], { env: home.env, stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => {
    person.kill('SIGKILL');
  });
  let said = '';
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  const heard = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  person.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    for (const look of waiting) look();
  });
  tail.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    for (const look of waiting) look();
  });
  tail.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    for (const look of waiting) look();
  });
  const shown = (): Set<string> =>
    new Set(linesOf(stdout).flatMap(({ event }) => (event === undefined ? [] : [event.id])));

  // Each is one more sign of life: the subscription is there once one of them is shown. The next is sent when the one before was told, since
  // of more than a hundred at once some are left out, and would count as missed.
  let last = '';
  for (let first = 1; shown().size === 0 && tail.exitCode === null; first++) {
    const [id = ''] = ids(first, 1);
    const wasTold = told(client, id);
    await report([id]);
    await wasTold;
    last = id;
  }
  await heard(() => shown().has(last));
  const before = shown().size;
  await heard(() => said.includes('Waiting for attempts and events.'));

  tail.kill('SIGSTOP');
  person.kill('SIGSTOP');
  const from = 1_000_000;
  for (let at = 0; at < REQUESTS; at++) {
    await report(ids(from + at * EVENTS_A_REQUEST, EVENTS_A_REQUEST), SERVICES[at % SERVICES.length]);
  }
  const stored = new Set<string | null>();
  for (const service of SERVICES) {
    const { events } = await client.call('event.list', { service, limit: 10_000 });
    for (const { id } of events) stored.add(id);
  }
  tail.kill('SIGCONT');
  person.kill('SIGCONT');
  const missed = (): number => linesOf(stderr).reduce((sum, line) => sum + (line.missed?.events ?? 0), 0);
  await heard(() => shown().size - before + missed() >= REQUESTS * EVENTS_A_REQUEST);

  expect(stored.size).toBe(REQUESTS * EVENTS_A_REQUEST);
  expect(missed()).toBeGreaterThan(0);
  expect(shown().size - before + missed()).toBe(REQUESTS * EVENTS_A_REQUEST);
  await heard(() =>
    /^\d+ attempts? and \d+ events were not shown: this viewer is slower than they come\.$/m.test(said),
  );
  tail.kill('SIGINT');
  expect(await once(tail, 'exit')).toEqual([0, null]);
}, 120_000);
