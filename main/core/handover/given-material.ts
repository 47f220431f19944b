import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { fail, type Secret } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import { KeyPairProblem, keyPairOf } from '../server/key-pair.ts';
import { certificatesIn } from '../server/pem-files.ts';

/** Certificate and key that somebody brings, each as PEM. */
export interface GivenMaterial {
  readonly certificate: string;
  readonly key: string;
  readonly ca: string | null;
  readonly passphrase: string;
}

/** The same, checked: the server's own certificate first, the root apart, and the key opened. */
export interface CheckedMaterial {
  readonly chain: string;
  readonly key: Secret;
  readonly ca: string | null;
  readonly names: readonly string[];
}

/**
 * Brings the chain into the order that the server wants, and checks everything that clients would stumble over: the key, the time, the names, and the authority. Throws `CERTIFICATE_REFUSED` with the
 * cure. `names` are those that clients use; none leaves that unchecked.
 */
export function checkGivenMaterial(
  { now }: Pick<Host, 'now'>,
  given: GivenMaterial,
  names: readonly string[],
): CheckedMaterial {
  const found = certificatesIn(given.certificate);
  if (found === null)
    throw refused('That file holds no certificate', 'Give a PEM file that begins with -----BEGIN CERTIFICATE-----.');
  const certificates = found.map((pem) => new X509Certificate(pem));
  const ordered = inOrder(certificates, given);
  const { key, leaf } = opened(ordered, given);
  const root = ordered.find((each) => isRoot(each)) ?? null;
  const chain = ordered.filter((each) => each === leaf || !isRoot(each));
  for (const each of chain) checkTime(each, now());
  checkNames(leaf, names);
  const ca = given.ca === null ? root : checkAuthority(given.ca, chain);
  return {
    chain: chain.map((each) => pemText(each)).join(''),
    key,
    ca: ca === null ? null : pemText(ca),
    names: namesOf(leaf),
  };
}

/** The one that the key fits first, then whoever issued it, and so on; what has no place in that is left out. */
function inOrder(certificates: readonly X509Certificate[], given: GivenMaterial): X509Certificate[] {
  const key = keyOf(given);
  const leaf = key === null ? certificates[0] : certificates.find((each) => each.checkPrivateKey(key));
  // Without a fitting one the check of the pair, which comes next, has the words for it.
  if (leaf === undefined) return [...certificates];
  const ordered = [leaf];
  for (let last = leaf; ; ) {
    const issuer = certificates.find((each) => !ordered.includes(each) && isIssuedBy(last, each));
    if (issuer === undefined) return ordered;
    ordered.push(issuer);
    last = issuer;
  }
}

function keyOf({ key, passphrase }: GivenMaterial): ReturnType<typeof createPrivateKey> | null {
  try {
    return createPrivateKey({ key, ...(passphrase === '' ? {} : { passphrase }) });
  } catch {
    // No key, or a passphrase that does not open it; said by the check of the pair.
    return null;
  }
}

function opened(ordered: readonly X509Certificate[], given: GivenMaterial): { key: Secret; leaf: X509Certificate } {
  const [leaf] = ordered;
  if (leaf === undefined) throw refused('That file holds no certificate', 'Give a PEM file.');
  try {
    const { keyPem } = keyPairOf({
      certificate: ordered.map(pemText).join(''),
      key: given.key,
      passphrase: given.passphrase,
      refusesLegacy: false,
    });
    return { key: keyPem, leaf };
  } catch (error) {
    if (!(error instanceof KeyPairProblem)) throw error;
    throw refused(
      error.message.replace('What "ssl.key" names', 'The key file'),
      error.fix.replace(
        'Set ssl.key_passphrase, best by a reference to an entry of the keystore.',
        'Name a file with its passphrase: --passphrase-file FILE',
      ),
    );
  }
}

function checkTime(certificate: X509Certificate, now: Date): void {
  const who = shown(certificate);
  if (certificate.validToDate < now)
    throw refused(
      `The certificate of ${who} expired on ${certificate.validToDate.toISOString().slice(0, 10)}, so every client refuses it`,
      'Have it issued anew, with `--csr` for example.',
    );
  if (certificate.validFromDate > now)
    throw refused(
      `The certificate of ${who} is valid from ${certificate.validFromDate.toISOString()} on, which is still to come`,
      'Wait until then, or correct the clock of this machine.',
    );
}

function checkNames(leaf: X509Certificate, names: readonly string[]): void {
  const missing = names.filter((name) =>
    isIP(name) === 0 ? leaf.checkHost(name.replace(/^\*/, 'any')) === undefined : leaf.checkIP(name) === undefined,
  );
  if (missing.length === 0) return;
  throw refused(
    `The certificate does not cover ${missing.join(', ')}: it is for ${namesOf(leaf).join(', ') || 'no name at all'}`,
    'Name the server as the certificate does, or have one issued for these names.',
  );
}

/** The authority of the chain among what was given. */
function checkAuthority(pem: string, chain: readonly X509Certificate[]): X509Certificate {
  const authorities = (certificatesIn(pem) ?? []).map((each) => new X509Certificate(each));
  if (authorities.length === 0)
    throw refused(
      'The file of the authority holds no certificate',
      'Give a PEM file with the certificate of the authority.',
    );
  const last = chain.at(-1);
  const found = last === undefined ? undefined : authorities.find((each) => isIssuedBy(last, each));
  if (found !== undefined) return found;
  throw refused(
    `The authority did not issue this certificate, whose issuer is ${last === undefined ? 'not there' : last.issuer.replaceAll('\n', ', ')}`,
    'Give the certificate of that authority, and put every certificate between it and the server’s into the file of the certificate.',
  );
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function isRoot(certificate: X509Certificate): boolean {
  return isIssuedBy(certificate, certificate);
}

function namesOf(leaf: X509Certificate): string[] {
  return (leaf.subjectAltName ?? '').split(', ').flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []);
}

function shown(certificate: X509Certificate): string {
  return /^CN=(.+)$/m.exec(certificate.subject)?.[1] ?? 'the server';
}

/** `toString` ends with a line break already. */
function pemText(certificate: X509Certificate): string {
  return certificate.toString();
}

function refused(why: string, fix: string): Error {
  return fail('CERTIFICATE_REFUSED', { why, fix });
}
