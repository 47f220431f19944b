import type { Field, FieldType, ObjectModel } from '../model/model.ts';
import { isRecord } from './is-record.ts';
import {
  type Cursor,
  code,
  comeBack,
  cursorOver,
  expectRest,
  goDeeper,
  isDigit,
  isNullRead,
  nextToken,
  peekToken,
  report,
  shown,
  unread,
} from './json-cursor.ts';
import { readInteger, readUnsignedInteger } from './json-integers.ts';
import { readFloat } from './json-numbers.ts';
import { lowerKey, readHashedKey, readString } from './json-strings.ts';
import { readAny, readBoolean, skipValue } from './json-values.ts';
import { readMarksText } from './marks.ts';
import { NumberText } from './number-text.ts';
import { microsecondsOf } from './timestamp.ts';

/** What a line decodes to: its known fields under their own keys, or the error in the real server's words. */
export type Decoded = { readonly value: Readonly<Record<string, unknown>> } | { readonly error: string };

/** Reads one line as the real server does, errors included. What follows the first value on the line is ignored. */
export function readModel(bytes: Uint8Array, model: ObjectModel): Decoded {
  const cursor = cursorOver(bytes);
  const value: Record<string, unknown> = {};
  readObject(cursor, model, value);
  if (cursor.error === null) return { value };
  return { error: `decode error: data read error: ${shortened(cursor.error)}` };
}

/** The real server leaves out what was found instead, and all context after it. */
function shortened(error: string): string {
  return error.replace(/ but found .*error found in .* bigger context.*/s, '');
}

/** json-iterator has one reader for objects of up to ten fields and another for larger ones; their texts differ. */
function readObject(cursor: Cursor, model: ObjectModel, into: Record<string, unknown>): void {
  if (!isObjectOpened(cursor) || !goDeeper(cursor)) return;
  const last = model.byKey.size > 10 ? readLargeObject(cursor, model, into) : readSmallObject(cursor, model, into);
  if (cursor.error !== null) cursor.error = `${model.goName}.${cursor.error}`;
  if (last !== code('}')) report(cursor, 'struct Decode', `expect }, but found ${shown(last)}`);
  comeBack(cursor);
}

function isObjectOpened(cursor: Cursor): boolean {
  const first = nextToken(cursor);
  if (first === code('{')) {
    if (nextToken(cursor) === code('}')) return false;
    unread(cursor);
    return true;
  }
  if (first === code('n')) expectRest(cursor, 'ull');
  else report(cursor, 'readObjectStart', `expect { or n, but found ${shown(first)}`);
  return false;
}

function readSmallObject(cursor: Cursor, model: ObjectModel, into: Record<string, unknown>): number {
  for (;;) {
    const key = readHashedKey(cursor);
    const field = key === null ? undefined : model.byKey.get(key);
    if (field === undefined) skipValue(cursor);
    else readField(cursor, field, into);
    const next = nextToken(cursor);
    if (next === code(',')) continue;
    if (next !== code('}')) {
      report(cursor, 'isObjectEnd', `object ended prematurely, unexpected char ${shown(next)}`);
    }
    return code('}');
  }
}

function readLargeObject(cursor: Cursor, model: ObjectModel, into: Record<string, unknown>): number {
  let next = code(',');
  for (; next === code(','); next = nextToken(cursor)) {
    const key = readString(cursor);
    const field = model.byKey.get(key) ?? model.byKey.get(lowerKey(key));
    const colon = nextToken(cursor);
    if (colon !== code(':')) report(cursor, 'ReadObject', `expect : after object field, but found ${shown(colon)}`);
    if (field === undefined) skipValue(cursor);
    else readField(cursor, field, into);
  }
  return next;
}

/** A later value wins, except that a later `null` does not clear an earlier one, and objects, lists and free objects of one key run together. */
function readField(cursor: Cursor, field: Field, into: Record<string, unknown>): void {
  const value = readValue(cursor, field.type, into[field.key]);
  if (value !== undefined) into[field.key] = value;
  if (cursor.error !== null) cursor.error = `${field.path.join(': ')}: ${cursor.error}`;
}

/** A value of a type; undefined for a `null` that leaves what came earlier, null for one that clears it. */
function readValue(cursor: Cursor, type: FieldType, earlier: unknown): unknown {
  switch (type.kind) {
    case 'object': {
      const object = isRecord(earlier) ? { ...earlier } : {};
      readObject(cursor, type.model, object);
      return object;
    }
    case 'list':
      return readList(cursor, type.of, type.goName, Array.isArray(earlier) ? earlier : []);
    case 'map':
      return readMapOf(cursor, earlier, () => {
        const element: Record<string, unknown> = {};
        readObject(cursor, type.of, element);
        return element;
      });
    case 'obj':
      return readMapOf(cursor, earlier, () => readAny(cursor));
    case 'marks':
      return readMarks(cursor, type.goName, earlier);
    default:
      return readNullable(cursor, type.kind);
  }
}

