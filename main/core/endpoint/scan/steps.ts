import {
  BACKSLASH,
  CLOSE,
  CLOSE_LIST,
  COMMA,
  DOUBT,
  OPEN,
  OPEN_LIST,
  passColon,
  passSpace,
  passText,
  passValue,
  QUOTE,
  SPACE,
} from './tokens.ts';

/*
 * The ways through the objects and lists of the event model. A step returns where the next key, behind its quote, or the next element begins; `DOUBT`; or, where there is none, the
 * complement of where the object or list ends, which is below `DOUBT`.
 */

/** A key as bytes, with the quote that ends it. */
export const key = (name: string): Uint8Array => Buffer.from(`${name}"`);

/** Enters an object. */
export function firstKey(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== OPEN) return DOUBT;
  const at = passSpace(bytes, start + 1);
  if (bytes[at] === QUOTE) return at + 1;
  return bytes[at] === CLOSE ? ~(at + 1) : DOUBT;
}

/** From behind a value to the next key. */
export function nextKey(bytes: Uint8Array, start: number): number {
  let at = passSpace(bytes, start);
  if (bytes[at] === CLOSE) return ~(at + 1);
  if (bytes[at] !== COMMA) return DOUBT;
  at = passSpace(bytes, at + 1);
  return bytes[at] === QUOTE ? at + 1 : DOUBT;
}

/**
 * Passes an unknown key and its value. One with an escape, or that may be a known one in another case, which json-iterator takes for it, is in doubt; some letters beyond ASCII are in a
 * case of ASCII's.
 */
export function passUnknown(bytes: Uint8Array, start: number, depth: number): number {
  let at = start;
  for (let byte = bytes[at] ?? 0; byte !== QUOTE; byte = bytes[at] ?? 0) {
    if (byte < SPACE || byte === BACKSLASH || (byte >= 65 && byte <= 90) || byte >= 128) return DOUBT;
    at += 1;
  }
  at = passColon(bytes, at + 1);
  return at === DOUBT ? DOUBT : passValue(bytes, at, depth + 1);
}

/** Enters a list. */
export function firstElement(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== OPEN_LIST) return DOUBT;
  const at = passSpace(bytes, start + 1);
  return bytes[at] === CLOSE_LIST ? ~(at + 1) : at;
}

/** From behind an element to the next. */
export function nextElement(bytes: Uint8Array, start: number): number {
  const at = passSpace(bytes, start);
  if (bytes[at] === COMMA) return passSpace(bytes, at + 1);
  return bytes[at] === CLOSE_LIST ? ~(at + 1) : DOUBT;
}

/** From behind the quote of any name to its value. */
export function passName(bytes: Uint8Array, start: number): number {
  const at = passText(bytes, start - 1);
  return at === DOUBT ? DOUBT : passColon(bytes, at);
}
