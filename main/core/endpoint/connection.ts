import type { Socket } from 'node:net';
import type { SecureContext, TLSSocket } from 'node:tls';
import { NOTHING_SENT } from '../canary/read-canary.ts';
import type { ServedCertificate } from '../evidence/facts.ts';
import type { ConnectionLog } from './connection-log.ts';
import { maskTarget } from './http/mask.ts';
import { readFirstBytes } from './tls/first-bytes.ts';
import { shakeHands } from './tls/handshake.ts';
import type { ClientAuthentication } from './tls/tls-settings.ts';

/** What is presented to new connections. */
export interface Presentation {
  readonly context: SecureContext;
  readonly served: ServedCertificate;
  readonly clientAuth: ClientAuthentication;
  /** SHA-256 fingerprints of certificates of clients that Sealwire has revoked. */
  readonly revoked: ReadonlySet<string>;
}

/** Who speaks an application protocol on a finished TLS connection. */
export type ProtocolTaker = (socket: TLSSocket, log: ConnectionLog) => void;

/** Byte for byte what the real server answers to cleartext on its TLS port (reference A0 rule 15). */
const NOT_HTTPS = 'HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n';
const FAREWELL_MS = 1000;

/**
 * One connection from its first byte: told apart (TLS, cleartext HTTP, neither), secured, and handed to the taker of the protocol that was
 * agreed on (`http/1.1` where none was). Everything on the way becomes facts, the ways to fail too; the last one is always `closed`.
 */
export async function serveConnection(
  raw: Socket,
  log: ConnectionLog,
  options: {
    present(): Presentation;
    readonly protocols: ReadonlyMap<string, ProtocolTaker>;
    readonly handshakeMs: number;
    readonly silentMs: number;
    /** A client let in by its certificate, which may be revoked later. */
    didShow(raw: Socket, fingerprint256: string): void;
    /** Whether the endpoint is being stopped, and closes what is open. */
    isStopping(): boolean;
    /** Resolves once whoever listens elsewhere has looked who is at the other end; null where that is done as soon as it is said. */
    heard(): Promise<unknown> | null;
    /** Asked once the client has said hello: what is presented to it alone where it is the one that a canary waits for; null where no canary waits. */
    canary(): Promise<Presentation | null> | null;
  },
): Promise<void> {
  const end = watchEnd(raw, log, options.isStopping);
  log.say({
    kind: 'accepted',
    remote: { address: raw.remoteAddress ?? '', port: raw.remotePort ?? 0 },
    local: { address: raw.localAddress ?? '', port: raw.localPort ?? 0 },
  });
  // Only a process of this machine can be found, and only while it has its socket open: one that is turned down, or turns us down, is gone within a millisecond of its answer.
  const heard = raw.remoteAddress === raw.localAddress ? options.heard() : null;
  const startedMs = performance.now();
  const first = await readFirstBytes(raw, options.handshakeMs);
  const { context, served, clientAuth, revoked } = options.present();

  if (first.kind === 'gone') {
    const { how, isTls } = first;
    if (isTls) log.say({ kind: 'tls-failed', alert: null, by: 'client', how, code: null, certificate: served });
    else if (how === 'timeout') end.reason(NOTHING_SENT);
    raw.destroy();
    return;
  }
  if (first.kind === 'http') {
    log.say({ kind: 'plain-http', requestLine: maskTarget(first.requestLine), userAgent: first.userAgent });
    await heard;
    // Whoever listens may look for the process of the other end as long as that has its socket open, which is until it has its answer.
    setImmediate(() => sayFarewell(raw));
    return;
  }
  if (first.kind === 'other') {
    log.say({ kind: 'not-tls' });
    raw.destroy();
    return;
  }

  if (first.hello !== null) log.say({ kind: 'hello', ...first.hello });
  await heard;
  const timeoutMs = Math.max(1, options.handshakeMs - (performance.now() - startedMs));
  const protocols = [...options.protocols.keys()];
  const canary = options.canary();
  const shown = canary === null ? null : await canary;
  if (shown !== null) {
    await serveCanary(raw, log, { end, shown, protocols, timeoutMs, sni: first.hello?.sni ?? null });
    return;
  }
  const result = await shakeHands(raw, {
    context,
    protocols,
    timeoutMs,
    clientAuth,
    isRevoked: (fingerprint256) => revoked.has(fingerprint256),
  });
  if ('how' in result) {
    // Cut off because the endpoint stops: that says nothing about the client.
    if (!options.isStopping()) log.say({ kind: 'tls-failed', ...result, certificate: served });
    return;
  }
  end.countDecrypted(result);
  const own = clientAuth.mode === 'none' ? undefined : result.getPeerX509Certificate();
  if (own !== undefined) options.didShow(raw, own.fingerprint256);
  log.say({
    kind: 'secured',
    version: result.getProtocol() ?? '',
    cipher: result.getCipher().standardName,
    sni: first.hello?.sni ?? null,
    alpn: result.alpnProtocol || null,
    certificate: served,
  });
  const take = options.protocols.get(result.alpnProtocol || 'http/1.1');
  if (take === undefined) result.destroy();
  else {
    noteSilence(result, log, options.silentMs);
    take(result, log);
  }
}