/** A scalar of a kind, or undefined for `null`. json-iterator looks at the first byte twice, which shows after an error. */
function readNullable(cursor: Cursor, kind: FieldType['kind']): unknown {
  const first = peekToken(cursor);
  if (first === code('n')) {
    isNullRead(cursor);
    return undefined;
  }
  switch (kind) {
    case 'str':
      return readString(cursor);
    case 'int':
      return readInteger(cursor);
    case 'num':
      return readFloat(cursor);
    case 'bool':
      return readBoolean(cursor);
    case 'ts':
      return readTimestamp(cursor, first);
    case 'hdrs':
      return readHeaders(cursor);
    default:
      return readAny(cursor);
  }
}

/** `null` among the elements leaves what is there: nothing, where no earlier list of the same key was as long. */
function readList(cursor: Cursor, of: FieldType, goName: string, earlier: readonly unknown[]): unknown[] | null {
  const list = readElements(cursor, of, earlier);
  if (cursor.error !== null) cursor.error = `${goName}: ${cursor.error}`;
  return list;
}

function readElements(cursor: Cursor, of: FieldType, earlier: readonly unknown[]): unknown[] | null {
  const first = nextToken(cursor);
  if (first === code('n')) {
    expectRest(cursor, 'ull');
    return null;
  }
  const list: unknown[] = [];
  if (first !== code('[')) {
    report(cursor, 'decode slice', `expect [ or n, but found ${shown(first)}`);
    return list;
  }
  if (nextToken(cursor) === code(']')) return list;
  unread(cursor);
  let next = code(',');
  for (; next === code(','); next = nextToken(cursor)) list.push(readElement(cursor, of, earlier[list.length]));
  if (next !== code(']')) report(cursor, 'decode slice', `expect ], but found ${shown(next)}`);
  return list;
}

function readElement(cursor: Cursor, of: FieldType, earlier: unknown): unknown {
  if (of.kind === 'str') return readString(cursor);
  if (of.kind === 'object') return readValue(cursor, of, earlier);
  if (isNullRead(cursor)) return earlier ?? 0;
  return of.kind === 'uint' ? readUnsignedInteger(cursor) : readFloat(cursor);
}

/** An object whose keys are free and whose values `read` reads; null for `null`. Keys named like `__proto__` stay plain keys. */
function readMapOf(cursor: Cursor, earlier: unknown, read: () => unknown): Record<string, unknown> | null {
  const first = nextToken(cursor);
  if (first === code('n')) {
    expectRest(cursor, 'ull');
    return null;
  }
  const map: Record<string, unknown> = Object.assign(Object.create(null), isRecord(earlier) ? earlier : {});
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

function readTimestamp(cursor: Cursor, first: number): unknown {
  if (first === code('-') || isDigit(first)) return readInteger(cursor);
  if (first !== code('"')) {
    cursor.error = 'invalid input type for timestamp';
    return undefined;
  }
  const text = readString(cursor);
  if (microsecondsOf(text) === null) cursor.error = 'failed to parse the provided time string';
  return text;
}

/** What is wrong with headers takes the place of an error before it, as does what is wrong with a time. */
function readHeaders(cursor: Cursor): unknown {
  const headers = readAny(cursor);
  if (!isRecord(headers) || headers instanceof NumberText) {
    cursor.error = 'invalid input type for HTTPHeader';
    return undefined;
  }
  for (const value of Object.values(headers)) {
    const wrong = Array.isArray(value) ? value.find((entry) => typeof entry !== 'string') : value;
    if (wrong === undefined || typeof wrong === 'string') continue;
    cursor.error = `invalid input for HTTPHeader ${Array.isArray(value) ? 'slice ' : ''}value type: ${goTypeOf(wrong)}`;
    return undefined;
  }
  return headers;
}

/** The Go type that a JSON value was read into, as `%T` prints it. */
function goTypeOf(value: unknown): string {
  if (value === null) return '<nil>';
  if (value instanceof NumberText) return 'json.Number';
  if (typeof value === 'boolean') return 'bool';
  return Array.isArray(value) ? '[]interface {}' : 'map[string]interface {}';
}

/** Marks are cut out and read by encoding/json, whose words then stand inside json-iterator's. */
function readMarks(cursor: Cursor, goName: string, earlier: unknown): unknown {
  peekToken(cursor);
  const start = cursor.head;
  skipValue(cursor);
  if (cursor.error !== null) return undefined;
  const read = readMarksText(cursor.bytes.subarray(start, cursor.head), goName);
  if ('problem' in read) {
    report(cursor, 'unmarshalerDecoder', read.problem);
    return undefined;
  }
  return isRecord(read.marks) ? { ...(isRecord(earlier) ? earlier : {}), ...read.marks } : null;
}
