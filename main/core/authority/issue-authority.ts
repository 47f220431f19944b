import { type KeyObject, X509Certificate } from 'node:crypto';
import { fail } from '../../contract/index.ts';
import { generateKeys, type KeyKind, type KeyPair, keyIdentifier } from '../certificates/key-pair.ts';
import type { Host } from '../host/host.ts';
import {
  authorityKeyIdentifier,
  basicConstraints,
  distinguishedName,
  keyUsage,
  nameConstraints,
  subjectKeyIdentifier,
  writeCertificate,
} from './certificate-writer.ts';
import type { Der } from './der.ts';
import { permittedGeneralNames } from './permitted-names.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Below Apple's limit of 825 days for roots that a person installs (support.apple.com/103769). */
const AUTHORITY_DAYS = 824;

/** Longest common name (RFC 5280 appendix A.1, ub-common-name). */
const COMMON_NAME_LENGTH = 64;

/** How long before its root an intermediate ends. */
const SHORTER_MS = HOUR_MS;

export interface IssuedAuthority {
  readonly commonName: string;
  /** The certificate that signs, then those above it up to the root. */
  readonly pem: string;
  readonly privateKey: KeyObject;
}

export interface AuthorityRequest {
  readonly commonName: string;
  /** Domains and ranges that it may sign; null for everything. */
  readonly permitted: readonly string[] | null;
  readonly key?: Extract<KeyKind, 'ec-p256' | 'ec-p384' | 'rsa-3072'> | undefined;
  readonly days?: number | undefined;
}

/**
 * A self-signed root (reference/certificates.md §3.3): critical CA:TRUE with path length 0, keyCertSign and cRLSign, and critical name constraints
 * unless `permitted` is null. Valid from one hour ago, for clocks that disagree. Checked by OpenSSL before it is handed out.
 */
export async function issueAuthority(
  host: Pick<Host, 'now' | 'randomBytes'>,
  request: AuthorityRequest,
): Promise<IssuedAuthority> {
  const keys = await generateKeys(request.key ?? 'ec-p256');
  return { commonName: request.commonName, pem: writeRoot(host, request, keys, 0), privateKey: keys.privateKey };
}

/**
 * A root and an intermediate under the same constraints, of which the intermediate's key alone is handed out: nobody can sign with the root any more. For those who put
 * the root into a store of Java, which heeds name constraints on an intermediate and not on a root (reference/certificates.md §3.1).
 */
export async function issueTwoTierAuthority(
  host: Pick<Host, 'now' | 'randomBytes'>,
  request: AuthorityRequest,
): Promise<IssuedAuthority> {
  const { commonName, permitted } = request;
  const [rootKeys, keys] = await Promise.all([
    generateKeys(request.key ?? 'ec-p256'),
    generateKeys(request.key ?? 'ec-p256'),
  ]);
  const rootPem = writeRoot(host, request, rootKeys, 1);
  const root = new X509Certificate(rootPem);
  const pem = writeCertificate({
    serial: host.randomBytes(16),
    subject: distinguishedName(`${commonName} intermediate`.slice(0, COMMON_NAME_LENGTH)),
    publicKey: keys.publicKey,
    notBefore: root.validFromDate,
    notAfter: new Date(root.validToDate.getTime() - SHORTER_MS),
    extensions: [...extensionsOf(keys, 0, permitted), authorityKeyIdentifier(keyIdentifier(rootKeys.publicKey))],
    issuer: { name: distinguishedName(commonName), privateKey: rootKeys.privateKey },
  });
  assertAccepted(new X509Certificate(pem), root);
  return { commonName, pem: pem + rootPem, privateKey: keys.privateKey };
}

function writeRoot(
  host: Pick<Host, 'now' | 'randomBytes'>,
  { commonName, permitted, days = AUTHORITY_DAYS }: AuthorityRequest,
  keys: KeyPair,
  pathLength: number,
): string {
  const now = host.now().getTime();
  const pem = writeCertificate({
    serial: host.randomBytes(16),
    subject: distinguishedName(commonName),
    publicKey: keys.publicKey,
    notBefore: new Date(now - HOUR_MS),
    notAfter: new Date(now + days * DAY_MS),
    extensions: extensionsOf(keys, pathLength, permitted),
    issuer: { name: distinguishedName(commonName), privateKey: keys.privateKey },
  });
  const root = new X509Certificate(pem);
  assertAccepted(root, root);
  return pem;
}

function extensionsOf({ publicKey }: KeyPair, pathLength: number, permitted: readonly string[] | null): Der[] {
  return [
    basicConstraints(pathLength),
    keyUsage('keyCertSign', 'cRLSign'),
    subjectKeyIdentifier(publicKey),
    ...(permitted === null ? [] : [nameConstraints(permittedGeneralNames(permitted))]),
  ];
}

function assertAccepted(certificate: X509Certificate, issuer: X509Certificate): void {
  if (certificate.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)) return;
  throw fail('INTERNAL', { why: 'OpenSSL does not accept the authority that was just written' });
}
