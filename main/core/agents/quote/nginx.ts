import { refuseUnwritable } from './refuse.ts';

const PLAIN = /^[A-Za-z0-9_.:/@%+,~-]+$/;

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A parameter of a directive of nginx: as it is, or in double quotes with backslashes (src/core/ngx_conf_file.c, `ngx_conf_read_token`). For directives that know no variables. */
export function quoteNginx(value: string): string {
  refuseUnwritable(value, 'nginx');
  if (PLAIN.test(value)) return value;
  return `"${value.replace(/["\\\n\r\t]/g, (character) => ESCAPES[character] ?? `\\${character}`)}"`;
}
