import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is turned away before anything else is looked at, or null where it may pass. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 415 | 421;
  readonly why: string;
}

/** The names under which this interface may be addressed. A foreign one means that somebody's DNS name was pointed at 127.0.0.1. */
export function hostsOf(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

/**
 * Judges where a request comes from, by what browsers add and pages cannot change: `Host` (DNS rebinding), `Origin`, and `Sec-Fetch-Site`,
 * where `same-site` is as foreign as any other, because every port of 127.0.0.1 is one site. Requests that act need an `Origin`.
 */
export function whyRefused(
  request: { readonly method: string; readonly target: string; readonly headers: IncomingHttpHeaders },
  port: number,
): Refusal | null {
  const { method, target, headers } = request;
  const { host = '', origin } = headers;
  if (!hostsOf(port).includes(host.toLowerCase())) {
    return { status: 421, why: 'This address belongs to Sealwire alone and is not served under another name.' };
  }
  if (!target.startsWith('/')) return { status: 400, why: 'The address of this request is not a path.' };
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
    return { status: 405, why: 'Sealwire answers GET, HEAD and POST.' };
  }
  if (origin !== undefined ? origin !== `http://${host.toLowerCase()}` : method === 'POST') {
    return { status: 403, why: "This request does not come from Sealwire's own page." };
  }
  if (!comesFromOurPage(request)) return { status: 403, why: "This request was made by somebody else's page." };
  if (method === 'POST' && mediaTypeOf(headers) !== 'application/json') {
    return { status: 415, why: 'The body of a request has to be application/json.' };
  }
  return null;
}

/** Programs that are no browsers send no `Sec-Fetch-Site`. Any page, and a file, may lead a person here, but only as a page of their own. */
function comesFromOurPage({ method, headers }: { method: string; headers: IncomingHttpHeaders }): boolean {
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin') return true;
  if (method !== 'GET') return false;
  return site === 'none' || (headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document');
}

function mediaTypeOf(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
