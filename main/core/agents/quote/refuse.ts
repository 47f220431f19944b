import { fail } from '../../../contract/index.ts';

/**
 * Throws `INPUT_INVALID` where `value` holds something that `format` has no way to write. Every format refuses NUL, which no environment
 * can hold, and unpaired surrogates, which no UTF-8 file can hold; `also` adds what this one cannot hold either.
 */
export function refuseUnwritable(
  value: string,
  format: string,
  also: readonly (readonly [RegExp, string])[] = [],
): void {
  const reasons: readonly (readonly [RegExp, string])[] = [[/\0/, 'a NUL character'], ...also];
  const reason = value.isWellFormed() ? reasons.find(([pattern]) => pattern.test(value))?.[1] : 'half a character';
  if (reason !== undefined)
    throw fail('INPUT_INVALID', { what: `A value with ${reason} cannot be written for ${format}.` });
}

/** For formats in which a value ends with its line. */
export const LINE_BREAK: readonly [RegExp, string] = [/[\n\r]/, 'a line break'];
