import { isIP } from 'node:net';
import type { ServedRequest } from '../endpoint/http/served-request.ts';
import { isLoopbackAddress } from '../host/loopback-address.ts';
import type { RelayedHead } from './ports.ts';

/** Headers that say something about the body or the client; the rest concerns the connection to us alone. */
const PASSED = ['content-type', 'content-encoding', 'user-agent', 'origin', 'accept', 'if-none-match'] as const;
/** By which the real server tells whose request it is (reference B4). */
const FORWARDING = ['forwarded', 'x-real-ip', 'x-forwarded-for'] as const;

/**
 * What of a request goes on with it. The server behind sees our address in place of the client's, so that the client's is added in the header that it believes, unless one is
 * there already or the client is this machine.
 */
export function relayedHead(
  request: ServedRequest,
  { isAuthorised, target = request.url ?? '/' }: { readonly isAuthorised: boolean; readonly target?: string },
): RelayedHead {
  const headers: Record<string, string> = {};
  for (const name of [...PASSED, ...FORWARDING]) {
    const value = request.headersDistinct[name]?.join(', ');
    if (value !== undefined) headers[name] = value;
  }
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isTold = FORWARDING.some((name) => headers[name] !== undefined);
  if (!isTold && isIP(address) !== 0 && !isLoopbackAddress(address)) headers['x-forwarded-for'] = address;
  return { method: request.method ?? 'POST', target, headers, isAuthorised };
}
