import type { FieldType, ObjectModel } from '../model/model.ts';
import { LINE_MODELS } from '../model/model.ts';
import { isRecord } from './is-record.ts';
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
      if (/[A-Z]/.test(key) && model.byKey.has(key.toLowerCase())) return false;
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
      return true;
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

const WHOLE_KEYS = [...new Set([...LINE_MODELS.values()].flatMap((model) => wholeKeysOf(model, new Set())))];

/**
 * A number written with a point and zeros or an exponent: equal to an integer after `JSON.parse`, refused by the real server where one is due. Told by its end and by what
 * must follow it: twice as fast as by its beginning, because fewer places look like it.
 */
const WRITTEN_AS_FLOAT = /\.0+\s*[,}\]]|[\d.][eE][-+]?\d+\s*[,}\]]/;
const WHOLE_KEY_AS_FLOAT = new RegExp(`"(?:${WHOLE_KEYS.join('|')})"\\s*:\\s*\\[?[-\\d,\\s]*\\d(?:\\.|[eE])`, 'i');

/** Whether `hasFloatForInteger` can hold for any line of a text: cheaper once for many lines than for each. */
export function mayHoldFloatForInteger(text: string): boolean {
  return WRITTEN_AS_FLOAT.test(text);
}

/** Whether an integer field of a line may be written as a float, which `fits` can no longer see. */
export function hasFloatForInteger(line: string): boolean {
  return WRITTEN_AS_FLOAT.test(line) && WHOLE_KEY_AS_FLOAT.test(line);
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
