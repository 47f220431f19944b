import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { NewAuthority } from '../../../main/contract/index.ts';
import { issueTwoTierAuthority } from '../../../main/core/authority/issue-authority.ts';
import { pemCertificates } from '../../../main/core/authority/pem-certificates.ts';
import { permittedNames } from '../../../main/core/authority/permitted-names.ts';
import type { Host } from '../../../main/core/host/host.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import type { Security } from '../../../main/core/parts.ts';
import { memoryKeyring } from '../../support/memory-keyring.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { DEFAULT_INIT, openTestSecurity, tempHome, testHost } from '../../support/temp-security.ts';
import { opensslStrict } from '../../support/verifiers.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const START = new Date('2026-11-24T12:00:00Z');
const ONE_MORE: NewAuthority = { constraints: true, domains: [], twoTier: false, key: 'ec-p256' };
const hasOpenssl = isOnPath('openssl');

interface Opened {
  readonly home: string;
  readonly security: Security;
  /** Moves the clock. */
  pass(milliseconds: number): void;
  /** The same home, opened by another run. */
  again(): Promise<Security>;
}

async function opened(): Promise<Opened> {
  const home = tempHome();
  const keyring = memoryKeyring();
  let nowMs = START.getTime();
  const host: Host = testHost(home, { now: () => new Date(nowMs) });
  const open = async (): Promise<Security> => (await openTestSecurity(home, { host, keyring })).security;
  const security = await open();
  await security.initialise(DEFAULT_INIT);
  return {
    home,
    security,
    pass: (milliseconds) => {
      nowMs += milliseconds;
    },
    again: open,
  };
}

const served = (security: Security) => security.certificates().find(({ inUse }) => inUse);
const chainOf = (path: string | null): string => readFileSync(path ?? '', 'utf8');

