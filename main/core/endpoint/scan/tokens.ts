/*
 * The words of JSON (RFC 8259), passed over in the bytes of one line without making anything of them. Each function is given where a value begins and returns where it ends, or
 * `DOUBT`. A line ends in a newline, at which every one of them stops, so that none reads beyond it.
 *
 * What is unusual (an escape of a kind that JSON lacks, a control character, a number with a large exponent) is in doubt: another reader decides.
 */

/** What stands there is not plainly right. */
export const DOUBT = -1;

export const SPACE = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const MINUS = 45;
export const ZERO = 48;
const NINE = 57;
export const COLON = 58;
export const OPEN_LIST = 91;
export const BACKSLASH = 92;
export const CLOSE_LIST = 93;
export const OPEN = 123;
export const CLOSE = 125;
export const NEWLINE = 10;
const TAB = 9;
const RETURN = 13;
const POINT = 46;
const LARGE_E = 69;
const SMALL_A = 97;
const SMALL_E = 101;
const SMALL_F = 102;
const SMALL_L = 108;
export const SMALL_N = 110;
const SMALL_R = 114;
const SMALL_S = 115;
const SMALL_T = 116;
const SMALL_U = 117;
/** Deeper than any agent nests; json-iterator gives up at 10,000. */
export const DEEPEST = 200;
/** A number of fewer bytes and without a positive exponent is within a float64, and within a float32 too. */
const LONGEST_NUMBER = 38;
/** Any integer of no more digits is exact in a float64. */
const MOST_DIGITS = 15;

/** Passes white space. */
export function passSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let byte = bytes[at]; byte === SPACE || byte === TAB || byte === RETURN; byte = bytes[at]) at += 1;
  return at;
}

/** Passes a text, from its quote on. */
export function passText(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) return DOUBT;
  let at = start + 1;
  for (;;) {
    let byte = bytes[at] ?? 0;
    // Small letters are most of it, and take one comparison.
    while (byte > BACKSLASH || (byte > QUOTE && byte < BACKSLASH)) {
      at += 1;
      byte = bytes[at] ?? 0;
    }
    if (byte === QUOTE) return at + 1;
    if (byte < SPACE) return DOUBT;
    const length = byte === BACKSLASH ? escapeLength(bytes, at + 1) : 1;
    if (length === 0) return DOUBT;
    at += length;
  }
}

/** Bytes of an escape with its backslash, of which what follows is at `at`; 0 where JSON has none such. */
function escapeLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte !== SMALL_U) return '"\\/bfnrt'.includes(String.fromCharCode(byte)) ? 2 : 0;
  for (let digit = at + 1; digit < at + 5; digit += 1) if (!isHexDigit(bytes[digit] ?? 0)) return 0;
  return 6;
}

function isHexDigit(byte: number): boolean {
  const letter = byte | 32;
  return isDigit(byte) || (letter >= 97 && letter <= 102);
}

export function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

/** Passes the sign and digits of an integer; `DOUBT` where there are none, or more than `most`, or a zero before others. */
function passDigits(bytes: Uint8Array, start: number, most: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start;
  let at = first;
  while (isDigit(bytes[at] ?? 0)) at += 1;
  const isRight = at > first && at - first <= most && (bytes[first] !== ZERO || at === first + 1);
  return isRight ? at : DOUBT;
}

/** Passes an integer that is written as one and that a float64 holds exactly. */
export function passInteger(bytes: Uint8Array, start: number): number {
  const at = passDigits(bytes, start, MOST_DIGITS);
  return at === DOUBT || isFraction(bytes[at] ?? 0) ? DOUBT : at;
}

/** Whether a number does not end with this byte. */
export function isFraction(byte: number): boolean {
  return byte === POINT || byte === SMALL_E || byte === LARGE_E;
}

