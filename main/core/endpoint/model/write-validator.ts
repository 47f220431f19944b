import type { Field, FieldType, ObjectModel } from './model.ts';

/**
 * Writes the source of `generated/sound.ts` out of the models: one function an object, straight through the keys that are there. A function that reads the models
 * as data came to the same in three times the time.
 */
export function writeValidator(lineModels: ReadonlyMap<string, ObjectModel>): string {
  const models = new Map<ObjectModel, string>();
  for (const model of lineModels.values()) collect(model, models);
  const lines = [...lineModels].map(([type, model]) => `  [${quoted(type)}, ${models.get(model)}],`);
  return [
    HEAD,
    ...[...models].map(([model, name]) => writeObject(model, name, models)),
    '/** By the key that opens a line, the verdict on its whole object. */',
    'export const VERDICTS: ReadonlyMap<string, (root: Fields) => Verdict> = new Map([',
    ...lines,
    ']);',
    '',
  ].join('\n');
}

const HEAD = `/* Written by \`npm run generate\` from the rules of the event model (../rules-v2.ts, ../rules-rum-v3.ts). Not to be edited. */

import { areMarks } from '../../decode/marks.ts';
import {
  areHeaders,
  areLabels,
  type Fields,
  isInOtherCase,
  isMoment,
  isNotEmpty,
  isRecord,
  lowerKey,
  type Verdict,
} from '../sound-parts.ts';
`;

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

/** Bit 1 says that any field is set; each field that a rule asks for has a bit of its own. */
function writeObject(model: ObjectModel, name: string, names: ReadonlyMap<ObjectModel, string>): string {
  const asked = askedFor(model);
  const bitOf = (key: string): number => {
    const at = asked.indexOf(key);
    return at === -1 ? 1 : 1 | (2 << at);
  };
  const cases = model.fields.map(
    (field) => `      case ${quoted(field.key)}:\n${writeField(field, bitOf(field.key), names)}`,
  );
  return [
    `const ${name}_keys: ReadonlySet<string> = new Set([${model.fields.map(({ key }) => quoted(key)).join(', ')}]);`,
    `function ${name}(object: Fields): Verdict {`,
    '  let set = 0;',
    '  for (const key in object) {',
    '    const value = object[key];',
    '    if (value === null) continue;',
    '    switch (key) {',
    ...cases,
    '      default:',
    `        if (isInOtherCase(key) && ${name}_keys.has(lowerKey(key))) return 2;`,
    '    }',
    '  }',
    '  if (set === 0) return 0;',
    `  return ${writeNeeds(model, bitOf)} ? 1 : 2;`,
    '}',
    '',
  ].join('\n');
}

function askedFor(model: ObjectModel): string[] {
  const keys = model.fields.flatMap(({ key, rules }) => [
    ...(rules.required || rules.requiredIf.length > 0 ? [key] : []),
    ...rules.requiredIf,
  ]);
  return [...new Set([...model.anyOf, ...keys])];
}

function writeNeeds(model: ObjectModel, bitOf: (key: string) => number): string {
  const own = (keys: readonly string[]): number => keys.reduce((bits, key) => bits | (bitOf(key) & ~1), 0);
  const required = own(model.fields.filter(({ rules }) => rules.required).map(({ key }) => key));
  const needs = [
    ...(required === 0 ? [] : [`(set & ${required}) === ${required}`]),
    ...(model.anyOf.length === 0 ? [] : [`(set & ${own(model.anyOf)}) !== 0`]),
    ...model.fields
      .filter(({ rules }) => rules.requiredIf.length > 0)
      .map(({ key, rules }) => `((set & ${own(rules.requiredIf)}) === 0 || (set & ${own([key])}) !== 0)`),
  ];
  return needs.length === 0 ? 'true' : needs.join(' && ');
}

