import type { Field, FieldType, ObjectModel } from '../model/model.ts';
import { isFieldSet, problemOfValue } from '../model/validate.ts';
import { fitsType } from './fits.ts';
import { isRecord } from './is-record.ts';

/** `unset` equals absent (`{}`, `null`, an empty list); `doubtful` is for the thorough way to decide. */
type Verdict = 'unset' | 'sound' | 'doubtful';

/**
 * Whether a line that `JSON.parse` read is certain to decode and to satisfy the rules of its model: what `fits` and `problemOf` say together,
 * in one walk over the keys that are there instead of two over all that there could be. False means no more than that it is not certain.
 */
export function isSound(model: ObjectModel, type: string, root: Readonly<Record<string, unknown>>): boolean {
  return isRecord(root[type]) && judgeObject(model, root) === 'sound' && isFieldSet(model, root, type);
}

function judgeObject(model: ObjectModel, object: Readonly<Record<string, unknown>>): Verdict {
  let isAnySet = false;
  for (const key in object) {
    const field = model.byKey.get(key);
    if (field === undefined) {
      if (/[A-Z]/.test(key) && model.byKey.has(key.toLowerCase())) return 'doubtful';
      continue;
    }
    const verdict = judgeField(field, object[key]);
    if (verdict === 'doubtful') return 'doubtful';
    if (verdict === 'sound') isAnySet = true;
  }
  if (!isAnySet) return 'unset';
  return hasWhatItNeeds(model, object) ? 'sound' : 'doubtful';
}

function judgeField(field: Field, value: unknown): Verdict {
  const { type } = field;
  if (value === null || value === undefined) return 'unset';
  if (type.kind === 'object') return isRecord(value) ? judgeObject(type.model, value) : 'doubtful';
  if (type.kind === 'list') return Array.isArray(value) ? judgeList(field, type.of, value) : 'doubtful';
  if (type.kind === 'map') return isRecord(value) ? judgeMap(field, type.of, value) : 'doubtful';
  if (!fitsType(type, value)) return 'doubtful';
  if ((type.kind === 'obj' || type.kind === 'marks') && isRecord(value) && isEmpty(value)) return 'unset';
  return problemOfValue(field, value) === null ? 'sound' : 'doubtful';
}

function judgeList(field: Field, of: FieldType, list: readonly unknown[]): Verdict {
  if (list.length === 0) return 'unset';
  if (of.kind !== 'object') {
    const isRight = fitsType(field.type, list) && problemOfValue(field, list) === null;
    return isRight ? 'sound' : 'doubtful';
  }
  for (const element of list) {
    if (!isRecord(element) || judgeObject(of.model, element) !== 'sound') return 'doubtful';
  }
  return 'sound';
}

function judgeMap({ rules }: Field, of: ObjectModel, map: Readonly<Record<string, unknown>>): Verdict {
  let isAnySet = false;
  for (const name in map) {
    const element = map[name];
    if (rules.hasMetricNames && /[*"]/.test(name)) return 'doubtful';
    if (!isRecord(element) || judgeObject(of, element) !== 'sound') return 'doubtful';
    isAnySet = true;
  }
  return isAnySet ? 'sound' : 'unset';
}

/** Of the fields that are absent, only those that something requires matter; few models have any. */
function hasWhatItNeeds(model: ObjectModel, object: Readonly<Record<string, unknown>>): boolean {
  const isPresent = (key: string): boolean => isFieldSet(model, object, key);
  return (
    (model.anyOf.length === 0 || model.anyOf.some(isPresent)) &&
    needyFieldsOf(model).every(
      ({ key, rules }) => isPresent(key) || (!rules.required && !rules.requiredIf.some(isPresent)),
    )
  );
}

const needyFields = new WeakMap<ObjectModel, readonly Field[]>();

function needyFieldsOf(model: ObjectModel): readonly Field[] {
  const known = needyFields.get(model);
  if (known !== undefined) return known;
  const needy = model.fields.filter(({ rules }) => rules.required || rules.requiredIf.length > 0);
  needyFields.set(model, needy);
  return needy;
}

function isEmpty(object: Readonly<Record<string, unknown>>): boolean {
  for (const key in object) if (key !== undefined) return false;
  return true;
}
