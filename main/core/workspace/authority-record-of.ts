import { X509Certificate } from 'node:crypto';
import { pemCertificates } from '../authority/pem-certificates.ts';
import { keyText } from '../certificates/key-pair.ts';
import type { AuthorityRecord } from './workspace-record.ts';

/** The record of an authority that is current from now on. `pem` is its chain: the certificate that signs first, the root last. */
export function authorityRecordOf(
  pem: string,
  about: Pick<AuthorityRecord, 'id' | 'structure'> & { readonly permitted: readonly string[] | null },
): AuthorityRecord {
  const chain = pemCertificates(pem);
  const signing = new X509Certificate(chain[0] ?? pem);
  const root = new X509Certificate(chain.at(-1) ?? pem);
  return {
    id: about.id,
    current: true,
    commonName: commonNameOf(root),
    fingerprint256: root.fingerprint256,
    notBefore: root.validFromDate.toISOString(),
    notAfter: root.validToDate.toISOString(),
    permitted: about.permitted === null ? null : [...about.permitted],
    structure: about.structure,
    key: keyText(signing.publicKey),
    intermediate:
      chain.length === 1
        ? null
        : {
            commonName: commonNameOf(signing),
            fingerprint256: signing.fingerprint256,
            notAfter: signing.validToDate.toISOString(),
          },
    retiredAt: null,
  };
}

/** The common name, else the whole subject: a CA of somebody else's may lack one. */
function commonNameOf({ subject }: X509Certificate): string {
  const lines = (subject ?? '').split('\n');
  return lines.findLast((line) => line.startsWith('CN='))?.slice('CN='.length) ?? lines.join(', ');
}
