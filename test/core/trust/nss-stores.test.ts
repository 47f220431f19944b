import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Host } from '../../../main/core/host/host.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { store as chromium } from '../../../main/core/trust/stores/chromium.ts';
import { store as firefox } from '../../../main/core/trust/stores/firefox.ts';
import { type Browser, CHROMIUM, startBrowser, whyNoBrowser } from '../../support/browser.ts';
import { cuttableHost, withoutReaders } from '../../support/cuttable-host.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { tempHome } from '../../support/temp-security.ts';
import { type BenchAuthority, benchAuthority, type TrustBench, trustBench } from '../../support/trust-bench.ts';

const reason = isOnPath('certutil') ? null : 'certutil is not installed';
const certutil = (folder: string, ...args: string[]): string =>
  execFileSync('certutil', [...args, '-d', `sql:${folder}`], { encoding: 'utf8', stdio: 'pipe' });

/** Names with trust flags, in the order of their names. */
function entriesOf(folder: string): string[] {
  const lines = certutil(folder, '-L').split('\n').slice(4);
  return lines
    .map((line) => line.trim().replace(/\s{2,}/, ' | '))
    .filter((line) => line !== '')
    .sort();
}

function newDatabase(folder: string): string {
  mkdirSync(folder, { recursive: true });
  certutil(folder, '-N', '--empty-password');
  return folder;
}

interface Scene {
  readonly home: string;
  readonly host: Host;
  readonly pair: BenchAuthority;
  readonly nickname: string;
  open(host?: Host): TrustBench;
}

async function scene(change: Partial<Host> = {}): Promise<Scene> {
  const home = tempHome();
  const host = { ...realHost({ PATH: process.env.PATH, HOME: home }), ...change };
  const pair = await benchAuthority(host, home);
  const kinds = withoutReaders([chromium, firefox]);
  const open = (on: Host = host): TrustBench => trustBench(on, home, kinds, pair);
  return { home, host, pair, open, nickname: `Sealwire ${pair.authority.tag}` };
}

/** A folder that holds nothing but a stand-in for Chromium, and one that also holds the real certutil. */
function programs(home: string, names: readonly string[]): string {
  const folder = join(home, 'programs');
  mkdirSync(folder, { recursive: true });
  for (const name of names) writeFileSync(join(folder, name), '#!/bin/sh\n', { mode: 0o755 });
  return folder;
}

