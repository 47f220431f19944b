import { type KeyObject, X509Certificate } from 'node:crypto';
import { fail } from '../../contract/index.ts';
import {
  authorityKeyIdentifier,
  basicConstraints,
  keyUsage,
  serverAuthentication,
  subjectAltName,
  subjectKeyIdentifier,
  writeCertificate,
} from '../authority/certificate-writer.ts';
import { isPermitted, permittedInWords } from '../authority/permitted-names.ts';
import type { Host } from '../host/host.ts';
import { generateKeys, type KeyKind } from './key-pair.ts';
import { readServerName, type ServerName } from './server-name.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** With the hour of backdating still below 397 days, where linters begin to warn. */
const LEAF_DAYS = 396;

/** Longest common name (RFC 5280 appendix A.1, ub-common-name). */
const COMMON_NAME_LENGTH = 64;

export interface Issuer {
  readonly commonName: string;
  readonly pem: string;
  readonly privateKey: KeyObject;
  /** Null where the authority is not constrained. */
  readonly permitted: readonly string[] | null;
}

export interface IssuedCertificate {
  readonly names: readonly string[];
  readonly pem: string;
  readonly privateKey: KeyObject;
}

/**
 * A server certificate for `names` in their order (reference/certificates.md §3.3), valid 396 days and never longer than its issuer. Rejects with
 * `NAME_REFUSED` for a name that clients would reject or the authority may not sign. Checked by OpenSSL before it is handed out.
 */
export async function issueServerCertificate(
  host: Pick<Host, 'now' | 'randomBytes'>,
  issuer: Issuer,
  names: readonly string[],
  options: { readonly key?: KeyKind; readonly days?: number } = {},
): Promise<IssuedCertificate> {
  const subjects = acceptedNames(names, issuer.permitted);
  const authority = new X509Certificate(issuer.pem);
  const { publicKey, privateKey } = await generateKeys(options.key ?? 'ec-p256');
  const now = host.now().getTime();
  const ends = Math.min(now + (options.days ?? LEAF_DAYS) * DAY_MS, Date.parse(authority.validTo));
  const pem = writeCertificate({
    serial: host.randomBytes(16),
    commonName: commonNameFor(subjects),
    publicKey,
    notBefore: new Date(Math.max(now - HOUR_MS, Date.parse(authority.validFrom))),
    notAfter: new Date(ends),
    extensions: [
      basicConstraints(null),
      // keyEncipherment is for RSA key transport alone; Java and NSS reject an EC leaf that has nothing else.
      publicKey.asymmetricKeyType === 'rsa'
        ? keyUsage('digitalSignature', 'keyEncipherment')
        : keyUsage('digitalSignature'),
      serverAuthentication(),
      subjectKeyIdentifier(publicKey),
      authorityKeyIdentifier(authority.publicKey),
      subjectAltName(subjects.map(({ general }) => general)),
    ],
    issuer,
  });
  assertAccepted(new X509Certificate(pem), authority, subjects);
  return { names: subjects.map(({ text }) => text), pem, privateKey };
}

/** The names as they will be written, without doubles. Throws `NAME_REFUSED` with the reason and an alternative. */
export function acceptedNames(names: readonly string[], permitted: readonly string[] | null): ServerName[] {
  if (names.length === 0) {
    throw fail('NAME_REFUSED', { name: '', why: 'it needs at least one name', fix: 'Name `localhost`, for example.' });
  }
  const accepted = names.map((input) => {
    const name = readServerName(input);
    if ('why' in name) throw fail('NAME_REFUSED', { name: input, ...name });
    if (permitted !== null && !isPermitted(name.general, permitted)) throw outside(name.text, permitted);
    return name;
  });
  return accepted.filter(({ text }, index) => accepted.findIndex((other) => other.text === text) === index);
}

function outside(name: string, permitted: readonly string[]): Error {
  return fail('NAME_REFUSED', {
    name,
    why: `the authority may only sign ${permittedInWords(permitted).join('; ')}`,
    fix: 'Leave that name out, use one of those, or make an authority that covers it: `sealwire init --domains DOMAIN`.',
  });
}

/** One-label names are never read as host names, so a certificate for addresses alone is called `sealwire`. */
function commonNameFor(subjects: readonly ServerName[]): string {
  return (
    subjects.find(({ general, text }) => general.kind === 'dns' && text.length <= COMMON_NAME_LENGTH)?.text ??
    'sealwire'
  );
}

function assertAccepted(leaf: X509Certificate, authority: X509Certificate, subjects: readonly ServerName[]): void {
  const covers = ({ general, text }: ServerName): boolean =>
    general.kind === 'ip' ? leaf.checkIP(text) !== undefined : leaf.checkHost(text.replace('*', 'any')) !== undefined;
  const uncovered = subjects.find((subject) => !covers(subject));
  if (uncovered !== undefined || leaf.ca || !leaf.checkIssued(authority) || !leaf.verify(authority.publicKey)) {
    throw fail('INTERNAL', { why: 'OpenSSL does not accept the certificate that was just written' });
  }
}
