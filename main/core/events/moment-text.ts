/** The furthest moments from the epoch that a `Date` can name, in milliseconds (ECMA-262, "Time Values and Time Range"). */
const FURTHEST_MS = 8.64e15;

/** A time in microseconds as ISO 8601 text. Agents may send any int64; what no calendar reaches becomes the furthest moment that one does. */
export function momentText(us: number): string {
  return new Date(Math.max(-FURTHEST_MS, Math.min(FURTHEST_MS, us / 1000))).toISOString();
}
