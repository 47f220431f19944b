import { LINE_BREAK, refuseUnwritable } from './refuse.ts';

/**
 * The value of a line in a Java properties file: backslashes are doubled, white space at the start is escaped, and everything beyond printable ASCII is a `\u` escape, which
 * reads alike whatever encoding the file is taken for (java.util.Properties, `load`).
 */
export function quoteProperties(value: string): string {
  refuseUnwritable(value, 'a properties file', [LINE_BREAK]);
  return value
    .replaceAll('\\', '\\\\')
    .replace(/^[ \t\f]/, (character) => `\\u${codeOf(character)}`)
    .replace(/[^\x20-\x7e]/g, (character) => `\\u${codeOf(character)}`);
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}
