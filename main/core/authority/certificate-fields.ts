import type { X509Certificate } from 'node:crypto';
import { keyIdentifier } from '../certificates/key-pair.ts';
import { childrenOf, type DerValue, expectTag, oidText, readDer, TAG } from './der-reader.ts';
import { EXTENSIONS } from './extension-ids.ts';

/** What `node:crypto` does not tell of a certificate. */
export interface CertificateFields {
  /** The subject as it stands, byte for byte: the issuer of what it signs must be the same bytes. */
  readonly subject: Buffer;
  readonly serial: Buffer;
  /** Content of each extension by its object identifier. */
  readonly extensions: ReadonlyMap<string, Buffer>;
  /** Those that are critical. */
  readonly critical: ReadonlySet<string>;
}

/** Reads a certificate that OpenSSL has parsed already. Throws `DerMistake` where its encoding is not DER. */
export function certificateFields(certificate: X509Certificate): CertificateFields {
  const [body] = childrenOf(readDer(certificate.raw));
  const fields = childrenOf(expectTag(body, TAG.sequence, 'the body')).filter(({ tag }) => tag !== 0xa0);
  const [serial, , , , subject] = fields;
  const listed = fields.find(({ tag }) => tag === 0xa3);
  return {
    serial: expectTag(serial, TAG.integer, 'the serial number').content,
    subject: expectTag(subject, TAG.sequence, 'the subject').whole,
    extensions: listed === undefined ? new Map() : extensionsIn(childrenOf(listed)[0]),
    critical: new Set(listed === undefined ? [] : criticalIn(childrenOf(listed)[0])),
  };
}

/** The extensions of an `Extensions` list. Throws `DerMistake`. */
export function extensionsIn(list: DerValue | undefined): Map<string, Buffer> {
  return new Map(
    childrenOf(expectTag(list, TAG.sequence, 'the list of extensions')).map((extension) => {
      const parts = childrenOf(extension);
      return [oidText(parts[0]), expectTag(parts.at(-1), TAG.octets, 'an extension').content];
    }),
  );
}

function criticalIn(list: DerValue | undefined): string[] {
  return childrenOf(expectTag(list, TAG.sequence, 'the list of extensions')).flatMap((extension) => {
    const [id, flag] = childrenOf(extension);
    return flag?.tag === TAG.boolean && flag.content[0] !== 0 ? [oidText(id)] : [];
  });
}

/** The identifier of an issuer's key as its certificate has it, by whatever method that was reckoned; else by the usual one. */
export function subjectKeyIdOf(certificate: X509Certificate): Buffer {
  const own = certificateFields(certificate).extensions.get(EXTENSIONS.subjectKeyIdentifier);
  return own === undefined ? keyIdentifier(certificate.publicKey) : readDer(own).content;
}

/** The key usages that a CA needs; both true where the certificate does not limit its key. */
export function signingUsages(certificate: X509Certificate): { certificates: boolean; revocationLists: boolean } {
  const usage = certificateFields(certificate).extensions.get(EXTENSIONS.keyUsage);
  if (usage === undefined) return { certificates: true, revocationLists: true };
  const byte = readDer(usage).content[1] ?? 0;
  return { certificates: (byte & 0x04) !== 0, revocationLists: (byte & 0x02) !== 0 };
}

/** How many CAs may stand below; null for any number. */
export function pathLengthOf(certificate: X509Certificate): number | null {
  const constraints = certificateFields(certificate).extensions.get(EXTENSIONS.basicConstraints);
  const length = constraints === undefined ? undefined : childrenOf(readDer(constraints))[1];
  return length?.tag === TAG.integer ? length.content.readUIntBE(0, Math.min(6, length.content.length)) : null;
}

const EXTENDED_USES: Readonly<Record<string, readonly ('server' | 'client')[]>> = {
  '1.3.6.1.5.5.7.3.1': ['server'],
  '1.3.6.1.5.5.7.3.2': ['client'],
  '2.5.29.37.0': ['server', 'client'],
};

/** For what the extended key usage of an intermediate allows it to sign; null where it has none and so allows everything. */
export function extendedUsesOf(certificate: X509Certificate): readonly ('server' | 'client')[] | null {
  const usage = certificateFields(certificate).extensions.get(EXTENSIONS.extKeyUsage);
  if (usage === undefined) return null;
  return childrenOf(readDer(usage)).flatMap((use) => EXTENDED_USES[oidText(use)] ?? []);
}

/** What OpenSSL's strict mode, which Python uses from 3.13 on, rejects about a CA's certificate; each as the end of a sentence about it. */
export function strictProblems(certificate: X509Certificate, isRoot: boolean): string[] {
  const { extensions, critical } = certificateFields(certificate);
  return [
    ...(critical.has(EXTENSIONS.basicConstraints) ? [] : ['has basic constraints that are not critical']),
    ...(extensions.has(EXTENSIONS.keyUsage) ? [] : ['has no key usage']),
    ...(extensions.has(EXTENSIONS.subjectKeyIdentifier) ? [] : ['has no subject key identifier']),
    ...(isRoot || extensions.has(EXTENSIONS.authorityKeyIdentifier) ? [] : ['has no authority key identifier']),
  ];
}
