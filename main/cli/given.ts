import { fail } from '../contract/errors.ts';

/** What was typed after a command, checked against its `meta`. */
export interface Given {
  /** The words, in order; those that `meta` asks for are there. */
  readonly words: readonly string[];
  /** Everything after `--`. */
  readonly rest: readonly string[];
  /** Whether a flag is on: null where neither it nor its `--no-` form was typed. */
  flag(name: string): boolean | null;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

/** A whole number option between two bounds; throws `USAGE` naming the option, with `example` as one that is right. */
export function wholeNumber(
  given: Given,
  name: string,
  [least, most]: readonly [least: number, most: number],
  example: number,
): number | undefined {
  const text = given.value(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= least && number <= most) return number;
  throw fail('USAGE', {
    what: `--${name} takes a whole number from ${least} to ${most}, and "${text}" is none.`,
    fix: `Correct it, for example: --${name} ${example}`,
  });
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A span of time such as `30s`, `15m`, `30d` or `500ms`, in milliseconds; throws `USAGE` naming the option. */
export function timeSpan(given: Given, name: string): number | undefined {
  const text = given.value(name);
  if (text === undefined) return undefined;
  const milliseconds = spanOf(text);
  if (milliseconds !== null) return milliseconds;
  throw fail('USAGE', {
    what: `--${name} takes a span of time, and "${text}" is none.`,
    fix: `Write a number and a unit (ms, s, m, h, d), for example: --${name} 30s`,
  });
}

/** A span of time between two bounds, in whole seconds; throws `USAGE` naming the option. */
export function wholeSeconds(
  given: Given,
  name: string,
  [least, most]: readonly [least: number, most: number],
): number | undefined {
  const milliseconds = timeSpan(given, name);
  if (milliseconds === undefined) return undefined;
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds >= least && seconds <= most) return seconds;
  throw fail('USAGE', {
    what: `--${name} takes from ${least} to ${most} seconds.`,
    fix: `Correct it, for example: --${name} ${most}s`,
  });
}

/** The moment that `--since` names, as ISO 8601: a moment, or a span of time before `now`. Throws `USAGE`. */
export function momentSince(given: Given, now: Date): string | undefined {
  const text = given.value('since');
  if (text === undefined) return undefined;
  const span = spanOf(text);
  const at = new Date(span === null ? text : now.getTime() - span);
  if (!Number.isNaN(at.getTime())) return at.toISOString();
  throw fail('USAGE', {
    what: `--since takes a moment or a span of time, and "${text}" is neither.`,
    fix: 'For example: --since 15m, or --since 2026-11-24T03:00',
  });
}

function spanOf(text: string): number | null {
  const [, count, unit = ''] = /^(\d{1,6})(ms|s|m|h|d)$/.exec(text) ?? [];
  const milliseconds = Number(count) * (UNITS[unit] ?? Number.NaN);
  return Number.isFinite(milliseconds) ? milliseconds : null;
}
