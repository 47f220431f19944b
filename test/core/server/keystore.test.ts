import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { readKeystore, writeKeystore } from '../../../main/core/server/keystore-file.ts';
import { KeystoreError, openKeystore, sealKeystore } from '../../../main/core/server/keystore-format.ts';
import { VECTORS, WHY_SKIPPED } from '../../conformance/vectors.ts';

const revealed = (entries: ReadonlyMap<string, Secret>): [string, string][] =>
  [...entries].map(([name, value]) => [name, value.reveal()]);
const sealed = (entries: [string, string][]): string =>
  sealKeystore(new Map(entries.map(([name, value]) => [name, new Secret(value)])), randomBytes);

test.skipIf(VECTORS === null)(
  `opens a keystore of the real server (${VECTORS === null ? WHY_SKIPPED : 'keystore.v1'})`,
  () => {
    expect(revealed(openKeystore(readFileSync(join(VECTORS ?? '', 'keystore', 'keystore.v1'), 'latin1')))).toEqual([
      ['key', 'value'],
    ]);
  },
);

test('gives back what it was given', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.stringMatching(/^[A-Z_]{1,12}$/), fc.string({ unit: 'grapheme' }))), (entries) => {
      const kept: [string, string][] = [...new Map(entries)];
      const text = sealed(kept);
      expect(text).toMatch(/^v1[A-Za-z0-9+/]+=*$/);
      expect(revealed(openKeystore(text))).toEqual(kept);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['', "keystore format doesn't match expected version: 'v1' got ''"],
  ['v2AAAA', "keystore format doesn't match expected version: 'v1' got 'v2'"],
  ['v1', 'corrupt or empty keystore'],
  ['v1AAAA', 'missing information in the file for decrypting the keystore'],
])('%j is refused in the real words', (text, words) => {
  expect(() => openKeystore(text)).toThrow(words);
});

test('one changed sign anywhere is found, and nothing else is ever thrown', () => {
  const text = sealed([['A', 'secret']]);
  fc.assert(
    fc.property(fc.nat(text.length - 3), fc.constantFrom('A', 'z', '+', '!', ' '), (at, sign) => {
      const changed = text.slice(0, at) + sign + text.slice(at + 1);
      try {
        if (changed !== text) openKeystore(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(KeystoreError);
        expect(String(error)).not.toContain('secret');
      }
    }),
    { numRuns: 60 },
  );
});

test('whatever is in a file, sealed or not, it is read or refused, and nothing else is thrown', () => {
  const readOrRefused = (text: string): void => {
    try {
      for (const [, value] of openKeystore(text)) expect(value).toBeInstanceOf(Secret);
    } catch (error) {
      expect(error).toBeInstanceOf(KeystoreError);
    }
  };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String().map((text) => `v1${text}`),
      ),
      (text) => readOrRefused(text),
    ),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (plain) => readOrRefused(sealedPlain(plain))),
    { numRuns: 60 },
  );
  readOrRefused(sealedPlain('{"__proto__":{"value":"eA=="},"constructor":1,"a":{"value":null}}'));
});

/** A keystore whose seal is right, whatever is in it. */
function sealedPlain(plain: string): string {
  const [salt, iv] = [randomBytes(64), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', pbkdf2Sync('', salt, 10_000, 32, 'sha512'), iv);
  return `v1${Buffer.concat([salt, iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')}`;
}

test('a seal that is cut short is no seal', () => {
  const text = sealed([['A', 'secret']]);
  const blob = Buffer.from(text.slice(2), 'base64');
  for (let left = 0; left < blob.length; left += 1)
    expect(() => openKeystore(`v1${blob.subarray(0, left).toString('base64')}`)).toThrow(KeystoreError);
});

test('the file is 0600 and refused with any other mode; none is an empty keystore', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-keystore-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'apm-server.keystore');
  const host = realHost();

  expect(readKeystore(host, path).size).toBe(0);
  writeKeystore(host, path, new Map([['A', new Secret('b')]]));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(revealed(readKeystore(host, path))).toEqual([['A', 'b']]);

  chmodSync(path, 0o640);
  expect(() => readKeystore(host, path)).toThrow('its permissions are 0640');
  expect(readKeystore({ ...host, platform: 'win32' }, path).size).toBe(1);
  chmodSync(path, 0o600);
  if (host.userId === 0)
    expect(() =>
      readKeystore(
        { ...host, disk: { ...host.disk, facts: () => ({ isFolder: false, mode: 0o600, ownerId: 7, bytes: 1 }) } },
        path,
      ),
    ).toThrow('must be owned by');
  writeFileSync(path, 'v2AAAA');
  expect(() => readKeystore(host, path)).toThrow("got 'v2'");
});
