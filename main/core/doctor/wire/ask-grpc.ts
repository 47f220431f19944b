import { connect } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { frameMessage } from '../../endpoint/http2/grpc-frame.ts';
import { NetworkFault } from '../network-fault.ts';

/** How a call was answered: the status of HTTP, and that of gRPC, null where there was none. */
export interface GrpcAnswer {
  readonly status: number;
  readonly grpcStatus: number | null;
  readonly message: string;
}

/** An empty message is every export request without anything in it. */
const EMPTY = frameMessage(Buffer.alloc(0), false);

/** Makes one unary call with an empty message on a connection that agreed on `h2`. Rejects with a `NetworkFault`; the socket is destroyed in any case. */
export function askGrpc(
  socket: TLSSocket,
  wish: { readonly authority: string; readonly method: string; readonly headers: Readonly<Record<string, string>> },
  signal: AbortSignal,
): Promise<GrpcAnswer> {
  return new Promise<GrpcAnswer>((resolve, reject) => {
    const stop = (kind: 'silent' | 'closed' | 'broken', message: string, cause?: unknown): void =>
      reject(new NetworkFault(kind, message, { cause }));
    const session = connect(`https://${wish.authority}`, {
      createConnection: () => socket,
      maxSessionMemory: 1,
      maxHeaderListPairs: 64,
      settings: { enablePush: false },
    });
    session.on('error', (error: NodeJS.ErrnoException) =>
      stop('broken', `HTTP/2 with it fails (${error.code ?? error.message})`, error),
    );
    session.on('close', () => stop('closed', 'it closes the connection without an answer'));
    const giveUp = (): void => stop('silent', 'it does not answer');
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) return giveUp();

    const stream = session.request({
      ':method': 'POST',
      ':path': `/${wish.method}`,
      'content-type': 'application/grpc',
      te: 'trailers',
      ...wish.headers,
    });
    let status = 0;
    const answer = (headers: Readonly<Record<string, unknown>>): void => {
      const code = headers['grpc-status'];
      if (code === undefined) return;
      resolve({ status, grpcStatus: Number(code), message: decoded(String(headers['grpc-message'] ?? '')) });
    };
    stream.on('response', (headers) => {
      status = headers[':status'] ?? 0;
      answer(headers);
    });
    stream.on('trailers', answer);
    stream.on('data', () => undefined);
    stream.on('close', () => resolve({ status, grpcStatus: null, message: '' }));
    stream.on('error', (error: NodeJS.ErrnoException) =>
      stop('broken', `the call breaks (${error.code ?? error.message})`, error),
    );
    stream.end(EMPTY);
  }).finally(() => {
    socket.on('error', () => undefined).destroy();
  });
}

/** Percent signs of `grpc-message` (gRPC over HTTP/2, "Percent-Encoded"); a broken one stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // URIError: a proxy wrote it, not gRPC.
    return text;
  }
}
