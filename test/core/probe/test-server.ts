import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { issueAuthority } from '../../../main/core/authority/issue-authority.ts';
import { issueServerCertificate } from '../../../main/core/certificates/issue-server-certificate.ts';

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Numbers the TCP connections from 1. */
  readonly connection: number;
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly caPath: string;
  readonly seen: readonly Seen[];
}

export type Respond = (request: Seen, response: ServerResponse) => void;

const host = { now: () => new Date(), randomBytes };

/** An HTTPS server on loopback with a certificate of its own authority, for `names`; it is closed after the test. */
export async function startTestServer(
  respond: Respond,
  options: { readonly names?: readonly string[]; readonly now?: () => Date } = {},
): Promise<TestServer> {
  const clock = { ...host, now: options.now ?? host.now };
  const issuer = await issueAuthority(clock, { commonName: 'test authority', permitted: null });
  const leaf = await issueServerCertificate(
    clock,
    { ...issuer, permitted: null },
    options.names ?? ['localhost', '127.0.0.1'],
    {
      days: 30,
    },
  );
  const key = leaf.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const seen: Seen[] = [];
  let connections = 0;
  const numbers = new WeakMap<object, number>();
  const server = createServer({ key, cert: leaf.pem });
  server.on('secureConnection', (socket) => {
    connections += 1;
    numbers.set(socket, connections);
  });
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers, socket } = request;
    const each = { method, url, headers, body: Buffer.concat(chunks).toString(), connection: numbers.get(socket) ?? 0 };
    seen.push(each);
    respond(each, response);
  });
  const port = await listen(server);
  return { url: `https://localhost:${port}`, port, caPath: caFile(issuer.pem), seen };
}

/** Listens on a free port of 127.0.0.1 until the test is over. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function')
      server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** Answers as APM Server does (reference/intake-protocol.md A2, A3), with the token `right`, or without any where it is null. */
export function likeApmServer(right: string | null): Respond {
  return (request, response) => {
    const isLetIn = right === null || request.headers.authorization === `Bearer ${right}`;
    if (request.url === '/') response.end(isLetIn ? '{"version":"9.5.2"}' : '');
    else if (!isLetIn) response.writeHead(401).end('{"error":"authentication failed"}');
    else response.writeHead(202).end('{"accepted":2}');
  };
}

function caFile(pem: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-probe-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'ca.pem');
  writeFileSync(path, pem);
  return path;
}
