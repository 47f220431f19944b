import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { Secret } from '../../../main/contract/index.ts';
import { issueAuthority, issueTwoTierAuthority } from '../../../main/core/authority/issue-authority.ts';
import { pemCertificates } from '../../../main/core/authority/pem-certificates.ts';
import { permittedNames } from '../../../main/core/authority/permitted-names.ts';
import { issueServerCertificate } from '../../../main/core/certificates/issue-server-certificate.ts';
import type { KeyKind } from '../../../main/core/certificates/key-pair.ts';
import type { ExportMaterial, ExportOptions } from '../../../main/core/export/export-format.ts';
import { exportFormat } from '../../../main/core/export/export-formats.ts';
import { realHost } from '../../../main/core/host/real-host.ts';

/** Protects every export of the tests that takes a passphrase. */
export const PASSPHRASE = new Secret('correct "horse" \'$HOME\' %PATH%');

export interface SampleMaterial extends ExportMaterial {
  readonly certificate: string;
  readonly privateKey: KeyObject;
}

const host = realHost();

/** A server certificate for `localhost` under a new authority. */
export async function sampleMaterial(key: KeyKind = 'ec-p256', name = 'localhost'): Promise<SampleMaterial> {
  const permitted = permittedNames(null, []);
  const authority = await issueAuthority(host, { commonName: 'Sealwire Test 4f2a', permitted });
  const leaf = await issueServerCertificate(host, { ...authority, permitted }, ['localhost', '127.0.0.1'], { key });
  return { name, certificate: leaf.pem, chain: [], authorities: [authority.pem], privateKey: leaf.privateKey };
}

/** A server certificate under an intermediate under a root. */
export async function sampleChain(): Promise<SampleMaterial & { readonly intermediate: string }> {
  const authority = await issueTwoTierAuthority(host, { commonName: 'Sealwire Test 4f2a', permitted: null });
  const leaf = await issueServerCertificate(host, { ...authority, permitted: null }, ['localhost']);
  const [certificate = '', intermediate = ''] = pemCertificates(leaf.pem);
  const authorities = pemCertificates(authority.pem).slice(-1);
  return {
    name: 'localhost',
    certificate,
    chain: [intermediate],
    authorities,
    privateKey: leaf.privateKey,
    intermediate,
  };
}

/** A folder of exports, taken away at the end of the block. */
export interface ExportFolder extends Disposable {
  readonly folder: string;
  /** Writes an export as a person would find it, and gives the path of its first file. */
  write(format: string, material: ExportMaterial, options?: ExportOptions): Promise<string>;
}

export function exportFolder(): ExportFolder {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-export-'));
  let count = 0;
  return {
    folder,
    async write(format, material, options = {}) {
      count += 1;
      const files = await exportFormat(format).write(material, options, host);
      const paths = files.map(({ name }) => join(folder, String(count), name));
      for (const [index, file] of files.entries()) {
        const path = paths[index] ?? '';
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, file.bytes, { mode: file.mode });
      }
      return paths[0] ?? '';
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Names that have broken programs, and what fast-check makes up beyond them; the same ones in every run. */
export function hostileNames(): string[] {
  const known = [
    '',
    ' ',
    '.',
    '-rf',
    '../../etc/passwd',
    'C:\\aux',
    'CON.p12',
    '*.apm.test',
    '::1',
    'a"b\'c`d$e',
    '<&>]]>',
    '%PATH%',
    'line\nbreak\ttab',
    'nul\0byte',
    'İstanbul ΣΑΣ ẞ',
    '🔑𝐀',
    'x'.repeat(300),
  ];
  return [...known, ...fc.sample(fc.string({ unit: 'grapheme', maxLength: 30 }), { numRuns: 8, seed: 1 })];
}

/** SHA-256 over a certificate in bare hexadecimal digits, as the readers of the tests print it. */
export function digestOf(pem: string | undefined): string {
  return new X509Certificate(pem ?? '').fingerprint256.replaceAll(':', '').toLowerCase();
}

/** Whether a private key belongs to a certificate. */
export function belongTogether(pem: string, key: KeyObject): boolean {
  return new X509Certificate(pem).publicKey.equals(createPublicKey(key));
}
