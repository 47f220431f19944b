/*
 * The words of JSON (RFC 8259), passed over in the bytes of one line without making anything of them. One position serves all scans, because a scan is synchronous and
 * ends before the next begins. A line ends in a newline, at which every function here stops, so that none reads beyond it.
 *
 * What is unusual (an escape of a kind that JSON lacks, a control character, a number with a large exponent) is in doubt: another reader decides.
 */

const NOTHING: Uint8Array = Buffer.from('\n');

/** Where the scan stands, and what it has passed over last. */
export const here = {
  bytes: NOTHING,
  at: 0,
  /** The last text, between its quotes. */
  from: 0,
  to: 0,
  /** Whether it is ASCII without escapes. */
  isPlain: true,
  /** The last number whose value was asked for. */
  number: 0,
};

export const SPACE = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const MINUS = 45;
export const ZERO = 48;
export const COLON = 58;
export const OPEN_LIST = 91;
export const CLOSE_LIST = 93;
export const OPEN = 123;
export const CLOSE = 125;
const TAB = 9;
const RETURN = 13;
const POINT = 46;
const BACKSLASH = 92;
const LARGE_E = 69;
const SMALL_E = 101;
const SMALL_U = 117;
const FIRST_BEYOND_ASCII = 128;
/** Deeper than any agent nests; json-iterator gives up at 10,000. */
const DEEPEST = 200;
/** A number of fewer bytes and without a positive exponent is within a float64, and within a float32 too. */
const LONGEST_NUMBER = 38;
/** Of an integer: anything of fewer digits is exact in a float64. */
const MOST_DIGITS = 15;

/** Passes white space; returns the byte that follows it. */
export function passSpace(): number {
  const { bytes } = here;
  let byte = bytes[here.at] ?? 0;
  while (byte === SPACE || byte === TAB || byte === RETURN) {
    here.at += 1;
    byte = bytes[here.at] ?? 0;
  }
  return byte;
}

/** Passes a text, from its quote on, and notes where it stands. */
export function passText(): boolean {
  const { bytes } = here;
  let at = here.at;
  if (bytes[at] !== QUOTE) return false;
  at += 1;
  here.from = at;
  let isPlain = true;
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) break;
    if (byte < SPACE) return false;
    at += 1;
    if (byte === BACKSLASH) {
      isPlain = false;
      const length = escapeLength(bytes, at);
      if (length === 0) return false;
      at += length;
    } else if (byte >= FIRST_BEYOND_ASCII) isPlain = false;
  }
  here.to = at;
  here.at = at + 1;
  here.isPlain = isPlain;
  return true;
}

/** Bytes of an escape behind its backslash; 0 where JSON has none such. */
function escapeLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte !== SMALL_U) return '"\\/bfnrt'.includes(String.fromCharCode(byte)) ? 1 : 0;
  for (let digit = at + 1; digit < at + 5; digit += 1) if (!isHexDigit(bytes[digit] ?? 0)) return 0;
  return 5;
}

function isHexDigit(byte: number): boolean {
  const letter = byte | 32;
  return isDigit(byte) || (letter >= 97 && letter <= 102);
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 57;
}

/** Passes the digits of an integer, with its sign; returns how many digits it has, 0 where there is none or it begins with a zero that does not belong there. */
function passDigits(): number {
  const { bytes } = here;
  let at = here.at;
  if (bytes[at] === MINUS) at += 1;
  const first = at;
  while (isDigit(bytes[at] ?? 0)) at += 1;
  here.at = at;
  return at - first > 1 && bytes[first] === ZERO ? 0 : at - first;
}

/** Passes an integer that is written as one and that a float64 holds exactly. */
export function passInteger(): boolean {
  const digits = passDigits();
  return digits > 0 && digits <= MOST_DIGITS && !isFractionNext();
}

/** As `passInteger`, with up to sixteen digits, and notes its value. */
export function readInteger(): boolean {
  const from = here.at;
  const digits = passDigits();
  if (digits === 0 || digits > MOST_DIGITS + 1 || isFractionNext()) return false;
  const { bytes, at } = here;
  let value = 0;
  for (let digit = at - digits; digit < at; digit += 1) value = value * 10 + ((bytes[digit] ?? 0) - ZERO);
  here.number = bytes[from] === MINUS ? -value : value;
  return value <= Number.MAX_SAFE_INTEGER;
}

function isFractionNext(): boolean {
  const byte = here.bytes[here.at];
  return byte === POINT || byte === SMALL_E || byte === LARGE_E;
}

/** Passes a number that is neither long nor large. */
export function passNumber(): boolean {
  const { bytes } = here;
  const from = here.at;
  if (passDigits() === 0) return false;
  let at = here.at;
  if (bytes[at] === POINT) {
    at += 1;
    const first = at;
    while (isDigit(bytes[at] ?? 0)) at += 1;
    if (at === first) return false;
  }
  if (bytes[at] === SMALL_E || bytes[at] === LARGE_E) {
    if (bytes[at + 1] !== MINUS) return false;
    at += 2;
    const first = at;
    while (isDigit(bytes[at] ?? 0)) at += 1;
    if (at === first) return false;
  }
  here.at = at;
  return at - from < LONGEST_NUMBER;
}

/** Passes one of the words of JSON if it stands here. */
export function passWord(word: Uint8Array): boolean {
  const { bytes, at } = here;
  for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word[index]) return false;
  here.at = at + word.length;
  return true;
}

export const NULL: Uint8Array = Buffer.from('null');
export const TRUE: Uint8Array = Buffer.from('true');
export const FALSE: Uint8Array = Buffer.from('false');

/** Passes any value. `depth` is how deep it stands. */
export function passValue(depth: number): boolean {
  const byte = passSpace();
  if (byte === QUOTE) return passText();
  if (byte === OPEN) return passObject(depth);
  if (byte === OPEN_LIST) return passList(depth);
  if (byte === MINUS || isDigit(byte)) return passNumber();
  return passWord(NULL) || passWord(TRUE) || passWord(FALSE);
}

function passObject(depth: number): boolean {
  if (depth > DEEPEST) return false;
  here.at += 1;
  if (passSpace() === CLOSE) {
    here.at += 1;
    return true;
  }
  for (;;) {
    if (!passName() || !passValue(depth + 1)) return false;
    const byte = passSpace();
    here.at += 1;
    if (byte === CLOSE) return true;
    if (byte !== COMMA) return false;
  }
}

/** Passes any key of an object and its colon, up to the value. */
export function passName(): boolean {
  if (passSpace() !== QUOTE || !passText() || passSpace() !== COLON) return false;
  here.at += 1;
  passSpace();
  return true;
}

function passList(depth: number): boolean {
  if (depth > DEEPEST) return false;
  here.at += 1;
  if (passSpace() === CLOSE_LIST) {
    here.at += 1;
    return true;
  }
  for (;;) {
    if (!passValue(depth + 1)) return false;
    const byte = passSpace();
    here.at += 1;
    if (byte === CLOSE_LIST) return true;
    if (byte !== COMMA) return false;
  }
}

/** Whether a model may be entered at that depth. */
export function isTooDeep(depth: number): boolean {
  return depth > DEEPEST;
}
