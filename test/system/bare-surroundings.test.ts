import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Start, type SystemHome, systemHome } from './system-home.ts';

/** A user id that no user has, as containers run under. */
const NOBODY_KNOWN = 54_321;
const isRoot = process.getuid?.() === 0;
const needsRoot = isRoot ? '' : ' [skipped: only root can start a process as another user]';

/** Nothing in the environment but the way to programs. */
const BARE: Start = { env: { PATH: process.env.PATH ?? '' } };

/** From `up` to a reported transaction, and down again, with `--home` as the only help. */
async function wholeLife(at: SystemHome, start: Start, home: string): Promise<void> {
  const here = ['--home', home];
  const up = await at.up(here, start);
  const probe = await at.run(['probe', ...here], start);
  const events = await at.run(['events', 'list', '--json', ...here], start);
  const stop = await at.run(['stop', '--json', ...here], start);

  expect(up.ready).toMatchObject({ vault: 'session', ui: null, alreadyRunning: false });
  expect(probe.code, probe.stdout + probe.stderr).toBe(0);
  expect(events.stdout.trim().split('\n')).toHaveLength(2);
  expect(JSON.parse(stop.stdout)).toMatchObject({ stopped: true });
  expect(await up.ended).toBe(0);
  expect(up.stderr()).toBe('');
  expect(existsSync(up.ready.ca)).toBe(false);
  expect(readdirSync(join(home, 'run'))).toEqual(['lock.sqlite']);
}

describe('Sealwire', () => {
  test('works where the environment holds nothing but PATH', async () => {
    const at = await systemHome('session');

    await wholeLife(at, BARE, at.home);
  });

  test.skipIf(!isRoot)(
    `works under a user id without a name and with a HOME that does not exist${needsRoot}`,
    async () => {
      const at = await systemHome('session');

      await wholeLife(at, { ...BARE, uid: NOBODY_KNOWN }, at.folderFor(NOBODY_KNOWN));
      const env = { ...BARE.env, HOME: '/nonexistent/home' };
      await wholeLife(at, { env, uid: NOBODY_KNOWN }, at.folderFor(NOBODY_KNOWN));
    },
  );

  test.skipIf(!isRoot)(`says which folder it cannot have, where such a user names none${needsRoot}`, async () => {
    const at = await systemHome('session');

    const outcomes = [
      await at.run(['up', '--json', '--no-ui'], { ...BARE, uid: NOBODY_KNOWN }),
      await at.run(['status', '--json'], { env: { ...BARE.env, HOME: '/nonexistent/home' }, uid: NOBODY_KNOWN }),
      await at.run(['status', '--json'], { env: { ...BARE.env, HOME: '' }, uid: NOBODY_KNOWN }),
    ];

    for (const { code, stdout, stderr } of outcomes) {
      expect([code, stdout]).toEqual([3, '']);
      expect(JSON.parse(stderr)).toEqual({
        error: {
          code: 'DISK_FAILED',
          message: expect.stringMatching(
            /could not create the folder \/\S*\.local\/share\/sealwire\/run: this user may/,
          ),
          fix: expect.stringContaining('--home DIR'),
        },
      });
    }
  });

  test.skipIf(!isRoot)(`does not touch the data folder of another user, and says whose it is${needsRoot}`, async () => {
    const at = await systemHome('session');
    const home = at.folderFor(NOBODY_KNOWN);
    await at.up(['--home', home], { ...BARE, uid: NOBODY_KNOWN });
    const before = readdirSync(home, { recursive: true }).sort();

    const outcomes = [await at.run(['status', '--home', home]), await at.run(['token', 'show', '--home', home])];

    for (const { code, stdout, stderr } of outcomes) {
      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toContain(`it belongs to user ${NOBODY_KNOWN}, and you are user 0`);
    }
    expect(readdirSync(home, { recursive: true }).sort()).toEqual(before);
  });

  test.each([
    ['stdin', '<&-'],
    ['stdin and stderr', '<&- 2>&-'],
  ])('works with %s closed', async (_what, closing) => {
    const at = await systemHome('session');
    const closed: Start = { under: ['sh', '-c', `exec "$@" ${closing}`, 'sh'] };

    const up = await at.up([], closed);
    const token = await at.run(['token', 'show'], closed);
    const probe = await at.run(['probe'], closed);

    expect(token).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[\w-]{43,}\n$/) });
    expect(probe.code, probe.stdout).toBe(0);
    expect(await up.stop()).toBe(0);
  });
});

describe('init without a vault that lasts', () => {
  test('exits 3, names the choices and leaves nothing', async () => {
    const at = await systemHome('session');

    const { code, stdout, stderr } = await at.run(['init', '--json'], homeOf(at));

    expect([code, stdout]).toEqual([3, '']);
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'VAULT_UNAVAILABLE',
        message: expect.stringContaining('no D-Bus session'),
        fix: expect.stringMatching(/keychain.*SEALWIRE_PASSPHRASE_FILE.*`sealwire up`/s),
      },
    });
    expect(existsSync(join(at.home, 'workspaces'))).toBe(false);
  });
});

test('the command line needs no folder to be in', async () => {
  const at = await systemHome('session');
  const gone = join(at.folder, 'gone');
  mkdirSync(gone);

  const { code, stdout, stderr } = await at.run(['status', '--json'], {
    under: ['sh', '-c', `cd "${gone}" && rmdir "${gone}" && exec "$@"`, 'sh'],
  });

  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({ initialised: false });
});

function homeOf(at: SystemHome): Start {
  return { env: { ...BARE.env, SEALWIRE_HOME: at.home } };
}
