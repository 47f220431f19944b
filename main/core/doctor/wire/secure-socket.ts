import { connect, type TLSSocket } from 'node:tls';
import { NetworkFault } from '../network-fault.ts';
import type { Surroundings } from '../surroundings.ts';
import { openSocket, type Place } from './open-socket.ts';

export interface SecureWish {
  readonly place: Place;
  /** The name or address in the URL, by which the certificate is judged. */
  readonly host: string;
  /** Null where the host is an address, for which no name is sent. */
  readonly serverName: string | null;
  /** PEM of the authorities that count. */
  readonly authorities: readonly string[];
  readonly alpn: readonly string[];
  /** Whether the name has to be covered as well. */
  readonly checkName: boolean;
}

/** A connection, and what OpenSSL says of the server's chain: null for nothing against it, else its code. */
export interface SecureSocket {
  readonly socket: TLSSocket;
  readonly objection: string | null;
}

/** Shakes hands as a client that trusts these authorities alone. Rejects with a `NetworkFault` where no handshake comes about; the caller destroys the socket. */
export async function secureSocket(world: Surroundings, wish: SecureWish, signal: AbortSignal): Promise<SecureSocket> {
  const socket = await openSocket(world, wish.place, signal);
  // Level 0, because what keys and hashes are worth is a check of its own; here it is asked who signed.
  const secure = connect({
    socket,
    host: wish.host,
    ...(wish.serverName === null ? {} : { servername: wish.serverName }),
    ca: [...wish.authorities],
    ALPNProtocols: [...wish.alpn],
    rejectUnauthorized: false,
    minVersion: 'TLSv1',
    ciphers: 'ALL:@SECLEVEL=0',
    ...(wish.checkName ? {} : { checkServerIdentity: () => undefined }),
  });
  return new Promise((resolve, reject) => {
    const settle = (fault: NetworkFault | null): void => {
      signal.removeEventListener('abort', giveUp);
      if (fault === null) return;
      secure.on('error', () => undefined).destroy();
      reject(fault);
    };
    const giveUp = (): void => settle(new NetworkFault('silent', 'it does not answer a handshake of TLS'));
    secure.once('secureConnect', () => {
      settle(null);
      resolve({ socket: secure, objection: secure.authorized ? null : codeOf(secure.authorizationError) });
    });
    secure.once('error', (error: NodeJS.ErrnoException) =>
      settle(new NetworkFault('broken', `the handshake fails (${error.code ?? error.message})`, { cause: error })),
    );
    secure.once('close', () => settle(new NetworkFault('closed', 'it closes the connection during the handshake')));
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
  });
}

/** A code as a text, or an error of `checkServerIdentity`, which has one. */
function codeOf(objection: unknown): string {
  if (typeof objection === 'string') return objection;
  return objection instanceof Error && 'code' in objection ? String(objection.code) : 'unknown';
}
