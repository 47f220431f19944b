import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import type { Security } from '../../../main/core/parts.ts';
import { memoryKeyring } from '../../support/memory-keyring.ts';
import { DEFAULT_INIT, openTestSecurity, tempHome, testHost } from '../../support/temp-security.ts';

const DAY_MS = 86_400_000;

interface Opened {
  readonly security: Security;
  /** Moves the clock. */
  pass(milliseconds: number): void;
  /** The same home, opened by another run. */
  again(): Promise<Security>;
}

async function opened(): Promise<Opened> {
  const home = tempHome();
  const keyring = memoryKeyring();
  let nowMs = Date.parse('2026-11-24T12:00:00Z');
  const host = testHost(home, { now: () => new Date(nowMs) });
  const again = async (): Promise<Security> => (await openTestSecurity(home, { host, keyring })).security;
  const security = await again();
  await security.initialise(DEFAULT_INIT);
  return {
    security,
    pass: (milliseconds) => {
      nowMs += milliseconds;
    },
    again,
  };
}

const chainOf = (path: string | null): string => readFileSync(path ?? '', 'utf8');
const pemOf = (key: Secret | KeyObject | null): string => (key instanceof Secret ? key.reveal() : 'no key of ours');

test.each(['server', 'client'] as const)(
  'a renewal keeps the key of a %s where that is asked for; the one before stays listed and valid',
  async (kind) => {
    const { security, pass, again } = await opened();
    const old = await security.issueCertificate({ names: ['pinned.test'], kind, key: 'rsa-2048' });
    pass(100 * DAY_MS);

    const renewed = await security.renewCertificate(old.id, { sameKey: true });

    const [one, other] = [old, renewed].map(({ files }) => new X509Certificate(chainOf(files.cert)));
    const publicKey = one?.publicKey.export({ type: 'spki', format: 'pem' });
    expect(publicKey).toContain('PUBLIC KEY');
    expect(other?.publicKey.export({ type: 'spki', format: 'pem' })).toBe(publicKey);
    expect(renewed).toMatchObject({ kind, renews: old.id, hasKey: true, inUse: kind === 'server', daysLeft: 396 });
    expect(renewed.serial).not.toBe(old.serial);
    for (const each of [security, await again()]) {
      const listed = each.certificates().filter(({ id }) => id === old.id || id === renewed.id);
      expect(listed.map(({ daysLeft, state }) => [daysLeft, state])).toEqual([
        [296, 'renewed'],
        [396, 'valid'],
      ]);
      const [before, after] = [await each.exportMaterial(old.id), await each.exportMaterial(renewed.id)];
      expect(pemOf(after.privateKey)).toContain('PRIVATE KEY');
      expect(pemOf(after.privateKey)).toBe(pemOf(before.privateKey));
      if (kind === 'server') expect(each.identity()?.served.fingerprint256).toBe(renewed.fingerprint256);
    }
    if (other === undefined || one === undefined) throw new Error('no certificate');
    const authority = new X509Certificate(chainOf(security.caPath()));
    expect([one, other].map((each) => each.verify(authority.publicKey))).toEqual([true, true]);
  },
);

test('a renewal keeps no key that was revoked, or that is elsewhere', async () => {
  const { security } = await opened();
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' });
  const revoked = await security.issueCertificate({ names: ['billing'], kind: 'client' });
  await security.revokeCertificate(revoked.id, 'key-compromise');
  const elsewhere = await security.issueCertificate({ names: ['phone'], kind: 'client', publicKey: key });
  const count = security.certificates().length;

  await expect(security.renewCertificate(revoked.id, { sameKey: true })).rejects.toThrow('nobody is to trust its key');
  await expect(security.renewCertificate(elsewhere.id, { sameKey: true })).rejects.toThrow('is elsewhere');

  expect(security.certificates()).toHaveLength(count);
  expect((await security.renewCertificate(revoked.id)).hasKey).toBe(true);
});