function writeField(field: Field, bit: number, names: ReadonlyMap<ObjectModel, string>): string {
  const { type } = field;
  const done = [`set |= ${bit};`, 'break;'];
  if (type.kind === 'object') {
    return block([
      'if (!isRecord(value)) return 2;',
      `const verdict = ${names.get(type.model)}(value);`,
      'if (verdict === 2) return 2;',
      `if (verdict === 1) set |= ${bit};`,
      'break;',
    ]);
  }
  if (type.kind === 'list') {
    return block([
      'if (!Array.isArray(value)) return 2;',
      'for (const element of value) {',
      `  if (${writeElementDoubt(field, type.of, names)}) return 2;`,
      '}',
      `if (value.length > 0) set |= ${bit};`,
      'break;',
    ]);
  }
  if (type.kind === 'map') {
    return block([
      'if (!isRecord(value)) return 2;',
      'for (const name in value) {',
      '  const element = value[name];',
      ...(field.rules.hasMetricNames ? ['  if (/[*"]/.test(name)) return 2;'] : []),
      `  if (!isRecord(element) || ${names.get(type.of)}(element) !== 1) return 2;`,
      `  set |= ${bit};`,
      '}',
      'break;',
    ]);
  }
  if (type.kind === 'obj' || type.kind === 'marks') {
    const doubt = type.kind === 'marks' ? '!areMarks(value)' : field.rules.isLabels ? '!areLabels(value)' : 'false';
    return block([`if (!isRecord(value) || ${doubt}) return 2;`, `if (isNotEmpty(value)) set |= ${bit};`, 'break;']);
  }
  const doubt = writeDoubt(field, type, 'value');
  return block([...(doubt === 'false' ? [] : [`if (${doubt}) return 2;`]), ...done]);
}

function writeElementDoubt(field: Field, of: FieldType, names: ReadonlyMap<ObjectModel, string>): string {
  if (of.kind === 'object') return `!isRecord(element) || ${names.get(of.model)}(element) !== 1`;
  return writeDoubt(field, of, 'element');
}

/** An expression that holds where a value is not certain to be right. Lengths are in UTF-16 units, of which there are never fewer than code points. */
function writeDoubt({ rules }: Field, { kind }: FieldType, value: string): string {
  const texts = [
    ...(rules.max === null ? [] : [`${value}.length > ${rules.max}`]),
    ...(rules.least === null ? [] : [`${value}.length < ${rules.least}`]),
    ...(rules.isName ? [`!/^[a-zA-Z0-9 _-]*$/.test(${value})`] : []),
    ...(rules.isOutcome ? [`!/^(?:|success|failure|unknown)$/.test(${value})`] : []),
    ...(rules.asInteger ? [`!/^[+-]?\\d{1,18}$/.test(${value})`] : []),
  ];
  const least = rules.min === null ? [] : [`${value} < ${rules.min}`];
  switch (kind) {
    case 'str':
      return [`typeof ${value} !== 'string'`, ...texts].join(' || ');
    case 'int':
      return [`!Number.isSafeInteger(${value})`, ...(least.length > 0 ? [`Number(${value}) < ${rules.min}`] : [])].join(
        ' || ',
      );
    case 'uint':
      return `typeof ${value} !== 'number' || !Number.isSafeInteger(${value}) || ${value} < 0 || Object.is(${value}, -0)`;
    case 'num':
      return [`typeof ${value} !== 'number'`, `!Number.isFinite(${value})`, ...least].join(' || ');
    case 'bool':
      return `typeof ${value} !== 'boolean'`;
    case 'ts':
      return `!isMoment(${value})`;
    case 'hdrs':
      return `!areHeaders(${value})`;
    case 'any':
      return writeMixedDoubt(rules.among, texts, value);
    default:
      throw new Error(`no rule to judge a ${kind} by`);
  }
}

/** A field of several JSON types: doubtful unless it is right as one of them. */
function writeMixedDoubt(among: readonly string[], texts: readonly string[], value: string): string {
  if (among.length === 0) return 'false';
  const rights = [
    ...(among.includes('string')
      ? [[`typeof ${value} === 'string'`, ...texts.map((doubt) => `!(${doubt})`)].join(' && ')]
      : []),
    ...(among.includes('int') ? [`Number.isSafeInteger(${value})`] : []),
    ...(among.includes('object') ? [`isRecord(${value})`] : []),
  ];
  return `!(${rights.map((right) => `(${right})`).join(' || ')})`;
}

function block(lines: readonly string[]): string {
  return ['      {', ...lines.map((line) => `        ${line}`), '      }'].join('\n');
}

function quoted(text: string): string {
  return `'${text}'`;
}
