import { textOfBytes } from '../decode/byte-text.ts';

/** A path as Go's `path.Clean` leaves it, with its trailing slash kept: what net/http's ServeMux redirects to (reference A0 rule 12). */
export function cleanPath(path: string): string {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  const cleaned = `/${kept.join('/')}`;
  return path.endsWith('/') && cleaned !== '/' ? `${cleaned}/` : cleaned;
}

/** Splits a request target into path and query, in origin form (`/a?b`) or absolute form (`http://host/a?b`). */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const origin = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, '');
  const mark = origin.indexOf('?');
  return mark === -1 ? { path: origin, query: '' } : { path: origin.slice(0, mark), query: origin.slice(mark + 1) };
}

/** The first value of each parameter by Go's `url.ParseQuery`: a pair that holds `;` or a broken escape is dropped. */
export function parseQuery(query: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const pair of query.split('&')) {
    if (pair === '' || pair.includes(';')) continue;
    const mark = pair.indexOf('=');
    const name = unescaped(mark === -1 ? pair : pair.slice(0, mark));
    const value = unescaped(mark === -1 ? '' : pair.slice(mark + 1));
    if (name !== null && value !== null && !values.has(name)) values.set(name, value);
  }
  return values;
}

/** The bytes that a text stands for, as text; null where a percent sign lacks its two hexadecimal digits. */
function unescaped(text: string): string | null {
  if (/%(?![0-9a-f]{2})/i.test(text)) return null;
  const plain = text.replaceAll('+', ' ');
  if (!plain.includes('%')) return plain;
  const bytes = plain.replace(/%(..)/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return textOfBytes(Buffer.from(bytes, 'latin1'));
}

/** A path of which every part is unescaped: what ServeMux compares with the paths of routes. A slash that was escaped stays part of its part. */
export function unescapedPath(path: string): string {
  return path.includes('%')
    ? path
        .split('/')
        .map((part) => unescaped(part.replaceAll('+', '%2B'))?.replaceAll('/', '%2F') ?? part)
        .join('/')
    : path;
}
