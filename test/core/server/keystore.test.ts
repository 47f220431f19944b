import { randomBytes } from 'node:crypto';
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
