import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../../main/core/host/host.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { store as java } from '../../../main/core/trust/stores/java.ts';
import { cuttableHost, withoutReaders } from '../../support/cuttable-host.ts';
import { javaPackage } from '../../support/java-package.ts';
import { tempHome } from '../../support/temp-security.ts';
import { benchAuthority, trustBench } from '../../support/trust-bench.ts';

const runtime = javaPackage();

/** A copy whose files are shared with the package, so that replacing one is all that may happen to it. */
function copied(home: string): string {
  mkdirSync(dirname(home), { recursive: true });
  execFileSync('cp', ['-al', runtime ?? '', home]);
  return home;
}

/** Aliases with kind and fingerprint, as keytool lists them. */
function entriesOf(keystore: string): string[] {
  const keytool = join(runtime ?? '', 'bin', 'keytool');
  const args = ['-list', '-keystore', keystore, '-storepass', 'changeit', '-J-Duser.language=en'];
  const text = execFileSync(keytool, args, { encoding: 'utf8', stdio: 'pipe' });
  const entries = text.matchAll(/^(\S.*?), \w{3} \d+, \d{4}, (\w+), ?\nCertificate fingerprint \(SHA-256\): (\S+)/gm);
  return [...entries].map(([, alias = '', kind = '', print = '']) => `${alias} ${kind} ${print}`).sort();
}

const storeOf = (home: string): string => join(home, 'lib', 'security', 'cacerts');

/** A Java of nothing but the files that are looked at, with a keytool in a few lines that keeps its store as text. */
function quickJava(home: string): string {
  mkdirSync(join(home, 'bin'), { recursive: true });
  mkdirSync(join(home, 'lib', 'security'), { recursive: true });
  writeFileSync(join(home, 'release'), 'JAVA_VERSION="21.0.9"\n');
  writeFileSync(storeOf(home), '', { mode: 0o640 });
  const script = `#!/bin/sh
action=$1
while [ $# -gt 0 ]; do case $1 in -keystore) store=$2;; -alias) alias=$2;; -file) file=$2;; esac; shift; done
case $action in
  -list) cat "$store";;
  -importcert) grep -q "^Alias name: $alias$" "$store" && { echo "keytool error: java.lang.Exception: Certificate not imported, alias <$alias> already exists"; exit 1; }; { printf 'Alias name: %s\\n' "$alias"; cat "$file"; } >> "$store";;
  -delete) awk -v out="Alias name: $alias" '/^Alias name: /{skip=($0==out)} !skip' "$store" > "$store.x" && cat "$store.x" > "$store" && rm "$store.x";;
esac
`;
  writeFileSync(join(home, 'bin', 'keytool'), script, { mode: 0o755 });
  return home;
}

describe.skipIf(runtime === null)(
  `stores of real Javas${runtime === null ? ' (no package of Java could be installed)' : ''}`,
  { timeout: 300_000 },
  () => {
    test('are each changed by themselves, one broken Java among them, and hold the same entries afterwards', async () => {
      const home = tempHome();
      const good = copied(join(home, '.jdks', 'good'));
      const broken = copied(join(home, '.sdkman', 'candidates', 'java', '25'));
      symlinkSync('25', join(home, '.sdkman', 'candidates', 'java', 'current'));
      rmSync(join(broken, 'bin', 'keytool'));
      writeFileSync(join(broken, 'bin', 'keytool'), '#!/bin/sh\nexit 127\n', { mode: 0o755 });
      const host = realHost({ PATH: '/usr/bin:/bin', HOME: home });
      const pair = await benchAuthority(host, home);
      const { trust } = trustBench(host, home, [java], pair);
      // Both are copies of the same package.
      const before = entriesOf(storeOf(good));
      const bytes = readFileSync(storeOf(runtime ?? ''));
      const modes = lstatSync(storeOf(good)).mode;
      const ids = [`java:${good}`, `java:${broken}`];

      const results = await trust.install(pair.authority, ids, {});
      const between = entriesOf(storeOf(good));
      const alias = `sealwire:${pair.authority.tag}`;
      const isBrokenChanged = !readFileSync(storeOf(broken)).equals(bytes);
      await trust.uninstall(pair.authority, ids, {});

      expect(results.map(({ store, outcome }) => [store, outcome])).toEqual(
        expect.arrayContaining(ids.map((id) => [id, 'done'])),
      );
      expect(results.find(({ store }) => store === ids[0])?.checks).toMatchObject([
        { client: 'Java 25.0.2', outcome: 'verified' },
      ]);
      expect(results.find(({ store }) => store === ids[1])?.checks).toMatchObject([{ outcome: 'unclear' }]);
      expect(between.filter((entry) => !before.includes(entry))).toEqual([
        expect.stringMatching(`^${alias} trustedCertEntry`),
      ]);
      expect(isBrokenChanged).toBe(true);
      expect([entriesOf(storeOf(good)), entriesOf(storeOf(broken))]).toEqual([before, before]);
      expect(lstatSync(storeOf(good)).mode).toBe(modes);
      // The package that the copies share their files with is what it was.
      expect(readFileSync(storeOf(runtime ?? '')).equals(bytes)).toBe(true);
    });
  },
);

