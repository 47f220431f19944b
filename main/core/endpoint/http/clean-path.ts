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

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // URIError: a percent sign without two hexadecimal digits, or bytes that are not UTF-8.
    return null;
  }
}
