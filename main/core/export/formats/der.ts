import { X509Certificate } from 'node:crypto';
import type { ExportedFile, ExportFormat } from '../export-format.ts';
import { fileStem, numbered } from '../file-names.ts';
import { privateKeyOf } from '../material-parts.ts';
import { OPTIONAL_FOR_PEM, passphraseFor } from '../passphrase-rule.ts';

const WHAT = 'A DER key';

/** Each certificate, and the key as PKCS#8, in a file of bare bytes. */
export const der: ExportFormat = {
  id: 'der',
  title: 'DER',
  audience: 'Java code, iOS and Android projects, and tools that read no PEM',
  extension: '.der',
  mediaType: 'application/pkix-cert',
  privateKey: 'optional',
  passphrase: OPTIONAL_FOR_PEM,
  canMerge: false,
  async write(material, options) {
    const passphrase = passphraseFor(OPTIONAL_FOR_PEM, options.passphrase ?? null, WHAT);
    const stem = fileStem(material.name);
    const key = privateKeyOf(material, WHAT);
    const format = { type: 'pkcs8', format: 'der' } as const;
    const keyFile = (): ExportedFile[] => {
      if (key === null) return [];
      const encryption = passphrase === null ? {} : { cipher: 'aes-256-cbc', passphrase: passphrase.reveal() };
      return [{ name: `${stem}.key.der`, bytes: key.export({ ...format, ...encryption }), mode: 0o600 }];
    };
    return [
      ...(material.certificate === null ? [] : [derFile(`${stem}.der`, material.certificate)]),
      ...material.chain.map((pem, index) => derFile(`${numbered('intermediate', index)}.der`, pem)),
      ...keyFile(),
      ...material.authorities.map((pem, index) => derFile(`${numbered('ca', index)}.der`, pem)),
    ];
  },
};

/** One certificate as bare bytes. */
export function derFile(name: string, pem: string): ExportedFile {
  return { name, bytes: new X509Certificate(pem).raw, mode: 0o644 };
}
