import { Secret } from '../../contract/secret.ts';

/** A value on its way to another thread of this process, in which secrets stand open, because structured cloning drops what is private. Never to be written or logged. */
export type Crossed<Value> = { readonly [KIND]: Value };

declare const KIND: unique symbol;

/** The key under which a secret's text crosses; no value of ours has one like it. */
const SECRET = '\u0000secret';

/** Makes a value of plain objects, arrays, texts, numbers and secrets fit to cross to another thread. */
export function crossing<Value>(value: Value): Crossed<Value> {
  return replaced(value, (each) => (each instanceof Secret ? { [SECRET]: each.reveal() } : null)) as Crossed<Value>;
}

/** The value as it was, having crossed. */
export function crossed<Value>(value: Crossed<Value>): Value {
  return replaced(value, (each) =>
    SECRET in each && typeof each[SECRET] === 'string' ? new Secret(each[SECRET]) : null,
  ) as Value;
}

function replaced(value: unknown, replace: (each: Readonly<Record<string, unknown>> | Secret) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => replaced(each, replace));
  const replacement = replace(value as Readonly<Record<string, unknown>>);
  if (replacement !== null) return replacement;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, replace)]));
}
