import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { alertOf } from './tls-alert.ts';

export interface HandshakeFailure {
  /** RFC 8446 §6 name of the alert that ended it, or null where none was exchanged. */
  readonly alert: string | null;
  readonly by: 'client' | 'endpoint';
  readonly how: 'alert' | 'reset' | 'closed' | 'timeout';
  readonly code: string | null;
}

export interface HandshakeOptions {
  readonly context: SecureContext;
  /** Application protocols on offer, the preferred first. A client that offers none gets HTTP/1.1, one that offers only others an alert. */
  readonly protocols: readonly string[];
  readonly timeoutMs: number;
}

/**
 * Makes the server's side of a TLS handshake on a socket whose first bytes were put back. The certificate of `context` is served for every server name
 * and for none. Resolves when the handshake is over, one way or the other; on failure both sockets are destroyed.
 *
 * `tls.Server` would hide which connection failed. A bare server-side `TLSSocket` tells it by three signals: `secure` when the handshake is done, `error` (with
 * `_tlsError` before it) where OpenSSL or the network failed, and `close` alone where the client said goodbye.
 */
export function shakeHands(raw: Socket, options: HandshakeOptions): Promise<TLSSocket | HandshakeFailure> {
  return new Promise((resolve) => {
    const socket = new TLSSocket(raw, {
      isServer: true,
      secureContext: options.context,
      ALPNProtocols: [...options.protocols],
    });
    const settle = (result: TLSSocket | HandshakeFailure): void => {
      clearTimeout(timer);
      socket.off('secure', succeed).off('error', fail).off('close', leave);
      if (result !== socket) socket.on('error', ignore).destroy();
      resolve(result);
    };
    const succeed = (): void => {
      // Until a tls.Server releases it, a TLSSocket reports later TLS errors as `_tlsError` only and stays open.
      socket.on('_tlsError', (error: Error) => socket.destroy(error));
      settle(socket);
    };
    const fail = (error: Error & { readonly code?: string }): void => settle(failureOf(error));
    const leave = (): void => settle({ alert: null, by: 'client', how: 'closed', code: null });
    const timer = setTimeout(
      () => settle({ alert: null, by: 'client', how: 'timeout', code: null }),
      options.timeoutMs,
    );
    // A reset of the raw socket reaches the TLSSocket as its own error.
    raw.on('error', ignore);
    socket.once('secure', succeed).once('error', fail).once('close', leave);
  });
}

function failureOf(error: Error & { readonly code?: string }): HandshakeFailure {
  const code = error.code ?? null;
  const alert = alertOf(error);
  if (alert !== null) return { alert: alert.name, by: alert.by, how: 'alert', code };
  const isNetwork = code === 'ECONNRESET' || code === 'EPIPE' || code === 'ETIMEDOUT';
  return { alert: null, by: isNetwork ? 'client' : 'endpoint', how: isNetwork ? 'reset' : 'closed', code };
}

/** Its message has been told, or follows as a failure of the handshake; without a listener it would end the process. */
function ignore(): void {
  return;
}
