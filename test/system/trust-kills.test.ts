import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../main/contract/index.ts';
import { readKeystore } from '../../main/core/export/keystores/read-keystore.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { javaPackage } from '../support/java-package.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { inPrivateRoot, isDebian, whyNoPrivateRoot } from '../support/private-root.ts';
import { benchAuthority } from '../support/trust-bench.ts';
import { type KilledRounds, killRounds } from '../support/trust-kills.ts';
import { seeded } from './seeded.ts';
import { systemHome } from './system-home.ts';

const isLong = process.env.SEALWIRE_LONG === '1';
const seed = Number(process.env.SEALWIRE_SEED ?? (isLong ? Date.now() % 1_000_000 : 42));
const ROUNDS = isLong ? { own: 40, system: 20 } : { own: 2, system: 1 };

/* SIGKILL on the real `sealwire trust` at random moments. The pause before a kill is the moment itself: nothing is waited for. Java’s copy of the system store is there in long runs. */

/** Somebody who is not root, where root runs the tests. */
const PERSON = process.getuid?.() === 0 ? 54_321 : undefined;

const java = isOnPath('certutil') ? javaPackage() : null;
const reason = !isOnPath('certutil')
  ? 'certutil is not installed'
  : java === null
    ? 'no Java could be installed'
    : null;

describe.skipIf(reason !== null)(
  `a kill of trust, seed ${seed}${reason === null ? '' : ` (${reason})`}`,
  { timeout: 1_800_000 },
  () => {
    test(`in the stores of a person, ${4 * ROUNDS.own} times over, leaves a true ledger and nothing behind`, async () => {
      const at = await systemHome();
      const profile = join(at.folder, '.mozilla', 'firefox', 'a.default');
      const jdk = join(at.folder, '.jdks', 'own');
      const cacerts = join(jdk, 'lib', 'security', 'cacerts');
      mkdirSync(profile, { recursive: true });
      mkdirSync(dirname(jdk));
      execFileSync('certutil', ['-N', '--empty-password', '-d', `sql:${profile}`]);
      execFileSync('cp', ['-a', java ?? '', jdk]);
      const company = (await benchAuthority(realHost({ HOME: at.folder }), at.folder)).authority;
      execFileSync('certutil', ['-A', '-d', `sql:${profile}`, '-t', 'CT,C,', '-n', 'Company', '-i', company.path]);
      await at.json('init');
      // A store of one entry, because keytool takes its time with each.
      rmSync(cacerts);
      const named = ['-alias', 'company', '-file', company.path, '-keystore', cacerts, '-storepass', 'changeit'];
      execFileSync(join(jdk, 'bin', 'keytool'), ['-importcert', '-noprompt', ...named], { stdio: 'pipe' });
      if (PERSON !== undefined) execFileSync('chown', ['-R', `${PERSON}:${PERSON}`, at.folder]);

      const rounds = await killRounds(
        {
          home: at.home,
          env: at.env,
          cwd: at.folder,
          ...(PERSON === undefined ? {} : { uid: PERSON }),
          stores: ['firefox:a.default', `java:${jdk}`],
          pathOf: { 'firefox:a.default': profile, [`java:${jdk}`]: cacerts },
          machine: async () => ({
            'firefox:a.default': [
              execFileSync('certutil', ['-L', '-d', `sql:${profile}`], { encoding: 'utf8' }),
              ...readdirSync(profile).filter((name) => !/-journal$/.test(name)),
            ].join('\n'),
            [`java:${jdk}`]: [...(await aliasesIn(cacerts)), ...readdirSync(dirname(cacerts))].join('\n'),
          }),
        },
        ROUNDS.own,
        seeded(seed),
      );

      expect(rounds.wrong).toEqual([]);
      expect(rounds.kills).toBeGreaterThan(0);
      expect(rounds.inTheMidst).toBeGreaterThan(0);
    });
  },
);

/** By a reader in this process: a keytool each time would take longer than everything else. */
async function aliasesIn(keystore: string): Promise<string[]> {
  const { certificates } = await readKeystore(readFileSync(keystore), new Secret('changeit'), keystore);
  return certificates.map(({ alias, certificate }) => `${alias} ${certificate.fingerprint256}`).sort();
}

const noRoot = whyNoPrivateRoot ?? (isDebian ? null : 'this is no Debian');

describe.skipIf(noRoot !== null)(
  `a kill of trust, seed ${seed}${noRoot === null ? '' : ` (${noRoot})`}`,
  { timeout: 1_800_000 },
  () => {
    test(`in the system’s own store, ${4 * ROUNDS.system} times over, leaves a true ledger and nothing behind`, async () => {
      const at = await systemHome();
      await at.json('init');
      const plan = join(at.folder, 'plan.json');
      writeFileSync(
        plan,
        JSON.stringify({ home: at.home, env: at.env, cwd: at.folder, rounds: ROUNDS.system, seed, hasJava: isLong }),
      );

      const child = join(import.meta.dirname, 'system-kills-child.ts');
      const rounds: KilledRounds = JSON.parse(inPrivateRoot([process.execPath, child, plan], {}));

      expect(rounds.wrong).toEqual([]);
      expect(rounds.kills).toBeGreaterThan(0);
      expect(rounds.inTheMidst).toBeGreaterThan(0);
    });
  },
);
