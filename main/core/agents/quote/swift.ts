import { refuseUnwritable } from './refuse.ts';

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal of Swift (The Swift Programming Language, "String Literals"); without its backslash nothing is interpolated. */
export function quoteSwift(value: string): string {
  refuseUnwritable(value, 'Swift');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped.
  const escaped = value.replace(/[\\"]|[\u0000-\u001f\u007f]/g, (character) => {
    if (character > ' ' && character < '\u007f') return `\\${character}`;
    return ESCAPES[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
  return `"${escaped}"`;
}
