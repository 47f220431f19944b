import { type Field, type FieldType, LINE_MODELS, type ObjectModel } from '../../main/core/endpoint/model/model.ts';

/** JSON texts at the edges of every rule: kinds, lengths, ranges, forms. */
const TEXTS: readonly string[] = [
  ...['null', 'true', '0', '-0', '1', '-1', '1.5', '100', '9007199254740993', '9223372036854775808', '1e400'],
  ...['""', '"a"', '"1"', '"99999999999999999999"', '"a/b"', '"success"', '"soon"', '"2006-01-02T15:04:05Z"'],
  ...[`"${'x'.repeat(1024)}"`, `"${'x'.repeat(1025)}"`, `"${'😀'.repeat(1024)}"`, `"${'😀'.repeat(1025)}"`],
  ...['[]', '[1]', '["a"]', '[null]', '[{}]', '{}', '{"a":1}', '{"a":null}', '{"a":"b"}', '{"a":["b"]}', '{"a":[1]}'],
  ...['{"a":{}}', '{"a":{"b":1}}', '{"a":{"b":"c"}}', '{"a*":{"value":1}}', `{"a":"${'x'.repeat(1025)}"}`],
];

/** Lines of a type that are right but for one field, at every place of the model, which has each of those texts in turn. */
export function* valuesInEveryField(type: string): Generator<string> {
  const root = LINE_MODELS.get(type);
  if (root !== undefined) yield* linesWithin(root, (object) => object, [root]);
}

function* linesWithin(
  model: ObjectModel,
  wrap: (object: string) => string,
  seen: readonly ObjectModel[],
): Generator<string> {
  for (const field of model.fields) {
    const others = neededOf(model, field).map((other) => `,"${other.key}":${rightValue(other.type, other)}`);
    const put = (value: string): string => wrap(`{"${field.key}":${value}${others.join('')}}`);
    for (const text of TEXTS) yield put(text);
    const inner = innerModel(field.type);
    if (inner === null || seen.includes(inner.model)) continue;
    yield* linesWithin(inner.model, (object) => put(inner.wrap(object)), [...seen, inner.model]);
  }
}

function innerModel(type: FieldType): { readonly model: ObjectModel; wrap(object: string): string } | null {
  if (type.kind === 'object') return { model: type.model, wrap: (object) => object };
  if (type.kind === 'map') return { model: type.of, wrap: (object) => `{"m":${object}}` };
  return type.kind === 'list' && type.of.kind === 'object'
    ? { model: type.of.model, wrap: (object) => `[${object}]` }
    : null;
}

function neededOf(model: ObjectModel, present: Field | null): readonly Field[] {
  const needed = new Set(model.fields.filter(({ rules }) => rules.required).map(({ key }) => key));
  if (model.anyOf[0] !== undefined) needed.add(model.anyOf[0]);
  if (needed.size === 0 && present === null && model.fields[0] !== undefined) needed.add(model.fields[0].key);
  for (const { key, rules } of model.fields) {
    if (rules.requiredIf.some((other) => needed.has(other) || other === present?.key)) needed.add(key);
  }
  return model.fields.filter((field) => field !== present && needed.has(field.key));
}

function rightValue(type: FieldType, { rules }: Pick<Field, 'rules'>): string {
  switch (type.kind) {
    case 'str':
      return rules.isOutcome ? '"success"' : '"v"';
    case 'bool':
      return 'true';
    case 'obj':
    case 'hdrs':
      return '{"k":"v"}';
    case 'marks':
      return '{"g":{"n":1}}';
    case 'any':
      return '"v"';
    case 'object':
      return rightObject(type.model);
    case 'list':
      return `[${rightValue(type.of, { rules })}]`;
    case 'map':
      return `{"m":${rightObject(type.of)}}`;
    default:
      return '3';
  }
}

function rightObject(model: ObjectModel): string {
  return `{${neededOf(model, null)
    .map((field) => `"${field.key}":${rightValue(field.type, field)}`)
    .join(',')}}`;
}
