import { refuseUnwritable } from './refuse.ts';

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal of Groovy between single quotes, in which nothing is filled in (Groovy documentation, "Single-quoted string"). */
export function quoteGroovy(value: string): string {
  refuseUnwritable(value, 'Groovy');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped.
  const escaped = value.replace(/[\\']|[\u0000-\u001f\u007f]/g, (character) => {
    if (character > ' ' && character < '\u007f') return `\\${character}`;
    return ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `'${escaped}'`;
}
