import { LINE_BREAK, refuseUnwritable } from './refuse.ts';

/** The value of an `ENV` instruction, in double quotes: `\`, `"` and `$` are escaped (Dockerfile reference, "Environment replacement"). */
export function quoteDockerfile(value: string): string {
  refuseUnwritable(value, 'a Dockerfile', [LINE_BREAK]);
  return `"${value.replace(/[\\"$]/g, '\\$&')}"`;
}

/** The value of `docker run --mount`, a line of CSV: a field that holds a comma or a quote goes between quotes, quotes doubled (RFC 4180 §2). */
export function quoteMountField(field: string): string {
  refuseUnwritable(field, 'docker --mount', [LINE_BREAK]);
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
