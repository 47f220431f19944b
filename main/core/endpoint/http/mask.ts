const REDACTED = '[redacted]';
const SECRET_HEADER = /auth|cookie|token|secret|api-?key|password|credential|signature|session/i;
const SECRET_PARAMETER = /auth|token|secret|api_?key|password|passwd|credential|signature|session/i;

/** Headers with the values of those that carry credentials replaced, for everything that is kept or shown. Takes `rawHeaders` of `node:http`. */
export function maskHeaders(rawHeaders: readonly string[]): [string, string][] {
  const masked: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    masked.push([name, SECRET_HEADER.test(name) ? REDACTED : (rawHeaders[at + 1] ?? '')]);
  }
  return masked;
}

const PERSONAL_HEADER = /^(?:forwarded|x-forwarded-for|x-real-ip|referer)$/i;

/** Headers without what tells who sits at the other end: addresses behind proxies, the page somebody looked at, the browser (`capture_personal_data: false`). */
export function withoutPerson(headers: readonly (readonly [string, string])[]): [string, string][] {
  return headers.map(([name, value]) => {
    const isBrowser = /^user-agent$/i.test(name) && value.startsWith('Mozilla/');
    return [name, isBrowser || PERSONAL_HEADER.test(name) ? REDACTED : value];
  });
}

/** A request target with credentials in its query and user part replaced. */
export function maskTarget(target: string): string {
  return target
    .replace(/\/\/[^/@\s?]*@/g, `//${REDACTED}@`)
    .replace(/([?&;])([^=&;\s]*)=([^&;\s]*)/g, (whole, separator: string, name: string) =>
      SECRET_PARAMETER.test(name) ? `${separator}${name}=${REDACTED}` : whole,
    );
}

/** A body short enough to be kept beside its attempt: at most 4 KiB, then an ellipsis. */
export function cutBody(body: string): string {
  return body.length <= 4096 ? body : `${body.slice(0, 4096)}…`;
}
