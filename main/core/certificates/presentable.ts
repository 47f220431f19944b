import { X509Certificate } from 'node:crypto';
import type { Secret } from '../../contract/index.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';

/** A certificate that no workspace keeps, leaf first, as the endpoint presents it. Throws OpenSSL's error for what is no certificate in PEM. */
export function presentable(chainPem: string, keyPem: Secret): ServerIdentity {
  const leaf = new X509Certificate(chainPem);
  const names = (leaf.subjectAltName ?? '').split(', ').map((name) => name.replace(/^(DNS|IP Address):/, ''));
  return {
    served: {
      id: 'rehearsal',
      fingerprint256: leaf.fingerprint256,
      names,
      notBefore: leaf.validFromDate.toISOString(),
      notAfter: leaf.validToDate.toISOString(),
    },
    chainPem,
    keyPem,
  };
}
