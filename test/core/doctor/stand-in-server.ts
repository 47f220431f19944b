import { once } from 'node:events';
import { createServer as createPlain, type RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createRaw, type Server, type Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { Pair } from './certificate-kit.ts';
import { TOKEN } from './examined.ts';

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
  readonly bytes: number;
}

export interface StandIn {
  readonly url: string;
  readonly port: number;
  readonly seen: readonly Seen[];
}

/** Serves HTTPS on loopback with a pair, and answers as an APM Server with the token does unless told otherwise; it is closed after the test. */
export async function standIn(
  { cert, key }: Pair,
  { respond, ...tls }: TlsOptions & { readonly respond?: RequestListener } = {},
): Promise<StandIn> {
  const seen: Seen[] = [];
  const answer = respond ?? likeApmServer();
  const server = createServer({ cert, key, ...tls });
  server.on('request', (request, response) => {
    const { method = '', url = '' } = request;
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on('close', () => seen.push({ method, url, authorization: request.headers.authorization ?? null, bytes }));
    answer(request, response);
  });
  server.on('tlsClientError', () => undefined);
  const port = await listening(server);
  return { url: `https://localhost:${port}`, port, seen };
}

/** Serves whatever `talk` makes of each connection. */
export async function rawServer(
  talk: (socket: Socket) => void,
): Promise<{ readonly port: number; readonly url: string }> {
  const server = createRaw((socket) => {
    socket.on('error', () => undefined);
    talk(socket);
  });
  const port = await listening(server);
  return { port, url: `https://localhost:${port}` };
}

/** HTTP without TLS. */
export async function plainServer(respond: RequestListener): Promise<{ readonly port: number }> {
  return { port: await listening(createPlain(respond)) };
}

/** Listens on loopback until the test is over, and yields the URL. */
export async function listeningAt(server: Server): Promise<string> {
  return `https://localhost:${await listening(server)}`;
}

async function listening(server: Server): Promise<number> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
}

/** The answers of APM Server 9 to everything that the doctor asks over HTTP (reference/intake-protocol.md A and B), with RUM for one origin. */
export function likeApmServer(token: string | null = TOKEN, origin = 'https://shop.example'): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    const isIn = token === null || request.headers.authorization === `Bearer ${token}`;
    const say = (status: number, body?: unknown, headers: Record<string, string> = {}): void => {
      request.resume();
      const text = body === undefined ? '' : `${JSON.stringify(body)}\n`;
      response.writeHead(status, {
        'X-Content-Type-Options': 'nosniff',
        'Content-Length': Buffer.byteLength(text),
        ...headers,
      });
      response.end(request.method === 'HEAD' ? undefined : text);
    };
    const refused = (): void => say(401, { error: 'authentication failed' });
    if (path === '/') {
      return say(
        200,
        isIn
          ? { build_date: '2026-01-01T00:00:00Z', build_sha: 'a', publish_ready: true, version: '9.2.0' }
          : undefined,
      );
    }
    if (path === '/intake/v2/events') return isIn ? say(202) : refused();
    if (path === '/config/v1/agents') {
      return isIn ? say(200, {}, { Etag: '"-"', 'Cache-Control': 'max-age=30, must-revalidate' }) : refused();
    }
    if (path?.startsWith('/v1/')) return isIn ? say(200) : refused();
    if (path === '/intake/v2/rum/events') {
      const from = request.headers.origin ?? '';
      const cors: Record<string, string> = from === origin ? { 'Access-Control-Allow-Origin': from } : {};
      if (request.method === 'OPTIONS') return say(200, undefined, cors);
      return from === origin
        ? say(202, undefined, cors)
        : say(403, { error: `forbidden request: origin: '${from}' is not allowed` });
    }
    return say(404, { error: '404 page not found' });
  };
}
