import { refuseUnwritable } from './refuse.ts';

/**
 * A Ruby string literal in double quotes. JSON's escapes are escapes of Ruby too; `#` is escaped, because `#{`, `#$` and `#@` would put something in its place (Ruby's
 * documentation, "Literals").
 */
export function quoteRuby(value: string): string {
  refuseUnwritable(value, 'Ruby');
  return JSON.stringify(value).replaceAll('#', '\\#').replaceAll('\ufeff', '\\ufeff');
}