describe.skipIf(reason !== null)(`NSS databases${reason === null ? '' : ` (${reason})`}`, { timeout: 300_000 }, () => {
  test('hold exactly the entries and flags of before after installing and taking out', async () => {
    const { home, pair, open, nickname } = await scene();
    const folder = newDatabase(join(home, '.pki', 'nssdb'));
    const other = (await benchAuthority(realHost({ HOME: home }), home)).authority;
    certutil(folder, '-A', '-t', 'CT,C,', '-n', 'Company CA', '-i', other.path);
    const before = entriesOf(folder);
    const { trust, ledger } = open();

    const installed = await trust.install(pair.authority, ['chromium'], {});
    const between = entriesOf(folder);
    const removed = await trust.uninstall(pair.authority, [], {});

    expect(installed).toMatchObject([{ outcome: 'done' }]);
    expect(between).toEqual([...before, `${nickname} | C,,`].sort());
    expect(removed).toMatchObject([{ outcome: 'done', said: `“${nickname}” is out of ${folder}.` }]);
    expect(entriesOf(folder)).toEqual(before);
    expect(ledger.list()).toMatchObject([{ state: 'undone', where: folder }]);
    // The new place is never hidden by making the old one, nor made where the old one is used.
    expect(existsSync(join(home, '.local', 'share', 'pki'))).toBe(false);
  });

  test('give a certificate that was there already the trust back that it had', async () => {
    const { home, pair, open } = await scene();
    const folder = newDatabase(join(home, '.pki', 'nssdb'));
    certutil(folder, '-A', '-t', ',p,', '-n', 'Mine', '-i', pair.authority.path);
    const { trust } = open();

    await trust.install(pair.authority, ['chromium'], {});
    const between = entriesOf(folder);
    await trust.uninstall(pair.authority, [], {});

    expect(between).toEqual(['Mine | C,p,']);
    expect(entriesOf(folder)).toEqual(['Mine | ,p,']);
  });

  test('keep what somebody else changed or added meanwhile', async () => {
    const { home, pair, open } = await scene();
    const folder = newDatabase(join(home, '.pki', 'nssdb'));
    certutil(folder, '-A', '-t', ',,', '-n', 'Mine', '-i', pair.authority.path);
    const other = (await benchAuthority(realHost({ HOME: home }), home)).authority;
    const { trust } = open();

    await trust.install(pair.authority, ['chromium'], {});
    certutil(folder, '-M', '-t', 'CT,C,C', '-n', 'Mine');
    certutil(folder, '-A', '-t', 'C,,', '-n', 'Later', '-i', other.path);
    const removed = await trust.uninstall(pair.authority, [], {});

    expect(entriesOf(folder)).toEqual(['Later | C,,', 'Mine | CT,C,C']);
    expect(removed).toMatchObject([{ said: `“Mine” in ${folder} was changed since, so it stays as it is.` }]);
  });

  test('are made where Chromium looks for them, and go again with their folders where nothing else is in them', async () => {
    const { home, pair, open, host } = await scene();
    const { PATH } = { PATH: `${programs(home, ['chromium'])}:${process.env.PATH}` };
    const { trust } = open({ ...host, env: { ...host.env, PATH } });
    const before = readdirSync(home);

    await trust.install(pair.authority, ['chromium'], {});
    const made = entriesOf(join(home, '.local', 'share', 'pki', 'nssdb'));
    await trust.uninstall(pair.authority, [], {});

    expect(made).toHaveLength(1);
    expect(
      readdirSync(home)
        .filter((name) => !before.includes(name))
        .sort(),
    ).toEqual(['ledger.jsonl', 'trust']);
  });

  test('that Sealwire made stay where a person has put something into them', async () => {
    const { home, pair, open, host } = await scene();
    const bench = open({ ...host, env: { ...host.env, PATH: `${programs(home, ['chromium'])}:${process.env.PATH}` } });
    const folder = join(home, '.local', 'share', 'pki', 'nssdb');
    const other = (await benchAuthority(realHost({ HOME: home }), home)).authority;

    await bench.trust.install(pair.authority, ['chromium'], {});
    certutil(folder, '-A', '-t', 'C,,', '-n', 'Later', '-i', other.path);
    await bench.trust.uninstall(pair.authority, [], {});

    expect(entriesOf(folder)).toEqual(['Later | C,,']);
  });

  test('of every kind of package are found, each by itself: one that fails stops no other', async () => {
    const { home, pair, open } = await scene();
    const places = {
      chromium: '.pki/nssdb',
      'chromium:snap-chromium': 'snap/chromium/current/.pki/nssdb',
      'chromium:org.chromium.Chromium': '.var/app/org.chromium.Chromium/data/pki/nssdb',
      'firefox:a.default': '.mozilla/firefox/a.default',
      'firefox:b.default-snap': 'snap/firefox/common/.mozilla/firefox/b.default',
      'firefox:c.default-flatpak': '.var/app/org.mozilla.firefox/.mozilla/firefox/c.default',
    };
    for (const path of Object.values(places)) newDatabase(join(home, path));
    symlinkSync('127.0.1.1:+4711', join(home, places['firefox:a.default'], 'lock'));
    writeFileSync(join(home, places['firefox:b.default-snap'], 'cert9.db'), 'no database at all');
    const { trust } = open();

    const chromiums = Object.keys(places).filter((id) => id.startsWith('chromium'));
    const { steps } = await trust.plan('install', pair.authority, []);
    const results = await trust.install(pair.authority, [...chromiums, 'firefox'], {});

    expect(steps.map(({ store }) => store).sort()).toEqual(
      Object.keys(places)
        .filter((id) => !id.startsWith('firefox:b'))
        .sort(),
    );
    expect(steps.find(({ store }) => store === 'firefox:a.default')?.asks).toMatch(/has this profile open/);
    expect(Object.fromEntries(results.map(({ store, outcome }) => [store, outcome]))).toEqual({
      chromium: 'done',
      'chromium:snap-chromium': 'done',
      'chromium:org.chromium.Chromium': 'done',
      'firefox:a.default': 'done',
      'firefox:b.default-snap': 'failed',
      'firefox:c.default-flatpak': 'done',
    });
    expect(results.find(({ outcome }) => outcome === 'failed')).toMatchObject({
      said: expect.stringMatching(/its database is damaged or of a kind that certutil cannot read\.$/),
    });
  });

  test('with a password, or without the tool, are told of in one sentence and left as they are', async () => {
    const { home, pair, open, host } = await scene();
    const folder = join(home, '.pki', 'nssdb');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(home, 'password'), 'only mine\n');
    certutil(folder, '-N', '-f', join(home, 'password'));

    const locked = await open().trust.install(pair.authority, ['chromium'], {});
    const without = {
      ...host,
      env: { ...host.env, PATH: programs(home, ['chromium']) },
      disk: hiding(host, 'certutil'),
    };
    const missing = await open(without).trust.install(pair.authority, ['chromium'], {});

    expect(locked).toMatchObject([
      { outcome: 'failed', said: expect.stringMatching(/its database has a password that only you know\.$/) },
    ]);
    expect(missing).toMatchObject([
      {
        outcome: 'failed',
        said: expect.stringMatching(/certutil .* is not installed\.$/),
        fix: expect.stringContaining('libnss3-tools'),
      },
    ]);
    expect(entriesOf(folder)).toEqual([]);
    expect(
      open()
        .ledger.list()
        .map(({ state }) => state),
    ).toEqual(['undone']);
  });

  test('that may not be written are told of', async () => {
    const { home, pair, host } = await scene();
    const folder = newDatabase(join(home, '.pki', 'nssdb'));
    chmodSync(join(folder, 'cert9.db'), 0o444);
    // Root may write whatever the mode says, so the tool's own words for everybody else stand in.
    const refusing: Host = {
      ...host,
      exec: (file, args, options) =>
        args.includes('-A')
          ? Promise.resolve({
              code: 255,
              stdout: '',
              stderr:
                'certutil: could not add certificate to token or database: SEC_ERROR_READ_ONLY: security library: read-only database.\n',
              failure: null,
            })
          : host.exec(file, args, options),
    };
    const { trust, ledger } = trustBench(refusing, home, withoutReaders([chromium]), pair);

    const results = await trust.install(pair.authority, ['chromium'], {});

    expect(results).toMatchObject([{ outcome: 'failed', said: expect.stringMatching(/its database is read-only\.$/) }]);
    expect(ledger.list()).toMatchObject([{ state: 'undone' }]);
    expect(entriesOf(folder)).toEqual([]);
  });

  test('come back from a kill at every effect, of which the next run finishes what is left', async () => {
    const { home, pair, host } = await scene();
    const PATH = `${programs(home, ['chromium'])}:${process.env.PATH}`;
    const real = { ...host, env: { ...host.env, PATH } };
    const kinds = withoutReaders([chromium]);
    const open = (on: Host): TrustBench => trustBench(on, home, kinds, pair);
    let kills = 0;
    for (const action of ['install', 'uninstall'] as const) {
      let isCut = true;
      for (let at = 1; isCut; at += 1) {
        if (action === 'uninstall') await open(real).trust.install(pair.authority, ['chromium'], {});
        const cut = cuttableHost(real, at, at % 2 === 0);
        try {
          await open(cut.host).trust[action](pair.authority, ['chromium'], {});
        } catch (error) {
          if (!cut.wasCut()) throw error;
        }
        isCut = cut.wasCut();
        if (isCut) kills += 1;
        const next = open(real);
        await next.trust.uninstall(pair.authority, [], {});
        expect(existsSync(join(home, '.local')), `${action}, effect ${at}`).toBe(false);
        expect(next.ledger.list().filter(({ state }) => state !== 'undone')).toEqual([]);
      }
    }
    expect(kills).toBeGreaterThan(20);
  });
});

