import { rootCertificates } from 'node:tls';
import type { Host } from '../host/host.ts';
import { certificatesIn, holdsCertificate } from './certificate-text.ts';

/** Where systems keep all of their authorities in one file: Debian, Fedora, openSUSE, macOS and Alpine. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/**
 * The authorities that programs trust here, with ours at the end. What a variable names already comes first, because ours takes its place and nothing that a person
 * or a company had put there may be lost; else the system's file, else those that Node brings (Mozilla's list).
 */
export function mergedBundle(host: Pick<Host, 'disk'>, present: string | undefined, ours: string): string {
  const texts = [present, ...BUNDLES].flatMap((path) =>
    path === undefined || path === '' ? [] : (host.disk.read(path)?.toString() ?? []),
  );
  const base = texts.find((text) => certificatesIn(text).length > 0) ?? rootCertificates.join('\n');
  return withOurs(base, ours);
}

/** A variable that only adds: what it names already, if anything, and ours. */
export function addedFile(host: Pick<Host, 'disk'>, present: string | undefined, ours: string): string {
  const text = present === undefined || present === '' ? '' : (host.disk.read(present)?.toString() ?? '');
  return withOurs(text, ours);
}

function withOurs(base: string, ours: string): string {
  if (ours === '' || holdsCertificate(base, ours)) return base;
  return base === '' ? ours : `${base.trimEnd()}\n${ours}`;
}
