import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { explainedDisk } from '../../../main/core/host/disk-failed.ts';
import type { Disk } from '../../../main/core/host/host.ts';
import type { Security } from '../../../main/core/parts.ts';
import { type MemoryKeyring, memoryKeyring } from '../../support/memory-keyring.ts';
import { DEFAULT_INIT, openTestSecurity, tempHome, testHost } from '../../support/temp-security.ts';

interface Made {
  readonly home: string;
  readonly keyring: MemoryKeyring;
  readonly token: string;
  readonly authority: string;
  readonly certificate: string;
  /** A file of the workspace by its path below it. */
  readonly path: (...parts: string[]) => string;
}

async function made(): Promise<Made> {
  const home = tempHome();
  const keyring = memoryKeyring();
  const { security } = await openTestSecurity(home, { keyring });
  const { authority, certificate } = await security.initialise(DEFAULT_INIT);
  const token = (await security.showToken()).reveal();
  await security.close();
  const path = (...parts: string[]): string => join(home, 'workspaces', 'default', ...parts);
  return { home, keyring, token, authority: authority.id, certificate: certificate.id, path };
}

const idsOf = (security: Security): string[] => security.notices().map(({ id }) => id);
const forget = (keyring: MemoryKeyring, part: string): void => {
  for (const name of [...keyring.entries.keys()].filter((each) => each.includes(part))) keyring.entries.delete(name);
};

