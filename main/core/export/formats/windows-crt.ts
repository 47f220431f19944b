import type { ExportFormat } from '../export-format.ts';
import { numbered } from '../file-names.ts';
import { requiredAuthorities } from '../material-parts.ts';
import { NO_PASSPHRASE, passphraseFor } from '../passphrase-rule.ts';
import { derFile } from './der.ts';

const WHAT = 'The Windows certificate';

/** Authorities as Windows opens them with a double click, and `certutil -addstore` and group policies take them. */
export const windowsCrt: ExportFormat = {
  id: 'crt',
  title: 'Windows certificate',
  audience: 'Windows, by a double click, `certutil` or a group policy',
  extension: '.crt',
  mediaType: 'application/x-x509-ca-cert',
  privateKey: 'never',
  passphrase: NO_PASSPHRASE,
  canMerge: false,
  async write(material, options) {
    passphraseFor(NO_PASSPHRASE, options.passphrase ?? null, WHAT);
    const authorities = requiredAuthorities(material, WHAT);
    return authorities.map((authority, index) => derFile(`${numbered('ca', index)}.crt`, authority.toString()));
  },
};