describe('renewing', () => {
  test('makes the same again for as long, with a new key, and puts it to use where the old one was', async () => {
    const { security, pass } = await opened();
    const old = served(security);
    const oldKey = security.identity()?.keyPem.reveal();
    pass(100 * DAY_MS);

    const renewed = await security.renewCertificate(old?.id ?? '');

    expect(renewed).toMatchObject({
      names: old?.names,
      key: old?.key,
      kind: 'server',
      renews: old?.id,
      inUse: true,
      daysLeft: 396,
    });
    expect(security.certificates()[0]).toMatchObject({
      state: 'renewed',
      renewedBy: renewed.id,
      inUse: false,
      daysLeft: 296,
    });
    expect(security.identity()?.served.fingerprint256).toBe(renewed.fingerprint256);
    expect(security.identity()?.keyPem.reveal()).not.toBe(oldKey);
  });

  test('keeps the lifetime of minutes, and the kind of a client', async () => {
    const { security, pass } = await opened();
    const client = await security.issueCertificate({ names: ['billing'], kind: 'client', minutes: 10, key: 'ec-p384' });
    pass(3 * MINUTE_MS);

    const renewed = await security.renewCertificate(client.id);

    expect(renewed).toMatchObject({ kind: 'client', key: 'ec-p384', names: ['billing'], inUse: false });
    expect(Date.parse(renewed.notAfter) - Date.parse(client.notAfter)).toBe(3 * MINUTE_MS);
  });

  test('is due by itself when a third of its life is left, at most thirty days before its end', async () => {
    const { security } = await opened();
    const dueIn = (): number => (security.nextRenewal()?.dueMs ?? 0) - START.getTime();
    expect(dueIn()).toBe(366 * DAY_MS);
    expect(served(security)?.renewsItselfAt).toBe('2027-11-25T12:00:00.000Z');

    await security.issueCertificate({ names: ['localhost'], minutes: 30 });

    expect(dueIn()).toBe(20 * MINUTE_MS);
  });

  test('is asked for where a certificate is used elsewhere and was meant to last', async () => {
    const { security, pass } = await opened();
    await security.issueCertificate({ names: ['short.test'], days: 20, use: false });
    const elsewhere = await security.issueCertificate({ names: ['shop.test'], days: 90, use: false });
    const asked = (): string[] => security.notices().map(({ id }) => id);
    pass(50 * DAY_MS);
    expect(asked()).not.toContain('certificates-expire');

    pass(15 * DAY_MS);

    expect(asked()).toContain('certificates-expire');
    await security.renewCertificate(elsewhere.id);
    expect(asked()).not.toContain('certificates-expire');
  });

  test('is not due by itself where the authority ends too, because nothing would be gained', async () => {
    const { security, pass } = await opened();
    pass(800 * DAY_MS);
    await security.issueCertificate({ names: ['localhost'] });

    expect(served(security)?.daysLeft).toBe(24);
    expect(security.nextRenewal()).toBeNull();
  });

  test.skipIf(!hasOpenssl)('signs the key of a signing request again', async () => {
    const { security, home } = await opened();
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-csr-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const made = ['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=x'];
    spawnSync('openssl', [
      ...made,
      '-keyout',
      join(folder, 'key'),
      '-out',
      join(folder, 'csr'),
      '-addext',
      'subjectAltName=DNS:web.test',
    ]);
    const csr = readFileSync(join(folder, 'csr'));
    const before = served(security)?.id;

    const issued = await security.issueCertificate({ names: [], csr });
    const renewed = await security.renewCertificate(issued.id);

    expect([issued, renewed].map(({ names, hasKey, inUse }) => ({ names, hasKey, inUse }))).toEqual([
      { names: ['web.test'], hasKey: false, inUse: false },
      { names: ['web.test'], hasKey: false, inUse: false },
    ]);
    const keys = [issued, renewed].map(({ files }) => new X509Certificate(chainOf(files.cert)).publicKey);
    expect(keys[0]?.export({ type: 'spki', format: 'pem' })).toBe(keys[1]?.export({ type: 'spki', format: 'pem' }));
    expect(served(security)?.id).toBe(before);
    expect(readdirSync(join(home, 'workspaces', 'default', 'certificates', issued.id))).toEqual([
      'cert.pem',
      'chain.pem',
    ]);
    expect((await security.exportMaterial(issued.id)).privateKey).toBeNull();
  });
});

