import { LINE_BREAK, refuseUnwritable } from './refuse.ts';

/**
 * A value in a php.ini file, or in a pool of PHP-FPM, which is read alike. Between single quotes PHP takes everything as it stands; between double quotes a backslash
 * escapes, and `${NAME}` puts a variable in its place, which nothing prevents (Zend/zend_ini_scanner.l).
 */
export function quotePhpIni(value: string): string {
  refuseUnwritable(value, 'php.ini', [LINE_BREAK]);
  if (!/["'\\$]/.test(value)) return `"${value}"`;
  if (!value.includes("'")) return `'${value}'`;
  refuseUnwritable(value, 'php.ini', [[/\$/, 'an apostrophe and a dollar sign']]);
  return `"${value.replace(/["\\]/g, (character) => `\\${character}`)}"`;
}