describe('a secret that was deleted outside', () => {
  test('costs the token alone, and rotating mends it', async () => {
    const { home, keyring } = await made();
    forget(keyring, '/token/');
    const { security } = await openTestSecurity(home, { keyring });

    await expect(security.showToken()).rejects.toMatchObject({ code: 'SECRET_MISSING' });
    expect(idsOf(security)).toEqual([expect.stringMatching(/^token-missing-/)]);
    expect(security.tokenBook.accepted()).toEqual([]);
    expect(security.identity()).not.toBeNull();
    await security.rotateToken();

    expect(security.notices()).toEqual([]);
    expect(security.tokens()).toHaveLength(1);
    expect(security.tokenBook.accepted()).toHaveLength(1);
  });

  test('is made again by the one click, and nothing else is', async () => {
    const { home, keyring, authority, certificate } = await made();
    forget(keyring, '/token/');
    const { security } = await openTestSecurity(home, { keyring });
    const [lost] = security.tokens();

    const again = await security.initialise(DEFAULT_INIT);

    expect([again.authority.id, again.certificate.id]).toEqual([authority, certificate]);
    expect(again.token.id).not.toBe(lost?.id);
    expect(security.notices()).toEqual([]);
    await expect(security.initialise(DEFAULT_INIT)).rejects.toMatchObject({ code: 'ALREADY_INITIALISED' });
  });

  test('costs the authority, and the one click makes a new one beside the old, with the same token', async () => {
    const { home, keyring, token, authority, path } = await made();
    forget(keyring, '/authority/');
    const { security } = await openTestSecurity(home, { keyring });

    expect(security.identity()).toBeNull();
    expect(idsOf(security)).toEqual(['authority-broken', 'certificate-broken']);
    await expect(security.issueCertificate({ names: ['localhost'] })).rejects.toMatchObject({ code: 'SECRET_MISSING' });
    await security.initialise(DEFAULT_INIT);

    expect(security.notices()).toEqual([]);
    expect(security.identity()).not.toBeNull();
    expect((await security.showToken()).reveal()).toBe(token);
    expect(security.authorities().map(({ id, current }) => [id === authority, current])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(existsSync(path('authorities', authority, 'ca.key.sealed'))).toBe(true);
  });
});

describe('a damaged file', () => {
  test('of a certificate is written again when it is missing, and kept aside when it is foreign', async () => {
    const { home, keyring, authority, certificate, path } = await made();
    const caPem = readFileSync(path('authorities', authority, 'ca.pem'), 'utf8');
    const chain = path('certificates', certificate, 'chain.pem');
    const leafPem = readFileSync(chain, 'utf8');
    rmSync(path('authorities', authority, 'ca.pem'));
    writeFileSync(chain, caPem);
    const { security } = await openTestSecurity(home, { keyring });

    expect(readFileSync(path('authorities', authority, 'ca.pem'), 'utf8')).toBe(caPem);
    expect(readFileSync(chain, 'utf8')).toBe(leafPem);
    expect(idsOf(security)).toEqual(['authority-repaired-0', 'certificate-repaired-0']);
    const aside = readdirSync(path('certificates', certificate)).find((name) => name.includes('.damaged-')) ?? '';
    expect(readFileSync(path('certificates', certificate, aside), 'utf8')).toBe(caPem);
    expect(security.identity()?.chainPem).toBe(leafPem);
  });

  test.each([
    ['is missing', (file: string) => rmSync(file)],
    ['is damaged', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 100))],
    ['does not open', (file: string) => writeFileSync(file, tampered(readFileSync(file, 'utf8')))],
  ])('of the certificate key that %s is said, and issuing again mends it', async (words, damage) => {
    const { home, keyring, certificate, path } = await made();
    damage(path('certificates', certificate, 'key.sealed'));
    const { security } = await openTestSecurity(home, { keyring });

    expect(security.identity()).toBeNull();
    expect(security.notices()).toMatchObject([{ id: 'certificate-broken', text: expect.stringContaining(words) }]);
    expect(security.whyNoIdentity()).toMatchObject({
      code: 'CERTIFICATE_DAMAGED',
      message: expect.stringContaining(words),
    });
    await security.issueCertificate({ names: ['localhost'] });

    expect(security.identity()).not.toBeNull();
    expect(security.notices()).toEqual([]);
  });

  test('of the certificate key lets the one click issue it again for the same names, under the same authority', async () => {
    const { home, keyring, authority, certificate, path } = await made();
    rmSync(path('certificates', certificate, 'key.sealed'));
    const { security } = await openTestSecurity(home, { keyring });
    const names = security.certificates()[0]?.names;

    const again = await security.initialise(DEFAULT_INIT);

    expect(again.authority.id).toBe(authority);
    expect(again.certificate).toMatchObject({ names, inUse: true });
    expect(again.certificate.id).not.toBe(certificate);
    expect(security.identity()?.served.id).toBe(again.certificate.id);
    expect(security.notices()).toEqual([]);
  });

  test('of the vault is kept aside when the passphrase vault is begun afresh', async () => {
    const home = tempHome();
    const passphrase = new Secret('correct horse');
    const { security } = await openTestSecurity(home, { keyring: memoryKeyring() });
    await security.useVault('passphrase', passphrase);
    await security.initialise(DEFAULT_INIT);
    await security.close();
    writeFileSync(join(home, 'vault.sealed'), '{"format":1');
    const { security: later } = await openTestSecurity(home, { keyring: memoryKeyring() });

    expect(later.whyNoIdentity()).toMatchObject({ code: 'VAULT_DAMAGED' });
    await later.useVault('passphrase', passphrase);

    expect(later.initialised()).toBe(false);
    expect(readdirSync(home).filter((name) => /^vault\.sealed\.damaged-/.test(name))).toHaveLength(1);
    expect(readdirSync(join(home, 'workspaces'))).toEqual([expect.stringMatching(/^default\.damaged-/)]);
    await later.initialise(DEFAULT_INIT);
  });

  test('of the authority key is said, serving goes on, and the one click makes a new authority', async () => {
    const { home, keyring, authority, path } = await made();
    rmSync(path('authorities', authority, 'ca.key.sealed'));
    const { security } = await openTestSecurity(home, { keyring });

    expect(security.identity()).not.toBeNull();
    expect(idsOf(security)).toEqual(['authority-broken']);
    await expect(security.issueCertificate({ names: ['localhost'] })).rejects.toMatchObject({
      code: 'AUTHORITY_DAMAGED',
    });
    await security.initialise(DEFAULT_INIT);

    expect(security.notices()).toEqual([]);
  });

  test('does not open in another place: the key of one certificate is not taken for the key of another', async () => {
    const { home, keyring, authority, certificate, path } = await made();
    writeFileSync(
      path('certificates', certificate, 'key.sealed'),
      readFileSync(path('authorities', authority, 'ca.key.sealed')),
    );
    const { security } = await openTestSecurity(home, { keyring });

    expect(security.identity()).toBeNull();
    expect(idsOf(security)).toEqual(['certificate-broken']);
  });

  test.each(['', '{"format":1,', '{"format":99}', 'null'])(
    'workspace.json holding %j is kept aside with all it named',
    async (text) => {
      const { home, keyring, authority, path } = await made();
      writeFileSync(path('workspace.json'), text);
      const { security } = await openTestSecurity(home, { keyring });

      expect(security.initialised()).toBe(false);
      expect(security.notices()).toMatchObject([{ title: 'The workspace file was damaged' }]);
      const aside = readdirSync(join(home, 'workspaces'));
      expect(aside).toEqual([expect.stringMatching(/^default\.damaged-\d{8}T\d{6}Z$/)]);
      expect(existsSync(join(home, 'workspaces', aside[0] ?? '', 'authorities', authority, 'ca.key.sealed'))).toBe(
        true,
      );
      expect(keyring.entries.size).toBe(2);
      await security.initialise(DEFAULT_INIT);
    },
  );
});