describe('an overlap of two authorities', () => {
  test('gives agents both, serves the old one until it is retired, and survives a restart', async () => {
    const { security, again, home } = await opened();
    const first = security.authorities()[0]?.id ?? '';
    const path = security.caPath() ?? '';
    const oldCa = readFileSync(path, 'utf8');

    const { authority, notes } = await security.newAuthority(ONE_MORE);

    expect(notes.join(' ')).toMatch(/both/);
    expect(security.caPath()).toBe(path);
    expect(pemCertificates(readFileSync(path, 'utf8'))).toEqual([
      chainOf(join(home, 'workspaces/default/authorities', authority.id, 'ca.pem')),
      oldCa,
    ]);
    expect(served(security)?.authority).toBe(first);
    expect((await security.issueCertificate({ names: ['other.test'], use: false })).authority).toBe(authority.id);
    expect((await security.issueCertificate({ names: ['localhost'] })).authority).toBe(first);
    expect(security.authorities().map(({ state }) => state)).toEqual(['older', 'current']);
    const alone = security.authorities().map(({ ownPath }) => pemCertificates(readFileSync(ownPath, 'utf8')));
    expect(alone).toEqual([[oldCa], [expect.stringContaining('BEGIN CERTIFICATE')]]);
    await expect(security.retireAuthority(authority.id)).rejects.toMatchObject({ code: 'AUTHORITY_REFUSED' });

    const retired = await (await again()).retireAuthority(first);

    expect(retired.authority).toMatchObject({ state: 'retired', current: false });
    expect(retired.notes.join(' ')).toMatch(/presents a new certificate/);
    const after = await again();
    expect(served(after)).toMatchObject({ names: ['localhost'], authority: authority.id });
    expect(pemCertificates(readFileSync(path, 'utf8'))).toHaveLength(1);
    expect(existsSync(join(home, 'workspaces/default/authorities', first, 'ca.key.sealed'))).toBe(false);
    await expect(after.issueCertificate({ names: ['localhost'], authority: first })).rejects.toMatchObject({
      code: 'AUTHORITY_DAMAGED',
    });
    await expect(after.retireAuthority(first)).rejects.toMatchObject({ code: 'AUTHORITY_REFUSED' });
    expect(after.certificates().length).toBe(4);
    if (hasOpenssl) {
      const { files, names } = served(after) ?? { files: { chain: null }, names: [] };
      const question = { chain: chainOf(files.chain), roots: readFileSync(path, 'utf8'), purpose: 'server' as const };
      expect(opensslStrict({ ...question, name: names[0] ?? '' })).toBe('OK');
    }
  });

  test('of which the new one signs in two tiers keeps no key of its root, and serves the whole chain', async () => {
    const { security } = await opened();
    const first = security.authorities()[0]?.id ?? '';

    const { authority } = await security.newAuthority({ ...ONE_MORE, twoTier: true, key: 'rsa-3072' });
    await security.retireAuthority(first);

    expect(authority).toMatchObject({
      structure: 'two-tier',
      key: 'rsa-3072',
      intermediate: { commonName: expect.stringContaining('intermediate') },
    });
    const [leaf = '', intermediate = '', ...others] = pemCertificates(security.identity()?.chainPem ?? '');
    const root = new X509Certificate(readFileSync(security.caPath() ?? ''));
    expect(others).toEqual([]);
    expect(new X509Certificate(leaf).checkIssued(new X509Certificate(intermediate))).toBe(true);
    expect(new X509Certificate(intermediate).checkIssued(root)).toBe(true);
    expect(root.fingerprint256).toBe(authority.fingerprint256);
    const material = await security.exportMaterial(served(security)?.id ?? '');
    expect([material.chain, material.authorities]).toEqual([[intermediate], [root.toString()]]);
  });

  test('with one that came from elsewhere keeps to its constraints', async () => {
    const { security } = await opened();
    const permitted = permittedNames('corp', ['corp.example']);
    const theirs = await issueTwoTierAuthority(
      { ...realHost(), now: () => START },
      { commonName: 'Corp CA', permitted },
    );
    const key = theirs.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const files = [{ name: 'ca.pem', base64: Buffer.from(theirs.pem + key).toString('base64') }];
    const pretend = { ...files[0], base64: files[0]?.base64 ?? '', name: 'ca.pem' };

    const { authority } = await security.importAuthority([pretend], null);

    expect(authority).toMatchObject({
      commonName: 'Corp CA',
      structure: 'imported',
      current: true,
      nameConstrained: true,
    });
    expect(authority.permittedNames).toContain('corp.example');
    const issued = await security.issueCertificate({ names: ['shop.corp.example'], use: false });
    expect(issued.authority).toBe(authority.id);
    await expect(security.issueCertificate({ names: ['example.org'], use: false })).rejects.toMatchObject({
      code: 'NAME_REFUSED',
      message: expect.stringContaining('name constraints'),
    });
    await expect(security.importAuthority([pretend], null)).rejects.toMatchObject({ code: 'AUTHORITY_REFUSED' });
  });
});

