/** One value of BER: its identifier octet, the content of a primitive one, the values inside of a constructed one, and its bytes as they stand. */
export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
  readonly items: readonly DerValue[];
  readonly raw: Buffer;
}

/** Thrown for bytes that are not what was expected there; whoever reads a file says so in an error of the catalogue. */
export class DerError extends Error {}

/** Identifier octets (X.690 §8.1.2) of what keystores are made of. */
export const TAGS = {
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Deeper than any keystore; each level is a call. */
const MOST_LEVELS = 40;

/** The system's own store with some 150 authorities has 2,000 values. */
const MOST_VALUES = 200_000;

/**
 * Reads one value that takes up all of `bytes`. BER is taken, not DER alone: NSS and old Windows write indefinite lengths and strings in pieces.
 * Throws `DerError` for anything else; never reads beyond `bytes`, however deep or long it says to be.
 */
export function readDer(bytes: Buffer): DerValue {
  const reading = { left: MOST_VALUES };
  const { value, end } = readAt(bytes, 0, 0, reading);
  if (end !== bytes.length) throw new DerError('there is something behind its end');
  return value;
}

function readAt(
  bytes: Buffer,
  start: number,
  level: number,
  reading: { left: number },
): { readonly value: DerValue; readonly end: number } {
  if (level > MOST_LEVELS || --reading.left < 0) throw new DerError('it is nested too deeply or has too many parts');
  const tag = byteAt(bytes, start);
  if ((tag & 0x1f) === 0x1f) throw new DerError('it has a tag of several bytes');
  const isConstructed = (tag & 0x20) !== 0;
  const { length, from } = readLength(bytes, start + 1);
  if (length === null && !isConstructed) throw new DerError('a simple value has no length');
  const limit = length === null ? bytes.length : from + length;
  if (limit > bytes.length) throw new DerError('it ends too early');
  if (!isConstructed) {
    return {
      value: { tag, content: bytes.subarray(from, limit), items: [], raw: bytes.subarray(start, limit) },
      end: limit,
    };
  }
  const items: DerValue[] = [];
  let at = from;
  while (length === null ? !isEndOfContents(bytes, at) : at < limit) {
    const { value, end } = readAt(length === null ? bytes : bytes.subarray(0, limit), at, level + 1, reading);
    items.push(value);
    at = end;
  }
  const end = length === null ? at + 2 : at;
  return { value: { tag, content: bytes.subarray(from, at), items, raw: bytes.subarray(start, end) }, end };
}

/** Null is the indefinite length. */
function readLength(bytes: Buffer, at: number): { readonly length: number | null; readonly from: number } {
  const first = byteAt(bytes, at);
  if (first < 0x80) return { length: first, from: at + 1 };
  if (first === 0x80) return { length: null, from: at + 1 };
  const count = first & 0x7f;
  if (count > 4) throw new DerError('it says to be longer than 4 GiB');
  if (at + 1 + count > bytes.length) throw new DerError('it ends too early');
  return { length: bytes.readUIntBE(at + 1, count), from: at + 1 + count };
}

function isEndOfContents(bytes: Buffer, at: number): boolean {
  return byteAt(bytes, at) === 0 && byteAt(bytes, at + 1) === 0;
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new DerError('it ends too early');
  return byte;
}

/** The values inside of one with that identifier octet; `DerError` where it has another one. */
export function itemsOf(value: DerValue | undefined, tag: number): readonly DerValue[] {
  if (value === undefined) throw new DerError('a part is missing');
  if (value.tag !== tag) throw new DerError(`a part is of another kind (${value.tag}, not ${tag})`);
  return value.items;
}

/** The single value inside of `[tag] EXPLICIT`. */
export function inside(value: DerValue | undefined, tag: number): DerValue {
  const [item] = itemsOf(value, 0xa0 | tag);
  if (item === undefined) throw new DerError('a part is empty');
  return item;
}

/** The bytes of a string, whole or in pieces (X.690 §8.7.3), under its own identifier octet or an implicit one. */
export function octetsOf(value: DerValue | undefined, tag: number = TAGS.octets): Buffer {
  if (value?.tag === tag) return value.content;
  if (value?.tag === (tag | 0x20)) return Buffer.concat(value.items.map((item) => octetsOf(item)));
  throw new DerError('a string of bytes is missing');
}

/** A number that is not negative and fits into 48 bits. */
export function numberOf(value: DerValue | undefined): number {
  const bytes = value?.tag === TAGS.integer ? value.content : Buffer.alloc(0);
  const isSmall = bytes.length > 0 && bytes.length <= 6 && (byteAt(bytes, 0) & 0x80) === 0;
  if (!isSmall) throw new DerError('a number is missing or too large');
  return bytes.readUIntBE(0, bytes.length);
}

/** An object identifier in its dotted form. */
export function oidOf(value: DerValue | undefined): string {
  if (value?.tag !== TAGS.oid || value.content.length === 0) throw new DerError('an object identifier is missing');
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of value.content) {
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if (arc > 1n << 128n) throw new DerError('an object identifier is too long');
    if ((byte & 0x80) !== 0) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first = 0n, ...rest] = arcs;
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}