describe('time', () => {
  test.each([
    [-2 / 24, ['authority-not-yet-valid', 'certificate-not-yet-valid']],
    [0, []],
    [365, []],
    [370, ['certificate-expires']],
    [397, ['certificate-expired']],
    [800, ['authority-expires', 'certificate-expired']],
    [825, ['authority-expired', 'certificate-expired']],
  ])('%s days after the one click means %j', async (days, notices) => {
    const { home, keyring } = await made();
    const host = testHost(home, { now: () => new Date(Date.now() + days * 86_400_000) });

    const { security } = await openTestSecurity(home, { keyring, host });

    expect(idsOf(security)).toEqual(notices);
  });

  test('past the end of the authority lets the one click make a new one, and issues nothing under the old', async () => {
    const { home, keyring, token } = await made();
    const host = testHost(home, { now: () => new Date(Date.now() + 900 * 86_400_000) });
    const { security } = await openTestSecurity(home, { keyring, host });

    await expect(security.issueCertificate({ names: ['localhost'] })).rejects.toMatchObject({
      code: 'AUTHORITY_DAMAGED',
    });
    await security.initialise(DEFAULT_INIT);

    expect(security.notices()).toEqual([]);
    expect((await security.showToken()).reveal()).toBe(token);
  });
});

describe('the data folder', () => {
  test('that others can read is closed to them, and that is said', async () => {
    const { home, keyring, path } = await made();
    chmodSync(home, 0o755);
    chmodSync(path('workspace.json'), 0o644);

    const { security } = await openTestSecurity(home, { keyring });

    expect([home, path('workspace.json')].map((each) => statSync(each).mode & 0o777)).toEqual([0o700, 0o600]);
    expect(security.notices()).toMatchObject([{ id: 'modes-too-wide', text: expect.stringContaining(home) }]);
    expect((await openTestSecurity(home, { keyring })).security.notices()).toEqual([]);
  });

  test.each([
    ['EROFS', 'read-only'],
    ['EACCES', 'may not do that'],
    ['ENOSPC', 'disk is full'],
  ])('that refuses every write with %s fails the one click in words and leaves nothing', async (code, words) => {
    const home = tempHome();
    const keyring = memoryKeyring();
    const host = testHost(home);
    const { security } = await openTestSecurity(home, {
      keyring,
      host: { ...host, disk: refusing(host.disk, code, 0) },
    });

    await expect(security.initialise(DEFAULT_INIT)).rejects.toMatchObject({
      code: 'DISK_FAILED',
      message: expect.stringContaining(words),
    });

    expect(security.initialised()).toBe(false);
    expect(keyring.entries.size).toBe(0);
    expect(readdirSync(home)).toEqual([]);
  });

  test('that fills up in the midst of the one click leaves what was before, and a later click succeeds', async () => {
    for (let writes = 0; writes < 12; writes += 1) {
      const home = tempHome();
      const keyring = memoryKeyring();
      const host = testHost(home);
      const { security } = await openTestSecurity(home, {
        keyring,
        host: { ...host, disk: refusing(host.disk, 'ENOSPC', writes) },
      });
      const outcome = await security.initialise(DEFAULT_INIT).then(
        () => 'made',
        (error: { code: string }) => error.code,
      );
      if (outcome === 'made') return expect(writes).toBeGreaterThan(5);
      expect(outcome).toBe('DISK_FAILED');
      expect(keyring.entries.size).toBe(0);

      const { security: later } = await openTestSecurity(home, { keyring });
      expect(later.initialised()).toBe(false);
      await later.initialise(DEFAULT_INIT);
    }
    expect.unreachable('the one click never succeeded');
  });

  test('that became read-only still serves what was made', async () => {
    const { home, keyring, token } = await made();
    mkdirSync(join(home, 'workspaces', 'default', 'certificates', 'leftover'));
    const host = testHost(home);

    const { security } = await openTestSecurity(home, {
      keyring,
      host: { ...host, disk: refusing(host.disk, 'EROFS', 0) },
    });
    security.tokenBook.didUse(security.tokens()[0]?.id ?? '', 'shop');
    await security.close();

    expect((await security.showToken()).reveal()).toBe(token);
    expect(security.identity()).not.toBeNull();
    await expect(security.rotateToken()).rejects.toMatchObject({ code: 'DISK_FAILED' });
    expect(security.tokens()).toHaveLength(1);
  });
});

