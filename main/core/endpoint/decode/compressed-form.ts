import { crc32 } from 'node:zlib';

/** How a body is packed. */
export type CompressedForm = 'plain' | 'gzip' | 'zlib';

/** What the first two bytes look like to the real server (reference A2); null where there are too few. */
export function formOf(bytes: Uint8Array): CompressedForm | null {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return null;
  if (first === 0x1f && second === 0x8b) return 'gzip';
  return (first & 0x0f) === 8 ? 'zlib' : 'plain';
}

/** Go's compress/gzip takes no longer name or comment. */
const LONGEST_TEXT = 512;

/** Bytes of a gzip member's header (RFC 1952 §2.3). */
export function gzipHeaderLength(bytes: Uint8Array): number | 'short' | 'bad' {
  const magic = [0x1f, 0x8b, 8];
  if (magic.some((expected, at) => bytes[at] !== undefined && bytes[at] !== expected)) {
    // Go reads ten bytes before it looks at any of them.
    return bytes.length < 10 ? 'short' : 'bad';
  }
  if (bytes.length < 10) return 'short';
  const flags = bytes[3] ?? 0;
  let length = 10;
  if ((flags & 4) !== 0) length += 2 + (bytes[length] ?? 0) + 256 * (bytes[length + 1] ?? 0);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, length);
    if (end === -1) return bytes.length - length >= LONGEST_TEXT ? 'bad' : 'short';
    if (end - length >= LONGEST_TEXT) return 'bad';
    length = end + 1;
  }
  if ((flags & 2) === 0) return bytes.length < length ? 'short' : length;
  if (bytes.length < length + 2) return 'short';
  const given = (bytes[length] ?? 0) + 256 * (bytes[length + 1] ?? 0);
  return given === (crc32(bytes.subarray(0, length)) & 0xffff) ? length + 2 : 'bad';
}

/** What Adler-32 makes of a dictionary without content (RFC 1950 §8.2). */
const EMPTY_DICTIONARY = [0, 0, 0, 1];

/** Bytes of a zlib header (RFC 1950 §2.2): deflate, window at most 32 KiB, check bits; a preset dictionary is none that is known. */
export function zlibHeaderLength(bytes: Uint8Array): number | 'short' | 'bad' | 'dictionary' {
  const [method, flags] = bytes;
  if (method === undefined || flags === undefined) return 'short';
  if ((method & 0x0f) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0) return 'bad';
  if ((flags & 0x20) === 0) return 2;
  if (bytes.length < 6) return 'short';
  return EMPTY_DICTIONARY.every((byte, at) => bytes[2 + at] === byte) ? 6 : 'dictionary';
}