/** The value of the integer between two places. */
export function integerBetween(bytes: Uint8Array, from: number, to: number): number {
  const isNegative = bytes[from] === MINUS;
  let value = 0;
  for (let at = isNegative ? from + 1 : from; at < to; at += 1) value = value * 10 + ((bytes[at] ?? 0) - ZERO);
  return isNegative ? -value : value;
}

/** Passes a number that is neither long nor large. */
export function passNumber(bytes: Uint8Array, start: number): number {
  let at = passDigits(bytes, start, LONGEST_NUMBER);
  if (at === DOUBT) return DOUBT;
  if (bytes[at] === POINT) {
    const first = at + 1;
    at = first;
    while (isDigit(bytes[at] ?? 0)) at += 1;
    if (at === first) return DOUBT;
  }
  if (bytes[at] === SMALL_E || bytes[at] === LARGE_E) {
    if (bytes[at + 1] !== MINUS) return DOUBT;
    const first = at + 2;
    at = first;
    while (isDigit(bytes[at] ?? 0)) at += 1;
    if (at === first) return DOUBT;
  }
  return at - start < LONGEST_NUMBER ? at : DOUBT;
}

/** Whether these bytes stand there. */
export function standsAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word[index]) return false;
  return true;
}

/** Whether `null` stands there, which equals absent. */
export function isNull(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === SMALL_N && bytes[at + 1] === SMALL_U && bytes[at + 2] === SMALL_L && bytes[at + 3] === SMALL_L;
}

export const NULL_LENGTH = 4;

/** Passes `true` or `false`. */
export function passFlag(bytes: Uint8Array, start: number): number {
  const isTrue = bytes[start] === SMALL_T && bytes[start + 1] === SMALL_R && bytes[start + 2] === SMALL_U;
  if (isTrue) return bytes[start + 3] === SMALL_E ? start + 4 : DOUBT;
  const isFalse = bytes[start] === SMALL_F && bytes[start + 1] === SMALL_A && bytes[start + 2] === SMALL_L;
  return isFalse && bytes[start + 3] === SMALL_S && bytes[start + 4] === SMALL_E ? start + 5 : DOUBT;
}

/** Passes any value. `depth` is how deep it stands. */
export function passValue(bytes: Uint8Array, start: number, depth: number): number {
  const byte = bytes[start] ?? 0;
  if (byte === QUOTE) return passText(bytes, start);
  if (byte === OPEN) return passObject(bytes, start, depth);
  if (byte === OPEN_LIST) return passList(bytes, start, depth);
  if (byte === MINUS || isDigit(byte)) return passNumber(bytes, start);
  return isNull(bytes, start) ? start + NULL_LENGTH : passFlag(bytes, start);
}

function passObject(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let at = passSpace(bytes, start + 1);
  if (bytes[at] === CLOSE) return at + 1;
  for (;;) {
    at = passText(bytes, at);
    if (at !== DOUBT) at = passColon(bytes, at);
    if (at !== DOUBT) at = passValue(bytes, at, depth + 1);
    if (at === DOUBT) return DOUBT;
    at = passSpace(bytes, at);
    if (bytes[at] === CLOSE) return at + 1;
    if (bytes[at] !== COMMA) return DOUBT;
    at = passSpace(bytes, at + 1);
  }
}

function passList(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > DEEPEST) return DOUBT;
  let at = passSpace(bytes, start + 1);
  if (bytes[at] === CLOSE_LIST) return at + 1;
  for (;;) {
    at = passValue(bytes, at, depth + 1);
    if (at === DOUBT) return DOUBT;
    at = passSpace(bytes, at);
    if (bytes[at] === CLOSE_LIST) return at + 1;
    if (bytes[at] !== COMMA) return DOUBT;
    at = passSpace(bytes, at + 1);
  }
}

/** From behind a key to its value. */
export function passColon(bytes: Uint8Array, start: number): number {
  const at = passSpace(bytes, start);
  return bytes[at] === COLON ? passSpace(bytes, at + 1) : DOUBT;
}
