import { textOfBytes } from './byte-text.ts';
import {
  type Cursor,
  code,
  expectRest,
  hasStopped,
  meetEnd,
  nextToken,
  readByte,
  report,
  shown,
  unread,
} from './json-cursor.ts';

const QUOTE = code('"');
const BACKSLASH = code('\\');

/** A string, or the empty one for `null`. Control characters are refused, but only up to the first escape: so does json-iterator. */
export function readString(cursor: Cursor): string {
  const first = nextToken(cursor);
  if (first === QUOTE) {
    for (let at = cursor.head; at < cursor.bytes.length; at += 1) {
      const byte = cursor.bytes[at] ?? 0;
      if (byte === QUOTE) {
        const text = textOfBytes(cursor.bytes.subarray(cursor.head, at));
        cursor.head = at + 1;
        return text;
      }
      if (byte === BACKSLASH) break;
      if (byte < 0x20) {
        report(cursor, 'ReadString', `invalid control character found: ${byte}`);
        return '';
      }
    }
    return readRestOfString(cursor);
  }
  if (first === code('n')) {
    expectRest(cursor, 'ull');
    return '';
  }
  report(cursor, 'ReadString', `expects " or n, but found ${shown(first)}`);
  return '';
}

/** What follows the opening quote, with escapes. */
export function readRestOfString(cursor: Cursor): string {
  const bytes: number[] = [];
  while (!hasStopped(cursor)) {
    const byte = readByte(cursor);
    if (byte === QUOTE) return textOfBytes(Uint8Array.from(bytes));
    if (byte === BACKSLASH) readEscape(cursor, readByte(cursor), bytes);
    else bytes.push(byte);
  }
  report(cursor, 'readStringSlowPath', 'unexpected end of input');
  return '';
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function readEscape(cursor: Cursor, byte: number, into: number[]): void {
  const character = String.fromCharCode(byte);
  if (character === 'u') {
    readUnicodeEscape(cursor, into);
    return;
  }
  const meant = ESCAPES[character];
  if (meant === undefined) report(cursor, 'readEscapedChar', 'invalid escape char after \\');
  else into.push(meant.charCodeAt(0));
}

/** A surrogate without its partner becomes U+FFFD, as Go encodes runes. */
function readUnicodeEscape(cursor: Cursor, into: number[]): void {
  const first = readFourHex(cursor);
  if (first < 0xd800 || first > 0xdfff) {
    pushCodePoint(into, first);
    return;
  }
  if (readByte(cursor) !== BACKSLASH) {
    unread(cursor);
    pushCodePoint(into, 0xfffd);
    return;
  }
  const next = readByte(cursor);
  if (hasStopped(cursor)) return;
  if (next !== code('u')) {
    pushCodePoint(into, 0xfffd);
    readEscape(cursor, next, into);
    return;
  }
  const second = readFourHex(cursor);
  if (hasStopped(cursor)) return;
  if (first < 0xdc00 && second >= 0xdc00 && second <= 0xdfff) {
    pushCodePoint(into, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
  } else {
    pushCodePoint(into, 0xfffd);
    pushCodePoint(into, second >= 0xd800 && second <= 0xdfff ? 0xfffd : second);
  }
}

function readFourHex(cursor: Cursor): number {
  let value = 0;
  for (let digit = 0; digit < 4; digit += 1) {
    const byte = readByte(cursor);
    if (hasStopped(cursor)) return value;
    const meant = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(meant)) {
      report(cursor, 'readU4', `expects 0~9 or a~f, but found ${shown(byte)}`);
      return value;
    }
    value = value * 16 + meant;
  }
  return value;
}

function pushCodePoint(into: number[], point: number): void {
  into.push(...Buffer.from(String.fromCodePoint(point)));
}

/** Passes over a string, its opening quote already read. */
export function skipString(cursor: Cursor): void {
  for (let at = cursor.head; at < cursor.bytes.length; at += 1) {
    const byte = cursor.bytes[at] ?? 0;
    if (byte === QUOTE) {
      cursor.head = at + 1;
      return;
    }
    if (byte === BACKSLASH) break;
    if (byte < 0x20) {
      report(cursor, 'trySkipString', `invalid control character found: ${byte}`);
      return;
    }
  }
  unread(cursor);
  readString(cursor);
}

/**
 * The key of a field of a small object (at most ten fields known), lower-cased, with its colon; null after an error. json-iterator hashes
 * such keys instead of reading them, which shows in its error texts.
 */
export function readHashedKey(cursor: Cursor): string | null {
  const first = nextToken(cursor);
  if (first !== QUOTE) {
    report(cursor, 'readFieldHash', `expect ", but found ${shown(first)}`);
    return null;
  }
  const { bytes, head } = cursor;
  let end = head;
  while (end < bytes.length && bytes[end] !== QUOTE && bytes[end] !== BACKSLASH) end += 1;
  if (end === bytes.length) {
    meetEnd(cursor);
    report(cursor, 'readFieldHash', 'incomplete field name');
    return null;
  }
  const begin = textOfBytes(bytes.subarray(head, end));
  cursor.head = bytes[end] === QUOTE ? end + 1 : end;
  const rest = bytes[end] === QUOTE ? '' : readRestOfString(cursor);
  const colon = nextToken(cursor);
  if (colon === code(':')) return lowerAscii(begin + rest);
  report(cursor, 'readFieldHash', `expect :, but found ${shown(colon)}`);
  return null;
}

/** Only ASCII letters are folded where keys are hashed. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** A key of a large object lower-cased as Go does it: the Kelvin sign and the dotted I become ASCII letters too. */
export function lowerKey(text: string): string {
  return lowerAscii(text).replaceAll('\u212a', 'k').replaceAll('\u0130', 'i');
}