describe('revoking', () => {
  test('is for good, and spares what the endpoint presents', async () => {
    const { security, again } = await opened();
    const client = await security.issueCertificate({ names: ['billing'], kind: 'client' });
    const old = served(security)?.id ?? '';

    const revoked = await security.revokeCertificate(client.id, 'key-compromise');

    expect(revoked).toMatchObject({
      state: 'revoked',
      revocationReason: 'key-compromise',
      revokedAt: '2026-11-24T12:00:00.000Z',
    });
    expect((await again()).revokedClients()).toEqual([client.fingerprint256]);
    await expect(security.revokeCertificate(client.id, 'unspecified')).rejects.toMatchObject({
      code: 'CERTIFICATE_REFUSED',
    });
    await expect(security.revokeCertificate(old, 'unspecified')).rejects.toMatchObject({ code: 'CERTIFICATE_REFUSED' });
    await security.renewCertificate(old);
    expect(await security.revokeCertificate(old, 'superseded')).toMatchObject({ state: 'revoked' });
  });

  test.skipIf(!hasOpenssl)('stands in a list that OpenSSL heeds, for roots and intermediates', async () => {
    for (const twoTier of [false, true]) {
      const home = tempHome();
      const { security } = await openTestSecurity(home);
      await security.initialise({ ...DEFAULT_INIT, twoTier });
      const [good, bad] = await Promise.all(
        ['good', 'bad'].map((name) => security.issueCertificate({ names: [name], kind: 'client' })),
      );
      const empty = await security.revocationList(undefined);
      await security.revokeCertificate(bad?.id ?? '', 'key-compromise');
      const list = await security.revocationList(undefined);
      const path = join(home, 'list.der');
      writeFileSync(path, list.der);
      const check = (id: string | undefined): string => {
        const chain = join(home, 'workspaces/default/certificates', id ?? '', 'chain.pem');
        const leaf = join(home, 'workspaces/default/certificates', id ?? '', 'cert.pem');
        const trusted = ['-CAfile', security.caPath() ?? '', '-untrusted', chain];
        const { status, stderr } = spawnSync(
          'openssl',
          ['verify', '-x509_strict', '-crl_check', '-CRLfile', path, ...trusted, leaf],
          { encoding: 'utf8' },
        );
        return status === 0 ? 'OK' : stderr;
      };

      expect([empty.entries, list.entries]).toEqual([0, 1]);
      expect(check(good?.id)).toBe('OK');
      expect(check(bad?.id)).toContain('certificate revoked');
      const text = spawnSync('openssl', ['crl', '-inform', 'DER', '-in', path, '-noout', '-text'], {
        encoding: 'utf8',
      }).stdout;
      expect(text).toMatch(/Reason Code:\s+Key Compromise/);
      expect(text).toContain('Version 2');
      writeFileSync(path, empty.der);
      expect(check(bad?.id)).toBe('OK');
    }
  });
});

describe('issuing many', () => {
  test('makes all in their order, none of them in use', async () => {
    const { security } = await opened();
    const before = served(security)?.id;
    const names = Array.from({ length: 30 }, (_, at) => `host-${at}.test`);
    const heard: number[] = [];

    const issued = await security.issueMany(
      names.map((name) => ({ names: [name], minutes: 5 })),
      new AbortController().signal,
      (done) => heard.push(done),
    );

    expect(issued.map((each) => each.names[0])).toEqual(names);
    expect(new Set(issued.map(({ serial }) => serial)).size).toBe(30);
    expect(heard).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
    expect(served(security)?.id).toBe(before);
    expect((await security.exportMaterial(issued[29]?.id ?? '')).certificate).toContain('BEGIN CERTIFICATE');
  });

  test.each([
    ['that is cancelled', 'CANCELLED', null],
    ['with a name that is refused', 'NAME_REFUSED', 'example.com'],
  ])('%s leaves nothing behind', async (_, code, badName) => {
    const { security, home } = await opened();
    const controller = new AbortController();
    const wishes = Array.from({ length: 40 }, (_each, at) => ({
      names: [at === 25 && badName !== null ? badName : `host-${at}.test`],
    }));

    const many = security.issueMany(wishes, controller.signal, (done) => {
      if (badName === null && done === 10) controller.abort();
    });

    await expect(many).rejects.toMatchObject({ code });
    expect(security.certificates()).toHaveLength(1);
    expect(readdirSync(join(home, 'workspaces/default/certificates'))).toHaveLength(1);
  });
});
