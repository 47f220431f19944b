import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { addressBytes } from '../../authority/address-bytes.ts';
import { certificateFields } from '../../authority/certificate-fields.ts';
import type { GeneralName } from '../../authority/certificate-writer.ts';
import { childrenOf, readDer } from '../../authority/der-reader.ts';
import { EXTENSIONS } from '../../authority/extension-ids.ts';
import { shortText } from '../../evidence/short-text.ts';

/** The host names and addresses in a certificate's subjectAltName, in its order; empty where it has none. Throws `DerMistake`. */
export function namesOf(certificate: X509Certificate): GeneralName[] {
  const extension = certificateFields(certificate).extensions.get(EXTENSIONS.subjectAltName);
  if (extension === undefined) return [];
  return childrenOf(readDer(extension)).flatMap(({ tag, content }): GeneralName[] => {
    if (tag === 0x82) return [{ kind: 'dns', name: content.toString('latin1').toLowerCase() }];
    return tag === 0x87 ? [{ kind: 'ip', bytes: content }] : [];
  });
}

/** Whether a certificate names the host (RFC 9525 §6.3: a wildcard stands for one whole label, the first), by its subjectAltName alone. Throws `DerMistake`. */
export function namesHost(certificate: X509Certificate, host: string): boolean {
  const names = namesOf(certificate);
  if (isIP(host) !== 0) {
    const bytes = addressBytes(host);
    return names.some((name) => name.kind === 'ip' && name.bytes.equals(bytes));
  }
  const wanted = host.toLowerCase().replace(/\.$/, '');
  return names.some((name) => name.kind === 'dns' && matches(name.name, wanted));
}

/** Names as a person reads them. Throws `DerMistake`. */
export function nameWords(certificate: X509Certificate): string {
  const words = namesOf(certificate).map((name) => {
    if (name.kind === 'ip') return addressText(name.bytes);
    return name.kind === 'dns' ? name.name : name.uri;
  });
  const shown = words.slice(0, 6).join(', ');
  return shortText(words.length > 6 ? `${shown} and ${words.length - 6} more` : shown, 200);
}

/** The common name of a subject or an issuer, else all of it, in one line. */
export function commonName(distinguishedName: string | undefined): string {
  const lines = (distinguishedName ?? '').split('\n').filter((line) => line !== '');
  const own = lines.find((line) => line.startsWith('CN='))?.slice(3);
  return shortText(own ?? (lines.join(', ') || 'a certificate without a name'), 80);
}

function matches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot) === pattern.slice(1);
}

function addressText(bytes: Buffer): string {
  if (bytes.length === 4) return [...bytes].join('.');
  if (bytes.length !== 16) return bytes.toString('hex');
  const groups = Array.from({ length: 8 }, (_, at) => bytes.readUInt16BE(at * 2).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}
