import type { Field, FieldType, ObjectModel } from '../model/model.ts';
import { signOf } from './steps.ts';

/**
 * Writes the source of `generated/scanner.ts` out of the models: one function an object, straight through the bytes of a line. Nothing is made of them, so that there is nothing
 * to collect either: `JSON.parse`, a validator of what it makes and a look at how its numbers were written came to the same in three times the time.
 */
export function writeScanner(lineModels: ReadonlyMap<string, ObjectModel>): string {
  const models = new Map<ObjectModel, string>();
  for (const model of lineModels.values()) collect(model, models);
  const keys = new Set([...models.keys()].flatMap(({ fields }) => fields.map((field) => field.key)));
  const events = new Set([...lineModels].map(([type, model]) => innerModel(model, type)));
  const functions = [...models].map(([model, name]) => writeObject(model, name, models, events.has(model)));
  const lines = [...lineModels].map(([type, model]) => `  [${quoted(type)}, ${models.get(model)}],`);
  return [
    headOf(functions.join('\n')),
    ...[...keys].map((key) => `const ${nameOf(key)} = key(${quoted(key)});`),
    '',
    ...functions,
    '/** By the key that opens a line, the scan of its whole object. */',
    'export const SCANS: ReadonlyMap<string, (depth: number) => Verdict> = new Map([',
    ...lines,
    ']);',
    '',
  ].join('\n');
}

const STEPS = [
  'END',
  'firstElement',
  'firstKey',
  'firstName',
  'isKey',
  'key',
  'mayBeInOtherCase',
  'nextElement',
  'nextKey',
  'nextName',
];
const VALUES = [
  'isAnyText',
  'isAnything',
  'isFlag',
  'isHeaders',
  'isInteger',
  'isIntegerFrom',
  'isIntegerText',
  'isMetricName',
  'isMoment',
  'isName',
  'isNatural',
  'isNotEmpty',
  'isNull',
  'isNumber',
  'isNumberFromZero',
  'isObjectNext',
  'isOutcome',
  'isOwnMoment',
  'isText',
  'isTextNext',
  'isTrace',
  'noteTransaction',
  'passFree',
  'passLabels',
  'passMarks',
];

/** A field for each bit of a 32-bit number. */
const MOST_FIELDS = 31;

function headOf(code: string): string {
  const used = (names: readonly string[]): string =>
    names.filter((name) => name === 'key' || new RegExp(`\\b${name}\\b`).test(code)).join(', ');
  return `/* Written by \`npm run generate\` from the rules of the event model (../../model/rules-v2.ts, ../../model/rules-rum-v3.ts). Not to be edited. */

import { ${used(STEPS)} } from '../steps.ts';
import { isTooDeep, passValue } from '../tokens.ts';
import { ${used(VALUES)}, type Verdict } from '../values.ts';
`;
}

function collect(model: ObjectModel, into: Map<ObjectModel, string>): void {
  if (into.has(model)) return;
  into.set(model, model.goName.replaceAll('.', '_'));
  for (const { type } of model.fields) {
    const inner = modelIn(type);
    if (inner !== null) collect(inner, into);
  }
}

function modelIn(type: FieldType): ObjectModel | null {
  if (type.kind === 'object') return type.model;
  if (type.kind === 'map') return type.of;
  return type.kind === 'list' ? modelIn(type.of) : null;
}

function innerModel(root: ObjectModel, type: string): ObjectModel | null {
  const field = root.byKey.get(type);
  return field === undefined ? null : modelIn(field.type);
}

/** Each field has a bit, by which it is known to have been there and to be set. */
function writeObject(
  model: ObjectModel,
  name: string,
  names: ReadonlyMap<ObjectModel, string>,
  isEvent: boolean,
): string {
  if (model.fields.length > MOST_FIELDS) throw new Error(`${model.goName} has more fields than a number has bits`);
  const signs = new Set(model.fields.map(({ key }) => signOf(Buffer.from(key))));
  if (signs.size < model.fields.length) throw new Error(`two keys of ${model.goName} have one sign`);
  const cases = model.fields.flatMap((field, at) => writeCase(field, 1 << at, names, isEvent));
  return [
    `function ${name}(depth: number): Verdict {`,
    '  if (isTooDeep(depth)) return 2;',
    '  let seen = 0;',
    '  let set = 0;',
    '  let sign = firstKey();',
    '  for (; sign > END; sign = nextKey()) {',
    '    switch (sign) {',
    ...cases,
    '      default:',
    '        if (mayBeInOtherCase() || !passValue(depth)) return 2;',
    '    }',
    '  }',
    '  if (sign < END) return 2;',
    `  return set === 0 ? 0 : ${writeNeeds(model)} ? 1 : 2;`,
    '}',
    '',
  ].join('\n');
}