const noBrowser = reason ?? whyNoBrowser;

describe.skipIf(noBrowser !== null)(`Chromium${noBrowser === null ? '' : ` (${noBrowser})`}`, () => {
  test('takes a certificate of the authority once its database trusts it, and refuses a stranger’s', async () => {
    const { home, host, pair } = await scene();
    const { trust } = trustBench(
      { ...host, env: { ...host.env, PATH: `${process.env.PATH}` } },
      home,
      [chromium],
      pair,
    );

    const installed = await trust.install(pair.authority, ['chromium'], {});
    const listed = await trust.list(pair.authority);
    await trust.uninstall(pair.authority, [], {});

    expect(installed[0]?.checks).toMatchObject([
      { client: expect.stringMatching(/^Chromium \d+/), program: CHROMIUM, outcome: 'verified' },
    ]);
    expect(listed).toMatchObject([{ id: 'chromium', state: 'verified' }]);
    expect(existsSync(join(home, '.local'))).toBe(false);
  });
});

describe.skipIf(noBrowser !== null)(
  `a Chromium that is open${noBrowser === null ? '' : ` (${noBrowser})`}`,
  { timeout: 300_000 },
  () => {
    test('goes by what its database held at its first page, and the plan and the result say to restart it', async () => {
      const { home, pair, open } = await scene();
      newDatabase(join(home, '.local', 'share', 'pki', 'nssdb'));
      const { trust } = open();
      const first = await startBrowser(undefined, [], home);
      onTestFinished(() => first.close());
      const before = await loads(first, pair);
      const { steps } = await trust.plan('install', pair.authority, ['chromium']);
      const [installed] = await trust.install(pair.authority, ['chromium'], {});
      const whileOpen = await loads(first, pair);
      await first.close();

      const second = await startBrowser(undefined, [], home);
      onTestFinished(() => second.close());
      const restarted = await loads(second, pair);
      const back = await trust.plan('uninstall', pair.authority, ['chromium']);
      const [removed] = await trust.uninstall(pair.authority, ['chromium'], {});
      const stillOpen = await loads(second, pair);
      await second.close();
      const third = await startBrowser(undefined, [], home);
      onTestFinished(() => third.close());

      expect([before, whileOpen, restarted, stillOpen, await loads(third, pair)]).toEqual([
        'net::ERR_CERT_AUTHORITY_INVALID',
        'net::ERR_CERT_AUTHORITY_INVALID',
        'loaded',
        'loaded',
        'net::ERR_CERT_AUTHORITY_INVALID',
      ]);
      const toRestart = expect.stringMatching(/^Restart Chromium\b.*read once, for the first page over HTTPS\.$/);
      expect([...steps, ...back.steps].map(({ asks }) => asks)).toEqual([toRestart, toRestart]);
      expect([installed, removed]).toMatchObject([
        { outcome: 'done', fix: toRestart },
        { outcome: 'done', fix: toRestart },
      ]);
    });

    test('is asked for only where one is open, of this person', async () => {
      const { home, host, pair } = await scene();
      newDatabase(join(home, '.local', 'share', 'pki', 'nssdb'));
      const asked = async (ownerId: number, file: string): Promise<string | undefined> => {
        const disk: Host['disk'] = {
          ...host.disk,
          list: (path) => (path === '/proc' ? ['7', 'self'] : host.disk.list(path)),
          read: (path) => (path === '/proc/7/cmdline' ? Buffer.from(`${file}\0--type=\0`) : host.disk.read(path)),
          facts: (path) =>
            path === '/proc/7' ? { isFolder: true, mode: 0o555, bytes: 0, ownerId } : host.disk.facts(path),
        };
        const { trust } = trustBench({ ...host, disk }, home, withoutReaders([chromium]), pair);
        return (await trust.plan('install', pair.authority, ['chromium'])).steps[0]?.asks;
      };
      const own = host.userId ?? 0;

      expect(await asked(own, '/usr/lib/chromium/chromium')).toMatch(/^Restart Chromium, which is open/);
      expect(await asked(own, '/opt/google/chrome/chrome')).toMatch(/^Restart Chrome, which is open/);
      expect(await asked(own + 1, '/usr/lib/chromium/chromium')).toBe('');
      expect(await asked(own, '/usr/bin/vim')).toBe('');
    });
  },
);

