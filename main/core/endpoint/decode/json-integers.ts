import { type Cursor, code, isDigit, meetEnd, nextToken, readByte, report } from './json-cursor.ts';

const MAX_INT64 = 2n ** 63n - 1n;
/** Up to this a number may take on another digit without a look at whether it still fits. */
const SAFE_TO_GROW = (2n ** 64n - 1n) / 10n - 1n;
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

/** A number beyond 64 bits is noticed only where its lower 64 bits are less than before its last digit: so does json-iterator, which lets others pass as what is left of them. */
function readUnsigned(cursor: Cursor, first: number): bigint {
  if (first === code('0')) {
    refuseFraction(cursor);
    return 0n;
  }
  if (!isDigit(first)) {
    report(cursor, 'readUint64', `unexpected character: ${NO_DIGIT}`);
    return 0n;
  }
  const { bytes } = cursor;
  let value = BigInt(first - 0x30);
  const begin = cursor.head;
  for (let at = begin; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isDigit(byte)) {
      cursor.head = at;
      refuseFraction(cursor);
      return value;
    }
    const grown = value * 10n + BigInt(byte - 0x30);
    const kept = BigInt.asUintN(64, grown);
    if (value > SAFE_TO_GROW && kept < value) {
      // The first eight digits are read at once where enough follows; the place of the error is behind them.
      cursor.head = bytes.length - begin > 10 ? begin + 7 : begin;
      report(cursor, 'readUint64', 'overflow');
      return 0n;
    }
    value = kept;
  }
  meetEnd(cursor);
  return value;
}

function refuseFraction(cursor: Cursor): void {
  if (cursor.bytes[cursor.head] === code('.')) report(cursor, 'assertInteger', 'can not decode float as int');
}
