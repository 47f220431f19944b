import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { memoryKeyring } from '../../support/memory-keyring.ts';
import { DEFAULT_INIT, NO_DBUS, openTestSecurity, tempHome, testHost } from '../../support/temp-security.ts';

describe('the one click', () => {
  test('makes an authority, a certificate and a token that a later start finds again', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    const { security, changed } = await openTestSecurity(home, { keyring });
    const plan = await security.plan();

    const made = await security.initialise(DEFAULT_INIT);
    const token = (await security.showToken()).reveal();
    await security.close();
    const { security: again } = await openTestSecurity(home, { keyring });

    expect(made.authority.commonName).toBe(plan.authority.commonName);
    expect(made.certificate.names).toEqual(plan.names.map(({ name }) => name));
    expect(changed.flat()).toContain('status');
    expect(again.initialised()).toBe(true);
    expect((await again.showToken()).reveal()).toBe(token);
    expect(again.authorities()).toEqual(security.authorities());
    expect(again.identity()?.served.fingerprint256).toBe(made.certificate.fingerprint256);
    expect(again.identity()?.keyPem.reveal()).toBe(security.identity()?.keyPem.reveal());
    expect(again.notices()).toEqual([]);
    expect(again.vault()).toMatchObject({ kind: 'secret-service', state: 'ready', persistent: true });
  });

  test('leaves files that only the owner can read, and no secret in any of them', async () => {
    const home = tempHome();
    const { security } = await openTestSecurity(home);

    await security.initialise(DEFAULT_INIT);

    const token = (await security.showToken()).reveal();
    const key = security.identity()?.keyPem.reveal() ?? '';
    const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => join(home, name));
    const modes = files.map((path) => statSync(path)).map((stats) => [stats.isDirectory(), stats.mode & 0o777]);
    expect(new Set(modes.map(String))).toEqual(new Set([`true,${0o700}`, `false,${0o600}`]));
    const texts = files.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path, 'utf8'));
    expect(texts.length).toBe(7);
    for (const text of texts) {
      expect(text).not.toContain(token);
      expect(text).not.toContain('PRIVATE KEY');
      expect(text).not.toContain(key.split('\n')[1]);
    }
  });

  test('is refused a second time', async () => {
    const { security } = await openTestSecurity(tempHome());
    await security.initialise(DEFAULT_INIT);

    await expect(security.initialise(DEFAULT_INIT)).rejects.toMatchObject({ code: 'ALREADY_INITIALISED' });
    expect(security.authorities()).toHaveLength(1);
  });

  test('changes nothing when a name is refused', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    const { security } = await openTestSecurity(home, { keyring });

    const attempt = security.initialise({ ...DEFAULT_INIT, names: ['localhost', '*.localhost'] });

    await expect(attempt).rejects.toMatchObject({ code: 'NAME_REFUSED' });
    expect(keyring.entries.size).toBe(0);
    expect(readdirSync(home)).toEqual([]);
  });

  test('covers extra domains, and without constraints any name', async () => {
    const { security: withDomain } = await openTestSecurity(tempHome());
    await withDomain.initialise({ ...DEFAULT_INIT, domains: ['*.example.com'], names: ['apm.example.com'] });
    const { security: open } = await openTestSecurity(tempHome());
    await open.initialise({ ...DEFAULT_INIT, constraints: false, names: ['apm.example.org'] });

    expect(withDomain.authorities()[0]?.permittedNames).toContain('example.com');
    await expect(withDomain.issueCertificate({ names: ['apm.example.org'] })).rejects.toMatchObject({
      code: 'NAME_REFUSED',
    });
    expect(open.authorities()[0]?.nameConstrained).toBe(false);
    expect(open.certificates()[0]?.names).toEqual(['apm.example.org']);
  });
});

