import { LINE_BREAK, refuseUnwritable } from './refuse.ts';

/** What one reader or another takes off: Python also counts some control characters, such as U+001C and U+0085, as white space. */
const SPACE_AT_AN_END = /^[\s\p{Cc}]|[\s\p{Cc}]$/u;

/**
 * The value of a line in a `.env` file that Node's `--env-file`, the npm package dotenv, python-dotenv and Compose all read alike.
 * They part ways over backslashes between quotes and over `$`, so a value goes without quotes wherever it may, and one that no
 * way of writing saves from being read differently is refused.
 */
export function quoteDotenv(value: string): string {
  refuseUnwritable(value, 'a .env file', [LINE_BREAK, [/\$/, 'a dollar sign']]);
  if (value !== '' && !/[#'"`]/.test(value) && !SPACE_AT_AN_END.test(value)) return value;
  refuseUnwritable(value, 'a .env file between quotes', [[/\\/, 'a backslash']]);
  if (!value.includes("'")) return `'${value}'`;
  refuseUnwritable(value, 'a .env file', [[/["`]/, 'both kinds of quotes']]);
  return `"${value}"`;
}
