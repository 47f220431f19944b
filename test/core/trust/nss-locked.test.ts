import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Host } from '../../../main/core/host/host.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { store as chromium } from '../../../main/core/trust/stores/chromium.ts';
import { store as firefox } from '../../../main/core/trust/stores/firefox.ts';
import { CHROMIUM, whyNoBrowser } from '../../support/browser.ts';
import { withoutReaders } from '../../support/cuttable-host.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { tempHome } from '../../support/temp-security.ts';
import { type BenchAuthority, benchAuthority, type TrustBench, trustBench } from '../../support/trust-bench.ts';

/* Databases that somebody else holds at the moment: by SQLite's own lock, and by a browser that runs. */

const reason = isOnPath('certutil') ? null : 'certutil is not installed';
const LOCKED = /its database is locked by another program\.$/;

const namesIn = (folder: string): string[] =>
  execFileSync('certutil', ['-L', '-d', `sql:${folder}`], { encoding: 'utf8' })
    .split('\n')
    .slice(4)
    .filter((line) => line.trim() !== '');

interface Scene {
  readonly home: string;
  readonly folder: string;
  readonly host: Host;
  readonly pair: BenchAuthority;
  open(host?: Host): TrustBench;
}

async function scene(): Promise<Scene> {
  const home = tempHome();
  const folder = join(home, '.mozilla', 'firefox', 'a.default');
  mkdirSync(folder, { recursive: true });
  execFileSync('certutil', ['-N', '--empty-password', '-d', `sql:${folder}`]);
  const host = realHost({ PATH: process.env.PATH, HOME: home });
  const pair = await benchAuthority(host, home);
  const kinds = withoutReaders([firefox]);
  return { home, folder, host, pair, open: (on = host) => trustBench(on, home, kinds, pair) };
}

const HOLDING = `import { DatabaseSync } from 'node:sqlite';
const database = new DatabaseSync(process.argv[1]);
database.exec(process.argv[2]);
console.log('held');
process.stdin.on('end', () => database.close()).resume();`;

/** Holds SQLite's lock in another process, as a program does in the midst of writing: a process that reads the file would lose its own. `release` resolves once it is let go. */
async function lock(folder: string, kind: 'EXCLUSIVE' | 'IMMEDIATE'): Promise<{ release(): Promise<void> }> {
  const args = ['--input-type=module', '-e', HOLDING, join(folder, 'cert9.db'), `BEGIN ${kind}`];
  const holder = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(holder, 'exit');
  const release = async (): Promise<void> => {
    holder.stdin.end();
    await ended;
  };
  onTestFinished(release);
  await once(holder.stdout, 'data');
  return { release };
}

describe.skipIf(reason !== null)(
  `an NSS database that is locked${reason === null ? '' : ` (${reason})`}`,
  { timeout: 120_000 },
  () => {
    test('for everybody is said to be locked, not damaged, and nothing is half installed', async () => {
      const { folder, pair, open } = await scene();
      const held = await lock(folder, 'EXCLUSIVE');
      const { trust, ledger, around } = open();

      const [result] = await trust.install(pair.authority, ['firefox'], {});
      const [listed] = await trust.list(pair.authority);
      await held.release();

      expect(result).toMatchObject({ outcome: 'failed', said: expect.stringMatching(LOCKED) });
      expect(listed).toMatchObject({ state: 'absent', problem: { message: expect.stringMatching(LOCKED) } });
      expect(ledger.list()).toEqual([]);
      expect(namesIn(folder)).toEqual([]);
      expect(readdirSync(folder).sort()).toEqual(['cert9.db', 'key4.db', 'pkcs11.txt']);
      expect(existsSync(around.folder) ? readdirSync(around.folder) : []).toEqual([]);
    });

    test('for writing alone fails in one sentence, and the same command works afterwards', async () => {
      const { folder, pair, open } = await scene();
      const held = await lock(folder, 'IMMEDIATE');
      const { trust, ledger } = open();

      const [refused] = await trust.install(pair.authority, ['firefox'], {});
      const states = ledger.list().map(({ state }) => state);
      await held.release();
      const [done] = await trust.install(pair.authority, ['firefox'], {});

      expect(refused).toMatchObject({ outcome: 'failed', said: expect.stringMatching(LOCKED) });
      expect(states).toEqual(['undone']);
      expect(done).toMatchObject({ outcome: 'done' });
      expect(namesIn(folder)).toHaveLength(1);
    });

    test('while ours is to be taken out keeps it, in the ledger too, and the next run takes it out', async () => {
      const { folder, pair, open } = await scene();
      await open().trust.install(pair.authority, ['firefox'], {});

      for (const kind of ['EXCLUSIVE', 'IMMEDIATE'] as const) {
        const held = await lock(folder, kind);
        const { trust, ledger } = open();
        const [refused] = await trust.uninstall(pair.authority, [], {});
        await held.release();

        expect(refused, kind).toMatchObject({ outcome: 'failed', said: expect.stringMatching(LOCKED) });
        expect(ledger.list().map(({ state }) => state)).toEqual(['done']);
        expect(namesIn(folder)).toHaveLength(1);
      }
      const { trust, ledger } = open();
      await trust.uninstall(pair.authority, [], {});

      expect(namesIn(folder)).toEqual([]);
      expect(ledger.list().map(({ state }) => state)).toEqual(['undone']);
    });

    test('for a moment only is tried again', async () => {
      const { folder, host, pair, open } = await scene();
      const held = await lock(folder, 'IMMEDIATE');
      const failures: string[] = [];
      const patient: Host = {
        ...host,
        exec: async (file, args, options) => {
          const result = await host.exec(file, args, options);
          if (result.code !== 0 && args[0] === '-A') {
            failures.push(result.stderr);
            await held.release();
          }
          return result;
        },
      };

      const [result] = await open(patient).trust.install(pair.authority, ['firefox'], {});

      expect(failures).toHaveLength(1);
      expect(result).toMatchObject({ outcome: 'done' });
      expect(namesIn(folder)).toHaveLength(1);
    });

    test('is not confused with one that is damaged', async () => {
      const { folder, pair, open } = await scene();
      const database = new DatabaseSync(join(folder, 'cert9.db'));
      database.exec('DROP TABLE nssPublic');
      database.close();

      const [result] = await open().trust.install(pair.authority, ['firefox'], {});

      expect(result).toMatchObject({ outcome: 'failed', said: expect.not.stringMatching(LOCKED) });
    });

    test('or a link is changed where the link leads, and stays a link', async () => {
      const { home, folder, pair, open } = await scene();
      const elsewhere = join(home, 'elsewhere.db');
      renameSync(join(folder, 'cert9.db'), elsewhere);
      symlinkSync(elsewhere, join(folder, 'cert9.db'));
      const before = readFileSync(elsewhere);
      const { trust } = open();

      const [result] = await trust.install(pair.authority, ['firefox'], {});
      const between = readFileSync(elsewhere);
      await trust.uninstall(pair.authority, [], {});

      expect(result).toMatchObject({ outcome: 'done' });
      expect(between.equals(before)).toBe(false);
      expect(readlinkSync(join(folder, 'cert9.db'))).toBe(elsewhere);
      expect(namesIn(folder)).toEqual([]);
    });

    test('or was changed since its plan was shown is left alone', async () => {
      const { home, folder, host, pair, open } = await scene();
      const other = (await benchAuthority(host, home)).authority;
      const { trust, ledger } = open();
      const { steps } = await trust.plan('install', pair.authority, ['firefox']);
      const seen = Object.fromEntries(steps.map((step) => [step.store, step.seen]));
      execFileSync('certutil', ['-A', '-d', `sql:${folder}`, '-t', 'C,,', '-n', 'Theirs', '-i', other.path]);

      const [result] = await trust.install(pair.authority, ['firefox'], seen);

      expect(result).toMatchObject({
        outcome: 'failed',
        said: expect.stringMatching(/was changed by another program since the plan was shown/),
      });
      expect(ledger.list()).toEqual([]);
      expect(namesIn(folder)).toEqual([expect.stringMatching(/^Theirs /)]);
    });
  },
);