describe('where secrets go', () => {
  test('is left to the person when the keychain does not work', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    keyring.refusal = NO_DBUS;
    const { security } = await openTestSecurity(home, { keyring });

    await expect(security.initialise(DEFAULT_INIT)).rejects.toMatchObject({ code: 'VAULT_UNAVAILABLE' });
    const vault = security.vault();

    expect(vault.state).toBe('unchosen');
    expect(vault.choices.find(({ use }) => use === 'keychain')).toMatchObject({ available: false });
    expect(vault.choices.find(({ recommended }) => recommended)?.use).toBe('passphrase');
    expect(readdirSync(home)).toEqual([]);
  });

  test('is this session alone when there is nobody to ask, and then nothing sealed is written', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    keyring.refusal = NO_DBUS;
    const { security } = await openTestSecurity(home, { keyring, isInteractive: false });

    await security.initialise(DEFAULT_INIT);

    const ca = security.caPath() ?? '';
    expect(ca).toBe(join(home, 'run', `ca-${process.pid}.pem`));
    expect(readFileSync(ca, 'utf8')).toContain('BEGIN CERTIFICATE');
    expect(readdirSync(home)).toEqual(['run']);
    expect(security.vault()).toMatchObject({ kind: 'session', persistent: false });
    expect(security.notices().map(({ id }) => id)).toContain('vault-session');
    await security.close();
    expect(existsSync(ca)).toBe(false);
  });

  test('is the passphrase file where its passphrase can be read', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    keyring.refusal = NO_DBUS;
    const host = testHost(home, { env: { SEALWIRE_PASSPHRASE_FILE: join(home, 'passphrase') } });
    host.disk.create(join(home, 'passphrase'), Buffer.from('correct horse\n'), 0o600);
    const { security } = await openTestSecurity(home, { keyring, host, isInteractive: false });

    await security.initialise(DEFAULT_INIT);
    const { security: locked } = await openTestSecurity(home, { keyring });

    expect(security.vault().kind).toBe('passphrase');
    expect(locked.initialised()).toBe(true);
    expect(locked.identity()).toBeNull();
    expect(locked.vault().state).toBe('locked');
    await expect(locked.unlockVault(new Secret('wrong'))).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(locked.showToken()).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    await locked.unlockVault(new Secret('correct horse'));
    expect((await locked.showToken()).reveal()).toBe((await security.showToken()).reveal());
    expect(locked.identity()).not.toBeNull();
  });
});

describe('moving to another vault', () => {
  test('takes every secret along, in every direction', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    const { security } = await openTestSecurity(home, { keyring });
    await security.initialise(DEFAULT_INIT);
    await security.rotateToken();
    const token = (await security.showToken()).reveal();
    const { fingerprint256 } = security.authorities()[0] ?? {};
    const { useVault: moveTo } = security;

    for (const use of ['passphrase', 'session', 'keychain', 'session', 'passphrase', 'keychain'] as const) {
      await moveTo(use, use === 'passphrase' ? new Secret('correct horse') : null);

      expect((await security.showToken()).reveal()).toBe(token);
      await security.issueCertificate({ names: ['localhost', `${use}.test`] });
      expect(keyring.entries.size).toBe(use === 'keychain' ? 3 : 0);
      expect(existsSync(join(home, 'vault.sealed'))).toBe(use === 'passphrase');
      expect(existsSync(join(home, 'workspaces', 'default', 'workspace.json'))).toBe(use !== 'session');
      expect(readFileSync(security.caPath() ?? '', 'utf8')).toContain('BEGIN CERTIFICATE');
    }
    await security.close();
    const { security: again } = await openTestSecurity(home, { keyring });

    expect(again.authorities()[0]?.fingerprint256).toBe(fingerprint256);
    expect((await again.showToken()).reveal()).toBe(token);
    expect(again.tokens()).toHaveLength(2);
    expect(again.notices()).toEqual([]);
  });

  test('keeps the old vault when the new one refuses', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    const { security } = await openTestSecurity(home, { keyring });
    await security.useVault('passphrase', new Secret('correct horse'));
    await security.initialise(DEFAULT_INIT);
    keyring.refusal = 'it broke';

    await expect(security.useVault('keychain', null)).rejects.toMatchObject({ code: 'VAULT_REFUSED' });
    keyring.refusal = null;

    expect(security.vault().kind).toBe('passphrase');
    expect(keyring.entries.size).toBe(0);
    await security.rotateToken();
  });

  test('starts afresh where the old vault cannot be opened any more, and keeps everything aside', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    const { security } = await openTestSecurity(home, { keyring });
    await security.useVault('passphrase', new Secret('forgotten'));
    await security.initialise(DEFAULT_INIT);
    await security.close();
    const { security: later } = await openTestSecurity(home, { keyring });

    await later.useVault('keychain', null);
    await later.initialise(DEFAULT_INIT);

    const kept = [...readdirSync(home), ...readdirSync(join(home, 'workspaces'))].filter((name) =>
      /damaged-/.test(name),
    );
    expect(kept).toHaveLength(2);
    expect(later.vault()).toMatchObject({ kind: 'secret-service', state: 'ready' });
    expect(later.notices().filter(({ title }) => title === 'The workspace was set aside')).toHaveLength(2);
  });
});

describe('taking everything away', () => {
  test('leaves nothing in folders and vault, also when the passphrase is unknown', async () => {
    for (const isLocked of [false, true]) {
      const home = tempHome();
      const keyring = memoryKeyring();
      const first = await openTestSecurity(home, { keyring });
      const { useVault: choose } = first.security;
      await choose('passphrase', new Secret('correct horse'));
      await first.security.initialise(DEFAULT_INIT);
      await first.security.close();
      const security = isLocked ? (await openTestSecurity(home, { keyring })).security : first.security;

      expect(security.removalPlan().join('\n')).toContain('2 entries in the passphrase file');
      await security.removeAll();

      expect(readdirSync(home, { recursive: true })).toEqual(['settings.json', 'workspaces']);
      expect(security.initialised()).toBe(false);
      expect(security.removalPlan()).toEqual([]);
    }
  });
});
