import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SealwireError } from '../../../main/contract/index.ts';
import { readSigningRequest } from '../../../main/core/certificates/read-request.ts';
import { isOnPath } from '../../support/prepare-machine.ts';

const hasOpenssl = isOnPath('openssl');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-csr-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A request made by OpenSSL. */
function request(key: readonly string[], options: readonly string[] = [], form: 'PEM' | 'DER' = 'PEM'): Buffer {
  const out = join(folder, 'request');
  const args = ['req', '-new', ...key, '-nodes', '-keyout', join(folder, 'key'), '-subj', '/CN=ignored.example'];
  execFileSync('openssl', [...args, ...options, '-outform', form, '-out', out], { stdio: 'pipe' });
  return readFileSync(out);
}

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
const NAMES = ['-addext', 'subjectAltName=DNS:shop.test,IP:10.0.0.7,IP:fd00::7,DNS:*.apm.test,email:a@b.test'];

function refusal(bytes: Buffer): SealwireError | null {
  try {
    readSigningRequest(bytes);
    return null;
  } catch (error) {
    if (error instanceof SealwireError) return error;
    throw error;
  }
}

describe.skipIf(!hasOpenssl)(
  `a signing request of OpenSSL${hasOpenssl ? '' : ' [skipped: this machine lacks openssl]'}`,
  () => {
    test.each(['PEM', 'DER'] as const)('gives its key and its names as %s, and nothing else', (form) => {
      const { names, publicKey } = readSigningRequest(request(EC, NAMES, form));

      expect(names).toEqual(['shop.test', '10.0.0.7', 'fd00:0000:0000:0000:0000:0000:0000:0007', '*.apm.test']);
      expect(publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    });

    test('may have no names of its own', () => {
      expect(readSigningRequest(request(EC)).names).toEqual([]);
    });

    test.each([
      ['P-384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
      ['RSA-2048', ['-newkey', 'rsa:2048']],
    ])('may have a key of %s', (_, key) => {
      expect(refusal(request(key, NAMES))).toBeNull();
    });

    test.each([
      ['P-521', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521'], /kind that some client rejects/],
      ['RSA-1024', ['-newkey', 'rsa:1024'], /kind that some client rejects/],
      ['Ed25519', ['-newkey', 'ed25519'], /kind that some client rejects/],
    ])('with a key of %s is refused', (_, key, why) => {
      expect(refusal(request(key, NAMES))?.message).toMatch(why);
    });

    test('that is signed with SHA-1 is refused', () => {
      expect(refusal(request(EC, [...NAMES, '-sha1']))?.message).toMatch(/signed in a way that is not accepted/);
    });

    test('that was changed after it was signed is refused, wherever it was', () => {
      const der = request(EC, NAMES, 'DER');
      for (let at = 0; at < der.length; at += 1) {
        const changed = Buffer.from(der);
        changed[at] = (changed[at] ?? 0) ^ 0x01;

        const error = refusal(changed);

        expect(error?.code, `byte ${at}`).toBe('REQUEST_UNREADABLE');
      }
    });

    test('that was cut off or has something behind it is refused', () => {
      const der = request(EC, NAMES, 'DER');
      for (let length = 0; length < der.length; length += 1) {
        expect(refusal(der.subarray(0, length))?.code, `cut at ${length}`).toBe('REQUEST_UNREADABLE');
      }
      expect(refusal(Buffer.concat([der, Buffer.of(0)]))?.message).toMatch(/bytes after its end/);
    });
  },
);

describe('anything else in the place of a signing request', () => {
  test('is refused in a sentence that says what it is', () => {
    const pem = (what: string): Buffer => Buffer.from(`-----BEGIN ${what}-----\nMAA=\n-----END ${what}-----\n`);

    expect(refusal(pem('CERTIFICATE'))?.message).toMatch(/it is a certificate, not a request/);
    expect(refusal(Buffer.from('hello'))?.message).toMatch(/neither PEM .* nor DER/);
    expect(refusal(Buffer.alloc(70_000, 0x30))?.message).toMatch(/larger than 64 KiB/);
    expect(refusal(Buffer.concat([pem('CERTIFICATE REQUEST'), pem('CERTIFICATE REQUEST')]))?.message).toMatch(
      /more than one request/,
    );
  });

  test('never fails in another way, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isSequence) => {
        const text = isSequence ? Buffer.concat([Buffer.of(0x30, bytes.length), bytes]) : Buffer.from(bytes);
        expect(refusal(text)?.code).toBe('REQUEST_UNREADABLE');
      }),
      { numRuns: 2_000, seed: 20261128 },
    );
  });
});
