import { refuseUnwritable } from './refuse.ts';

/** A Go string literal in double quotes. JSON's escapes are all escapes of Go too, but for `\/`, which JSON.stringify does not write (Go specification, "String literals"). */
export function quoteGo(value: string): string {
  refuseUnwritable(value, 'Go');
  return JSON.stringify(value).replaceAll('\ufeff', '\\ufeff');
}
