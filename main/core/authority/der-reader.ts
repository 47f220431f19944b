/** Bytes that are no DER, or not what was expected there. `message` is a clause for a person. */
export class DerMistake extends Error {}

/** One value: its tag byte, what is in it, and all of its bytes. */
export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
  readonly whole: Buffer;
}

/** Tag bytes as they are met in certificates, requests and key stores. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Reads exactly one value; throws `DerMistake` for anything else, whatever the bytes. Bytes after it are a mistake. */
export function readDer(bytes: Buffer): DerValue {
  const value = valueAt(bytes, 0);
  if (value.whole.length !== bytes.length) throw new DerMistake('there are bytes after its end');
  return value;
}

/** The values in a constructed one, in order. Throws `DerMistake`. */
export function childrenOf(value: DerValue): DerValue[] {
  if ((value.tag & 0x20) === 0) throw new DerMistake('a list was expected and there is none');
  const children: DerValue[] = [];
  for (let at = 0; at < value.content.length; ) {
    const child = valueAt(value.content, at);
    children.push(child);
    at += child.whole.length;
  }
  return children;
}

/** The value, if it has that tag. Throws `DerMistake` naming `what` where it is missing or another. */
export function expectTag(value: DerValue | undefined, tag: number, what: string): DerValue {
  if (value?.tag !== tag) throw new DerMistake(`${what} is missing`);
  return value;
}

/** Dotted form of an OBJECT IDENTIFIER; throws `DerMistake`. */
export function oidText(value: DerValue | undefined): string {
  const { content } = expectTag(value, TAG.oid, 'an object identifier');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw new DerMistake('an object identifier is too long');
    if ((byte & 0x80) !== 0) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}

/** The bytes of a BIT STRING of whole bytes; throws `DerMistake`. */
export function bitStringBytes(value: DerValue | undefined): Buffer {
  const { content } = expectTag(value, TAG.bits, 'a bit string');
  if (content[0] !== 0) throw new DerMistake('a bit string does not end at a whole byte');
  return content.subarray(1);
}

/** Low tag numbers and definite lengths in their shortest form, as DER has them (X.690 §10.1). */
function valueAt(bytes: Buffer, at: number): DerValue {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new DerMistake('it ends too early');
  if ((tag & 0x1f) === 0x1f) throw new DerMistake('it has a tag that does not occur there');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 4) throw new DerMistake('it has a length that DER does not allow');
  const start = at + 2 + lengthBytes;
  if (start > bytes.length) throw new DerMistake('it ends too early');
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  if (lengthBytes > 0 && (length < 0x80 || bytes[at + 2] === 0)) {
    throw new DerMistake('it has a length that is not in its shortest form');
  }
  if (start + length > bytes.length) throw new DerMistake('it ends too early');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}
