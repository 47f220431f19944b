import fc from 'fast-check';
import { expect } from 'vitest';
import { SealwireError } from '../../../main/contract/index.ts';

const special = fc.constantFrom(
  ...' \'"`$%\\#!&|;<>()[]{}*?~^=,:@\t\u2018\u2019\u2028\u0085é漢😀ab1-/.'.split(/(?:)/u),
);
/** Everything that is special somewhere, amid ordinary text, plus any Unicode that UTF-8 can hold. */
export const hostile = fc.oneof(
  fc.string({ unit: special, minLength: 1, maxLength: 20 }),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 12 })
    .filter((text) => text.isWellFormed() && !text.includes('\0')),
);
/** The same on one line, for formats in which a value ends with its line. */
export const hostileLine = hostile.filter((text) => !/[\n\r]/.test(text));

/** Many values at once: starting a shell for each would take longer than all else. */
export function sample(values: fc.Arbitrary<string>, seed: number): string[] {
  return [...new Set([...fc.sample(values, { numRuns: 400, seed }), "it's", '$(id)', '`id`', '%PATH%', '-n', 'a\\'])];
}

/** The values that `quote` did not refuse; refusing everything would prove nothing, so at least half must be left. */
export function accepted(values: readonly string[], quote: (value: string) => string): [string, string][] {
  const pairs = values.flatMap((value): [string, string][] => {
    try {
      return [[value, quote(value)]];
    } catch (error) {
      expect(error).toBeInstanceOf(SealwireError);
      return [];
    }
  });
  expect(pairs.length).toBeGreaterThan(values.length / 3);
  return pairs;
}
