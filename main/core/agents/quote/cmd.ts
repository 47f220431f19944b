import { LINE_BREAK, refuseUnwritable } from './refuse.ts';

/**
 * The words `"NAME=value"` for `set` at the prompt of cmd.exe. Between the quotes `& | < > ^` are plain; a double quote would end them, and a pair
 * of per cent signs is replaced by a variable with no way to escape it at the prompt, so both are refused. Not proven on the real system.
 */
export function quoteCmdAssignment(name: string, value: string): string {
  refuseUnwritable(value, 'cmd', [LINE_BREAK, [/"/, 'a double quote'], [/%.*%/, 'two per cent signs']]);
  return `"${name}=${value}"`;
}
