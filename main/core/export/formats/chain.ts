import type { ExportFormat } from '../export-format.ts';
import { fileStem } from '../file-names.ts';
import { requiredCertificate } from '../material-parts.ts';
import { OPTIONAL_FOR_PEM } from '../passphrase-rule.ts';
import { pemAuthorities, pemFile, pemKey } from './pem.ts';

/** The certificate with everything between it and the root in one file. The root stays out: who has to be sent it cannot trust it. */
export const chain: ExportFormat = {
  id: 'chain',
  title: 'PEM with the full chain',
  audience: 'nginx, Traefik, Envoy and other servers',
  extension: '.fullchain.pem',
  mediaType: 'application/x-pem-file',
  privateKey: 'optional',
  passphrase: OPTIONAL_FOR_PEM,
  canMerge: false,
  async write(material, options) {
    const certificate = requiredCertificate(material, 'A full chain').toString();
    return [
      pemFile(`${fileStem(material.name)}.fullchain.pem`, [certificate, ...material.chain]),
      ...pemKey(material, options),
      ...pemAuthorities(material),
    ];
  },
};