/** Says once that a client which finished the handshake goes on with nothing, and keeps its connection all the same. */
function noteSilence(socket: TLSSocket, log: ConnectionLog, afterMs: number): void {
  const timer = setTimeout(() => {
    if (socket.bytesRead === 0) log.say({ kind: 'silent' });
  }, afterMs);
  timer.unref();
  socket.once('close', () => clearTimeout(timer));
}

/**
 * Shakes hands under a certificate that nobody trusts, and waits for the client to say or to leave. What it says is thrown away unread, as a token is among it, and it gets no answer: agents take that for
 * a connection that broke, and send again. The last fact tells by its count of bytes whether anything was said.
 */
async function serveCanary(
  raw: Socket,
  log: ConnectionLog,
  { end, shown, protocols, timeoutMs, sni }: CanaryOptions,
): Promise<void> {
  const { context, served, clientAuth } = shown;
  const result = await shakeHands(raw, { context, protocols, timeoutMs, clientAuth, isRevoked: () => false });
  if ('how' in result) {
    log.say({ kind: 'tls-failed', ...result, certificate: served });
    return;
  }
  end.countDecrypted(result);
  log.say({
    kind: 'secured',
    version: result.getProtocol() ?? '',
    cipher: result.getCipher().standardName,
    sni,
    alpn: result.alpnProtocol || null,
    certificate: served,
  });
  const timer = setTimeout(() => {
    end.reason(NOTHING_SENT);
    result.destroy();
  }, timeoutMs);
  result.once('close', () => clearTimeout(timer));
  result.once('end', () => result.destroy());
  result.once('data', () => result.destroy());
}

interface CanaryOptions {
  readonly end: ConnectionEnd;
  readonly shown: Presentation;
  readonly protocols: readonly string[];
  readonly timeoutMs: number;
  readonly sni: string | null;
}

interface ConnectionEnd {
  /** From now on the bytes of this socket count, and its error tells why the connection ended. */
  countDecrypted(socket: TLSSocket): void;
  reason(why: string): void;
}

/** Says `closed` when the raw socket is closed, once, with what was read until then. */
function watchEnd(raw: Socket, log: ConnectionLog, isStopping: () => boolean): ConnectionEnd {
  let secured: TLSSocket | null = null;
  let error: string | null = null;
  const note = (failure: Error & { readonly code?: string }): void => {
    error ??= failure.code ?? failure.message;
  };
  raw.on('error', note);
  raw.once('close', () => {
    const by = isStopping() ? 'endpoint' : 'client';
    log.say({ kind: 'closed', bytesRead: (secured ?? raw).bytesRead, error, by });
  });
  return {
    countDecrypted(socket) {
      secured = socket;
      socket.on('error', note);
    },
    reason(why) {
      error ??= why;
    },
  };
}

/** Answers and waits a little for the client to stop sending: closing at once would reset the connection before it has read the sentence. */
function sayFarewell(raw: Socket): void {
  const timer = setTimeout(() => raw.destroy(), FAREWELL_MS);
  raw.once('close', () => clearTimeout(timer));
  raw.resume();
  raw.end(NOT_HTTPS);
}
