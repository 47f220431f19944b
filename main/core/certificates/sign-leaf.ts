import { type KeyObject, X509Certificate } from 'node:crypto';
import { fail } from '../../contract/index.ts';
import { certificateFields, extendedUsesOf, subjectKeyIdOf } from '../authority/certificate-fields.ts';
import {
  authorityKeyIdentifier,
  basicConstraints,
  distinguishedName,
  extendedKeyUsage,
  type GeneralName,
  keyUsage,
  subjectAltName,
  subjectKeyIdentifier,
  writeCertificate,
} from '../authority/certificate-writer.ts';
import { ready } from '../authority/der.ts';
import type { Host } from '../host/host.ts';
import { type Issuer, signingCertificate } from './issuer.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** With the hour of backdating still below 397 days, where linters begin to warn. */
const LEAF_DAYS = 396;

/** How long a certificate lasts: days or minutes, 396 days without either. */
export interface Lifetime {
  readonly days?: number | undefined;
  readonly minutes?: number | undefined;
}

/** What is written into the certificate of a server or a client. */
export interface LeafContent {
  readonly kind: 'server' | 'client';
  readonly commonName: string;
  /** Without any, the extension is left out. */
  readonly names: readonly GeneralName[];
  readonly publicKey: KeyObject;
}

/**
 * A certificate by the profile of reference/certificates.md §3.3, as PEM, never valid outside of its issuer's time. Valid from one hour ago, for clocks that
 * disagree. Checked by OpenSSL before it is handed out. Names have been checked; throws `CERTIFICATE_REFUSED` where the issuer may not sign for that kind.
 */
export function signLeaf(
  host: Pick<Host, 'now' | 'randomBytes'>,
  issuer: Issuer,
  content: LeafContent,
  lifetime: Lifetime,
): string {
  const { kind, commonName, names, publicKey } = content;
  const authority = signingCertificate(issuer);
  assertAllowed(authority, kind);
  const now = host.now().getTime();
  const pem = writeCertificate({
    serial: host.randomBytes(16),
    subject: distinguishedName(commonName),
    publicKey,
    notBefore: new Date(Math.max(now - HOUR_MS, authority.validFromDate.getTime())),
    notAfter: new Date(Math.min(now + lifetimeMs(lifetime), authority.validToDate.getTime())),
    extensions: [
      basicConstraints(null),
      // keyEncipherment is for RSA key transport to a server alone; Java and NSS reject an EC leaf that has nothing else.
      kind === 'server' && publicKey.asymmetricKeyType === 'rsa'
        ? keyUsage('digitalSignature', 'keyEncipherment')
        : keyUsage('digitalSignature'),
      extendedKeyUsage(kind === 'server' ? 'serverAuth' : 'clientAuth'),
      subjectKeyIdentifier(publicKey),
      authorityKeyIdentifier(subjectKeyIdOf(authority)),
      ...(names.length === 0 ? [] : [subjectAltName(names)]),
    ],
    issuer: { name: ready(certificateFields(authority).subject), privateKey: issuer.privateKey },
  });
  const leaf = new X509Certificate(pem);
  if (leaf.ca || !leaf.checkIssued(authority) || !leaf.verify(authority.publicKey)) {
    throw fail('INTERNAL', { why: 'OpenSSL does not accept the certificate that was just written' });
  }
  return pem;
}

/** An intermediate of an organisation may be for servers alone. */
function assertAllowed(authority: X509Certificate, kind: LeafContent['kind']): void {
  const uses = authority.checkIssued(authority) ? null : extendedUsesOf(authority);
  if (uses === null || uses.includes(kind)) return;
  throw fail('CERTIFICATE_REFUSED', {
    why: `The authority may not sign for ${kind}s: its extended key usage leaves that out`,
    fix: 'Use another authority: see `sealwire authority list`.',
  });
}

/** In milliseconds. */
export function lifetimeMs({ days, minutes }: Lifetime): number {
  return minutes === undefined ? (days ?? LEAF_DAYS) * DAY_MS : minutes * 60_000;
}
