import { isRecord } from '../decode/is-record.ts';
import { isInt64, NumberText } from '../decode/number-text.ts';
import type { Field, FieldType, ObjectModel } from './model.ts';

/**
 * What is wrong with a decoded line by the rules of its model, in the words of the real server and without its prefix `validation error: `
 * (reference C, table of rules); null where it satisfies them. Only the first problem is told.
 */
export function problemOf(model: ObjectModel, value: Readonly<Record<string, unknown>>): string | null {
  if (model.anyOf.length > 0 && !model.anyOf.some((key) => isFieldSet(model, value, key))) {
    return `requires at least one of the fields '${model.anyOf.join(';')}'`;
  }
  for (const field of model.fields) {
    const problem = problemOfField(model, field, value);
    if (problem !== null) return prefixedByParents(field, problem);
  }
  return null;
}

/** Whether an object counts as present: some known field in it is set, so that `{}` and `{"user":null}` equal absent. */
export function isObjectSet(model: ObjectModel, value: unknown): boolean {
  return isRecord(value) && model.fields.some((field) => isSet(field.type, value[field.key]));
}

/** Whether the field `key` of an object counts as present. */
export function isFieldSet(model: ObjectModel, value: Readonly<Record<string, unknown>>, key: string): boolean {
  const field = model.byKey.get(key);
  return field !== undefined && isSet(field.type, value[key]);
}

function isSet(type: FieldType, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (type.kind === 'object') return isObjectSet(type.model, value);
  if (type.kind === 'list') return Array.isArray(value) && value.length > 0;
  if (type.kind === 'map' || type.kind === 'obj' || type.kind === 'marks') {
    return isRecord(value) && Object.keys(value).length > 0;
  }
  return true;
}

function problemOfField(model: ObjectModel, field: Field, object: Readonly<Record<string, unknown>>): string | null {
  const { key, rules } = field;
  const value = object[key];
  if (isSet(field.type, value)) return problemOfValue(field, value);
  if (rules.required) return `'${key}' required`;
  for (const other of rules.requiredIf) {
    if (isFieldSet(model, object, other)) return `'${key}' required when '${other}' is set`;
  }
  return null;
}

/** What is wrong with the value of a field that is set. */
export function problemOfValue(field: Field, value: unknown): string | null {
  const { key, type, rules } = field;
  if (type.kind === 'object') return prefixed(key, isRecord(value) ? problemOf(type.model, value) : null);
  if (type.kind === 'list') return problemOfList(field, type.of, Array.isArray(value) ? value : []);
  if (type.kind === 'map') return problemOfMap(field, type.of, isRecord(value) ? value : {});
  if (type.kind === 'any') return problemOfMixed(field, value);
  if (typeof value === 'string') return problemOfText(field, value);
  if (typeof value === 'number')
    return rules.min !== null && value < rules.min ? violated(key, `min(${rules.min})`) : null;
  return rules.isLabels && isRecord(value) ? problemOfLabels(key, value) : null;
}

function problemOfText({ key, rules }: Field, text: string): string | null {
  if (rules.max !== null && isLonger(text, rules.max)) return violated(key, `maxLength(${rules.max})`);
  if (rules.least !== null && text.length < rules.least) return violated(key, `minLength(${rules.least})`);
  if (rules.isName && !/^[a-zA-Z0-9 _-]*$/.test(text)) return violated(key, 'pattern(patternAlphaNumericExt)');
  if (rules.isOutcome && !/^(?:|success|failure|unknown)$/.test(text)) return violated(key, 'enum(enumOutcome)');
  return null;
}

function problemOfList(field: Field, of: FieldType, list: readonly unknown[]): string | null {
  for (const element of list) {
    if (of.kind === 'object') {
      if (!isObjectSet(of.model, element)) return `${field.key} slice element required`;
      const problem = isRecord(element) ? problemOf(of.model, element) : null;
      if (problem !== null) return prefixed(field.key, problem);
    } else if (typeof element === 'string') {
      const problem = problemOfText(field, element);
      if (problem !== null) return problem;
    }
  }
  return null;
}

/** The elements of a map are checked even where nothing in them is set, unlike objects elsewhere. */
function problemOfMap({ key, rules }: Field, of: ObjectModel, map: Readonly<Record<string, unknown>>): string | null {
  for (const [name, element] of Object.entries(map)) {
    if (rules.hasMetricNames && /[*"]/.test(name)) return violated(key, 'patternKeys(patternNoAsteriskQuote)');
    const problem = problemOf(of, isRecord(element) ? element : {});
    if (problem !== null) return prefixed(key, problem);
  }
  return null;
}

/** A field of several JSON types. The stray space at the end of the last text is the real server's. */
function problemOfMixed(field: Field, value: unknown): string | null {
  const { key, rules } = field;
  const { among } = rules;
  if (among.length === 0) return null;
  const rule = `inputTypes(${among.join(';')})`;
  if (typeof value === 'string' && among.includes('string')) {
    const problem = problemOfText(field, value);
    if (problem !== null) return problem;
    return rules.asInteger && !isInt64(value) ? violated(key, 'targetType(int)') : null;
  }
  if ((typeof value === 'number' || value instanceof NumberText) && among.includes('int')) {
    const isInteger = typeof value === 'number' ? Number.isInteger(value) : value.isInteger();
    return isInteger ? null : violated(key, rule);
  }
  if (isRecord(value) && !(value instanceof NumberText) && among.includes('object')) return null;
  return `${violated(key, rule)} `;
}

function problemOfLabels(key: string, labels: Readonly<Record<string, unknown>>): string | null {
  for (const [name, value] of Object.entries(labels)) {
    if (typeof value === 'string') {
      if (isLonger(value, 1024)) return violated(key, 'maxLengthVals(1024)');
    } else if (typeof value === 'object' && value !== null && !(value instanceof NumberText)) {
      return `${violated(key, 'inputTypesVals(string;bool;number)')} for key ${name}`;
    }
  }
  return null;
}

/** Lengths count code points, not UTF-16 units; a text that is short in units is short in points too. */
function isLonger(text: string, max: number): boolean {
  return text.length > max && [...text].length > max;
}

/** Where a field comes from an embedded struct, that struct's name stands before the problem, in lower case. */
function prefixedByParents({ path }: Field, problem: string): string {
  return [...path.slice(0, -1).map((name) => name.toLowerCase()), problem].join(': ');
}

function violated(key: string, rule: string): string {
  return `'${key}': validation rule '${rule}' violated`;
}

function prefixed(key: string, problem: string | null): string | null {
  return problem === null ? null : `${key}: ${problem}`;
}
