/** Why bytes are no message, in the real server's words (OpenTelemetry Collector, pdata's own protobuf reader). */
export class WireError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WireError';
  }
}

/** The wire types of protobuf (protobuf.dev/programming-guides/encoding). */
export const VARINT = 0;
export const FIXED64 = 1;
export const LENGTH = 2;
const GROUP_START = 3;
const GROUP_END = 4;
const FIXED32 = 5;

const TWO_28 = 2 ** 28;
const TWO_56 = 2 ** 56;
const UNEXPECTED_EOF = 'unexpected EOF';
const text = new TextDecoder();

/** A place in a message. `begin` and `end` are where the innermost message begins and ends; nothing is read beyond it. */
export interface Cursor {
  readonly bytes: Buffer;
  at: number;
  begin: number;
  end: number;
}

/**
 * A varint of up to 64 bits in three parts, so that neither big integers nor their garbage are needed: 28 bits, 28 bits, 8 bits.
 * One object for all reads; it holds the last one.
 */
const varint = { low: 0, middle: 0, high: 0 };

/** Reads a varint into `varint`. As the real server does it: at most ten bytes, bits beyond 64 are lost. */
function readVarint(cursor: Cursor): void {
  varint.low = 0;
  varint.middle = 0;
  varint.high = 0;
  for (let index = 0; ; index += 1) {
    if (index === 10) throw new WireError('proto: integer overflow');
    if (cursor.at >= cursor.end) throw new WireError(UNEXPECTED_EOF);
    const byte = cursor.bytes[cursor.at] ?? 0;
    cursor.at += 1;
    const bits = byte & 0x7f;
    if (index < 4) varint.low |= bits << (7 * index);
    else if (index < 8) varint.middle |= bits << (7 * (index - 4));
    else if (index === 8) varint.high = bits;
    else varint.high |= (bits & 1) << 7;
    if (byte < 0x80) return;
  }
}

/** A 64-bit varint without sign, as the nearest number. */
export function readUnsigned(cursor: Cursor): number {
  readVarint(cursor);
  return varint.low + varint.middle * TWO_28 + varint.high * TWO_56;
}

/** A 64-bit varint in two's complement, as the nearest number. */
export function readSigned(cursor: Cursor): number {
  readVarint(cursor);
  const { low, middle, high } = varint;
  if (high < 128) return low + middle * TWO_28 + high * TWO_56;
  // Complemented by parts, so that small negative numbers stay exact.
  return -((~low & 0xfffffff) + (~middle & 0xfffffff) * TWO_28 + (~high & 0xff) * TWO_56 + 1);
}

export interface Tag {
  field: number;
  wireType: number;
}

/** Reads a field's number and wire type into `tag`. */
export function readTag(cursor: Cursor, tag: Tag): void {
  readVarint(cursor);
  // The number is 32 bits with a sign, cut out of 64: bits 3 to 34.
  tag.field = (varint.low >>> 3) | (varint.middle << 25);
  tag.wireType = varint.low & 7;
  if (tag.field > 0) return;
  const whole = varint.low + varint.middle * TWO_28 + varint.high * TWO_56;
  throw new WireError(`proto: Link: illegal field=${tag.field} (tag=${whole}, pos=${cursor.at - cursor.begin})`);
}

/** Reads the length of what follows and yields where it ends. */
export function readLength(cursor: Cursor): number {
  const length = readUnsigned(cursor);
  if (varint.high >= 128) throw new WireError('proto: negative length found during unmarshaling');
  if (cursor.at + length > cursor.end) throw new WireError(UNEXPECTED_EOF);
  return cursor.at + length;
}

/** Bytes of one field, as a view. */
export function readBytes(cursor: Cursor): Buffer {
  const end = readLength(cursor);
  const bytes = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return bytes;
}

/** Text; the real server takes bytes that are not UTF-8 too, they become U+FFFD here. */
export function readText(cursor: Cursor): string {
  const bytes = readBytes(cursor);
  return bytes.length < 64 ? shortText(bytes) : text.decode(bytes);
}

/** Most texts are short ASCII, which is read faster by hand than by the decoder. */
function shortText(bytes: Buffer): string {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) > 0x7f) return text.decode(bytes);
  return bytes.toString('latin1');
}

export function readFixed64(cursor: Cursor): bigint {
  return cursor.bytes.readBigUInt64LE(taken(cursor, 8));
}

export function readSignedFixed64(cursor: Cursor): number {
  return Number(cursor.bytes.readBigInt64LE(taken(cursor, 8)));
}

export function readDouble(cursor: Cursor): number {
  return cursor.bytes.readDoubleLE(taken(cursor, 8));
}

function taken(cursor: Cursor, length: number): number {
  const from = cursor.at;
  if (from + length > cursor.end) throw new WireError(UNEXPECTED_EOF);
  cursor.at += length;
  return from;
}

/**
 * Passes over a field that nobody asked for. A group ends with its first scalar field: the real server leaves it there too, and reads on
 * as if the group were over.
 */
export function skipField(cursor: Cursor, tag: Tag): void {
  let depth = 0;
  while (cursor.at < cursor.end) {
    switch (tag.wireType) {
      case VARINT:
        readVarint(cursor);
        return;
      case FIXED64:
        taken(cursor, 8);
        return;
      case LENGTH:
        cursor.at = readLength(cursor);
        return;
      case GROUP_START:
        depth += 1;
        break;
      case GROUP_END:
        if (depth === 0) throw new WireError('proto: unexpected end of group');
        depth -= 1;
        break;
      case FIXED32:
        taken(cursor, 4);
        return;
      default:
        throw new WireError(`proto: illegal wireType ${tag.wireType}`);
    }
    if (depth === 0) return;
    readTag(cursor, tag);
  }
  throw new WireError(UNEXPECTED_EOF);
}