function writeNeeds(model: ObjectModel): string {
  const bits = (keys: readonly string[]): number =>
    model.fields.reduce((sum, { key }, at) => (keys.includes(key) ? sum | (1 << at) : sum), 0);
  const required = bits(model.fields.filter(({ rules }) => rules.required).map(({ key }) => key));
  const needs = [
    ...(required === 0 ? [] : [`(set & ${required}) === ${required}`]),
    ...(model.anyOf.length === 0 ? [] : [`(set & ${bits(model.anyOf)}) !== 0`]),
    ...model.fields
      .filter(({ rules }) => rules.requiredIf.length > 0)
      .map(({ key, rules }) => `((set & ${bits(rules.requiredIf)}) === 0 || (set & ${bits([key])}) !== 0)`),
  ];
  return needs.length === 0 ? 'true' : needs.join(' && ');
}

function writeCase(
  field: Field,
  bit: number,
  names: ReadonlyMap<ObjectModel, string>,
  isEvent: boolean,
): readonly string[] {
  const { key } = field;
  return [
    `      case ${signOf(Buffer.from(key))}: {`,
    `        if (!isKey(${nameOf(key)}) || (seen & ${bit}) !== 0) return 2;`,
    `        seen |= ${bit};`,
    '        if (isNull()) break;',
    ...writeValue(field, bit, names, isEvent).map((line) => `        ${line}`),
    '        break;',
    '      }',
  ];
}

function writeValue(
  field: Field,
  bit: number,
  names: ReadonlyMap<ObjectModel, string>,
  isEvent: boolean,
): readonly string[] {
  const { type, rules, key } = field;
  const judged = (verdict: string): readonly string[] => [
    `const verdict = ${verdict};`,
    'if (verdict === 2) return 2;',
    `if (verdict === 1) set |= ${bit};`,
  ];
  // What stands nested in a log is validated where its flat form stands, which takes its values.
  if (field.path.at(-1) === 'NestedStruct') return ['return 2;'];
  switch (type.kind) {
    case 'object':
      return [
        ...judged(`${names.get(type.model)}(depth + 1)`),
        ...(isEvent && key === 'transaction' ? ['noteTransaction();'] : []),
      ];
    case 'obj':
      return judged(rules.isLabels ? 'passLabels()' : 'passFree(depth)');
    case 'marks':
      return judged('passMarks()');
    case 'list':
      return [
        'let step = firstElement();',
        'for (; step > END; step = nextElement()) {',
        `  if (${writeElementDoubt(field, type.of, names)}) return 2;`,
        `  set |= ${bit};`,
        '}',
        'if (step < END) return 2;',
      ];
    case 'map':
      return [
        'let step = firstName();',
        'for (; step > END; step = nextName()) {',
        `  if (${rules.hasMetricNames ? '!isMetricName() || ' : ''}${names.get(type.of)}(depth + 2) !== 1) return 2;`,
        `  set |= ${bit};`,
        '}',
        'if (step < END) return 2;',
      ];
    default:
      return [`if (!${writeTest(field, type, isEvent)}) return 2;`, `set |= ${bit};`];
  }
}

function writeElementDoubt(field: Field, of: FieldType, names: ReadonlyMap<ObjectModel, string>): string {
  return of.kind === 'object' ? `${names.get(of.model)}(depth + 2) !== 1` : `!${writeTest(field, of, false)}`;
}

/** An expression that passes a value and holds where it is certain to be right. */
function writeTest(field: Field, { kind }: FieldType, isEvent: boolean): string {
  const { rules, key } = field;
  switch (kind) {
    case 'str':
      return writeTextTest(field, isEvent && (key === 'trace_id' || key === 'tid'));
    case 'int':
      return rules.min === null ? 'isInteger()' : `isIntegerFrom(${rules.min})`;
    case 'uint':
      return 'isNatural()';
    case 'num':
      if (rules.min !== null && rules.min !== 0) throw new Error(`no test for numbers of at least ${rules.min}`);
      return rules.min === null ? 'isNumber()' : 'isNumberFromZero()';
    case 'bool':
      return 'isFlag()';
    case 'ts':
      return isEvent ? 'isOwnMoment()' : 'isMoment()';
    case 'hdrs':
      return 'isHeaders()';
    case 'any':
      return writeMixedTest(field);
    default:
      throw new Error(`no rule to judge a ${kind} by`);
  }
}

function writeTextTest({ rules }: Field, isTrace: boolean): string {
  if (rules.isOutcome) return 'isOutcome()';
  const { max } = rules;
  if (max === null) return 'isAnyText()';
  if (rules.asInteger) return `isIntegerText(${max})`;
  const test = rules.isName ? `isName(${max})` : isTrace ? `isTrace(${max})` : `isText(${max})`;
  if (rules.least === null) return test;
  if (rules.least !== 1) throw new Error(`no test for texts of at least ${rules.least}`);
  return `(${test} && isNotEmpty())`;
}

/** A field of several JSON types. */
function writeMixedTest(field: Field): string {
  const { among } = field.rules;
  if (among.length === 0) return 'isAnything(depth)';
  const rest = among.includes('object')
    ? 'isObjectNext() && passFree(depth) !== 2'
    : among.includes('int')
      ? 'isInteger()'
      : 'false';
  return among.includes('string') ? `(isTextNext() ? ${writeTextTest(field, false)} : ${rest})` : `(${rest})`;
}

function nameOf(key: string): string {
  return `k_${key.replaceAll(/\W/g, '$$')}`;
}

function quoted(text: string): string {
  return `'${text}'`;
}
