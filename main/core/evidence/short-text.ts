/**
 * Text that came from outside, fit for one line of a report: control characters (RFC 20, and the ones that turn the reading direction)
 * become spaces, and what is longer than `limit` characters is cut.
 */
export function shortText(text: string, limit = 120): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).trimEnd()}…`;
}
