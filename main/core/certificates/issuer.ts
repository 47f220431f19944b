import { type KeyObject, X509Certificate } from 'node:crypto';
import type { GeneralName } from '../authority/certificate-writer.ts';
import { isWithinLimits, type NameLimits } from '../authority/name-limits.ts';
import { pemCertificates } from '../authority/pem-certificates.ts';
import { isPermitted } from '../authority/permitted-names.ts';

/** Whoever signs a certificate. */
export interface Issuer {
  /** The certificate that signs, then those above it up to the root, PEM. */
  readonly pem: string;
  readonly privateKey: KeyObject;
  /** What it may sign, of an authority that Sealwire made; null where that is not constrained, or not known in this form. */
  readonly permitted: readonly string[] | null;
  /** The name constraints of its chain, of an authority that came from elsewhere. */
  readonly limits?: readonly NameLimits[];
}

/** Whether the issuer may sign for this name; clients that check name constraints would refuse it otherwise. */
export function maySign(name: GeneralName, { permitted, limits = [] }: Pick<Issuer, 'permitted' | 'limits'>): boolean {
  if (permitted !== null && !isPermitted(name, permitted)) return false;
  return limits.every((each) => isWithinLimits(name, each));
}

/** Of an issuer that signs a thousand, its certificate is read once. */
const read = new WeakMap<object, X509Certificate>();

/** The certificate that signs. */
export function signingCertificate(issuer: Pick<Issuer, 'pem'>): X509Certificate {
  const known = read.get(issuer) ?? new X509Certificate(issuer.pem);
  read.set(issuer, known);
  return known;
}

/** What a server sends after its own certificate: everything between it and the root (RFC 8446 §4.4.2), PEM; empty where the root signs. */
export function intermediatesOf({ pem }: Pick<Issuer, 'pem'>): string {
  return pemCertificates(pem).slice(0, -1).join('');
}
