import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Status } from '../../main/contract/index.ts';
import { status as statusShape } from '../../main/contract/shapes.ts';
import { type SystemHome, systemHome } from './system-home.ts';

const statusOf = async (at: SystemHome): Promise<Status> => statusShape.parse(await at.json('status'));

let template: string | null = null;
afterAll(() => {
  if (template !== null) rmSync(template, { recursive: true, force: true });
});

/** A home in which everything was made and one probe reported; lived in once, and copied after that. */
async function livedIn(): Promise<SystemHome> {
  const at = await systemHome();
  if (template === null) {
    const instance = await at.up();
    const client = await instance.connect();
    await client.call('settings.set', { theme: 'dark' });
    expect((await at.run(['probe'])).code).toBe(0);
    await instance.stop();
    template = mkdtempSync(join(tmpdir(), 'sealwire-lived-in-'));
    copyFolder(at.home, template);
  } else {
    rmSync(at.home, { recursive: true });
    copyFolder(template, at.home);
  }
  return at;
}

/** Sealwire starts and a probe reports. */
async function worksOn(at: SystemHome): Promise<Status> {
  const instance = await at.up();
  const probe = await at.run(['probe']);
  const status = await statusOf(at);
  expect(probe.code, probe.stdout).toBe(0);
  await instance.stop();
  return status;
}

const HALF = (path: string): void => truncateSync(path, Math.floor(statSync(path).size / 2));
const EMPTY = (path: string): void => truncateSync(path, 0);
const GARBAGE = (path: string): void =>
  writeFileSync(path, Buffer.from(Array.from({ length: 9_000 }, (_, at) => (at * 7919) % 251)));

const DAMAGES = [
  ['cut in half', HALF],
  ['empty', EMPTY],
  ['garbage', GARBAGE],
] as const;

describe('settings.json', () => {
  test.each([DAMAGES[0], DAMAGES[2]])(
    '%s is kept aside and said, also to whoever asks later, and the defaults apply',
    async (_how, damage) => {
      const at = await livedIn();
      const path = join(at.home, 'settings.json');
      damage(path);
      const bytes = readFileSync(path);

      const first = await statusOf(at);
      const later = await at.run(['status']);

      const [aside = ''] = keptIn(at.home, 'settings.json');
      expect(first.notices).toEqual([
        expect.objectContaining({ id: 'settings-damaged', text: expect.stringContaining(join(at.home, aside)) }),
      ]);
      expect(readFileSync(join(at.home, aside))).toEqual(bytes);
      expect(later.stdout).toContain(join(at.home, aside));
    },
  );
});

describe('workspace.json', () => {
  test.each([DAMAGES[0], DAMAGES[1]])(
    '%s is kept aside with everything that it named, whoever meets it first, and a new start begins anew',
    async (_how, damage) => {
      const at = await livedIn();
      const before = await statusOf(at);
      damage(join(at.home, 'workspaces', 'default', 'workspace.json'));

      const met = await at.run(['token', 'show']);
      const after = await worksOn(at);

      const [aside = ''] = keptIn(join(at.home, 'workspaces'), 'default');
      expect(met).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining('Nothing has been made secure'),
      });
      expect(after.notices.map(({ text }) => text)).toEqual([expect.stringContaining(join('workspaces', aside))]);
      expect(
        existsSync(join(at.home, 'workspaces', aside, 'authorities', before.authorities[0]?.id ?? '', 'ca.pem')),
      ).toBe(true);
      expect(after.authorities[0]?.id).not.toBe(before.authorities[0]?.id);
    },
  );
});

describe('events.sqlite', () => {
  test.each([DAMAGES[0], DAMAGES[2]])(
    '%s is kept aside and said, and events are stored in a new one',
    async (_how, damage) => {
      const at = await livedIn();
      const path = join(at.home, 'events.sqlite');
      damage(path);
      const bytes = readFileSync(path);

      const found = await at.run(['events', 'list', '--json']);
      const status = await worksOn(at);

      const [aside = ''] = keptIn(at.home, 'events.sqlite');
      expect(found).toEqual({ code: 0, stdout: '', stderr: '' });
      expect(status.notices.map(({ text }) => text)).toEqual([expect.stringContaining(aside)]);
      expect(readFileSync(join(at.home, aside))).toEqual(bytes);
      expect((await at.run(['events', 'list', '--json'])).stdout.trim().split('\n')).toHaveLength(2);
    },
  );

  test('empty is no damage: there is nothing in it to lose', async () => {
    const at = await livedIn();
    EMPTY(join(at.home, 'events.sqlite'));

    expect((await worksOn(at)).notices).toEqual([]);
    expect(keptIn(at.home, 'events.sqlite')).toEqual([]);
  });

  test.each([DAMAGES[0], DAMAGES[2]])(
    'with a log that is %s opens with what the log did not hold, and stores on',
    async (_how, damage) => {
      const at = await systemHome();
      const instance = await at.up();
      await at.run(['probe']);
      await instance.kill();
      const log = join(at.home, 'events.sqlite-wal');
      expect(statSync(log).size).toBeGreaterThan(0);
      damage(log);

      const status = await worksOn(at);

      expect(status.notices).toEqual([]);
      expect(status.services.map(({ service }) => service)).toEqual(['sealwire-probe']);
    },
  );

  test('damaged while Sealwire runs is met by the next event at the latest, and the store goes on', async () => {
    const at = await systemHome();
    await at.up();
    await at.run(['probe']);
    GARBAGE(join(at.home, 'events.sqlite'));
    GARBAGE(join(at.home, 'events.sqlite-wal'));

    const outcomes = [await at.run(['probe']), await at.run(['probe'])];
    const found = await at.run(['events', 'list', '--json']);
    await at.run(['probe']);
    const later = await at.run(['events', 'list', '--json']);

    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    expect([found.code, found.stderr]).toEqual([0, '']);
    expect(later.stdout.trim().split('\n')).toHaveLength(2);
    expect((await statusOf(at)).notices.map(({ id }) => id)).toEqual(['events-damaged']);
  });
});

describe('instance.json and the key of the last run', () => {
  test.each([DAMAGES[1], DAMAGES[2]])('%s after a kill are swept, and Sealwire starts', async (_how, damage) => {
    const at = await systemHome();
    await (await at.up()).kill();
    for (const name of ['instance.json', 'instance.key']) damage(join(at.home, 'run', name));

    expect((await at.run(['stop', '--json'])).stdout).toBe('{"stopped":false,"pid":null}\n');
    expect((await worksOn(at)).notices).toEqual([]);
  });
});

/** With modes, which `cpSync` does not keep for folders. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  execFileSync('cp', ['-a', `${from}/.`, to]);
}

/** Names of what was kept aside of a file or folder. */
function keptIn(folder: string, name: string): string[] {
  return readdirSync(folder).filter((each) => each.startsWith(`${name}.damaged-`) && !/-(wal|shm)$/.test(each));
}
