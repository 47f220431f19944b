import { type Cursor, code, isDigit, loadMore, nextToken, readByte, report, unread } from './json-cursor.ts';

const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;
/** json-iterator prints the table entry of a byte that is no digit, 0xff, instead of the byte. */
const NO_DIGIT = '\udcff';

/** An int64. A fraction is an error, also `.0`; an exponent is left for the caller to stumble over. */
export function readInteger(cursor: Cursor): number {
  const first = nextToken(cursor);
  const isNegative = first === code('-');
  const value = readUnsigned(cursor, isNegative ? readByte(cursor) : first);
  if (value > MAX_INT64 + (isNegative ? 1n : 0n)) {
    report(cursor, 'ReadInt64', `overflow: ${value}`);
    return 0;
  }
  return isNegative ? -Number(value) : Number(value);
}

/** A uint64, which has no sign. */
export function readUnsignedInteger(cursor: Cursor): number {
  return Number(readUnsigned(cursor, nextToken(cursor)));
}

function readUnsigned(cursor: Cursor, first: number): bigint {
  if (first === code('0')) {
    refuseFraction(cursor);
    return 0n;
  }
  if (!isDigit(first)) {
    report(cursor, 'readUint64', `unexpected character: ${NO_DIGIT}`);
    return 0n;
  }
  let value = BigInt(first - 0x30);
  for (;;) {
    for (; cursor.head < cursor.tail; cursor.head += 1) {
      const byte = cursor.bytes[cursor.head] ?? 0;
      if (!isDigit(byte)) {
        refuseFraction(cursor);
        return value;
      }
      value = value * 10n + BigInt(byte - 0x30);
      if (value > MAX_UINT64) {
        report(cursor, 'readUint64', 'overflow');
        return 0n;
      }
    }
    if (!loadMore(cursor)) return value;
  }
}

function refuseFraction(cursor: Cursor): void {
  if (cursor.head < cursor.tail && cursor.bytes[cursor.head] === code('.')) {
    report(cursor, 'assertInteger', 'can not decode float as int');
  }
}

/** A float64. */
export function readFloat(cursor: Cursor): number {
  const isNegative = nextToken(cursor) === code('-');
  if (!isNegative) unread(cursor);
  const value = readPositiveFloat(cursor);
  return isNegative ? -value : value;
}

function readPositiveFloat(cursor: Cursor): number {
  const first = cursor.head < cursor.tail ? cursor.bytes[cursor.head] : undefined;
  if (first !== undefined) {
    if (',]} \t\n'.includes(String.fromCharCode(first))) return refuse(cursor, 'empty number');
    if (first === code('.')) return refuse(cursor, 'leading dot is invalid');
    const second = cursor.head + 1 < cursor.tail ? cursor.bytes[cursor.head + 1] : undefined;
    if (first === code('0') && second !== undefined && isDigit(second))
      return refuse(cursor, 'leading zero is invalid');
  }
  const text = readNumberText(cursor);
  if (cursor.error !== null) return 0;
  const flaw = flawOf(text);
  if (flaw !== null) {
    report(cursor, 'readFloat64SlowPath', flaw);
    return 0;
  }
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  // strconv.ParseFloat's own error takes the place of json-iterator's, without its context.
  cursor.error = `strconv.ParseFloat: parsing "${text}": ${Number.isNaN(value) ? 'invalid syntax' : 'value out of range'}`;
  return 0;
}

function refuse(cursor: Cursor, message: string): number {
  report(cursor, 'readFloat64', message);
  return 0;
}

function flawOf(text: string): string | null {
  if (text === '') return 'empty number';
  if (text.startsWith('-')) return '-- is not valid';
  const dot = text.indexOf('.');
  if (dot === -1) return null;
  if (dot === text.length - 1) return 'dot can not be last character';
  return /\d/.test(text.charAt(dot + 1)) ? null : 'missing digit after dot';
}

/** Every byte that may stand in a number, whether or not they form one. */
export function readNumberText(cursor: Cursor): string {
  let text = '';
  do {
    for (; cursor.head < cursor.tail; cursor.head += 1) {
      const character = String.fromCharCode(cursor.bytes[cursor.head] ?? 0);
      if (!'+-.eE0123456789'.includes(character)) return checked(cursor, text);
      text += character;
    }
  } while (loadMore(cursor));
  return checked(cursor, text);
}

function checked(cursor: Cursor, text: string): string {
  if (text === '' && cursor.error === null) report(cursor, 'readNumberAsString', 'invalid number');
  return text;
}

/** Passes over a number, its first byte already read, as strictly as json-iterator's skipping does. */
export function skipNumber(cursor: Cursor): void {
  if (isPlainNumberPassed(cursor)) return;
  unread(cursor);
  if (cursor.error !== null) return;
  readFloat(cursor);
  if (cursor.error === null) return;
  // A float64 cannot hold it; json-iterator then tries a number without bounds.
  cursor.error = null;
  readNumberText(cursor);
}

function isPlainNumberPassed(cursor: Cursor): boolean {
  let hasDot = false;
  for (let at = cursor.head; at < cursor.tail; at += 1) {
    const byte = cursor.bytes[at] ?? 0;
    if (isDigit(byte)) continue;
    if (byte !== code('.')) {
      if (!',]} \t\n\r'.includes(String.fromCharCode(byte)) || at === cursor.head) return false;
      cursor.head = at;
      return true;
    }
    if (hasDot || (at + 1 < cursor.tail && !isDigit(cursor.bytes[at + 1] ?? 0))) {
      report(cursor, 'validateNumber', hasDot ? 'more than one dot found in number' : 'missing digit after dot');
      return true;
    }
    if (at + 1 === cursor.tail) return false;
    hasDot = true;
  }
  return false;
}
