import type { ExportFormat } from '../export-format.ts';
import { numbered } from '../file-names.ts';
import { requiredAuthorities } from '../material-parts.ts';
import { derFile } from './der.ts';

/** Authorities as Windows opens them with a double click, and `certutil -addstore` and group policies take them. */
export const windowsCrt: ExportFormat = {
  id: 'crt',
  title: 'Windows certificate',
  audience: 'Windows, by a double click, `certutil` or a group policy',
  extension: '.crt',
  mediaType: 'application/x-x509-ca-cert',
  privateKey: 'never',
  passphrase: { kind: 'none' },
  async write(material) {
    const authorities = requiredAuthorities(material, 'The Windows certificate');
    return authorities.map((authority, index) => derFile(`${numbered('ca', index)}.crt`, authority.toString()));
  },
};
