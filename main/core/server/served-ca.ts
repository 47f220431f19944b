import { X509Certificate } from 'node:crypto';
import type { Disk } from '../host/host.ts';
import { certificatesIn } from './pem-files.ts';
import type { ServerFile } from './read-server-file.ts';

/** Whom clients have to trust for what the endpoint presents. */
export interface ServedCa {
  /** PEM file with that authority; null where none is known, and before anything was made. */
  readonly path: string | null;
  /** Who issued the certificate of a settings file, where no file that is known holds that authority; else null. */
  readonly unknownIssuer: string | null;
}

/**
 * Tells whom clients have to trust: the workspace's authorities (`own`, as a file) while Sealwire's certificate is presented, or where one of them issued what a settings
 * file brings; the root at the end of that file's chain; else nobody that is known.
 */
export function servedCaOf(
  file: Pick<ServerFile, 'tls' | 'caPath'> | null,
  own: () => string | null,
  disk: Pick<Disk, 'read'>,
): () => ServedCa {
  const last = certificatesIn(file?.tls?.identity?.chainPem ?? '')?.at(-1);
  const caPath = file?.caPath ?? null;
  if (caPath !== null) return () => ({ path: caPath, unknownIssuer: null });
  if (last === undefined) return () => ({ path: own(), unknownIssuer: null });
  const presented = new X509Certificate(last);
  const unknownIssuer = presented.issuer.replaceAll('\n', ', ');
  let seen: { readonly text: string; readonly isOurs: boolean } | null = null;
  return () => {
    const path = own();
    const text = path === null ? '' : (disk.read(path)?.toString('utf8') ?? '');
    // Asked for each attempt; the file changes with the authorities alone.
    if (seen?.text !== text) seen = { text, isOurs: isIssuedByOneOf(text, presented) };
    return seen.isOurs ? { path, unknownIssuer: null } : { path: null, unknownIssuer };
  };
}

function isIssuedByOneOf(authorities: string, certificate: X509Certificate): boolean {
  return (certificatesIn(authorities) ?? []).some((pem) => {
    const authority = new X509Certificate(pem);
    return certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
  });
}
