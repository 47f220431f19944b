import fc from 'fast-check';
import {
  type Field,
  type FieldRules,
  type FieldType,
  LINE_MODELS,
  type ObjectModel,
} from '../../../main/core/endpoint/model/model.ts';

/* Lines made from the rules of the event model, so that a field which is new there is fuzzed too. */

/** Objects that hold themselves (an exception has causes) end here. */
const DEEPEST = 5;

/** A line of the type that holds every field of its model, each with a value that is right. */
export function fullLine(type: string): string {
  return `{"${type}":${JSON.stringify(fullObject(modelOf(type), 0)[type])}}`;
}

/** Any line of the type: fields are there or not, most values are right, some are anything at all. */
export function anyLine(type: string): fc.Arbitrary<string> {
  return anyObject(modelOf(type), 0).map((root) => `{"${type}":${JSON.stringify(root[type] ?? null)}}`);
}

/** The keys that open a line of an event, and those that open a stream. */
export const EVENT_TYPES = [...LINE_MODELS.keys()].filter((type) => type !== 'metadata' && type !== 'm');

function modelOf(type: string): ObjectModel {
  const model = LINE_MODELS.get(type);
  if (model === undefined) throw new Error(`the event model knows no ${type}`);
  return model;
}

function fullObject(model: ObjectModel, depth: number): Record<string, unknown> {
  const fields = model.fields.filter(({ type }) => depth < DEEPEST || !isNested(type));
  return Object.fromEntries(fields.map(({ key, type, rules }) => [key, fullValue(type, rules, depth + 1)]));
}

function fullValue(type: FieldType, rules: FieldRules, depth: number): unknown {
  switch (type.kind) {
    case 'object':
      return fullObject(type.model, depth);
    case 'list':
      return [fullValue(type.of, rules, depth)];
    case 'map':
      return { some: fullObject(type.of, depth) };
    case 'str':
      return rules.isOutcome ? 'success' : 'shop cart';
    case 'num':
      return 12.5;
    case 'int':
    case 'uint':
      return 7;
    case 'bool':
      return true;
    case 'ts':
      return 1_700_000_000_000_000;
    case 'any':
      return rules.among.includes('int') || rules.asInteger ? 80 : 'text';
    case 'obj':
      return rules.isLabels ? { tenant: 'blue', attempt: 2, isLast: false } : { nested: { list: [1, 'two', null] } };
    case 'hdrs':
      return { accept: '*/*', 'set-cookie': ['a=b', 'c=d'] };
    case 'marks':
      return { agent: { domComplete: 138 } };
  }
}

function isNested({ kind }: FieldType): boolean {
  return kind === 'object' || kind === 'list' || kind === 'map';
}

function anyObject(model: ObjectModel, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const fields = model.fields.filter(({ type }) => depth < DEEPEST || !isNested(type));
  const present = fc.tuple(
    ...fields.map((field) => maybe(field, depth === 0 || model.anyOf.includes(field.key), depth)),
  );
  return present.map((values) => {
    const pairs = fields.map(({ key }, at): [string, unknown] => [key, values[at]]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== ABSENT));
  });
}

const ABSENT = Symbol('a field that is not there');
/** What no rule foresaw. */
const strange = fc.oneof(
  fc.constantFrom(
    null,
    '',
    -1,
    1.5,
    1e21,
    2 ** 53,
    [],
    {},
    [null],
    [[]],
    'a'.repeat(1025),
    '\u0000',
    '\ud800',
    '\u2028',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

function maybe({ type, rules }: Field, isExpected: boolean, depth: number): fc.Arbitrary<unknown> {
  const isLikely = isExpected || rules.required;
  return fc.oneof(
    { weight: isLikely ? 200 : 20, arbitrary: anyValue(type, rules, depth + 1) },
    { weight: isLikely ? 1 : 60, arbitrary: fc.constant(ABSENT) },
    { weight: 1, arbitrary: strange },
  );
}

const words = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('a', 'db', 'GET cart', 'x-1') },
  fc.string({ maxLength: 12 }),
);
const whole = fc.oneof(fc.nat(1000), fc.maxSafeInteger());

function anyValue(type: FieldType, rules: FieldRules, depth: number): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'object':
      return anyObject(type.model, depth);
    case 'list':
      return fc.array(anyValue(type.of, rules, depth), { maxLength: 2 });
    case 'map':
      return fc.dictionary(words, anyObject(type.of, depth), { maxKeys: 2 });
    case 'str':
      return rules.isOutcome ? fc.constantFrom('success', 'failure', 'unknown', '') : words;
    case 'num':
      return fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }));
    case 'int':
    case 'uint':
      return whole;
    case 'bool':
      return fc.boolean();
    case 'ts':
      return fc.oneof(whole, fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5+02:00'));
    case 'any':
      return rules.among.includes('string') ? words : fc.oneof(words, whole, fc.jsonValue({ maxDepth: 1 }));
    case 'obj':
      return fc.dictionary(words, fc.oneof(words, whole, fc.boolean()), { maxKeys: 3 });
    case 'hdrs':
      return fc.dictionary(words, fc.oneof(words, fc.array(words, { maxLength: 2 })), { maxKeys: 3 });
    case 'marks':
      return fc.dictionary(words, fc.dictionary(words, fc.double({ noNaN: true }), { maxKeys: 2 }), { maxKeys: 2 });
  }
}
