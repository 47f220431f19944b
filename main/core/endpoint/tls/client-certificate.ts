import { createHash, X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { ClientCertificate } from '../../evidence/facts.ts';
import type { ClientAuthentication } from './tls-settings.ts';

/** OpenSSL's verdicts that mean "no authority of yours signed this". */
const UNKNOWN_AUTHORITY = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_UNTRUSTED',
]);
const OUT_OF_DATE = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const LONGEST_CHAIN = 16;
/** `clientAuth` and `anyExtendedKeyUsage` (RFC 5280 §4.2.1.12). */
const CLIENT_USAGES = new Set(['1.3.6.1.5.5.7.3.2', '2.5.29.37.0']);

/**
 * The alert that refuses the certificate which a client showed in a handshake that has just ended, or null where it may stay. The alerts are those of
 * Go 1.26 in the real server's place: `unknown_ca`, `certificate_expired` (also for one that is not valid yet), else `bad_certificate`;
 * for one that Sealwire has revoked, which the real server cannot know, it is `certificate_revoked`. A client that showed
 * none is refused by OpenSSL itself where one is required.
 */
export function refusalOf(
  socket: TLSSocket,
  clientAuth: ClientAuthentication,
  isRevoked: (fingerprint256: string) => boolean,
): string | null {
  const leaf = socket.getPeerX509Certificate();
  if (leaf === undefined) return null;
  if (isRevoked(leaf.fingerprint256)) return 'certificate_revoked';
  const verdict = verdictOn(socket);
  if (verdict === null) return isPinned(leaf, clientAuth) ? null : 'bad_certificate';
  if (UNKNOWN_AUTHORITY.has(verdict)) return 'unknown_ca';
  return OUT_OF_DATE.has(verdict) ? 'certificate_expired' : 'bad_certificate';
}

/** What the client of a handshake showed of its own, for people; undefined where it showed none. */
export function shownBy(socket: TLSSocket): ClientCertificate | undefined {
  const leaf = socket.getPeerX509Certificate();
  if (leaf === undefined) return undefined;
  const { subject, issuer, validFromDate, validToDate } = leaf;
  return {
    subject: oneLine(subject),
    issuer: oneLine(issuer),
    notBefore: validFromDate.toISOString(),
    notAfter: validToDate.toISOString(),
    isForClients: leaf.keyUsage?.some((usage) => CLIENT_USAGES.has(usage)) ?? true,
  };
}

/** Node.js writes each part of a distinguished name on a line of its own, and leaves it out where the name is empty. */
function oneLine(name: string | undefined): string {
  return (name ?? '').replaceAll('\n', ', ');
}

/**
 * OpenSSL's code for what it found wrong with the peer's certificate; null where nothing. Node.js tells it in public only to `tls.Server`, which would hide
 * which connection it was; where a later version tells it nowhere, nobody is let in.
 */
function verdictOn(socket: TLSSocket): string | null {
  const handle: unknown = Reflect.get(socket, '_handle');
  const verifyError: unknown = handle instanceof Object ? Reflect.get(handle, 'verifyError') : undefined;
  if (typeof verifyError !== 'function') return 'VERDICT_UNKNOWN';
  const error: unknown = verifyError.call(handle);
  if (error === undefined || error === null) return null;
  return error instanceof Error && 'code' in error ? String(error.code) : 'VERDICT_UNKNOWN';
}

function isPinned(leaf: X509Certificate, { pins, authorities }: ClientAuthentication): boolean {
  if (pins.length === 0) return true;
  return chainOf(leaf, authorities).some((certificate) => pins.includes(pinOf(certificate)));
}

/** The chain that was checked: what the client sent, and the authority at its end. */
function chainOf(leaf: X509Certificate, authorities: readonly string[]): X509Certificate[] {
  const chain = [leaf];
  while (chain.length < LONGEST_CHAIN) {
    const last = chain.at(-1);
    const issuer = last?.issuerCertificate;
    if (issuer === undefined || issuer.fingerprint256 === last?.fingerprint256) break;
    chain.push(issuer);
  }
  const end = chain.at(-1) ?? leaf;
  const roots = authorities.map((pem) => new X509Certificate(pem));
  return [...chain, ...roots.filter((root) => end.checkIssued(root) && end.verify(root.publicKey))];
}

/** As the real server reckons it: SHA-256 of the public key as it stands in the certificate, base64. */
function pinOf(certificate: X509Certificate): string {
  return createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}
