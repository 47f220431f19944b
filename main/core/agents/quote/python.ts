import { refuseUnwritable } from './refuse.ts';

/** A Python string literal in double quotes. JSON's escapes are all escapes of Python too (Language Reference §2.4.1). */
export function quotePython(value: string): string {
  refuseUnwritable(value, 'Python');
  return JSON.stringify(value);
}
