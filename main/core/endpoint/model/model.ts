import { RUM_V3_RULES } from './rules-rum-v3.ts';
import { V2_RULES } from './rules-v2.ts';

/**
 * How a field is read. `num` is a float64, `int` an int64, `uint` a uint64, `ts` microseconds or an RFC 3339 text, `any` whatever JSON allows,
 * `obj` a free object, `hdrs` an object of texts or lists of texts, `marks` an object of objects of numbers.
 */
export type FieldType =
  | { readonly kind: 'str' | 'int' | 'uint' | 'num' | 'bool' | 'ts' | 'any' | 'obj' | 'hdrs' }
  | { readonly kind: 'marks'; readonly goName: string }
  | { readonly kind: 'object'; readonly model: ObjectModel }
  | { readonly kind: 'list'; readonly of: FieldType; readonly goName: string }
  | { readonly kind: 'map'; readonly of: ObjectModel };

/** What a value must satisfy, besides its type. The words of the rules text are in brackets. */
export interface FieldRules {
  readonly required: boolean;
  /** Most Unicode code points (`max=`). */
  readonly max: number | null;
  /** Fewest code points (`least=`). */
  readonly least: number | null;
  /** Smallest number (`min=`). */
  readonly min: number | null;
  /** Letters, digits, space, `_` and `-` only (`name`). */
  readonly isName: boolean;
  /** success, failure or unknown (`outcome`). */
  readonly isOutcome: boolean;
  /** Keys without `*` and `"` (`metric-names`). */
  readonly hasMetricNames: boolean;
  /** Values are texts of at most 1024 code points, booleans or numbers (`labels`). */
  readonly isLabels: boolean;
  /** JSON types an `any` may have (`in=`). */
  readonly among: readonly string[];
  /** A text must read as an integer (`as-int`). */
  readonly asInteger: boolean;
  /** Required as soon as one of these is set (`required-if=`). */
  readonly requiredIf: readonly string[];
}

export interface Field {
  readonly key: string;
  /** Names of the Go fields that lead here, outermost first: one, or two where the field comes from an embedded struct. */
  readonly path: readonly string[];
  readonly type: FieldType;
  readonly rules: FieldRules;
}

export interface ObjectModel {
  /** Go type, as it stands in error texts: `v2.transaction`. */
  readonly goName: string;
  readonly anyOf: readonly string[];
  readonly fields: readonly Field[];
  readonly byKey: ReadonlyMap<string, Field>;
}

const SCALARS = ['str', 'int', 'num', 'bool', 'ts', 'any', 'obj', 'hdrs'] as const;

/** The models of the lines of a stream by the key that opens them; `metadata` and `m` open a stream, the others are events (reference C). */
export const LINE_MODELS: ReadonlyMap<string, ObjectModel> = new Map([
  ...rootsOf('v2', V2_RULES),
  ...rootsOf('rumv3', RUM_V3_RULES),
]);

function rootsOf(goPackage: string, rules: string): [string, ObjectModel][] {
  const models = modelsOf(goPackage, rules);
  return [...models.values()]
    .filter((model) => model.goName.endsWith('Root'))
    .flatMap((model) => model.fields.map((field): [string, ObjectModel] => [field.key, model]));
}

interface Draft extends ObjectModel {
  readonly fields: Field[];
  readonly byKey: Map<string, Field>;
}

/** Two passes, because objects name each other and themselves (an exception has causes that are exceptions). */
function modelsOf(goPackage: string, rules: string): Map<string, Draft> {
  const sources = [...rules.matchAll(/^(\S+?)(?: any-of ([^:]+))?:(.*(?:\n {2}.*)*)/gm)].map(
    ([, name = '', anyOf = '', body = '']) => ({ name, anyOf, lines: body.split(/; |\n/).map((line) => line.trim()) }),
  );
  const models = new Map<string, Draft>(
    sources.map(({ name, anyOf }) => [
      name,
      { goName: `${goPackage}.${name}`, anyOf: anyOf.split(' ').filter(Boolean), fields: [], byKey: new Map() },
    ]),
  );
  const linesOf = new Map(sources.map(({ name, lines }) => [name, lines.filter(Boolean)]));
  for (const [name, model] of models) {
    model.fields.push(...fieldsOf(linesOf.get(name) ?? [], [], linesOf, models, goPackage));
    for (const field of model.fields) model.byKey.set(field.key, field);
  }
  return models;
}

function fieldsOf(
  lines: readonly string[],
  path: readonly string[],
  linesOf: ReadonlyMap<string, readonly string[]>,
  models: ReadonlyMap<string, ObjectModel>,
  goPackage: string,
): Field[] {
  return lines.flatMap((line) => {
    const [key = '', goName = '', type = '', ...words] = line.split(' ');
    if (key === '+') return fieldsOf(linesOf.get(goName) ?? [], [...path, goName], linesOf, models, goPackage);
    return { key, path: [...path, goName], type: typeOf(type, models, goPackage), rules: rulesOf(words) };
  });
}

function typeOf(word: string, models: ReadonlyMap<string, ObjectModel>, goPackage: string): FieldType {
  if (word.endsWith('[]')) {
    const element = word.slice(0, -2);
    const goElement = { str: 'string', num: 'float64', uint64: 'uint64' }[element] ?? `${goPackage}.${element}`;
    return { kind: 'list', of: typeOf(element, models, goPackage), goName: `[]${goElement}` };
  }
  if (word.startsWith('map:')) return { kind: 'map', of: modelNamed(word.slice(4), models) };
  if (word === 'uint64') return { kind: 'uint' };
  if (word === 'marks') return { kind: 'marks', goName: `${goPackage}.transactionMarkEvents` };
  const scalar = SCALARS.find((name) => name === word);
  return scalar === undefined ? { kind: 'object', model: modelNamed(word, models) } : { kind: scalar };
}

function modelNamed(name: string, models: ReadonlyMap<string, ObjectModel>): ObjectModel {
  const model = models.get(name);
  if (model === undefined) throw new Error(`the rules of the event model name an object that they lack: ${name}`);
  return model;
}

function rulesOf(words: readonly string[]): FieldRules {
  const textOf = (name: string): string | null =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  const numberOf = (name: string): number | null => {
    const value = textOf(name);
    return value === null ? null : Number(value);
  };
  return {
    required: words.includes('required'),
    max: numberOf('max'),
    least: numberOf('least'),
    min: numberOf('min'),
    isName: words.includes('name'),
    isOutcome: words.includes('outcome'),
    hasMetricNames: words.includes('metric-names'),
    isLabels: words.includes('labels'),
    among: textOf('in')?.split(';') ?? [],
    asInteger: words.includes('as-int'),
    requiredIf: textOf('required-if')?.split(';') ?? [],
  };
}
