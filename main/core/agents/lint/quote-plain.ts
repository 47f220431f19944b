import { refuseUnwritable } from '../quote/refuse.ts';

/** The value as it is, for a place where nothing in it may mean anything: between quotes whose rules differ, or without any. Throws `INPUT_INVALID` for what might. */
export function quotePlain(value: string): string {
  refuseUnwritable(value, 'this place', [
    [/^[=:@*?-]|:$|[\s"'`$\\%!&|<>^;#,{}()\p{Cc}]/u, 'a character that means something there'],
  ]);
  return value;
}
