import type { KeyObject } from 'node:crypto';
import { keyIdentifier, signer } from '../certificates/key-pair.ts';
import {
  bits,
  boolean,
  type Der,
  encode,
  implicit,
  integer,
  octets,
  oid,
  ready,
  sequence,
  set,
  tagged,
  time,
  utf8,
} from './der.ts';
import { EXTENSIONS } from './extension-ids.ts';
import { pemOf } from './pem-of.ts';

const USES = { serverAuth: '1.3.6.1.5.5.7.3.1', clientAuth: '1.3.6.1.5.5.7.3.2' } as const;

export interface CertificateContent {
  /** 16 random bytes; the writer makes them a positive number. */
  readonly serial: Buffer;
  readonly subject: Der;
  readonly publicKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Der[];
  readonly issuer: { readonly name: Der; readonly privateKey: KeyObject };
}

/** An X.509 v3 certificate (RFC 5280 §4.1) as PEM, signed by the issuer's key through OpenSSL. */
export function writeCertificate(content: CertificateContent): string {
  const { algorithm, sign } = signer(content.issuer.privateKey);
  const body = sequence(
    tagged(0, integer(Buffer.of(2))),
    integer(positiveSerial(content.serial)),
    algorithm(),
    content.issuer.name,
    sequence(time(content.notBefore), time(content.notAfter)),
    content.subject,
    ready(content.publicKey.export({ type: 'spki', format: 'der' })),
    tagged(3, sequence(...content.extensions)),
  );
  return pemOf('CERTIFICATE', encode(sequence(body, algorithm(), bits(sign(encode(body))))));
}

/** `pathLength` null is an end entity: CA:FALSE, written empty because DER leaves defaults out. */
export function basicConstraints(pathLength: number | null): Der {
  const content = pathLength === null ? sequence() : sequence(boolean(true), integer(Buffer.of(pathLength)));
  return extension(EXTENSIONS.basicConstraints, true, content);
}

/** Bits counted from the left as in RFC 5280 §4.2.1.3. */
const KEY_USAGES = { digitalSignature: 0, keyEncipherment: 2, keyCertSign: 5, cRLSign: 6 } as const;

/** Critical; unused bits are counted, as DER asks for in a named bit list. */
export function keyUsage(...usages: (keyof typeof KEY_USAGES)[]): Der {
  const positions = usages.map((usage) => KEY_USAGES[usage]);
  const byte = positions.reduce<number>((sum, position) => sum | (0x80 >> position), 0);
  return extension(EXTENSIONS.keyUsage, true, bits(Buffer.of(byte), 7 - Math.max(...positions)));
}

/** One use alone and not critical; a mixed list is a smell to strict clients. */
export function extendedKeyUsage(use: keyof typeof USES): Der {
  return extension(EXTENSIONS.extKeyUsage, false, sequence(oid(USES[use])));
}

/** The identifier of the certificate's own key. */
export function subjectKeyIdentifier(subject: KeyObject): Der {
  return extension(EXTENSIONS.subjectKeyIdentifier, false, octets(keyIdentifier(subject)));
}

/** The issuer's own key identifier, as its certificate has it; never the subject's, which some writers put there. */
export function authorityKeyIdentifier(issuerKeyId: Buffer): Der {
  return extension(EXTENSIONS.authorityKeyIdentifier, false, sequence(implicit(0, issuerKeyId)));
}

export type GeneralName =
  | { readonly kind: 'dns'; readonly name: string }
  | { readonly kind: 'ip'; readonly bytes: Buffer }
  | { readonly kind: 'uri'; readonly uri: string };

/** Not critical, because the subject is never empty; the order of the names is kept. */
export function subjectAltName(names: readonly GeneralName[]): Der {
  return extension(EXTENSIONS.subjectAltName, false, sequence(...names.map(generalName)));
}

/** Permitted subtrees only; an `ip` is address and mask in one (RFC 5280 §4.2.1.10). */
export function nameConstraints(permitted: readonly GeneralName[]): Der {
  const subtrees = permitted.map((base) => sequence(generalName(base)));
  return extension(EXTENSIONS.nameConstraints, true, sequence(tagged(0, ...subtrees)));
}

function generalName(name: GeneralName): Der {
  if (name.kind === 'dns') return implicit(2, Buffer.from(name.name, 'ascii'));
  return name.kind === 'uri' ? implicit(6, Buffer.from(name.uri, 'ascii')) : implicit(7, name.bytes);
}

/** One extension; DER leaves out a `critical` that is false. */
export function extension(id: string, isCritical: boolean, content: Der): Der {
  return sequence(oid(id), ...(isCritical ? [boolean(true)] : []), octets(encode(content)));
}

/** O=Sealwire and the common name. */
export function distinguishedName(commonName: string): Der {
  const attribute = (id: string, value: string): Der => set(sequence(oid(id), utf8(value)));
  return sequence(attribute('2.5.4.10', 'Sealwire'), attribute('2.5.4.3', commonName));
}

/** Top bits 01: positive, without a leading zero byte, 126 random bits (RFC 5280 §4.1.2.2 allows 20 bytes). */
function positiveSerial(random: Buffer): Buffer {
  const serial = Buffer.from(random);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}
