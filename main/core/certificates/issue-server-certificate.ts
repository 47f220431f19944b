import { type KeyObject, X509Certificate } from 'node:crypto';
import { fail } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import { acceptedNames } from './accepted-names.ts';
import { type Issuer, intermediatesOf } from './issuer.ts';
import { generateKeys, type KeyKind } from './key-pair.ts';
import type { ServerName } from './server-name.ts';
import { type Lifetime, signLeaf } from './sign-leaf.ts';

/** Longest common name (RFC 5280 appendix A.1, ub-common-name). */
const COMMON_NAME_LENGTH = 64;

export interface IssuedCertificate {
  readonly names: readonly string[];
  /** The certificate, then the intermediates between it and the root. */
  readonly pem: string;
  readonly privateKey: KeyObject;
}

/**
 * A server certificate for `names` in their order, valid 396 days unless said otherwise and never longer than its issuer. Rejects with `NAME_REFUSED` for a
 * name that clients would reject or the authority may not sign. Checked by OpenSSL before it is handed out.
 */
export async function issueServerCertificate(
  host: Pick<Host, 'now' | 'randomBytes'>,
  issuer: Issuer,
  names: readonly string[],
  options: { readonly key?: KeyKind } & Lifetime = {},
): Promise<IssuedCertificate> {
  const subjects = acceptedNames(names, issuer);
  const { publicKey, privateKey } = await generateKeys(options.key ?? 'ec-p256');
  return { ...signServerCertificate(host, issuer, subjects, publicKey, options), privateKey };
}

/** The same for a key that is somebody else's. `subjects` have been accepted. */
export function signServerCertificate(
  host: Pick<Host, 'now' | 'randomBytes'>,
  issuer: Issuer,
  subjects: readonly ServerName[],
  publicKey: KeyObject,
  lifetime: Lifetime,
): Omit<IssuedCertificate, 'privateKey'> {
  const names = subjects.map(({ general }) => general);
  const pem = signLeaf(
    host,
    issuer,
    { kind: 'server', commonName: commonNameFor(subjects), names, publicKey },
    lifetime,
  );
  assertCovered(new X509Certificate(pem), subjects);
  return { names: subjects.map(({ text }) => text), pem: pem + intermediatesOf(issuer) };
}

/** One-label names are never read as host names, so a certificate for addresses alone is called `sealwire`. */
function commonNameFor(subjects: readonly ServerName[]): string {
  return (
    subjects.find(({ general, text }) => general.kind === 'dns' && text.length <= COMMON_NAME_LENGTH)?.text ??
    'sealwire'
  );
}

function assertCovered(leaf: X509Certificate, subjects: readonly ServerName[]): void {
  const covers = ({ general, text }: ServerName): boolean =>
    general.kind === 'ip' ? leaf.checkIP(text) !== undefined : leaf.checkHost(text.replace('*', 'any')) !== undefined;
  if (subjects.every(covers)) return;
  throw fail('INTERNAL', { why: 'OpenSSL does not find a name in the certificate that was just written' });
}
