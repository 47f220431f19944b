import { type Cursor, code, isDigit, meetEnd, nextToken, report, unread } from './json-cursor.ts';

/** How many bits a number is read into: it must be in their range, and their count stands in the error. */
type Bits = 32 | 64;

/** A float64, or a float32 where json-iterator passes over a number that begins with zero. */
export function readFloat(cursor: Cursor, bits: Bits = 64): number {
  const isNegative = nextToken(cursor) === code('-');
  if (!isNegative) unread(cursor);
  const value = readPositiveFloat(cursor, bits);
  return isNegative ? -value : value;
}

function readPositiveFloat(cursor: Cursor, bits: Bits): number {
  const { bytes, head } = cursor;
  const first = bytes[head];
  if (first !== undefined) {
    const flaw = flawAtStart(first, bytes[head + 1]);
    if (flaw !== null) {
      report(cursor, `readFloat${bits}`, flaw);
      return 0;
    }
  }
  const text = readNumberText(cursor);
  if (cursor.error !== null) return 0;
  const flaw = flawOf(text);
  if (flaw !== null) {
    report(cursor, `readFloat${bits}SlowPath`, flaw);
    return 0;
  }
  const value = isGoNumber(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(bits === 32 ? Math.fround(value) : value)) return value;
  // strconv.ParseFloat's own error takes the place of json-iterator's, without its context.
  cursor.error = `strconv.ParseFloat: parsing "${text}": ${Number.isNaN(value) ? 'invalid syntax' : 'value out of range'}`;
  return 0;
}

function flawAtStart(first: number, second: number | undefined): string | null {
  if (',]} \t\n'.includes(String.fromCharCode(first))) return 'empty number';
  if (first === code('.')) return 'leading dot is invalid';
  return first === code('0') && second !== undefined && isDigit(second) ? 'leading zero is invalid' : null;
}

function flawOf(text: string): string | null {
  if (text === '') return 'empty number';
  if (text.startsWith('-')) return '-- is not valid';
  const dot = text.indexOf('.');
  if (dot === -1) return null;
  if (dot === text.length - 1) return 'dot can not be last character';
  return /\d/.test(text.charAt(dot + 1)) ? null : 'missing digit after dot';
}

/** Whether Go reads a text of such bytes as a number: digits with one dot among or beside them, then an exponent. */
function isGoNumber(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
}

/** Every byte that may stand in a number, whether or not they form one. */
export function readNumberText(cursor: Cursor): string {
  const { bytes, head } = cursor;
  let end = head;
  while (end < bytes.length && '+-.eE0123456789'.includes(String.fromCharCode(bytes[end] ?? 0))) end += 1;
  if (end < bytes.length) cursor.head = end;
  else meetEnd(cursor);
  if (cursor.error !== null) return '';
  if (end === head) report(cursor, 'readNumberAsString', 'invalid number');
  return Buffer.from(bytes.subarray(head, end)).toString('latin1');
}

/** Passes over a number, its first byte already read, as strictly as json-iterator's skipping does. */
export function skipNumber(cursor: Cursor): void {
  if (isPlainNumberPassed(cursor)) return;
  unread(cursor);
  if (cursor.error !== null) return;
  readFloat(cursor);
  if (cursor.error === null) return;
  // Where a float64 cannot hold it, json-iterator tries a number without bounds, beginning with what is left.
  cursor.error = null;
  const text = readNumberText(cursor);
  if (cursor.error === null) cursor.error = flawOfBigFloat(text);
}

/** What Go's math/big says of a text that it should read as a number; null where it can. */
function flawOfBigFloat(text: string): string | null {
  const read = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/.exec(text)?.[0] ?? '';
  const rest = text.slice(read.length);
  if (read === '' || /^[eE]/.test(rest)) return 'number has no digits';
  return rest === '' ? null : `expected end of string, found '${rest.charAt(0)}'`;
}

function isPlainNumberPassed(cursor: Cursor): boolean {
  const { bytes, head } = cursor;
  let hasDot = false;
  for (let at = head; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isDigit(byte)) continue;
    if (byte !== code('.')) {
      if (!',]} \t\n\r'.includes(String.fromCharCode(byte)) || at === head) return false;
      cursor.head = at;
      return true;
    }
    const next = bytes[at + 1];
    if (hasDot || (next !== undefined && !isDigit(next))) {
      report(cursor, 'validateNumber', hasDot ? 'more than one dot found in number' : 'missing digit after dot');
      return true;
    }
    if (next === undefined) return false;
    hasDot = true;
  }
  return false;
}
