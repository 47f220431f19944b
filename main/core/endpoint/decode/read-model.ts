import type { Field, FieldType, ObjectModel } from '../model/model.ts';
import { textOfBytes } from './byte-text.ts';
import { isRecord } from './is-record.ts';
import {
  type Cursor,
  code,
  comeBack,
  cursorOver,
  expectRest,
  goDeeper,
  nextToken,
  peekToken,
  report,
  shown,
  unread,
} from './json-cursor.ts';
import { readFloat, readInteger, readUnsignedInteger } from './json-numbers.ts';
import { lowerAscii, readHashedKey, readString } from './json-strings.ts';
import { readAny, readBoolean, readMapOf, skipValue } from './json-values.ts';
import { problemOfMarks } from './marks.ts';
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
  return error.replace(/ but found .*error found in .*bigger context .*/s, '');
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
    const field = model.byKey.get(key) ?? model.byKey.get(lowerAscii(key));
    const colon = nextToken(cursor);
    if (colon !== code(':')) report(cursor, 'ReadObject', `expect : after object field, but found ${shown(colon)}`);
    if (field === undefined) skipValue(cursor);
    else readField(cursor, field, into);
  }
  return next;
}

/** A later value wins, except that a later `null` does not clear an earlier one and objects of one key run together. */
function readField(cursor: Cursor, field: Field, into: Record<string, unknown>): void {
  const value = readValue(cursor, field.type, into[field.key]);
  if (value !== undefined) into[field.key] = value;
  if (cursor.error !== null) cursor.error = `${field.path.join(': ')}: ${cursor.error}`;
}

/** A value of a type; undefined for `null`. */
function readValue(cursor: Cursor, type: FieldType, earlier: unknown): unknown {
  if (type.kind === 'object') {
    const object = isRecord(earlier) ? { ...earlier } : {};
    readObject(cursor, type.model, object);
    return object;
  }
  if (type.kind === 'list') return readList(cursor, type.of, type.goName);
  if (type.kind === 'map') return readMap(cursor, type.of);
  if (type.kind === 'obj') return readMapOf(cursor, () => readAny(cursor));
  if (peekToken(cursor) === code('n')) {
    nextToken(cursor);
    expectRest(cursor, 'ull');
    return undefined;
  }
  switch (type.kind) {
    case 'str':
      return readString(cursor);
    case 'int':
      return readInteger(cursor);
    case 'uint':
      return readUnsignedInteger(cursor);
    case 'num':
      return readFloat(cursor);
    case 'bool':
      return readBoolean(cursor);
    case 'ts':
      return readTimestamp(cursor);
    case 'hdrs':
      return readHeaders(cursor);
    case 'marks':
      return readMarks(cursor);
    case 'any':
      return readAny(cursor);
  }
}

/** A `null` among the elements is an empty element. */
function readList(cursor: Cursor, of: FieldType, goName: string): unknown[] | undefined {
  const first = nextToken(cursor);
  if (first === code('n')) {
    expectRest(cursor, 'ull');
    return undefined;
  }
  const list: unknown[] = [];
  if (first !== code('[')) report(cursor, 'decode slice', `expect [ or n, but found ${shown(first)}`);
  else if (nextToken(cursor) !== code(']')) {
    unread(cursor);
    let next = code(',');
    for (; next === code(','); next = nextToken(cursor)) list.push(readValue(cursor, of, undefined) ?? emptyOf(of));
    if (next !== code(']')) report(cursor, 'decode slice', `expect ], but found ${shown(next)}`);
  }
  if (cursor.error !== null) cursor.error = `${goName}: ${cursor.error}`;
  return list;
}

function emptyOf(type: FieldType): unknown {
  if (type.kind === 'object') return {};
  return type.kind === 'str' ? '' : 0;
}

function readMap(cursor: Cursor, of: ObjectModel): Record<string, unknown> | undefined {
  return readMapOf(cursor, () => {
    const element: Record<string, unknown> = {};
    readObject(cursor, of, element);
    return element;
  });
}

function readTimestamp(cursor: Cursor): unknown {
  const first = peekToken(cursor);
  if (first === code('-') || (first >= code('0') && first <= code('9'))) return readInteger(cursor);
  if (first !== code('"')) {
    cursor.error ??= 'invalid input type for timestamp';
    return undefined;
  }
  const text = readString(cursor);
  if (microsecondsOf(text) === null) cursor.error ??= 'failed to parse the provided time string';
  return text;
}

function readHeaders(cursor: Cursor): unknown {
  const headers = readAny(cursor);
  if (!isRecord(headers) || headers instanceof NumberText) {
    cursor.error ??= 'invalid input type for HTTPHeader';
    return undefined;
  }
  for (const value of Object.values(headers)) {
    const wrong = Array.isArray(value) ? value.find((entry) => typeof entry !== 'string') : value;
    if (wrong === undefined || typeof wrong === 'string') continue;
    cursor.error ??= `invalid input for HTTPHeader ${Array.isArray(value) ? 'slice ' : ''}value type: ${goTypeOf(wrong)}`;
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
function readMarks(cursor: Cursor): unknown {
  const start = cursor.head;
  skipValue(cursor);
  if (cursor.error !== null) return undefined;
  const { marks, problem } = problemOfMarks(textOfBytes(cursor.bytes.subarray(start, cursor.head)));
  if (problem !== null) report(cursor, 'unmarshalerDecoder', problem);
  return marks;
}
