import type { FieldType, ObjectModel } from '../model/model.ts';
import { LINE_MODELS } from '../model/model.ts';
import { isRecord } from './is-record.ts';
import { isInOtherCase, lowerKey } from './json-strings.ts';
import { areMarks } from './marks.ts';
import { microsecondsOf } from './timestamp.ts';

/**
 * Whether a line that `JSON.parse` read is certain to decode without error on the real server. False means that it may not, and that
 * `readModel` has to decide: wrong types, keys in another case, numbers at the edge.
 */
export function fits(model: ObjectModel, value: unknown): boolean {
  if (!isRecord(value)) return value === null || value === undefined;
  for (const key in value) {
    const field = model.byKey.get(key);
    if (field === undefined) {
      if (isInOtherCase(key) && model.byKey.has(lowerKey(key))) return false;
    } else if (!fitsType(field.type, value[key])) return false;
  }
  return true;
}

function fitsType(type: FieldType, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  switch (type.kind) {
    case 'str':
      return typeof value === 'string';
    case 'num':
      return typeof value === 'number' && Number.isFinite(value);
    case 'int':
      return Number.isSafeInteger(value);
    case 'uint':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0);
    case 'bool':
      return typeof value === 'boolean';
    case 'ts':
      return Number.isSafeInteger(value) || (typeof value === 'string' && microsecondsOf(value) !== null);
    case 'any':
      return typeof value !== 'number' || Number.isSafeInteger(value);
    case 'obj':
      return isRecord(value);
    case 'hdrs':
      return isRecord(value) && Object.values(value).every(isHeaderValue);
    case 'marks':
      return areMarks(value);
    case 'object':
      return fits(type.model, value);
    case 'list':
      return Array.isArray(value) && value.every((element) => element !== null && fitsType(type.of, element));
    case 'map':
      return isRecord(value) && Object.values(value).every((element) => isRecord(element) && fits(type.of, element));
  }
}

function isHeaderValue(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((entry) => typeof entry === 'string'));
}

/** Also the last part of a dotted key, which may stand nested. */
const WHOLE_KEYS = [
  ...new Set(
    [...LINE_MODELS.values()]
      .flatMap((model) => wholeKeysOf(model, new Set()))
      .flatMap((key) => [key.replaceAll('.', '\\.'), key.slice(key.lastIndexOf('.') + 1)]),
  ),
];

/**
 * A number written with a point and zeros or an exponent: equal to an integer after `JSON.parse`, refused by the real server where one is due. Told by its end and by what
 * must follow it: twice as fast as by its beginning, because fewer places look like it.
 */
const WRITTEN_AS_FLOAT = /\.0+\s*[,}\]]|[\d.][eE][-+]?\d+\s*[,}\]]/;
const WHOLE_KEY_AS_FLOAT = new RegExp(`"(?:${WHOLE_KEYS.join('|')})"\\s*:\\s*\\[?[-\\d,\\s]*\\d(?:\\.|[eE])`, 'i');
/** A number that may be beyond a float64, or a float32 where it begins with zero: the real server refuses it also where it only passes over it. */
const WRITTEN_LARGE = /[:[,]\s*-?\d[\d.]*[eE]\+?0*[1-9]/;

/** Whether `isMisread` can hold for any line of a text: cheaper once for many lines than for each. */
export function mayBeMisread(text: string): boolean {
  return WRITTEN_AS_FLOAT.test(text);
}

/** Whether a line may hold a number of which `JSON.parse` no longer tells that the real server refuses it. */
export function isMisread(line: string): boolean {
  return WRITTEN_AS_FLOAT.test(line) && (WRITTEN_LARGE.test(line) || WHOLE_KEY_AS_FLOAT.test(line));
}

function wholeKeysOf(model: ObjectModel, seen: Set<ObjectModel>): string[] {
  if (seen.has(model)) return [];
  seen.add(model);
  return model.fields.flatMap(({ key, type }) => {
    if (type.kind === 'object') return wholeKeysOf(type.model, seen);
    if (type.kind === 'map') return wholeKeysOf(type.of, seen);
    if (type.kind === 'list')
      return type.of.kind === 'object' ? wholeKeysOf(type.of.model, seen) : type.of.kind === 'uint' ? [key] : [];
    return type.kind === 'int' || type.kind === 'ts' || type.kind === 'any' ? [key] : [];
  });
}
