import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { foldersOf } from '../../../main/core/host/folders.ts';
import { keychainVault } from '../../../main/core/vault/keychain-vault.ts';
import { openPassphraseVault } from '../../../main/core/vault/passphrase-vault.ts';
import { moveVault } from '../../../main/core/workspace/move-vault.ts';
import { openWorkspaceStore } from '../../../main/core/workspace/workspace-store.ts';
import { memoryKeyring } from '../../support/memory-keyring.ts';
import { cuttable } from '../../support/power-cut.ts';
import { DEFAULT_INIT, NO_DBUS, openTestSecurity, tempHome, testHost } from '../../support/temp-security.ts';

describe('what an earlier run left behind', () => {
  test('is swept: temporary files, folders that nothing names, certificate files of dead sessions', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    keyring.refusal = NO_DBUS;
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    mkdirSync(join(home, 'run'), { mode: 0o700 });
    mkdirSync(join(home, 'workspaces', 'default', 'authorities', 'abc'), { recursive: true, mode: 0o700 });
    const left = [
      `run/ca-${dead}.pem`,
      'settings.json.0123456789ab.tmp',
      'workspaces/default/workspace.json.0123456789ab.tmp',
      'workspaces/default/authorities/abc/ca.pem',
    ];
    const others = [`run/ca-${process.ppid}.pem`, 'run/lock', 'notes.tmp'];
    for (const name of [...left, ...others]) writeFileSync(join(home, name), '', { mode: 0o600 });

    const { security } = await openTestSecurity(home, { keyring, isInteractive: false });
    await security.initialise(DEFAULT_INIT);

    expect(left.filter((name) => existsSync(join(home, name)))).toEqual([]);
    expect(others.filter((name) => existsSync(join(home, name)))).toEqual(others);
    expect(existsSync(join(home, 'workspaces', 'default'))).toBe(false);
    await security.close();
  });
});

describe('a kill while secrets move from the keychain to the passphrase file', () => {
  test('at every effect leaves them all in one place or all in the other', { timeout: 60_000 }, async () => {
    const passphrase = new Secret('correct horse');
    const outcomes = new Set<string>();

    for (let at = 1, isCut = true; isCut; at += 1) {
      const home = tempHome();
      const keyring = memoryKeyring();
      const { security } = await openTestSecurity(home, { keyring });
      await security.initialise(DEFAULT_INIT);
      const token = (await security.showToken()).reveal();
      const real = testHost(home, { env: { SEALWIRE_PASSPHRASE_FILE: '/passphrase' } });
      const effects = cuttable({ disk: real.disk, keyring }, at, true);
      const host = { ...real, disk: effects.disk };
      const folders = foldersOf(home);
      const store = openWorkspaceStore(host, folders, 'default');
      const record = store.read().record;
      if (record === null) throw new Error('nothing was made');
      const service = [...keyring.entries.keys()][0]?.split(' ')[0] ?? '';
      try {
        const cheap = { N: 2 ** 14, r: 8, p: 1 };
        const file = await openPassphraseVault(host, folders.vaultFile, passphrase, cheap);
        const from = { use: 'keychain', vault: keychainVault('linux', service, effects.keyring), store } as const;
        await moveVault('default', record, from, { use: 'passphrase', vault: file, store });
      } catch (error) {
        if (!effects.wasCut()) throw error;
      }
      isCut = effects.wasCut();

      const read = (path: string): Buffer | null =>
        path === '/passphrase' ? Buffer.from('correct horse\n') : real.disk.read(path);
      const { security: later } = await openTestSecurity(home, {
        keyring,
        host: { ...real, disk: { ...real.disk, read } },
      });
      outcomes.add(later.vault().kind);
      expect((await later.showToken()).reveal()).toBe(token);
      expect(later.notices()).toEqual([]);
      expect(keyring.entries.size).toBe(later.vault().kind === 'passphrase' ? 0 : 2);
      await later.issueCertificate({ names: ['localhost'] });
    }

    expect(outcomes).toEqual(new Set(['secret-service', 'passphrase']));
  });
});

describe('what a person is shown', () => {
  test('of a certificate is what the file says', async () => {
    const { security } = await openTestSecurity(tempHome());
    const { certificate } = await security.initialise({ ...DEFAULT_INIT, names: ['localhost', '127.0.0.1'] });

    const shown = security.showCertificate(certificate.id);

    expect(shown).toMatchObject({
      subject: 'O=Sealwire, CN=localhost',
      names: ['localhost', '127.0.0.1'],
      inUse: true,
    });
    expect(Object.fromEntries(shown.text)['SHA-256 fingerprint']).toBe(certificate.fingerprint256);
    expect(() => security.showCertificate('unknown')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  test('before removing is everything that removing takes', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    const { security } = await openTestSecurity(home, { keyring });
    await security.initialise(DEFAULT_INIT);
    await security.rotateToken();

    expect(security.removalPlan()).toEqual([
      '1 authority',
      '1 certificate',
      '2 secret tokens',
      '3 entries in the Secret Service keychain',
      `The folder ${join(home, 'workspaces', 'default')}`,
    ]);
    await security.removeAll();

    expect(keyring.entries.size).toBe(0);
    expect(readdirSync(join(home, 'workspaces'))).toEqual([]);
    expect(security.caPath()).toBeNull();
    expect(security.identity()).toBeNull();
    expect(security.tokenBook.accepted()).toEqual([]);
  });
});
