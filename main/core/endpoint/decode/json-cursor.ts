import { textOfBytes } from './byte-text.ts';

/*
 * The real server reads JSON with json-iterator 1.1.12, which is neither strict nor uniform: what it lets pass and the words of its errors follow from how
 * it walks over the bytes (reference C1). This cursor and `json-values.ts` walk the same way. They serve only lines that `JSON.parse` or the
 * types of the model refuse; every other line takes the fast path.
 */

/** A place in a line. */
export interface Cursor {
  readonly bytes: Uint8Array;
  head: number;
  depth: number;
  /** The first error; later ones are dropped, but reading goes on until the structure ends, which lengthens the path in the text. */
  error: string | null;
  /** The line is used up. That alone is no error, but like one it stops `unread`. */
  isEnded: boolean;
}

const MAX_DEPTH = 10_000;
const SPACES = new Set([0x20, 0x0a, 0x09, 0x0d]);

export function cursorOver(bytes: Uint8Array): Cursor {
  return { bytes, head: 0, depth: 0, error: null, isEnded: false };
}

/** Reports an error in json-iterator's form, unless one was reported before. */
export function report(cursor: Cursor, operation: string, message: string): void {
  if (cursor.error !== null) return;
  const { head, bytes } = cursor;
  const near = textOfBytes(bytes.subarray(Math.max(0, head - 10), head + 10));
  const wide = textOfBytes(bytes.subarray(Math.max(0, head - 50), head + 50));
  const offset = Math.min(10, head);
  cursor.error = `${operation}: ${message}, error found in #${offset} byte of ...|${near}|..., bigger context ...|${wide}|...`;
}

export function hasStopped(cursor: Cursor): boolean {
  return cursor.error !== null || cursor.isEnded;
}

/** What json-iterator does where the bytes run out: the line has ended, unless something else stopped it before. */
export function meetEnd(cursor: Cursor): void {
  if (hasStopped(cursor)) return;
  cursor.head = cursor.bytes.length;
  cursor.isEnded = true;
}

/** The next byte, or 0 at the end. */
export function readByte(cursor: Cursor): number {
  const byte = cursor.bytes[cursor.head];
  if (byte === undefined) {
    meetEnd(cursor);
    return 0;
  }
  cursor.head += 1;
  return byte;
}

/** The next byte that is no white space, or 0 at the end. */
export function nextToken(cursor: Cursor): number {
  for (let at = cursor.head; at < cursor.bytes.length; at += 1) {
    const byte = cursor.bytes[at] ?? 0;
    if (SPACES.has(byte)) continue;
    cursor.head = at + 1;
    return byte;
  }
  meetEnd(cursor);
  return 0;
}

/** Steps back over one byte, except after an error. */
export function unread(cursor: Cursor): void {
  if (!hasStopped(cursor)) cursor.head -= 1;
}

/** The byte that `nextToken` will give; after an error that byte is passed over, since nothing steps back then. */
export function peekToken(cursor: Cursor): number {
  const byte = nextToken(cursor);
  unread(cursor);
  return byte;
}

/** Reads the rest of a word such as `ull`. */
export function expectRest(cursor: Cursor, rest: string): void {
  for (const character of rest) {
    if (readByte(cursor) === character.charCodeAt(0)) continue;
    report(cursor, rest.length === 4 ? 'skipFourBytes' : 'skipThreeBytes', `expect ${rest}`);
    return;
  }
}

/** Whether `null` stands here; it is read then. */
export function isNullRead(cursor: Cursor): boolean {
  if (nextToken(cursor) === code('n')) {
    expectRest(cursor, 'ull');
    return true;
  }
  unread(cursor);
  return false;
}

export function goDeeper(cursor: Cursor): boolean {
  cursor.depth += 1;
  if (cursor.depth <= MAX_DEPTH) return true;
  report(cursor, 'incrementDepth', 'exceeded max depth');
  return false;
}

export function comeBack(cursor: Cursor): void {
  cursor.depth -= 1;
}

/** One byte as Go puts it into a text. */
export function shown(byte: number): string {
  return textOfBytes(Uint8Array.of(byte));
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** The code of a character, to compare bytes with. */
export function code(character: string): number {
  return character.charCodeAt(0);
}
