import { type KeyObject, X509Certificate } from 'node:crypto';
import { fail } from '../../contract/index.ts';
import { generateKeys, type KeyKind } from '../certificates/key-pair.ts';
import type { Host } from '../host/host.ts';
import {
  basicConstraints,
  keyUsage,
  nameConstraints,
  subjectKeyIdentifier,
  writeCertificate,
} from './certificate-writer.ts';
import { permittedGeneralNames } from './permitted-names.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Below Apple's limit of 825 days for roots that a person installs (support.apple.com/103769). */
const AUTHORITY_DAYS = 824;

export interface IssuedAuthority {
  readonly commonName: string;
  readonly pem: string;
  readonly privateKey: KeyObject;
}

/**
 * A self-signed root (reference/certificates.md §3.3): critical CA:TRUE with path length 0, keyCertSign and cRLSign, and critical name constraints
 * unless `permitted` is null. Valid from one hour ago, for clocks that disagree. Checked by OpenSSL before it is handed out.
 */
export async function issueAuthority(
  host: Pick<Host, 'now' | 'randomBytes'>,
  request: {
    readonly commonName: string;
    readonly permitted: readonly string[] | null;
    readonly key?: Extract<KeyKind, 'ec-p256' | 'ec-p384' | 'rsa-3072'>;
    readonly days?: number;
  },
): Promise<IssuedAuthority> {
  const { commonName, permitted } = request;
  const { publicKey, privateKey } = await generateKeys(request.key ?? 'ec-p256');
  const now = host.now().getTime();
  const pem = writeCertificate({
    serial: host.randomBytes(16),
    commonName,
    publicKey,
    notBefore: new Date(now - HOUR_MS),
    notAfter: new Date(now + (request.days ?? AUTHORITY_DAYS) * DAY_MS),
    extensions: [
      basicConstraints(0),
      keyUsage('keyCertSign', 'cRLSign'),
      subjectKeyIdentifier(publicKey),
      ...(permitted === null ? [] : [nameConstraints(permittedGeneralNames(permitted))]),
    ],
    issuer: { commonName, privateKey },
  });
  const certificate = new X509Certificate(pem);
  if (!certificate.ca || !certificate.checkIssued(certificate) || !certificate.verify(publicKey)) {
    throw fail('INTERNAL', { why: 'OpenSSL does not accept the authority that was just written' });
  }
  return { commonName, pem, privateKey };
}
