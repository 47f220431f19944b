import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Status } from '../../main/contract/index.ts';
import { status as statusShape } from '../../main/contract/shapes.ts';
import { type Answer, type Reporter, reporterTo, transactions } from './reporter.ts';
import { type Ended, type Instance, type Start, type SystemHome, systemHome } from './system-home.ts';

const isRoot = process.getuid?.() === 0;
const canMount = isRoot && process.platform === 'linux' && mountWorks();
const needsMount = canMount ? '' : ' [skipped: this machine does not let the tests mount a file system]';
const needsRoot = isRoot ? '' : ' [skipped: only root can start a process as another user]';
const ANOTHER_USER = 54_324;
const canLimit = spawnSync('prlimit', ['--version']).status === 0;
const needsLimit = canLimit ? '' : " [skipped: there is no prlimit here, which limits the size of a process's files]";
const QUEUE_FULL = 'cannot handle stream: cannot process batch: queue is full';

function mountWorks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-mount-'));
  const works = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0;
  if (works) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return works;
}

/** A data folder on a small file system of its own. */
interface SmallDisk {
  readonly start: Start;
  /** Whether it can be written to. */
  setWritable(isWritable: boolean): void;
  /** Writes a file until there is no room. */
  fill(): void;
  free(): void;
}

function smallDisk(at: SystemHome): SmallDisk {
  const folder = join(at.folder, 'disk');
  const mount = (...args: string[]): void => {
    const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  mkdirSync(folder);
  mount('-t', 'tmpfs', '-o', 'size=3m,mode=0700', 'tmpfs', folder);
  // Lazily, because processes of the test may still be ending.
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]));
  const filler = join(folder, 'filler');
  return {
    start: { env: { ...at.env, SEALWIRE_HOME: join(folder, 'home') } },
    setWritable: (isWritable) => mount('-o', `remount,${isWritable ? 'rw' : 'ro'}`, folder),
    fill: () => {
      const file = openSync(filler, 'a');
      try {
        for (;;) writeSync(file, Buffer.alloc(4096));
      } catch {
        closeSync(file);
      }
    },
    free: () => rmSync(filler),
  };
}

const UP = ['up', '--json', '--no-ui', '--port', '0'];

/** Exit 3, nothing on stdout, and on stderr the reason with the next step. */
function expectRefusal(outcome: Ended, why: RegExp): void {
  expect([outcome.code, outcome.stdout]).toEqual([3, '']);
  const { error } = JSON.parse(outcome.stderr);
  expect(error).toEqual({
    code: 'DISK_FAILED',
    message: expect.stringMatching(why),
    fix: expect.stringMatching(/--home DIR/),
  });
}

describe('a data folder', () => {
  test.skipIf(!isRoot)(`of one's own that may not be written to is named with the next step${needsRoot}`, async () => {
    const at = await systemHome('session');
    const home = at.folderFor(ANOTHER_USER);
    chmodSync(home, 0o500);

    for (const args of [UP, ['status', '--json'], ['init', '--json'], ['up', '--json', '--background']]) {
      const outcome = await at.run([...args, '--home', home], { uid: ANOTHER_USER });

      expectRefusal(outcome, /^Sealwire could not create the folder \S+: this user may not do that there\.$/);
    }
    expect(readdirSync(home)).toEqual([]);
  });

  test.skipIf(!canMount)(
    `on a disk that became read-only is named, and all is there once it is not${needsMount}`,
    async () => {
      const at = await systemHome();
      const disk = smallDisk(at);
      await (await at.up([], disk.start)).stop();
      const before = await at.run(['token', 'show'], disk.start);
      disk.setWritable(false);

      for (const args of [UP, ['status', '--json'], ['token', 'show', '--json'], ['events', 'list', '--json']]) {
        expectRefusal(await at.run(args, disk.start), /^Sealwire could not .*: the file system is read-only\.$/);
      }
      disk.setWritable(true);

      expect(before.code).toBe(0);
      expect(await at.run(['token', 'show'], disk.start)).toEqual(before);
    },
  );

  test.skipIf(!canMount)(
    `on a disk that is full is named, nothing half-made stays, and it goes on once there is room${needsMount}`,
    async () => {
      const at = await systemHome();
      const disk = smallDisk(at);
      disk.fill();

      for (const args of [UP, ['init', '--json']]) {
        expectRefusal(await at.run(args, disk.start), /^Sealwire could not .*: the disk is full\.$/);
      }
      disk.free();
      const made = await at.run(['init', '--json'], disk.start);

      expect([made.code, made.stderr]).toEqual([0, '']);
    },
  );

  test.skipIf(!canMount)(
    `whose disk fills up while Sealwire runs: agents are told to wait, it is said, and it is over when there is room${needsMount}`,
    async () => {
      const at = await systemHome();
      const disk = smallDisk(at);
      const statusNow = async (): Promise<Status> =>
        statusShape.parse(JSON.parse((await at.run(['status', '--json'], disk.start)).stdout));
      const probe = (): Promise<Ended> => at.run(['probe', '--json'], disk.start);
      const instance = await at.up([], disk.start);
      expect((await probe()).code).toBe(0);
      disk.fill();

      const outcomes = await probesUntil(probe, ({ code }) => code !== 0);
      const during = await statusNow();
      const moved = await at.run(['vault', 'use', 'session', '--json'], disk.start);
      disk.free();
      const later = await probe();
      const after = await statusNow();
      const events = await at.run(['events', 'list', '--json', '--limit', '10000'], disk.start);

      const refused = outcomes.at(-1);
      expect(refused?.stdout).toContain('answered 503');
      expect(during.notices).toEqual([expect.objectContaining({ id: 'events-unwritable', level: 'failed' })]);
      expect(during.services[0]).toMatchObject({ stoppedAt: 'reporting' });
      expect(moved.code).not.toBe(0);
      expect(later.code, later.stdout).toBe(0);
      expect(after.notices).toEqual([]);
      expect(after.services[0]).toMatchObject({ stoppedAt: null });
      // Two for each probe that was told 202, and nothing of the others.
      expect(events.stdout.trim().split('\n')).toHaveLength(2 * (outcomes.length + 1));
      expect(instance.child.exitCode).toBeNull();
      expect(await instance.stop()).toBe(0);
    },
  );
});

