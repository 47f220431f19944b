import { isIP, isIPv6 } from 'node:net';

/** The values of each header line by lower-case name, as `IncomingMessage.headersDistinct` has them. */
type HeaderLines = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * Whose request it is for the rate limit: the first valid address of `Forwarded` (its `for`), `X-Real-IP` and `X-Forwarded-For` (first entry), else the socket's
 * (reference B4). A client may write what it likes there; the real server believes it too. IPv6 comes in its shortest form.
 */
export function clientAddress(headers: HeaderLines, remoteAddress: string | undefined): string {
  const first = (name: string): string => headers[name]?.[0] ?? '';
  const candidates = [
    forwardedFor(first('forwarded')),
    first('x-real-ip'),
    (first('x-forwarded-for').split(',', 1)[0] ?? '').trim(),
  ];
  for (const candidate of candidates) {
    const address = addressOf(candidate);
    if (address !== null) return address;
  }
  return canonical(remoteAddress ?? '');
}

/** The `for` of the first element of a Forwarded header (RFC 7239); the last one where it is repeated. */
function forwardedFor(header: string): string {
  let found = '';
  for (const field of (header.split(',', 1)[0] ?? '').split(';')) {
    const mark = field.indexOf('=');
    if (mark === -1 || field.slice(0, mark).trim().toLowerCase() !== 'for') continue;
    const value = unquoted(field.slice(mark + 1).trim());
    if (value !== null) found = value;
  }
  return found;
}

/** Null for an opening quotation mark without its fellow. */
function unquoted(value: string): string | null {
  if (!value.startsWith('"')) return value;
  const inner = /^"((?:[^"\\]|\\["\\])*)"$/.exec(value)?.[1];
  return inner === undefined ? null : inner.replace(/\\(.)/g, '$1');
}

/** An address with or without a port; one of IPv6 with a port stands in brackets. */
function addressOf(text: string): string | null {
  if (isIP(text) !== 0) return canonical(text);
  const match = /^(?:\[([^\]]*)\]|([^:]*)):(\d*)$/.exec(text);
  const host = match?.[1] ?? match?.[2] ?? '';
  if (isIP(host) === 0 || Number(match?.[3] ?? 0) > 65_535) return null;
  return canonical(host);
}

function canonical(address: string): string {
  // The parser of URLs writes IPv6 in its shortest form, but knows no zones.
  return isIPv6(address) && !address.includes('%') ? new URL(`http://[${address}]`).hostname : address;
}
