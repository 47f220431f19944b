import type { asn1 } from 'node-forge';
import writer from 'node-forge/lib/asn1.js';

export type Der = asn1.Asn1;

const { Class, Type } = writer;
const primitive = (type: asn1.Type, value: string): Der => writer.create(Class.UNIVERSAL, type, false, value);
const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** A SEQUENCE in the order given. */
export const sequence = (...items: Der[]): Der => writer.create(Class.UNIVERSAL, Type.SEQUENCE, true, items);

/** A SET; the caller sorts where it has more than one item. */
export const set = (...items: Der[]): Der => writer.create(Class.UNIVERSAL, Type.SET, true, items);

/** A BOOLEAN; DER writes true as 0xFF. */
export const boolean = (value: boolean): Der => primitive(Type.BOOLEAN, value ? '\xff' : '\x00');

/** An OBJECT IDENTIFIER from its dotted form. */
export const oid = (dotted: string): Der => primitive(Type.OID, writer.oidToDer(dotted).getBytes());

/** A UTF8String. */
export const utf8 = (text: string): Der => primitive(Type.UTF8, binary(Buffer.from(text, 'utf8')));

/** A BMPString; node-forge writes UTF-16 itself, big end first. */
export const bmp = (text: string): Der => primitive(Type.BMPSTRING, text);

/** An OCTET STRING. */
export const octets = (bytes: Uint8Array): Der => primitive(Type.OCTETSTRING, binary(bytes));

/** A NULL, the parameters of RSA algorithms. */
export const none = (): Der => primitive(Type.NULL, '');

/** An INTEGER of two's-complement bytes as they stand; the caller sees to the sign bit. */
export const integer = (bytes: Uint8Array): Der => primitive(Type.INTEGER, binary(bytes));

/** An ENUMERATED below 128. */
export const enumerated = (value: number): Der => primitive(Type.ENUMERATED, String.fromCharCode(value));

/** A BIT STRING of whole bytes, or with the last `unused` bits left out. */
export const bits = (bytes: Uint8Array, unused = 0): Der =>
  primitive(Type.BITSTRING, String.fromCharCode(unused) + binary(bytes));

/** `[tag] EXPLICIT` or a constructed IMPLICIT value. */
export const tagged = (tag: number, ...items: Der[]): Der => writer.create(Class.CONTEXT_SPECIFIC, tag, true, items);

/** `[tag] IMPLICIT` of a primitive string or byte value. */
export const implicit = (tag: number, value: Uint8Array): Der =>
  writer.create(Class.CONTEXT_SPECIFIC, tag, false, binary(value));

/** UTCTime through 2049, GeneralizedTime from 2050, whole seconds and Z (RFC 5280 §4.1.2.5). */
export function time(date: Date): Der {
  return date.getUTCFullYear() < 2050
    ? primitive(Type.UTCTIME, writer.dateToUtcTime(date))
    : primitive(Type.GENERALIZEDTIME, writer.dateToGeneralizedTime(date));
}

/** A piece of DER that is complete already, such as a SubjectPublicKeyInfo from `node:crypto`. */
export const ready = (der: Buffer): Der => writer.fromDer(binary(der));

/** The DER bytes of a value. */
export const encode = (value: Der): Buffer => Buffer.from(writer.toDer(value).getBytes(), 'latin1');
