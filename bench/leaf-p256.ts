import { generateKeyPairSync } from 'node:crypto';
import { issueAuthority } from '../main/core/authority/issue-authority.ts';
import { permittedNames } from '../main/core/authority/permitted-names.ts';
import { issueServerCertificate } from '../main/core/certificates/issue-server-certificate.ts';
import { realHost } from '../main/core/host/real-host.ts';
import { type Bench, medianMs } from './bench.ts';

/** A P-256 server certificate, its key included, beside the making of a bare P-256 key. */
export const bench: Bench = {
  name: 'a P-256 server certificate',
  target: '≤ 3 ms',
  run: async () => {
    const host = realHost();
    const permitted = permittedNames(host.hostname, []);
    const authority = await issueAuthority(host, { commonName: 'Sealwire bench', permitted });
    const issuer = { ...authority, commonName: 'Sealwire bench', permitted };
    const names = ['localhost', '127.0.0.1', '::1'];
    const figure = await medianMs(300, async () => {
      await issueServerCertificate(host, issuer, names);
    });
    const bare = await medianMs(300, () => {
      generateKeyPairSync('ec', { namedCurve: 'P-256' });
    });
    return { figure, unit: 'ms', peer: { name: 'bare key pair', figure: bare } };
  },
};
