import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { NetworkFault } from '../network-fault.ts';

export interface HttpWish {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** Announces a body of so many bytes and waits for leave to send it, which is then not used. */
  readonly announcedBytes?: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name; what came several times is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body went on beyond what is kept. */
  readonly isCut: boolean;
  /** The server gave leave to send what was announced; there is no other answer then. */
  readonly mayGoOn: boolean;
  readonly sentAtMs: number;
  readonly answeredAtMs: number;
}

/** More than any answer of an APM Server that the doctor asks for. */
const MOST_BODY_BYTES = 65_536;
const MOST_HEADER_BYTES = 32_768;

/** Sends one request on a connection that is open already, and reads no more of the answer than is looked at. Rejects with a `NetworkFault`; the socket is destroyed in any case. */
export function askHttp(socket: Socket, wish: HttpWish, signal: AbortSignal, now: () => Date): Promise<HttpAnswer> {
  const sentAtMs = now().getTime();
  return new Promise<HttpAnswer>((resolve, reject) => {
    const asked = request({
      createConnection: () => socket,
      method: wish.method,
      path: wish.path,
      headers: {
        Host: wish.host,
        Connection: 'close',
        ...wish.headers,
        ...(wish.announcedBytes === undefined ? {} : { Expect: '100-continue', 'Content-Length': wish.announcedBytes }),
        ...(wish.body === null ? {} : { 'Content-Length': wish.body.length }),
      },
      maxHeaderSize: MOST_HEADER_BYTES,
      insecureHTTPParser: false,
    });
    const stop = (fault: NetworkFault): void => reject(fault);
    const giveUp = (): void =>
      stop(
        new NetworkFault('silent', socket.bytesRead > 0 ? 'its answer does not come to an end' : 'it does not answer'),
      );
    signal.addEventListener('abort', giveUp, { once: true });
    const answered = (status: number, mayGoOn: boolean, response: IncomingMessage | null): void => {
      const answeredAtMs = now().getTime();
      const headers = response === null ? {} : joined(response.headers);
      const settle = (body: string, isCut: boolean): void =>
        resolve({ status, headers, body, isCut, mayGoOn, sentAtMs, answeredAtMs });
      if (response === null) settle('', false);
      else
        readBody(response).then(
          ({ body, isCut }) => settle(body, isCut),
          (error: unknown) => stop(faultOf(error, socket)),
        );
    };
    asked.on('continue', () => {
      // Node asks on for the body after a `100`; without an announced one nobody waits for leave.
      if (wish.announcedBytes !== undefined) answered(100, true, null);
    });
    asked.on('response', (response) => answered(response.statusCode ?? 0, false, response));
    asked.on('upgrade', (response) => answered(response.statusCode ?? 0, false, response));
    asked.on('error', (error) => stop(faultOf(error, socket)));
    asked.on('close', () => stop(new NetworkFault('closed', 'it closes the connection without an answer')));
    if (signal.aborted) giveUp();
    else send(asked, wish);
  }).finally(() => {
    socket.on('error', () => undefined).destroy();
  });
}

function send(asked: ClientRequest, { announcedBytes, body }: HttpWish): void {
  if (announcedBytes === undefined) asked.end(body ?? undefined);
  else asked.flushHeaders();
}

async function readBody(response: IncomingMessage): Promise<{ body: string; isCut: boolean }> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response) {
    const bytes = Buffer.from(piece);
    pieces.push(bytes.subarray(0, MOST_BODY_BYTES - length));
    length += bytes.length;
    if (length > MOST_BODY_BYTES) return { body: Buffer.concat(pieces).toString(), isCut: true };
  }
  return { body: Buffer.concat(pieces).toString(), isCut: false };
}

function joined(headers: IncomingMessage['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}

function faultOf(thrown: unknown, socket: Socket): NetworkFault {
  const error: NodeJS.ErrnoException = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = error.code ?? '';
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new NetworkFault('too-much', 'the head of its answer is longer than 32 KiB', { cause: error });
  }
  if (code.startsWith('HPE_')) {
    return new NetworkFault('not-http', `what it answers is not HTTP (${code})`, { cause: error });
  }
  if (code === 'ECONNRESET' && socket.bytesRead === 0) {
    return new NetworkFault('closed', 'it closes the connection without an answer', { cause: error });
  }
  return new NetworkFault('broken', `the connection breaks before the answer is whole (${code || error.message})`, {
    cause: error,
  });
}
