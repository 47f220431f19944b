import type { AnyValue, KeyValue } from './definitions.ts';

/** A value as JSON has it: bytes as base64, a list of pairs as an object; null where nothing is set. */
export function jsonOf(value: AnyValue | null): unknown {
  if (value === null) return null;
  if (value.arrayValue !== null) return value.arrayValue.values.map(jsonOf);
  if (value.kvlistValue !== null) return objectOf(value.kvlistValue.values);
  return (
    value.stringValue ??
    value.boolValue ??
    value.intValue ??
    value.doubleValue ??
    value.bytesValue?.toString('base64') ??
    null
  );
}

/** Attributes as an object; where a key repeats, the last one counts. Without a prototype, because keys come from outside. */
export function objectOf(attributes: readonly KeyValue[]): Record<string, unknown> {
  const object: Record<string, unknown> = Object.create(null);
  for (const { key, value } of attributes) object[key] = jsonOf(value);
  return object;
}

/** The attributes of one thing, by key, as what they are expected to be. */
export interface Attributes {
  /** Text that is not empty; of several names the first that has some. */
  text(...keys: readonly string[]): string | null;
  number(...keys: readonly string[]): number | null;
  boolean(key: string): boolean;
  has(...keys: readonly string[]): boolean;
  readonly values: Readonly<Record<string, unknown>>;
  readonly isEmpty: boolean;
}

export function readAttributes(attributes: readonly KeyValue[]): Attributes {
  const values = objectOf(attributes);
  const first = <Value>(keys: readonly string[], fits: (value: unknown) => value is Value): Value | null => {
    for (const key of keys) {
      const value = values[key];
      if (fits(value)) return value;
    }
    return null;
  };
  return {
    text: (...keys) => first(keys, isText),
    number: (...keys) => first(keys, isNumber),
    boolean: (key) => values[key] === true,
    has: (...keys) => keys.some((key) => key in values),
    values,
    isEmpty: attributes.length === 0,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
