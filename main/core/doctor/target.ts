import { isIP } from 'node:net';
import { fail } from '../../contract/index.ts';
import { serverOrigin } from '../agents/server-origin.ts';

/** The server that is examined, as its URL names it. */
export interface Target {
  /** The URL without a slash at its end. */
  readonly url: string;
  /** Name or address, without brackets. */
  readonly host: string;
  readonly port: number;
  /** As it stands in a `Host` header. */
  readonly authority: string;
  readonly isTls: boolean;
  /** What is sent as the server's name; null for an address (RFC 6066 §3). */
  readonly serverName: string | null;
  /** Path before all of APM Server's own; empty for most. */
  readonly basePath: string;
}

/** Reads the URL of a server. Throws `INPUT_INVALID` for what is none, and for one with a password, a query or a fragment. */
export function readTarget(text: string): Target {
  const typed = text.trim();
  serverOrigin(typed);
  const url = new URL(typed);
  if (url.search !== '' || url.hash !== '') {
    throw fail('INPUT_INVALID', { what: 'A server URL ends with its path: leave out everything from "?" or "#" on.' });
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  const isTls = url.protocol === 'https:';
  const basePath = url.pathname.replace(/\/+$/, '');
  return {
    url: `${url.origin}${basePath}`,
    host,
    port: url.port === '' ? (isTls ? 443 : 80) : Number(url.port),
    authority: url.host,
    isTls,
    serverName: isIP(host) === 0 ? host : null,
    basePath,
  };
}
