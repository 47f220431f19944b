import { X509Certificate } from 'node:crypto';
import type { ExportedFile, ExportFormat, ExportMaterial, ExportOptions } from '../export-format.ts';
import { fileStem } from '../file-names.ts';
import { privateKeyOf } from '../material-parts.ts';
import { OPTIONAL_FOR_PEM, passphraseFor } from '../passphrase-rule.ts';

const WHAT = 'A PEM key';

/** Certificate, key and authorities apart, as APM Server and most programs want them. */
export const pem: ExportFormat = {
  id: 'pem',
  title: 'PEM',
  audience: 'APM Server, APM agents and most programs',
  extension: '.pem',
  mediaType: 'application/x-pem-file',
  privateKey: 'optional',
  passphrase: OPTIONAL_FOR_PEM,
  canMerge: false,
  async write(material, options) {
    const stem = fileStem(material.name);
    return [
      ...(material.certificate === null ? [] : [pemFile(`${stem}.pem`, [material.certificate])]),
      ...pemKey(material, options),
      ...pemAuthorities(material),
    ];
  },
};

/** The private key as PKCS#8, encrypted (AES-256, PBKDF2) where there is a passphrase; nothing where there is no key. */
export function pemKey(material: ExportMaterial, options: ExportOptions): ExportedFile[] {
  const passphrase = passphraseFor(OPTIONAL_FOR_PEM, options.passphrase ?? null, WHAT);
  const key = privateKeyOf(material, WHAT);
  if (key === null) return [];
  const format = { type: 'pkcs8', format: 'pem' } as const;
  const text =
    passphrase === null
      ? key.export(format)
      : key.export({ ...format, cipher: 'aes-256-cbc', passphrase: passphrase.reveal() });
  return [{ name: `${fileStem(material.name)}.key`, bytes: Buffer.from(text), mode: 0o600 }];
}

/** All authorities in one file, `ca.pem`; nothing where there are none. */
export function pemAuthorities(material: ExportMaterial): ExportedFile[] {
  return material.authorities.length === 0 ? [] : [pemFile('ca.pem', material.authorities)];
}

/** Certificates one after the other, without anything between them: Android and some parsers take nothing else. */
export function pemFile(name: string, certificates: readonly string[]): ExportedFile {
  const text = certificates.map((each) => new X509Certificate(each).toString().trimEnd()).join('\n');
  return { name, bytes: Buffer.from(`${text}\n`), mode: 0o644 };
}
