import { CLOSE, CLOSE_LIST, COLON, COMMA, here, OPEN, OPEN_LIST, passSpace, passText, QUOTE, SPACE } from './tokens.ts';

/* The ways through the objects and lists of the event model. */

/** There is no further key or element. */
export const END = 0;
/** What follows is not plainly right. */
export const DOUBT = -1;

const BACKSLASH = 92;
/** A text in the source of the generated scanner, as the bytes of a key. */
export const key = (name: string): Uint8Array => Buffer.from(name);

/** A positive number by which a key is told from the others of its object; `isKey` makes sure. */
export function signOf(name: Uint8Array): number {
  let sign = 0;
  for (const byte of name) sign = mixed(sign, byte);
  return positive(sign);
}

const mixed = (sign: number, byte: number): number => (Math.imul(sign, 31) + byte) | 0;
const positive = (sign: number): number => (sign & 0x3fffffff) + 1;

/** Enters an object; returns the sign of its first key, `END` where it is empty. The scan then stands at the key's value. */
export function firstKey(): number {
  if (passSpace() !== OPEN) return DOUBT;
  here.at += 1;
  if (passSpace() !== CLOSE) return readKey();
  here.at += 1;
  return END;
}

/** After a value: the sign of the next key, `END` where the object has ended. */
export function nextKey(): number {
  const byte = passSpace();
  here.at += 1;
  if (byte === CLOSE) return END;
  if (byte !== COMMA) return DOUBT;
  passSpace();
  return readKey();
}

function readKey(): number {
  const { bytes } = here;
  let at = here.at;
  if (bytes[at] !== QUOTE) return DOUBT;
  at += 1;
  here.from = at;
  let sign = 0;
  for (let byte = bytes[at] ?? 0; byte !== QUOTE; byte = bytes[at] ?? 0) {
    if (byte < SPACE || byte === BACKSLASH) return DOUBT;
    sign = mixed(sign, byte);
    at += 1;
  }
  here.to = at;
  here.at = at + 1;
  if (passSpace() !== COLON) return DOUBT;
  here.at += 1;
  passSpace();
  return positive(sign);
}

/** Whether the key that was read last is this one. */
export function isKey(name: Uint8Array): boolean {
  const { bytes, from, to } = here;
  if (to - from !== name.length) return false;
  for (let index = 0; index < name.length; index += 1) if (bytes[from + index] !== name[index]) return false;
  return true;
}

/** Whether the key that was read last may be a known one in another case, which json-iterator takes for it; some letters beyond ASCII are in a case of ASCII's. */
export function mayBeInOtherCase(): boolean {
  const { bytes, from, to } = here;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if ((byte >= 65 && byte <= 90) || byte >= 128) return true;
  }
  return false;
}

/** Enters a list; 1 where the scan stands at an element, else `END` or `DOUBT`. */
export function firstElement(): number {
  if (passSpace() !== OPEN_LIST) return DOUBT;
  here.at += 1;
  if (passSpace() !== CLOSE_LIST) return 1;
  here.at += 1;
  return END;
}

/** After an element: 1 where another follows. */
export function nextElement(): number {
  const byte = passSpace();
  here.at += 1;
  if (byte === CLOSE_LIST) return END;
  if (byte !== COMMA) return DOUBT;
  passSpace();
  return 1;
}

/** Enters an object of any names; 1 where the scan stands at the first value, its name noted. */
export function firstName(): number {
  if (passSpace() !== OPEN) return DOUBT;
  here.at += 1;
  if (passSpace() !== CLOSE) return readName();
  here.at += 1;
  return END;
}

/** After a value: 1 where another follows. */
export function nextName(): number {
  const byte = passSpace();
  here.at += 1;
  if (byte === CLOSE) return END;
  if (byte !== COMMA) return DOUBT;
  passSpace();
  return readName();
}

function readName(): number {
  if (!passText() || passSpace() !== COLON) return DOUBT;
  here.at += 1;
  passSpace();
  return 1;
}
