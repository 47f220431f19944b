import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { entry } from '../../support/entry.ts';
import { javaPackage } from '../../support/java-package.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { inPrivateRoot, whyNoPrivateRoot } from '../../support/private-root.ts';

/* Disks that are full or read-only, folders that belong to somebody else, and a person whom the system does not know. */

const lacksCertutil = isOnPath('certutil') ? null : 'certutil is not installed';
const reason = whyNoPrivateRoot ?? lacksCertutil;

function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `sealwire-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.skipIf(reason !== null)(
  `NSS and Java on a disk that refuses${reason === null ? '' : ` (${reason})`}`,
  { timeout: 300_000 },
  () => {
    test('say in one sentence that it is full or read-only, leave nothing half there, and work once it is neither', () => {
      const child = join(import.meta.dirname, 'refusing-child.ts');
      const command = [process.execPath, child, javaPackage() ?? ''];

      const count = javaPackage() === null ? 1 : 2;

      const seen: Record<string, string[]> = JSON.parse(inPrivateRoot(command, { HOME: folderOf('refusing') }));

      expect(seen.full).toEqual(
        Array(count).fill(expect.stringMatching(/^failed: .*(?:full|No space left on device)\.$/)),
      );
      expect(seen.afterFull).toEqual(seen.before);
      expect(seen.readOnly).toEqual(
        Array(count).fill(expect.stringMatching(/^failed: .*[Rr]ead-only(?: file system)?\.$/)),
      );
      expect(new Set(seen.states)).toEqual(new Set(['undone']));
      expect(seen.works).toEqual(Array(count).fill(expect.stringMatching(/^done: /)));
      expect(seen.after).toEqual(seen.before);
    });
  },
);

const noStranger = process.getuid?.() === 0 ? lacksCertutil : 'only root can be somebody else';

describe.skipIf(noStranger !== null)(
  `somebody who is not root${noStranger === null ? '' : ` (${noStranger})`}`,
  { timeout: 120_000 },
  () => {
    /** The command line as a user whom no file of the system knows, in a home of theirs. */
    function person(env: Readonly<Record<string, string>> = {}): {
      readonly folder: string;
      run(...args: string[]): { status: number | null; stdout: string; stderr: string };
    } {
      const id = 54_321;
      const folder = folderOf('person');
      const passphrase = join(folder, 'passphrase');
      writeFileSync(passphrase, 'correct horse battery staple\n', { mode: 0o600 });
      const all = {
        PATH: process.env.PATH ?? '',
        SEALWIRE_HOME: join(folder, 'data'),
        SEALWIRE_PASSPHRASE_FILE: passphrase,
        ...env,
      };
      return {
        folder,
        run: (...args) => {
          execFileSync('chown', ['-R', `${id}:${id}`, folder]);
          return spawnSync(process.execPath, [entry, ...args, '--json'], {
            env: all,
            cwd: folder,
            uid: id,
            gid: id,
            encoding: 'utf8',
          });
        },
      };
    }

    test('without HOME, and without a line in the list of users, can still see and change stores', () => {
      const them = person();

      const initialised = them.run('init');
      const listed = them.run('trust', 'list');
      const installed = them.run('trust', 'install', 'env:node', '--yes');

      expect([initialised.status, initialised.stderr]).toEqual([0, '']);
      expect([listed.status, JSON.parse(listed.stdout).authority === null]).toEqual([0, false]);
      expect(JSON.parse(installed.stdout).results).toMatchObject([{ store: 'env:node', outcome: 'done' }]);
    });

    test('is told in one sentence of a database that may not be written', () => {
      const folder = folderOf('theirs');
      chmodSync(folder, 0o755);
      const profile = join(folder, '.mozilla', 'firefox', 'a.default');
      mkdirSync(profile, { recursive: true });
      execFileSync('certutil', ['-N', '--empty-password', '-d', `sql:${profile}`]);
      for (const name of ['cert9.db', 'key4.db', 'pkcs11.txt']) chmodSync(join(profile, name), 0o444);
      const before = readFileSync(join(profile, 'cert9.db'));
      const them = person({ HOME: folder });
      them.run('init');

      const installed = them.run('trust', 'install', 'firefox', '--yes');
      const ledger = JSON.parse(them.run('ledger', 'list').stdout).entries;

      expect(installed.status).toBe(1);
      expect(JSON.parse(installed.stdout).results).toMatchObject([
        { outcome: 'failed', said: expect.stringMatching(/its database is read-only\.$/) },
      ]);
      expect(ledger.map(({ state }: { state: string }) => state)).toEqual(['undone']);
      expect(readFileSync(join(profile, 'cert9.db')).equals(before)).toBe(true);
      expect(statSync(join(profile, 'cert9.db')).uid).toBe(0);
    });
  },
);
