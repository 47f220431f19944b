import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Client, Token } from '../../main/contract/index.ts';
import { type Reporter, reporterTo, transactions } from './reporter.ts';
import { seeded } from './seeded.ts';
import { type Instance, type SystemHome, systemHome } from './system-home.ts';

const isLong = process.env.SEALWIRE_LONG === '1';
const seed = Number(process.env.SEALWIRE_SEED ?? (isLong ? Date.now() % 1_000_000 : 42));
const KILLS = isLong ? { starting: 70, rotating: 65, storing: 65 } : { starting: 8, rotating: 11, storing: 11 };

/* SIGKILL on the real process at random moments. The pause before a kill is the moment itself: nothing is waited for. */

describe(`a kill (seed ${seed})`, () => {
  test(`of the first start, ${KILLS.starting} times over, leaves nothing or everything`, async () => {
    const random = seeded(seed);
    const whole = await timed(async () => (await (await systemHome()).up()).kill());

    for (let round = 0; round < KILLS.starting; round += 1) {
      const at = await systemHome();
      const moment = whole * (0.3 + 0.8 * random());
      const starting = at.run(['up', '--json', '--no-ui', '--port', '0', '--host', '127.0.0.1'], {
        under: ['timeout', '--signal=KILL', `${moment / 1000}s`],
      });
      await starting;
      const committed = committedAuthority(at);

      const client = await (await at.up()).connect();
      const { authorities, certificates, tokens, notices } = await client.call('status', {});

      const told = `seed ${seed}, round ${round}, killed after ${Math.round(moment)} ms`;
      expect(notices, told).toEqual([]);
      expect([authorities.length, certificates.length, tokens.length], told).toEqual([1, 1, 1]);
      if (committed !== null) expect(authorities[0]?.id, told).toBe(committed);
      expect(readdirSync(join(at.home, 'workspaces', 'default', 'authorities')), told).toEqual([authorities[0]?.id]);
      expect(readdirSync(join(at.home, 'workspaces', 'default', 'certificates')), told).toHaveLength(1);
      expect(leftOvers(at.home), told).toEqual([]);
      await client.call('token.show', {});
      await client.call('app.stop', {});
    }
  }, 600_000);

  test(`in the midst of token rotations, ${KILLS.rotating} times over, leaves the old tokens or the new ones, and they work`, async () => {
    const random = seeded(seed + 1);
    const at = await systemHome();
    let instance = await at.up();
    let known: readonly Token[] = (await (await instance.connect()).call('token.list', {})).tokens;

    for (let round = 0; round < KILLS.rotating; round += 1) {
      const told = `seed ${seed}, round ${round}`;
      const client = await instance.connect();
      const rotation = rotateUntilGone(client);
      await after(25 * random());
      await instance.kill();
      const rotated = await rotation;

      instance = await at.up();
      const later = await instance.connect();
      const { tokens } = await later.call('token.list', {});
      const { token } = await later.call('token.show', {});
      const { notices } = await later.call('status', {});

      expect(notices, told).toEqual([]);
      expect(
        tokens.filter(({ state }) => state === 'active'),
        told,
      ).toHaveLength(1);
      const ids = tokens.map(({ id }) => id);
      expect(ids, told).toEqual(expect.arrayContaining([...known.map(({ id }) => id), ...rotated]));
      // One more at most: the rotation that was under way.
      expect(ids.length - known.length - rotated.length, told).toBeLessThanOrEqual(1);
      const { status, body } = await reporterTo(instance, token).ask('GET', '/');
      expect([status, body.includes('version')], told).toEqual([200, true]);
      expect(leftOvers(at.home), told).toEqual([]);
      for (const { id } of tokens.filter(({ state }) => state === 'retiring')) await later.call('token.retire', { id });
      known = (await later.call('token.list', {})).tokens;
    }
  }, 600_000);

  test(`under a load of events, ${KILLS.storing} times over, loses none that was answered with 202`, async () => {
    const random = seeded(seed + 2);
    const at = await systemHome();
    let instance = await at.up();
    const { token } = await (await instance.connect()).call('token.show', {});
    let accepted = 0;

    for (let round = 0; round < KILLS.storing; round += 1) {
      const told = `seed ${seed}, round ${round}`;
      const service = `load-${round}`;
      const reporters = Array.from({ length: 4 }, () => reporterTo(instance, token));
      const kill = killAfter(instance, 1 + Math.floor(20 * random()));
      const sent = await Promise.all(reporters.map((each) => reportUntilGone(each, service, random, kill.didAccept)));
      for (const each of reporters) each.close();
      await kill.done;

      instance = await at.up();
      const client = await instance.connect();
      const { events } = await client.call('event.list', { service, limit: 10_000 });
      const { notices } = await client.call('status', {});

      const stored = events.map(({ id }) => id);
      const ids = sent.flatMap((each) => each.accepted);
      const tried = new Set(sent.flatMap((each) => each.tried));
      expect(notices, told).toEqual([]);
      expect(new Set(stored).size, told).toBe(stored.length);
      expect(
        ids.filter((id) => !stored.includes(id)),
        told,
      ).toEqual([]);
      expect(
        stored.filter((id) => id === null || !tried.has(id)),
        told,
      ).toEqual([]);
      accepted += ids.length;
    }

    expect(accepted).toBeGreaterThan(KILLS.storing * 10);
    expect(leftOvers(at.home)).toEqual([]);
  }, 600_000);
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The authority that a killed start had committed, or null where it had not got so far. */
function committedAuthority(at: SystemHome): string | null {
  const path = join(at.home, 'workspaces', 'default', 'workspace.json');
  if (!existsSync(path)) return null;
  return JSON.parse(readFileSync(path, 'utf8')).authorities[0].id;
}

/** What an unfinished write leaves, and the note of a change that did not get to its end. */
function leftOvers(home: string): string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tmp$|pending\.json$/.test(name));
}

/** Rotates again and again; resolves, once the instance is gone, with the ids that were answered. */
async function rotateUntilGone(client: Client): Promise<string[]> {
  const rotated: string[] = [];
  for (;;) {
    try {
      rotated.push((await client.call('token.rotate', {})).id);
    } catch {
      // CONNECTION_LOST: the instance was killed.
      return rotated;
    }
  }
}

interface Sent {
  readonly tried: readonly string[];
  readonly accepted: readonly string[];
}

/** Sends bodies of 1 to 40 transactions until the connection is lost. */
async function reportUntilGone(
  reporter: Reporter,
  service: string,
  random: () => number,
  didAccept: () => void,
): Promise<Sent> {
  const tried: string[] = [];
  const accepted: string[] = [];
  for (;;) {
    const ids = Array.from({ length: 1 + Math.floor(40 * random()) }, () => idOf(random));
    tried.push(...ids);
    const answer = await reporter.ask('POST', '/intake/v2/events', transactions(service, ids)).catch(() => null);
    // ECONNRESET and the like: the instance was killed.
    if (answer === null) return { tried, accepted };
    expect(answer.status).toBe(202);
    accepted.push(...ids);
    didAccept();
  }
}

/** Kills once `count` bodies have been accepted. */
function killAfter(instance: Instance, count: number): { didAccept(): void; readonly done: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = count;
  return {
    done: promise.then(() => instance.kill()),
    didAccept: () => {
      left -= 1;
      if (left === 0) resolve();
    },
  };
}

function idOf(random: () => number): string {
  const half = (): string =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return half() + half();
}
