import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** An answer as it came over the wire: header lines in their order, body as text with transfer coding undone. */
export interface RawAnswer {
  readonly statusLine: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** Everything received after the answer. */
  readonly rest: Buffer;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** A TLS connection that speaks bytes, to see answers exactly as they are. */
export interface RawClient {
  readonly socket: Socket;
  send(bytes: Buffer | string): void;
  /** The next answer; rejects when the connection ends before it is whole. */
  answer(options?: { readonly isHead?: boolean }): Promise<RawAnswer>;
  exchange(request: RawRequest): Promise<RawAnswer>;
  /** Resolves when the other side has ended. */
  ended(): Promise<void>;
  close(): void;
}

export async function openRawClient(port: number, ca: string | null): Promise<RawClient> {
  const socket: Socket =
    ca === null
      ? connectPlain(port, '127.0.0.1')
      : connectTls({ port, host: '127.0.0.1', ca, servername: 'localhost' });
  await new Promise<void>((resolve, reject) => {
    socket.once(ca === null ? 'connect' : 'secureConnect', () => resolve());
    socket.once('error', reject);
  });
  let received = Buffer.alloc(0);
  let isEnded = false;
  let wake = (): void => undefined;
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    wake();
  });
  const end = (): void => {
    isEnded = true;
    wake();
  };
  socket.on('end', end).on('close', end).on('error', end);
  const more = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      if (isEnded) resolve();
    });

  const client: RawClient = {
    socket,
    send: (bytes) => void socket.write(bytes),
    async answer({ isHead = false } = {}) {
      for (;;) {
        const parsed = parseAnswer(received, isHead, isEnded);
        if (parsed !== null) {
          received = Buffer.from(parsed.rest);
          return parsed;
        }
        if (isEnded) throw new Error(`the connection ended after ${JSON.stringify(received.toString('latin1'))}`);
        await more();
      }
    },
    exchange({ method = 'GET', path = '/', headers = {}, body = '' }) {
      const bytes = Buffer.from(body);
      const lines = Object.entries({ Host: 'localhost', ...lengthOf(bytes, headers), ...headers });
      const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      client.send(Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n`, 'latin1'), bytes]));
      return client.answer({ isHead: method === 'HEAD' });
    },
    async ended() {
      while (!isEnded) await more();
    },
    close: () => socket.destroy(),
  };
  return client;
}

function lengthOf(bytes: Buffer, headers: Readonly<Record<string, string>>): Record<string, string> {
  const isFramed = Object.keys(headers).some((name) => /^(?:content-length|transfer-encoding)$/i.test(name));
  return bytes.length === 0 || isFramed ? {} : { 'Content-Length': String(bytes.length) };
}

function parseAnswer(received: Buffer, isHead: boolean, isEnded: boolean): RawAnswer | null {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [statusLine = '', ...lines] = received.toString('latin1', 0, end).split('\r\n');
  if (statusLine.includes(' 100 ')) return parseAnswer(received.subarray(end + 4), isHead, isEnded);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const value = (name: string): string | undefined => headers.find(([key]) => key.toLowerCase() === name)?.[1];
  const rest = received.subarray(end + 4);
  if (isHead || / (?:304|204) /.test(statusLine)) return { statusLine, headers, body: '', rest };
  if (value('transfer-encoding') === 'chunked') {
    const body = dechunk(rest);
    return body === null ? null : { statusLine, headers, body: body.body.toString('utf8'), rest: body.rest };
  }
  const declared = value('content-length');
  if (declared === undefined) {
    return isEnded ? { statusLine, headers, body: rest.toString('utf8'), rest: Buffer.alloc(0) } : null;
  }
  const length = Number(declared);
  if (rest.length < length) return null;
  return { statusLine, headers, body: rest.toString('utf8', 0, length), rest: rest.subarray(length) };
}

function dechunk(bytes: Buffer): { readonly body: Buffer; readonly rest: Buffer } | null {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = bytes.indexOf('\r\n', at);
    if (end === -1) return null;
    const length = Number.parseInt(bytes.toString('latin1', at, end), 16);
    if (bytes.length < end + 2 + length + 2) return null;
    if (length === 0) return { body: Buffer.concat(pieces), rest: bytes.subarray(end + 4) };
    pieces.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}
