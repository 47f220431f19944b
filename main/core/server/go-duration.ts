const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};
const WHOLE = /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
/** 64 bits of nanoseconds. */
const LONGEST_MS = 9_223_372_036_854;

/** A span of time as Go's `time.ParseDuration` reads it (`1m30s`, `500ms`, `-1.5h`), in milliseconds; null for anything else. */
export function goDurationMs(text: string): number | null {
  const [, sign, rest = ''] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  if (rest === '0') return 0;
  if (!WHOLE.test(rest)) return null;
  const pieces = [...rest.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)];
  const ms = pieces.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0);
  if (ms > LONGEST_MS) return null;
  return sign === '-' ? -ms : ms;
}