describe('agents whose events find no room', () => {
  test.skipIf(!canMount)(
    `on a full disk are answered as by a server whose queue is full, each of them, until there is room${needsMount}`,
    async () => {
      const at = await systemHome();
      const disk = smallDisk(at);
      const instance = await at.up([], disk.start);

      await expectRefusalUntilRoom(instance, disk.fill, disk.free);
    },
  );

  test.skipIf(!canLimit)(`under a quota are answered the same, until it is lifted${needsLimit}`, async () => {
    const instance = await (await systemHome()).up();
    const allow = (bytes: string): void => {
      // The soft limit alone, so that it can be lifted again; Node.js ignores the signal that comes with it.
      const { status, stderr } = spawnSync('prlimit', ['--pid', `${instance.child.pid}`, `--fsize=${bytes}:`]);
      if (status !== 0) throw new Error(String(stderr));
    };

    await expectRefusalUntilRoom(
      instance,
      () => allow('300000'),
      () => allow('unlimited'),
    );
  });
});

/** Eight agents report while there is room, while there is none, and once there is some again. */
async function expectRefusalUntilRoom(instance: Instance, fill: () => void, free: () => void): Promise<void> {
  const client = await instance.connect();
  const { token } = await client.call('token.show', {});
  const agents = Array.from({ length: 8 }, () => reporterTo(instance, token));
  const reportAll = (): Promise<Answer[]> => Promise.all(agents.map((agent) => report(agent)));
  const answers = await reportAll();
  fill();

  // The log of the store may have some room left in it.
  for (let tries = 0; tries < 200 && answers.slice(-8).some(({ status }) => status === 202); tries += 1)
    answers.push(...(await reportAll()));
  const refused = answers.slice(-8);
  const during = await client.call('status', {});
  const root = await agents[0]?.ask('GET', '/');
  free();
  const later = await reportAll();

  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 503));
  for (const { body } of refused) expect(JSON.parse(body).errors).toEqual([{ message: QUEUE_FULL }]);
  expect(during.notices).toEqual([expect.objectContaining({ id: 'events-unwritable', level: 'failed' })]);
  expect(root?.status).toBe(200);
  expect(later.map(({ status }) => status)).toEqual(later.map(() => 202));
  await expect.poll(async () => (await client.call('status', {})).notices, { timeout: 30_000 }).toEqual([]);
  const told = [...answers, ...later].filter(({ status }) => status === 202).length;
  expect((await client.call('event.list', { service: 'roomy', limit: 10_000 })).events).toHaveLength(told * 5);
  expect(instance.child.exitCode).toBeNull();
}

/** Five transactions that cannot be packed any smaller. */
function report(agent: Reporter): Promise<Answer> {
  const ids = Array.from({ length: 5 }, () => randomBytes(8).toString('hex'));
  const body = transactions('roomy', ids).replaceAll(
    '"type":"request"',
    () => `"type":"request","context":{"custom":{"text":"${randomBytes(3000).toString('base64')}"}}`,
  );
  return agent.ask('POST', '/intake/v2/events', body);
}

/** Probes again and again, at most fifty times: the store's log may have some room left in it. */
async function probesUntil(probe: () => Promise<Ended>, isLast: (outcome: Ended) => boolean): Promise<Ended[]> {
  const outcomes: Ended[] = [];
  for (let tries = 0; tries < 50; tries += 1) {
    const outcome = await probe();
    outcomes.push(outcome);
    if (isLast(outcome)) return outcomes;
  }
  throw new Error('a full disk stored everything');
}