describe('a keychain that refuses half-way', () => {
  test('leaves nothing of the one click', async () => {
    const home = tempHome();
    const keyring = memoryKeyring();
    let sets = 0;
    const { security } = await openTestSecurity(home, {
      keyring: {
        ...keyring,
        set: async (...args) => {
          sets += 1;
          // The probe, the key of the authority, and then the token.
          if (sets === 3) throw new Error('Platform failure: the item is too large');
          return keyring.set(...args);
        },
      },
    });

    await expect(security.initialise(DEFAULT_INIT)).rejects.toMatchObject({
      code: 'VAULT_REFUSED',
      message: expect.stringContaining('too large'),
    });

    expect(keyring.entries.size).toBe(0);
    expect(readdirSync(join(home, 'workspaces'))).toEqual([]);
    await security.initialise(DEFAULT_INIT);
  });

  test('to forget a retired token says so and tries again at the next start', async () => {
    const { home, keyring } = await made();
    const { security } = await openTestSecurity(home, { keyring });
    const old = security.tokens()[0]?.id ?? '';
    await security.rotateToken();
    keyring.refusal = 'not now';

    await security.retireToken(old);

    expect(idsOf(security)).toEqual(['vault-leftovers']);
    expect(security.tokens()).toHaveLength(1);
    expect(keyring.entries.size).toBe(3);
    keyring.refusal = null;
    const { security: later } = await openTestSecurity(home, { keyring });
    expect(later.notices()).toEqual([]);
    expect(keyring.entries.size).toBe(2);
  });
});

/** A disk that lets `writes` files be written and then refuses every change the way an operating system does. */
function refusing(disk: Disk, code: string, writes: number): Disk {
  let left = writes;
  const refuse = (): never => {
    throw Object.assign(new Error(`${code}: refused`), { code, syscall: 'open' });
  };
  const isFull = code === 'ENOSPC';
  return explainedDisk({
    ...disk,
    create: (path, bytes, mode) => {
      if (left <= 0) refuse();
      left -= 1;
      disk.create(path, bytes, mode);
    },
    makeFolder: (path, mode) => (isFull && left > 0 ? disk.makeFolder(path, mode) : refuse()),
    // A full disk still takes things away; a read-only one does not.
    remove: (path) => (isFull ? disk.remove(path) : refuse()),
    rename: (from, to) => (isFull ? disk.rename(from, to) : refuse()),
    setMode: refuse,
    append: refuse,
  });
}

function tampered(sealed: string): string {
  const box: { text: string } = JSON.parse(sealed);
  const bytes = Buffer.from(box.text, 'base64');
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  return JSON.stringify({ ...box, text: bytes.toString('base64') });
}
