import { refuseUnwritable } from './refuse.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** A JavaScript or TypeScript string literal in single quotes (ECMA-262 §12.9.4). */
export function quoteJavaScript(value: string): string {
  refuseUnwritable(value, 'JavaScript');
  return `'${value.replace(/[\\'\n\r\u2028\u2029]/g, (character) => ESCAPES[character] ?? `\\${character}`)}'`;
}