describe('a Java store', () => {
  test('that is a link is changed where the link leads, and stays a link', async () => {
    const home = tempHome();
    const own = quickJava(join(home, '.jdks', 'linked'));
    const elsewhere = join(home, 'company-cacerts');
    rmSync(storeOf(own));
    writeFileSync(elsewhere, '', { mode: 0o640 });
    symlinkSync('../../../../company-cacerts', storeOf(own));
    const host = realHost({ PATH: '/usr/bin:/bin', HOME: home });
    const pair = await benchAuthority(host, home);
    const { trust } = trustBench(host, home, withoutReaders([java]), pair);

    await trust.install(pair.authority, [`java:${elsewhere}`], {});
    const between = readFileSync(elsewhere, 'utf8');
    await trust.uninstall(pair.authority, [`java:${elsewhere}`], {});

    expect(between).toContain(`sealwire:${pair.authority.tag}`);
    expect(readFileSync(elsewhere, 'utf8')).toBe('');
    expect(readlinkSync(storeOf(own))).toBe('../../../../company-cacerts');
    expect(lstatSync(elsewhere).mode & 0o777).toBe(0o640);
  });

  test('that somebody changes at the same moment is left as they left it', async () => {
    const home = tempHome();
    const own = quickJava(join(home, '.jdks', 'busy'));
    const real = realHost({ PATH: '/usr/bin:/bin', HOME: home });
    const pair = await benchAuthority(real, home);
    const host: Host = {
      ...real,
      exec: async (file, args, options) => {
        const result = await real.exec(file, args, options);
        if (args[0] === '-importcert') writeFileSync(storeOf(own), 'Alias name: theirs\n');
        return result;
      },
    };
    const { trust, ledger } = trustBench(host, home, withoutReaders([java]), pair);

    const results = await trust.install(pair.authority, [`java:${own}`], {});

    expect(results).toMatchObject([
      { outcome: 'failed', said: expect.stringMatching(/another program changed it at the same moment\.$/) },
    ]);
    expect(readFileSync(storeOf(own), 'utf8')).toBe('Alias name: theirs\n');
    expect(readdirSync(dirname(storeOf(own)))).toEqual(['cacerts']);
    expect(ledger.list()).toMatchObject([{ state: 'undone' }]);
  });

  test('loses nothing that somebody put there later, also under the name that Sealwire gave', async () => {
    const home = tempHome();
    const own = quickJava(join(home, '.jdks', 'own'));
    const host = realHost({ PATH: '/usr/bin:/bin', HOME: home });
    const pair = await benchAuthority(host, home);
    const { trust } = trustBench(host, home, withoutReaders([java]), pair);
    const stranger = (await benchAuthority(host, home)).authority;
    const theirs = `Alias name: sealwire:${pair.authority.tag}\n${stranger.pem}`;

    await trust.install(pair.authority, [`java:${own}`], {});
    writeFileSync(storeOf(own), theirs);
    const removed = await trust.uninstall(pair.authority, [`java:${own}`], {});

    expect(removed).toMatchObject([{ outcome: 'done', said: expect.stringMatching(/was not in .* any more\.$/) }]);
    expect(readFileSync(storeOf(own), 'utf8')).toBe(theirs);
  });

  test('with a password of its own, or where no Java has a keytool, is told of in one sentence', async () => {
    const home = tempHome();
    const own = quickJava(join(home, '.jdks', 'own'));
    const host = realHost({ PATH: '/usr/bin:/bin', HOME: home });
    const pair = await benchAuthority(host, home);
    const bench = trustBench(host, home, withoutReaders([java]), pair);
    const words = 'keytool error: java.io.IOException: keystore password was incorrect';
    writeFileSync(join(own, 'bin', 'keytool'), `#!/bin/sh\necho '${words}'\nexit 1\n`);
    const find = async () => (await bench.trust.list(pair.authority)).find(({ id }) => id === `java:${own}`);

    const locked = await find();
    rmSync(join(own, 'bin', 'keytool'));
    const dead = await trustBench({ ...host, exec: async () => DEAD }, home, withoutReaders([java]), pair).trust.list(
      pair.authority,
    );

    expect(locked).toMatchObject({ state: 'absent', evidence: expect.stringMatching(/has a password of its own\.$/) });
    expect(dead.find(({ id }) => id === `java:${own}`)).toMatchObject({
      state: 'absent',
      problem: { fix: 'Install that Java again, or remove it.' },
    });
  });

  test('comes back from a kill at every effect, whole at every moment', async () => {
    const home = tempHome();
    const own = quickJava(join(home, '.jdks', 'quick'));
    const real = realHost({ PATH: '/usr/bin:/bin', HOME: home });
    const pair = await benchAuthority(real, home);
    const kinds = withoutReaders([java]);
    const id = `java:${own}`;
    const theirs = `Alias name: theirs\n${(await benchAuthority(real, home)).authority.pem}`;
    writeFileSync(storeOf(own), theirs);
    let kills = 0;
    for (const action of ['install', 'uninstall'] as const) {
      let isCut = true;
      for (let at = 1; isCut; at += 1) {
        if (action === 'uninstall') await trustBench(real, home, kinds, pair).trust.install(pair.authority, [id], {});
        const cut = cuttableHost(real, at, at % 2 === 0);
        try {
          await trustBench(cut.host, home, kinds, pair).trust[action](pair.authority, [id], {});
        } catch (error) {
          if (!cut.wasCut()) throw error;
        }
        isCut = cut.wasCut();
        if (isCut) kills += 1;
        const whole = readFileSync(storeOf(own), 'utf8');
        expect([theirs, `${theirs}Alias name: sealwire:${pair.authority.tag}\n${pair.authority.pem}`]).toContain(whole);
        const next = trustBench(real, home, kinds, pair);
        await next.trust.uninstall(pair.authority, [id], {});
        expect(readFileSync(storeOf(own), 'utf8')).toBe(theirs);
        expect(readdirSync(dirname(storeOf(own))), `${action}, effect ${at}`).toEqual(['cacerts']);
        expect(next.ledger.list().filter(({ state }) => state !== 'undone')).toEqual([]);
      }
    }
    expect(kills).toBeGreaterThan(20);
  });
});

const DEAD = { code: null, stdout: '', stderr: '', failure: 'spawn keytool ENOENT' };
