/** Characters that a path may hold as they are (Go's net/url, `validEncoded`). */
const SOUND = /^[A-Za-z0-9\-_.~!$&'()*+,;=:@[\]/%]*$/;

/** A path in the form in which net/url would write it, where it holds what a path may not; else as it came. */
export function escapedPath(path: string): string {
  return SOUND.test(path) ? path : escapePath(unescapeBytes(path));
}

/** Escapes everything in a path that net/url escapes, percent signs too: ServeMux writes a path that is escaped already a second time when it redirects. */
export function escapePath(path: string): string {
  return path.replace(/[^A-Za-z0-9\-_.~$&+,/:;=@]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** Whether a percent sign of a path lacks its two hexadecimal digits. */
export function hasBrokenEscape(path: string): boolean {
  return /%(?![0-9a-f]{2})/i.test(path);
}

/** One character for each byte. */
function unescapeBytes(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
