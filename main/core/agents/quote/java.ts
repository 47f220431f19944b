import { refuseUnwritable } from './refuse.ts';

/** A string literal of Java (JLS §3.10.5): JSON's escapes are among Java's, and a backslash before `u` is always one of a pair. */
export function quoteJava(value: string): string {
  refuseUnwritable(value, 'Java');
  return JSON.stringify(value);
}
