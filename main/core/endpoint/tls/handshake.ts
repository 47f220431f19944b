import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import type { ClientCertificate } from '../../evidence/facts.ts';
import { refusalOf, shownBy } from './client-certificate.ts';
import { type FirstRecordKeys, fatalAlertRecord } from './fatal-alert.ts';
import { alertOf } from './tls-alert.ts';
import type { ClientAuthentication } from './tls-settings.ts';

export interface HandshakeFailure {
  /** RFC 8446 §6 name of the alert that ended it, or null where none was exchanged. */
  readonly alert: string | null;
  readonly by: 'client' | 'endpoint';
  readonly how: 'alert' | 'reset' | 'closed' | 'timeout';
  readonly code: string | null;
  /** What the client showed of its own, where that was refused. */
  readonly clientCertificate?: ClientCertificate;
}

export interface HandshakeOptions {
  readonly context: SecureContext;
  /** Application protocols on offer, the preferred first. A client that offers none gets HTTP/1.1, one that offers only others an alert. */
  readonly protocols: readonly string[];
  readonly timeoutMs: number;
  readonly clientAuth: ClientAuthentication;
  /** Whether Sealwire has revoked the client's certificate of that SHA-256 fingerprint. */
  isRevoked(fingerprint256: string): boolean;
}

/** How long a refused client may take to read why. */
const FAREWELL_MS = 500;

/**
 * Makes the server's side of a TLS handshake on a socket whose first bytes were put back. The certificate of `context` is served for every server name
 * and for none. Resolves when the handshake is over, one way or the other; on failure both sockets are destroyed.
 *
 * `tls.Server` would hide which connection failed. A bare server-side `TLSSocket` tells it by three signals: `secure` when the handshake is done, `error` (with
 * `_tlsError` before it) where OpenSSL or the network failed, and `close` alone where the client said goodbye.
 *
 * OpenSSL asks for the client's certificate and notes what it thinks of it; Node.js lets every one pass. At `secure` nothing that OpenSSL wrote after the
 * client's last message is on the wire yet, so a refusal is the next thing that the client reads, as with the real server.
 */
export function shakeHands(raw: Socket, options: HandshakeOptions): Promise<TLSSocket | HandshakeFailure> {
  return new Promise((resolve) => {
    const socket = new TLSSocket(raw, {
      isServer: true,
      secureContext: options.context,
      ALPNProtocols: [...options.protocols],
      requestCert: options.clientAuth.mode !== 'none',
      rejectUnauthorized: options.clientAuth.mode === 'required',
    });
    const secret = options.clientAuth.mode === 'none' ? () => null : watchSecret(socket);
    const settle = (result: TLSSocket | HandshakeFailure): void => {
      clearTimeout(timer);
      socket.off('secure', succeed).off('error', fail).off('close', leave);
      if (result !== socket) socket.on('error', ignore).destroy();
      resolve(result);
    };
    const refuse = (alert: string): void => {
      clearTimeout(timer);
      const clientCertificate = shownBy(socket);
      socket.off('secure', succeed).off('error', fail).off('close', leave).on('error', ignore);
      sayFarewell(raw, socket, fatalAlertRecord(alert, firstRecordKeys(socket, secret)));
      resolve({
        alert,
        by: 'endpoint',
        how: 'alert',
        code: 'CLIENT_CERTIFICATE_REFUSED',
        ...(clientCertificate === undefined ? {} : { clientCertificate }),
      });
    };
    const succeed = (): void => {
      const refusal =
        options.clientAuth.mode === 'none' ? null : refusalOf(socket, options.clientAuth, options.isRevoked);
      if (refusal !== null) {
        refuse(refusal);
        return;
      }
      // Until a tls.Server releases it, a TLSSocket reports later TLS errors as `_tlsError` only and stays open.
      socket.on('_tlsError', (error: Error) => socket.destroy(error));
      settle(socket);
    };
    const fail = (error: Error & { readonly code?: string }): void => settle(failureOf(error, socket.getProtocol()));
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

/** The secret under which the server's first application record is sealed, once the handshake has made it (TLS 1.3 only). */
function watchSecret(socket: TLSSocket): () => Buffer | null {
  let secret: Buffer | null = null;
  socket.on('keylog', (line: Buffer) => {
    const [label, , value = ''] = line.toString('latin1').trim().split(' ');
    if (label === 'SERVER_TRAFFIC_SECRET_0') secret = Buffer.from(value, 'hex');
  });
  return () => secret;
}

/** Null where the alert goes out in clear: before TLS 1.3 the server says only after this point that it encrypts. */
function firstRecordKeys(socket: TLSSocket, secretOf: () => Buffer | null): FirstRecordKeys | null {
  const secret = secretOf();
  return secret === null ? null : { cipher: socket.getCipher().standardName, secret };
}

/** Past OpenSSL, which would only close; what it writes itself comes after the alert and is read by nobody. */
function sayFarewell(raw: Socket, socket: TLSSocket, record: Buffer): void {
  raw.write(record);
  // Closing with unread bytes would reset the connection before the client has read the alert.
  const timer = setTimeout(() => socket.destroy(), FAREWELL_MS);
  socket
    .once('close', () => clearTimeout(timer))
    .once('end', () => socket.destroy())
    .resume();
}

function failureOf(error: Error & { readonly code?: string }, version: string | null): HandshakeFailure {
  const code = error.code ?? null;
  const alert = alertOf(error, version);
  if (alert !== null) return { alert: alert.name, by: alert.by, how: 'alert', code };
  const isNetwork = code === 'ECONNRESET' || code === 'EPIPE' || code === 'ETIMEDOUT';
  return { alert: null, by: isNetwork ? 'client' : 'endpoint', how: isNetwork ? 'reset' : 'closed', code };
}

/** Its message has been told, or follows as a failure of the handshake; without a listener it would end the process. */
function ignore(): void {
  return;
}
