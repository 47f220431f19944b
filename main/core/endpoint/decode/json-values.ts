import {
  type Cursor,
  code,
  comeBack,
  expectRest,
  goDeeper,
  isDigit,
  nextToken,
  peekToken,
  report,
  shown,
  unread,
} from './json-cursor.ts';
import { readFloat, readNumberText, skipNumber } from './json-numbers.ts';
import { readRestOfString, readString } from './json-strings.ts';
import { NumberText } from './number-text.ts';

/** Any JSON value; numbers keep their text. */
export function readAny(cursor: Cursor): unknown {
  return walk(cursor, 'ReadMapCB', readScalar);
}

/** Passes over a value that the model does not know. */
export function skipValue(cursor: Cursor): void {
  walk(cursor, 'ReadObjectCB', skipScalar);
}

export function readBoolean(cursor: Cursor): boolean {
  const first = nextToken(cursor);
  if (first === code('t')) {
    expectRest(cursor, 'rue');
    return true;
  }
  if (first === code('f')) expectRest(cursor, 'alse');
  else report(cursor, 'ReadBool', `expect t or f, but found ${shown(first)}`);
  return false;
}

/** An object whose keys are free and whose values `read` reads; undefined for `null`. Keys named like `__proto__` stay plain keys. */
export function readMapOf(cursor: Cursor, read: () => unknown): Record<string, unknown> | undefined {
  const first = nextToken(cursor);
  if (first === code('n')) {
    expectRest(cursor, 'ull');
    return undefined;
  }
  const map: Record<string, unknown> = Object.create(null);
  if (first !== code('{')) {
    report(cursor, 'ReadMapCB', `expect { or n, but found ${shown(first)}`);
    return map;
  }
  if (nextToken(cursor) === code('}')) return map;
  unread(cursor);
  let next = code(',');
  for (; next === code(','); next = nextToken(cursor)) {
    const key = readString(cursor);
    const colon = nextToken(cursor);
    if (colon !== code(':')) {
      report(cursor, 'ReadMapCB', `expect : after object field, but found ${shown(colon)}`);
      return map;
    }
    map[key] = read();
  }
  if (next !== code('}')) report(cursor, 'ReadMapCB', `expect }, but found ${shown(next)}`);
  return map;
}

/** A list or an object that is being read; `key` is null in a list. */
interface Frame {
  readonly list: unknown[];
  readonly object: Record<string, unknown>;
  key: string | null;
}

/**
 * Walks over one value of any shape. Frames instead of recursion, because a line may nest 10000 levels deep and a stack may not.
 * `scalar` reads a value that is neither list nor object.
 */
function walk(cursor: Cursor, operation: 'ReadMapCB' | 'ReadObjectCB', scalar: (cursor: Cursor) => unknown): unknown {
  const frames: Frame[] = [];
  for (;;) {
    const opened = openFrame(cursor, operation);
    if (opened !== null && !('empty' in opened)) {
      frames.push(opened);
      continue;
    }
    let value = opened === null ? scalar(cursor) : opened.empty;
    for (;;) {
      const frame = frames.at(-1);
      if (frame === undefined) return value;
      if (frame.key === null) frame.list.push(value);
      else frame.object[frame.key] = value;
      const next = nextToken(cursor);
      if (next === code(',')) {
        if (frame.key !== null) frame.key = readKey(cursor);
        break;
      }
      closeFrame(cursor, operation, frame, next);
      frames.pop();
      value = frame.key === null ? frame.list : frame.object;
    }
  }
}

/** The frame of a list or object that begins here, or the value itself where it is empty; null for a scalar. */
function openFrame(cursor: Cursor, operation: 'ReadMapCB' | 'ReadObjectCB'): Frame | { empty: unknown } | null {
  const first = peekToken(cursor);
  if (first !== code('[') && first !== code('{')) return null;
  nextToken(cursor);
  const empty = first === code('[') ? [] : {};
  if (!goDeeper(cursor)) return { empty };
  const next = nextToken(cursor);
  if (first === code('[') && next !== code(']')) {
    unread(cursor);
    return { list: [], object: {}, key: null };
  }
  if (next === code('"') && first === code('{')) {
    unread(cursor);
    return { list: [], object: Object.create(null), key: readKey(cursor) };
  }
  if (first === code('{') && next !== code('}')) {
    report(cursor, operation, `expect " after {, but found ${shown(next)}`);
  }
  comeBack(cursor);
  return { empty };
}

function readKey(cursor: Cursor): string {
  const key = readString(cursor);
  const colon = nextToken(cursor);
  if (colon !== code(':')) {
    report(cursor, 'ReadObject', `expect : after object field, but found ${shown(colon)}`);
  }
  return key;
}

function closeFrame(cursor: Cursor, operation: string, frame: Frame, next: number): void {
  if (frame.key !== null && next !== code('}')) report(cursor, operation, 'object not ended with }');
  if (frame.key === null && next !== code(']')) {
    report(cursor, 'ReadArrayCB', `expect ] in the end, but found ${shown(next)}`);
  }
  comeBack(cursor);
}

function readScalar(cursor: Cursor): unknown {
  const first = peekToken(cursor);
  if (first === code('"')) return readString(cursor);
  if (first === code('-') || isDigit(first)) return new NumberText(readNumberText(cursor));
  if (first === code('t') || first === code('f')) return readBoolean(cursor);
  if (first === code('n')) expectRest(cursor, 'null');
  else report(cursor, 'Read', 'unexpected value type: 0');
  return null;
}

function skipScalar(cursor: Cursor): void {
  const first = nextToken(cursor);
  if (first === code('"')) skipString(cursor);
  else if (first === code('n')) expectRest(cursor, 'ull');
  else if (first === code('t')) expectRest(cursor, 'rue');
  else if (first === code('f')) expectRest(cursor, 'alse');
  else if (first === code('0')) {
    unread(cursor);
    readFloat(cursor);
  } else if (first === code('-') || isDigit(first)) skipNumber(cursor);
  else report(cursor, 'Skip', `do not know how to skip: ${first}`);
}

function skipString(cursor: Cursor): void {
  for (let at = cursor.head; at < cursor.tail; at += 1) {
    const byte = cursor.bytes[at] ?? 0;
    if (byte === code('"')) {
      cursor.head = at + 1;
      return;
    }
    if (byte === code('\\')) break;
    if (byte < 0x20) {
      report(cursor, 'trySkipString', `invalid control character found: ${byte}`);
      return;
    }
  }
  readRestOfString(cursor);
}
