import type { Field, FieldType, ObjectModel } from '../model/model.ts';
import { COLON, COMMA, OPEN, QUOTE, SMALL_N, SPACE } from './tokens.ts';

/**
 * Writes the source of `generated/scanner.ts` out of the models: one function an object, straight through the bytes of a line. Nothing is made of them, so that there is nothing
 * to collect either: `JSON.parse`, a validator of what it makes and a look at how its numbers were written came to the same in three times the time.
 */
export function writeScanner(lineModels: ReadonlyMap<string, ObjectModel>): string {
  const models = new Map<ObjectModel, string>();
  for (const model of lineModels.values()) collect(model, models);
  const events = new Set([...lineModels].map(([type, model]) => innerModel(model, type)));
  const functions = [...models].map(([model, name]) => writeObject(model, name, models, events.has(model)));
  const lines = [...lineModels].map(([type, model]) => `  [${quoted(type)}, ${models.get(model)}],`);
  return [
    headOf(functions.join('\n')),
    '',
    ...functions,
    '/** By the key that opens a line, the scan of its whole object. */',
    'export const SCANS: ReadonlyMap<string, (bytes: Uint8Array, start: number, depth: number) => number> = new Map([',
    ...lines,
    ']);',
    '',
  ].join('\n');
}

const TOKENS = [
  'DOUBT',
  'isNull',
  'DEEPEST',
  'NULL_LENGTH',
  'passColon',
  'passFlag',
  'passInteger',
  'passNumber',
  'passText',
  'QUOTE',
];
const STEPS = ['firstElement', 'firstKey', 'nextElement', 'nextKey', 'passName', 'passUnknown'];
const VALUES = [
  'noted',
  'passAnything',
  'passFree',
  'passFreeValue',
  'passHeaders',
  'passIntegerFrom',
  'passIntegerText',
  'passLabels',
  'passMarks',
  'passMetricName',
  'passMoment',
  'passNameUpTo',
  'passNatural',
  'passNumberFromZero',
  'passOutcome',
  'passOwnMoment',
  'passSomeName',
  'passSomeText',
  'passTextUpTo',
  'passTrace',
];

/** A field for each bit of a 32-bit number. */
const MOST_FIELDS = 31;

