import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWholeKeystore } from '../../../main/core/export/keystores/whole-keystore.ts';
import { writeJks } from '../../../main/core/export/keystores/write-jks.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { tempHome } from '../../support/temp-security.ts';
import { exportFolder, PASSPHRASE, sampleMaterial } from './exported.ts';

const material = await sampleMaterial();
const certificate = new X509Certificate(material.certificate);
const truststore = writeJks([{ alias: 'ca', certificate, added: new Date(0) }], PASSPHRASE);

/** Two entries, one with its private key, by Java itself. */
function fromKeytool(kind: 'JKS' | 'PKCS12'): Buffer {
  const path = join(tempHome(), 'keystore');
  const named = ['-alias', 'own', '-keyalg', 'EC', '-dname', 'CN=own', '-storetype', kind, '-keystore', path];
  execFileSync('keytool', ['-genkeypair', ...named, '-storepass', 'changeit', '-keypass', 'changeit'], {
    stdio: 'pipe',
  });
  return readFileSync(path);
}

function isNeverWholeWhenCut(bytes: Buffer): void {
  expect(isWholeKeystore(bytes)).toBe(true);
  const wrong: number[] = [];
  for (let length = 0; length < bytes.length; length += 1)
    if (isWholeKeystore(bytes.subarray(0, length))) wrong.push(length);
  expect(wrong).toEqual([]);
  expect(isWholeKeystore(Buffer.concat([bytes, Buffer.of(0)]))).toBe(false);
}

describe('a keystore', () => {
  test('that is a JKS truststore is whole at its full length and at no other', () => isNeverWholeWhenCut(truststore));

  test('that is PKCS#12 is whole at its full length and at no other', async () => {
    using exports = exportFolder();
    isNeverWholeWhenCut(readFileSync(await exports.write('p12', material, { passphrase: PASSPHRASE, alias: 'own' })));
  });

  test.skipIf(!isOnPath('keytool')).each(['JKS', 'PKCS12'] as const)(
    'that Java wrote as %s with a private key too',
    (kind) => isNeverWholeWhenCut(fromKeytool(kind)),
  );

  test('of any bytes is judged, and with any byte changed too', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void isWholeKeystore(Buffer.from(bytes))));
    fc.assert(
      fc.property(fc.nat(truststore.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(truststore);
        changed[at] = byte;
        isWholeKeystore(changed);
      }),
    );
  });
});
