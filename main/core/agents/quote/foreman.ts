import { LINE_BREAK, refuseUnwritable } from './refuse.ts';

/** What Python counts as the end of a line besides, so honcho does (Python documentation, `str.splitlines`). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what ends a line.
const OTHER_LINE_BREAK = /[\v\f\x1c-\x1e\u0085\u2028\u2029]/;

/**
 * The value of a line in the `.env` file beside a Procfile, which foreman and honcho read alike (foreman 0.87.2, lib/foreman/env.rb; honcho 2.0.0, environ.py). Without quotes, honcho drops
 * spaces and takes `#` for a comment; it makes a line feed or tab of a backslash and `n` or `t` even between quotes, so a value that holds those is refused, as is one with an apostrophe
 * that no quotes save.
 */
export function quoteForeman(value: string): string {
  refuseUnwritable(value, 'the .env file of a Procfile', [
    LINE_BREAK,
    [OTHER_LINE_BREAK, 'a line break'],
    [/\\[nt]/, 'a backslash before n or t'],
  ]);
  if (/^[A-Za-z0-9_./:@%+,=-]+$/.test(value)) return value;
  if (!value.includes("'")) return `'${value}'`;
  refuseUnwritable(value, 'the .env file of a Procfile', [[/["\\]/, 'an apostrophe beside a quote or backslash']]);
  return `"${value}"`;
}
