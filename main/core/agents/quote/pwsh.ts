import { refuseUnwritable } from './refuse.ts';

/**
 * One value for PowerShell, always between single quotes, where only the quote itself is doubled. PowerShell takes the typographic
 * quotes U+2018 to U+201B for the plain one, so they are doubled too (about_Quoting_Rules). Not proven on the real system.
 */
export function quotePwsh(value: string): string {
  refuseUnwritable(value, 'PowerShell');
  return `'${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}
