import type { KeyObject, X509Certificate } from 'node:crypto';
import type { KeystoreEntries } from './keystore-entries.ts';
import { unreadable } from './keystore-problems.ts';

/** A private key with its certificate and those above it, the issuer's first, as far as the keystore has them. */
export interface KeystoreIdentity {
  readonly privateKey: KeyObject;
  readonly certificate: X509Certificate;
  readonly chain: readonly X509Certificate[];
}

/**
 * The one private key of a keystore with what belongs to it, found by the keys themselves and not by names. Throws `KEYSTORE_UNREADABLE` where there is no key,
 * more than one, or no certificate for it.
 */
export function identityIn(entries: KeystoreEntries, what: string): KeystoreIdentity {
  const [key, ...others] = entries.keys;
  if (key === undefined) throw unreadable(what, 'it holds no private key');
  if (others.length > 0)
    throw unreadable(what, `it holds ${entries.keys.length} private keys, and only one can be meant`);
  const certificates = entries.certificates.map(({ certificate }) => certificate);
  const certificate = certificates.find((each) => each.checkPrivateKey(key.privateKey));
  if (certificate === undefined) throw unreadable(what, 'it holds no certificate for its private key');
  return { privateKey: key.privateKey, certificate, chain: chainOf(certificate, certificates) };
}

/** Issuers by signature, not by name alone: two authorities may share theirs. */
function chainOf(certificate: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let last = certificate; !isIssuerOf(last, last); ) {
    const issuer = all.find((each) => isIssuerOf(each, last) && !chain.includes(each));
    if (issuer === undefined) return chain;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

function isIssuerOf(issuer: X509Certificate, subject: X509Certificate): boolean {
  return subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}