const noBrowser = reason ?? whyNoBrowser;

describe.skipIf(noBrowser !== null)(`Chromium that runs${noBrowser === null ? '' : ` (${noBrowser})`}`, () => {
  test('has its database changed and given back all the same', async () => {
    const home = tempHome();
    const host = realHost({ PATH: process.env.PATH, HOME: home });
    const pair = await benchAuthority(host, home);
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'];
    const profile = `--user-data-dir=${join(home, 'profile')}`;
    const browser = spawn(CHROMIUM, [...flags, profile, 'about:blank'], {
      env: { PATH: process.env.PATH, HOME: home },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(browser, 'exit');
    onTestFinished(async () => {
      browser.kill();
      await ended;
    });
    for await (const line of createInterface({ input: browser.stderr })) if (line.includes('DevTools listening')) break;
    const { trust } = trustBench(host, home, [chromium], pair);

    const [installed] = await trust.install(pair.authority, ['chromium'], {});
    const isRunning = browser.exitCode === null;
    const [removed] = await trust.uninstall(pair.authority, [], {});

    expect(isRunning).toBe(true);
    expect(installed).toMatchObject({ outcome: 'done', checks: [{ outcome: 'verified' }] });
    expect(removed).toMatchObject({ outcome: 'done' });
    expect(existsSync(join(home, '.local', 'share', 'pki', 'nssdb', 'cert9.db'))).toBe(false);
  }, 120_000);
});

const firefoxProgram = ['firefox', 'firefox-esr'].find(isOnPath);
const noFirefox = reason ?? (firefoxProgram === undefined ? 'Firefox is not installed' : null);

describe.skipIf(noFirefox !== null)(`Firefox that runs${noFirefox === null ? '' : ` (${noFirefox})`}`, () => {
  test('on the profile is told of in the plan, and has it changed and given back all the same', async () => {
    const { home, folder, host, pair } = await scene();
    const flags = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', folder];
    const browser = spawn(firefoxProgram ?? '', [...flags, 'about:blank'], {
      env: { PATH: process.env.PATH, HOME: home },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(browser, 'exit');
    onTestFinished(async () => {
      browser.kill();
      await ended;
    });
    for await (const line of createInterface({ input: browser.stderr })) if (/listening on/.test(line)) break;
    const before = namesIn(folder);
    const { trust } = trustBench(host, home, withoutReaders([firefox]), pair);

    const { steps } = await trust.plan('install', pair.authority, ['firefox']);
    const [installed] = await trust.install(pair.authority, ['firefox'], {});
    const between = namesIn(folder);
    const isRunning = browser.exitCode === null;
    const [removed] = await trust.uninstall(pair.authority, [], {});

    expect(steps[0]?.asks).toMatch(/has this profile open/);
    expect([isRunning, installed?.outcome, removed?.outcome]).toEqual([true, 'done', 'done']);
    expect(between.length).toBe(before.length + 1);
    expect(namesIn(folder)).toEqual(before);
  }, 120_000);
});