function headOf(code: string): string {
  const used = (names: readonly string[]): string =>
    names.filter((name) => new RegExp(`\\b${name}\\b`).test(code)).join(', ');
  return `/* Written by \`npm run generate\` from the rules of the event model (../../model/rules-v2.ts, ../../model/rules-rum-v3.ts). Not to be edited. */

import { ${used(STEPS)} } from '../steps.ts';
import { ${used(TOKENS)} } from '../tokens.ts';
import { ${used(VALUES)} } from '../values.ts';
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

/** Each field has a bit, by which it is known to have been there and to be set. Keys are told apart by their first byte, and then by all of them. */
function writeObject(
  model: ObjectModel,
  name: string,
  names: ReadonlyMap<ObjectModel, string>,
  isEvent: boolean,
): string {
  if (model.fields.length > MOST_FIELDS) throw new Error(`${model.goName} has more fields than a number has bits`);
  const byFirst = Map.groupBy(model.fields, ({ key }) => key.charCodeAt(0));
  const cases = [...byFirst].flatMap(([first, fields]) => [
    `      case ${first}:`,
    ...fields.flatMap((field, at) => [
      `        ${at === 0 ? '' : '} else '}if (${writeKeyTest(field.key)}) {`,
      ...writeField(field, 1 << model.fields.indexOf(field), names, isEvent).map((line) => `          ${line}`),
    ]),
    '        } else at = passUnknown(bytes, at, depth);',
    '        break;',
  ]);
  return [
    `function ${name}(bytes: Uint8Array, start: number, depth: number): number {`,
    '  if (depth > DEEPEST) return DOUBT;',
    '  let seen = 0;',
    '  let set = 0;',
    `  let at = bytes[start] === ${OPEN} && bytes[start + 1] === ${QUOTE} ? start + 2 : firstKey(bytes, start);`,
    '  while (at > 0) {',
    '    switch (bytes[at]) {',
    ...cases,
    '      default:',
    '        at = passUnknown(bytes, at, depth);',
    '    }',
    '    if (at === DOUBT) return DOUBT;',
    // The ways of nearly all agents, who put no spaces, without a call.
    `    at = bytes[at] === ${COMMA} && bytes[at + 1] === ${QUOTE} ? at + 2 : nextKey(bytes, at);`,
    '  }',
    '  if (at === DOUBT) return DOUBT;',
    '  if (set === 0) return 2 * ~at;',
    `  return ${writeNeeds(model)} ? 2 * ~at + 1 : DOUBT;`,
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

function writeField(
  field: Field,
  bit: number,
  names: ReadonlyMap<ObjectModel, string>,
  isEvent: boolean,
): readonly string[] {
  const colon = field.key.length + 1;
  return [
    `if ((seen & ${bit}) !== 0) return DOUBT;`,
    `seen |= ${bit};`,
    `at = bytes[at + ${colon}] === ${COLON} && (bytes[at + ${colon + 1}] ?? 0) > ${SPACE} ? at + ${colon + 1} : passColon(bytes, at + ${colon});`,
    'if (at === DOUBT) return DOUBT;',
    `if (bytes[at] === ${SMALL_N} && isNull(bytes, at)) at += NULL_LENGTH;`,
    'else {',
    ...writeValue(field, bit, names, isEvent).map((line) => `  ${line}`),
    '}',
  ];
}

function writeValue(
  field: Field,
  bit: number,
  names: ReadonlyMap<ObjectModel, string>,
  isEvent: boolean,
): readonly string[] {
  const { type, rules, key } = field;
  const judged = (pass: string): readonly string[] => [
    `const end = ${pass};`,
    'if (end === DOUBT) return DOUBT;',
    `set |= (end & 1) * ${bit};`,
    'at = end >> 1;',
  ];
  const each = (first: string, next: string, body: readonly string[]): readonly string[] => [
    `let step = ${first}(bytes, at);`,
    'while (step > 0) {',
    ...body.map((line) => `  ${line}`),
    `  set |= ${bit};`,
    `  step = ${next}(bytes, step);`,
    '}',
    'if (step === DOUBT) return DOUBT;',
    'at = ~step;',
  ];
  const element = (of: FieldType, passes: (FieldType & { kind: 'object' }) | null): readonly string[] =>
    passes === null
      ? [`step = ${writePass(field, of, false, 'step')};`, 'if (step === DOUBT) return DOUBT;']
      : [
          `const end = ${names.get(passes.model)}(bytes, step, depth + 2);`,
          'if (end === DOUBT || (end & 1) === 0) return DOUBT;',
          'step = end >> 1;',
        ];
  // What stands nested in a log is validated where its flat form stands, which takes its values.
  if (field.path.at(-1) === 'NestedStruct') return ['return DOUBT;'];
  switch (type.kind) {
    case 'object':
      return [
        ...judged(`${names.get(type.model)}(bytes, at, depth + 1)`),
        ...(isEvent && key === 'transaction' ? ['noted.isOfTransaction = true;'] : []),
      ];
    case 'obj':
      return judged(rules.isLabels ? 'passLabels(bytes, at, depth)' : 'passFree(bytes, at, depth)');
    case 'marks':
      return judged('passMarks(bytes, at, depth)');
    case 'list':
      return each('firstElement', 'nextElement', element(type.of, type.of.kind === 'object' ? type.of : null));
    case 'map':
      return each('firstKey', 'nextKey', [
        `step = ${rules.hasMetricNames ? 'passMetricName' : 'passName'}(bytes, step);`,
        'if (step === DOUBT) return DOUBT;',
        ...element(type, { kind: 'object', model: type.of }),
      ]);
    default:
      return writeScalar(field, type, bit, isEvent);
  }
}

/** Texts are passed by the one function for all of them, and measured here: a call for each costs more than the measuring. */
function writeScalar(field: Field, type: FieldType, bit: number, isEvent: boolean): readonly string[] {
  const pass = writePass(field, type, isEvent, 'at');
  const { max } = field.rules;
  if (!pass.startsWith('passTextUpTo') || max === null) return [`at = ${pass};`, `set |= ${bit};`];
  return [
    'const end = passText(bytes, at);',
    `if (end - at > ${max + 2}) return DOUBT;`,
    'at = end;',
    `set |= ${bit};`,
  ];
}

/** An expression that passes a value which is certain to be right. */
function writePass(field: Field, { kind }: FieldType, isEvent: boolean, at: string): string {
  const { rules, key } = field;
  switch (kind) {
    case 'str':
      return writeTextPass(field, isEvent && (key === 'trace_id' || key === 'tid'), at);
    case 'int':
      return rules.min === null ? `passInteger(bytes, ${at})` : `passIntegerFrom(bytes, ${at}, ${rules.min})`;
    case 'uint':
      return `passNatural(bytes, ${at})`;
    case 'num':
      if (rules.min !== null && rules.min !== 0) throw new Error(`nothing passes numbers of at least ${rules.min}`);
      return `${rules.min === null ? 'passNumber' : 'passNumberFromZero'}(bytes, ${at})`;
    case 'bool':
      return `passFlag(bytes, ${at})`;
    case 'ts':
      return `${isEvent ? 'passOwnMoment' : 'passMoment'}(bytes, ${at})`;
    case 'hdrs':
      return `passHeaders(bytes, ${at}, depth)`;
    case 'any':
      return writeMixedPass(field, at);
    default:
      throw new Error(`nothing passes a ${kind}`);
  }
}

function writeTextPass({ rules }: Field, isTrace: boolean, at: string): string {
  const { max, least } = rules;
  if (rules.isOutcome) return `passOutcome(bytes, ${at})`;
  if (max === null) return `passText(bytes, ${at})`;
  if (least !== null && least !== 1) throw new Error(`nothing passes texts of at least ${least}`);
  const [any, some] = rules.isName ? ['passNameUpTo', 'passSomeName'] : ['passTextUpTo', 'passSomeText'];
  const pass = rules.asInteger ? 'passIntegerText' : isTrace ? 'passTrace' : least === 1 ? some : any;
  return `${pass}(bytes, ${at}, ${max})`;
}

/** A field of several JSON types. */
function writeMixedPass(field: Field, at: string): string {
  const { among } = field.rules;
  if (among.length === 0) return `passAnything(bytes, ${at}, depth)`;
  const rest = among.includes('object')
    ? `passFreeValue(bytes, ${at}, depth)`
    : among.includes('int')
      ? `passInteger(bytes, ${at})`
      : 'DOUBT';
  return among.includes('string') ? `bytes[${at}] === QUOTE ? ${writeTextPass(field, false, at)} : ${rest}` : rest;
}

/** Byte by byte, with the quote that ends the key; the first byte is known. */
function writeKeyTest(key: string): string {
  const bytes = [...Buffer.from(key.slice(1)), QUOTE];
  return bytes.map((byte, at) => `bytes[at + ${at + 1}] === ${byte}`).join(' && ');
}

function quoted(text: string): string {
  return `'${text}'`;
}
