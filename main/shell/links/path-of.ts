/**
 * `/<screen>/<rest>` with the rest percent-encoded beyond what URLs ask for, so that nothing of it can be read as anything but a name. Null where it cannot be
 * written so: a lone surrogate, or a name that URL parsers take for "this folder" and "the one above", also encoded (WHATWG URL, "double-dot URL path segment").
 */
export function pathOf(screen: string, rest: string): string | null {
  if (/^\.{1,2}$/.test(rest)) return null;
  try {
    return `/${screen}/${encodeURIComponent(rest).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`;
  } catch {
    // URIError: a lone surrogate.
    return null;
  }
}
