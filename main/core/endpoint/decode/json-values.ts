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
import { readString, skipString } from './json-strings.ts';
import { NumberText } from './number-text.ts';

/** Any JSON value; numbers keep their text. */
export function readAny(cursor: Cursor): unknown {
  return walk(cursor, READING);
}

/** Passes over a value that the model does not know. */
export function skipValue(cursor: Cursor): void {
  walk(cursor, SKIPPING);
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

/** What differs between reading a value and passing over it. */
interface Manner {
  /** Looks at what begins here: a list, an object or, then already read, a value that is neither. */
  begin(cursor: Cursor): { readonly opens: 'list' | 'object' } | { readonly value: unknown };
  /** The name of json-iterator's reader of objects. */
  readonly operation: 'ReadMapCB' | 'ReadObjectCB';
}

const LIST = { opens: 'list' } as const;
const OBJECT = { opens: 'object' } as const;

const READING: Manner = {
  operation: 'ReadMapCB',
  begin(cursor) {
    const first = peekToken(cursor);
    if (first === code('[')) return LIST;
    if (first === code('{')) return OBJECT;
    return { value: readScalar(cursor, first) };
  },
};

const SKIPPING: Manner = {
  operation: 'ReadObjectCB',
  begin(cursor) {
    const first = nextToken(cursor);
    if (first === code('[') || first === code('{')) {
      unread(cursor);
      return first === code('[') ? LIST : OBJECT;
    }
    skipScalar(cursor, first);
    return { value: null };
  },
};

/** A list or an object that is being read; `key` is null in a list. */
interface Frame {
  readonly list: unknown[];
  readonly object: Record<string, unknown>;
  key: string | null;
}

/** Walks over one value of any shape. Frames instead of recursion, because a line may nest 10000 levels deep and a stack may not. */
function walk(cursor: Cursor, manner: Manner): unknown {
  const frames: Frame[] = [];
  for (;;) {
    const begun = manner.begin(cursor);
    const opened =
      'value' in begun ? begun : begun.opens === 'list' ? openList(cursor) : openObject(cursor, manner.operation);
    if (!('value' in opened)) {
      frames.push(opened);
      continue;
    }
    let { value } = opened;
    for (;;) {
      const frame = frames.at(-1);
      if (frame === undefined) return value;
      if (frame.key === null) frame.list.push(value);
      else frame.object[frame.key] = value;
      if (hasNext(cursor, manner.operation, frame)) break;
      frames.pop();
      value = frame.key === null ? frame.list : frame.object;
    }
  }
}

function openList(cursor: Cursor): Frame | { readonly value: unknown } {
  const first = nextToken(cursor);
  if (first === code('[')) {
    if (!goDeeper(cursor)) return { value: [] };
    if (nextToken(cursor) !== code(']')) {
      unread(cursor);
      return { list: [], object: {}, key: null };
    }
    comeBack(cursor);
  } else if (first === code('n')) expectRest(cursor, 'ull');
  else report(cursor, 'ReadArrayCB', `expect [ or n, but found ${shown(first)}`);
  return { value: [] };
}

function openObject(cursor: Cursor, operation: Manner['operation']): Frame | { readonly value: unknown } {
  const first = nextToken(cursor);
  if (first === code('{')) {
    if (!goDeeper(cursor)) return { value: {} };
    const next = nextToken(cursor);
    if (next === code('"')) {
      unread(cursor);
      const key = readKey(cursor, operation, next);
      if (key !== null) return { list: [], object: Object.create(null), key };
    } else if (next !== code('}')) report(cursor, operation, `expect " after {, but found ${shown(next)}`);
    comeBack(cursor);
  } else if (first === code('n')) expectRest(cursor, 'ull');
  else report(cursor, operation, `expect { or n, but found ${shown(first)}`);
  return { value: {} };
}

/** A key with its colon; null where json-iterator gives the object up, which it does for a missing colon only when reading, naming the byte before the key. */
function readKey(cursor: Cursor, operation: Manner['operation'], before: number): string | null {
  const key = readString(cursor);
  const colon = nextToken(cursor);
  if (colon === code(':')) return key;
  const isGivenUp = operation === 'ReadMapCB';
  const found = shown(isGivenUp ? before : colon);
  report(cursor, isGivenUp ? operation : 'ReadObject', `expect : after object field, but found ${found}`);
  return isGivenUp ? null : key;
}

/** Whether another element or field follows; the list or object has ended otherwise. */
function hasNext(cursor: Cursor, operation: Manner['operation'], frame: Frame): boolean {
  const next = nextToken(cursor);
  if (frame.key === null) {
    if (next === code(',')) return true;
    if (next !== code(']')) report(cursor, 'ReadArrayCB', `expect ] in the end, but found ${shown(next)}`);
  } else if (next === code(',')) {
    const key = readKey(cursor, operation, next);
    if (key !== null) {
      frame.key = key;
      return true;
    }
  } else if (next !== code('}')) report(cursor, operation, 'object not ended with }');
  comeBack(cursor);
  return false;
}

function readScalar(cursor: Cursor, first: number): unknown {
  if (first === code('"')) return readString(cursor);
  if (first === code('-') || isDigit(first)) return new NumberText(readNumberText(cursor));
  if (first === code('t') || first === code('f')) return readBoolean(cursor);
  if (first === code('n')) expectRest(cursor, 'null');
  else report(cursor, 'Read', 'unexpected value type: 0');
  return null;
}

function skipScalar(cursor: Cursor, first: number): void {
  if (first === code('"')) skipString(cursor);
  else if (first === code('n')) expectRest(cursor, 'ull');
  else if (first === code('t')) expectRest(cursor, 'rue');
  else if (first === code('f')) expectRest(cursor, 'alse');
  else if (first === code('0')) {
    unread(cursor);
    readFloat(cursor, 32);
  } else if (first === code('-') || isDigit(first)) skipNumber(cursor);
  else report(cursor, 'Skip', `do not know how to skip: ${first}`);
}