/** What becomes of a page on a new connection to a new port, with a certificate of the authority. */
async function loads({ context }: Browser, { identities }: BenchAuthority): Promise<string> {
  const { keyPem, chainPem } = identities.own;
  const server = createServer({ key: keyPem.reveal(), cert: chainPem }, (_, answer) => void answer.end('<p>here'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const page = await context.newPage();
  try {
    await page.goto(`https://localhost:${typeof address === 'object' ? address?.port : 0}/`);
    return 'loaded';
  } catch (error) {
    return /net::\w+/.exec(String(error))?.[0] ?? String(error);
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}

const noFirefox = reason ?? (isOnPath('firefox') || isOnPath('firefox-esr') ? null : 'Firefox is not installed');

describe.skipIf(noFirefox !== null)(`Firefox${noFirefox === null ? '' : ` (${noFirefox})`}`, () => {
  test('takes a certificate of the authority once its profile trusts it, judged by a copy of the profile', async () => {
    const { home, host, pair } = await scene();
    const profile = newDatabase(join(home, '.mozilla', 'firefox', 'a.default'));
    const { trust } = trustBench(host, home, [firefox], pair);

    const [installed] = await trust.install(pair.authority, [], {});
    await trust.uninstall(pair.authority, [], {});

    expect(installed?.checks).toMatchObject([{ client: expect.stringMatching(/^Firefox \d+/), outcome: 'verified' }]);
    expect(readdirSync(profile).sort()).toEqual(['cert9.db', 'key4.db', 'pkcs11.txt']);
    expect(entriesOf(profile)).toEqual([]);
  });
});

/** The disk as if no program of that name were on it. */
function hiding(host: Host, name: string): Host['disk'] {
  return { ...host.disk, facts: (path) => (path.endsWith(`/${name}`) ? null : host.disk.facts(path)) };
}
