import { connect, type TLSSocket } from 'node:tls';
import { alertOf } from '../../endpoint/tls/tls-alert.ts';
import { NetworkFault } from '../network-fault.ts';
import type { Surroundings } from '../surroundings.ts';
import { openSocket, type Place } from './open-socket.ts';
import { RecordedStream } from './recorded-stream.ts';
import { readServerFlight } from './server-flight.ts';

/** What a finished handshake showed. Whether anybody should trust it is not asked here. */
export interface Handshake {
  readonly version: string;
  readonly suite: string;
  readonly alpn: string | null;
  /** Certificates as they were sent, DER, the server's own first. */
  readonly served: readonly Buffer[];
  readonly asksForCertificate: boolean;
}

/** What is said about a server whose handshake ended in this way. */
const ENDS = {
  closed: 'it closes the connection in the middle of the handshake',
  reset: 'it resets the connection in the middle of the handshake',
  silent: 'it does not answer a handshake of TLS',
  tooMuch: 'it sends more than any handshake has',
} as const;

/**
 * Shakes hands with anything that speaks TLS 1.0 to 1.3, whatever its certificate is worth, and keeps what was sent. Rejects with a `NetworkFault` that holds the first bytes where it was no
 * TLS. Nothing is sent on the connection; it is closed again.
 */
export async function shakeHands(
  world: Surroundings,
  place: Place,
  serverName: string | null,
  signal: AbortSignal,
): Promise<Handshake> {
  const socket = await openSocket(world, place, signal);
  const stream = new RecordedStream(socket);
  // Old versions sign with MD5 and SHA-1, and short keys are a finding rather than an end: level 0 takes them all.
  const secure = connect({
    socket: stream,
    ...(serverName === null ? {} : { servername: serverName }),
    ALPNProtocols: ['h2', 'http/1.1'],
    rejectUnauthorized: false,
    minVersion: 'TLSv1',
    ciphers: 'ALL:@SECLEVEL=0',
  });
  let secret: Buffer | null = null;
  secure.on('keylog', (line: Buffer) => {
    const [label, , value] = line.toString('latin1').trim().split(' ');
    if (label === 'SERVER_HANDSHAKE_TRAFFIC_SECRET' && value !== undefined) secret = Buffer.from(value, 'hex');
  });
  try {
    await secured(secure, stream, signal);
    const flight = readServerFlight(stream.received(), secret);
    const own = secure.getPeerX509Certificate()?.raw;
    return {
      version: secure.getProtocol() ?? 'TLS',
      suite: secure.getCipher().standardName,
      alpn: secure.alpnProtocol === false ? null : secure.alpnProtocol,
      served: flight?.certificates ?? (own === undefined ? [] : [own]),
      asksForCertificate: flight?.asksForCertificate ?? false,
    };
  } finally {
    secure.on('error', () => undefined).destroy();
    stream.destroy();
  }
}

function secured(secure: TLSSocket, stream: RecordedStream, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (fault: NetworkFault | null): void => {
      signal.removeEventListener('abort', giveUp);
      if (fault === null) resolve();
      else reject(fault);
    };
    const end = (kind: 'closed' | 'reset' | 'silent', cause?: unknown): void =>
      settle(
        stream.isOverfull
          ? new NetworkFault('too-much', ENDS.tooMuch)
          : new NetworkFault(kind, ENDS[kind], { received: stream.received(), cause }),
      );
    const giveUp = (): void => end('silent');
    secure.once('secureConnect', () => settle(null));
    secure.once('close', () => end('closed'));
    secure.once('end', () => end('closed'));
    secure.once('error', (error: NodeJS.ErrnoException) => settle(faultOf(error, stream)));
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}

function faultOf(error: NodeJS.ErrnoException, stream: RecordedStream): NetworkFault {
  const received = stream.received();
  const more = { received, cause: error };
  if (stream.isOverfull) return new NetworkFault('too-much', ENDS.tooMuch);
  if (error.code === 'ECONNRESET' && received.length === 0) {
    return new NetworkFault('closed', 'it closes the connection as soon as TLS is spoken', more);
  }
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return new NetworkFault('reset', ENDS.reset, more);
  // What `alertOf` calls the client is the other side, which here is the server.
  const alert = alertOf(error, null);
  if (alert?.by === 'client') {
    return new NetworkFault('alert', `it ends the handshake with the alert "${alert.name}"`, {
      ...more,
      alert: alert.name,
    });
  }
  if (received[0] !== 0x15 && received[0] !== 0x16) return new NetworkFault('not-tls', 'it does not speak TLS', more);
  return new NetworkFault('broken', `its handshake is broken (${error.code ?? error.message})`, more);
}
