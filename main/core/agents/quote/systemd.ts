import { LINE_BREAK, refuseUnwritable } from './refuse.ts';

/**
 * The assignment of an `Environment=` line, quoted as a whole: `\` and `"` are escaped, `%` is doubled because it starts a specifier,
 * `$` means nothing there (systemd.exec(5), systemd.syntax(7)). systemd ignores a line that holds a Unicode noncharacter.
 */
export function quoteSystemdEnvironment(name: string, value: string): string {
  refuseUnwritable(value, 'a systemd unit', [LINE_BREAK, [/\p{Noncharacter_Code_Point}/u, 'a Unicode noncharacter']]);
  return `"${name}=${value.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%')}"`;
}
