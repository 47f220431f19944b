import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { constants, gunzipSync } from 'node:zlib';

/** One transaction as an agent sent it, with the metadata line that it came under. */
export interface Received {
  readonly service: string;
  readonly agent: string;
  readonly pid: number;
  readonly transaction: string;
  readonly authorization: string;
}

/** A server without TLS and without judgement that answers agents as APM Server does, and tells what they sent. */
export interface PlainIntake {
  readonly url: string;
  readonly received: readonly Received[];
  /** Resolves with the first transaction of `service`, also one that has come already. */
  transaction(service: string): Promise<Received>;
  close(): void;
}

/** Opens one on a free port of 127.0.0.1. */
export async function openPlainIntake(): Promise<PlainIntake> {
  const received: Received[] = [];
  const waiting: { service: string; resolve: (found: Received) => void }[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      for (const each of transactionsOf(body, request.headers.authorization ?? '')) {
        received.push(each);
        for (const { resolve } of waiting.filter(({ service }) => service === each.service)) resolve(each);
      }
      answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    received,
    transaction: (service) =>
      new Promise((resolve) => {
        const already = received.find((each) => each.service === service);
        if (already === undefined) waiting.push({ service, resolve });
        else resolve(already);
      }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith('/intake/')) response.writeHead(202).end();
  else if (request.url === '/') response.end(JSON.stringify({ version: '8.15.0' }));
  else response.writeHead(200, { 'cache-control': 'max-age=30', etag: '"1"' }).end('{}');
}

/** An agent that is killed leaves its body unfinished; what came of it counts all the same. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    // The connection was closed in the middle (ECONNRESET).
  }
  const body = Buffer.concat(chunks);
  if (request.headers['content-encoding'] !== 'gzip' || body.length === 0) return body.toString();
  return gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
}

function transactionsOf(body: string, authorization: string): Received[] {
  const lines = body.split('\n').filter((line) => line.startsWith('{'));
  const events = lines.map((line) => JSON.parse(line));
  const metadata = events.find((event) => 'metadata' in event)?.metadata;
  return events
    .filter((event) => 'transaction' in event)
    .map(({ transaction }) => ({
      service: metadata.service.name,
      agent: metadata.service.agent.name,
      pid: metadata.process.pid,
      transaction: transaction.name,
      authorization,
    }));
}
