import { refuseUnwritable } from './refuse.ts';

/**
 * A regular C# string literal. JSON's escapes are escapes of C# too; next line and the line and paragraph separators, which JSON leaves bare, would end the literal
 * (C# language specification, "String literals" and "Line terminators").
 */
export function quoteCSharp(value: string): string {
  refuseUnwritable(value, 'C#');
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
