import type { OutgoingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { ConnectionLog } from '../connection-log.ts';
import { answerRequest, PANIC, type Site } from '../http/answer.ts';
import { cutBody } from '../http/mask.ts';
import { composeReply, failure, type Wire } from '../http/reply.ts';
import { endStream } from './end-stream.ts';
import { hasLeft, type StreamRequest } from './stream-request.ts';

/** Up to here net/http knows a body's length before it must send the head, and says it (Go, http2 response writer). */
const MOST_BUFFERED = 4096;
/** Headers that belong to a connection have no place on a stream (RFC 9113 §8.2.2). */
const OF_CONNECTION = new Set(['connection', 'transfer-encoding', 'keep-alive']);

/** Answers one request of an HTTP/2 connection by the same routes as HTTP/1.1, and says request and response as facts do there. Yields the status. */
export async function serveHttp(
  stream: ServerHttp2Stream,
  request: StreamRequest,
  options: {
    readonly site: Site;
    readonly number: number;
    readonly log: ConnectionLog;
    readonly now: Date;
  },
): Promise<number> {
  const { site, number, log } = options;
  const wire = await answerRequest({ request, number, log, body: request.body }, site).catch((error: unknown) => {
    if (hasLeft(stream)) throw error;
    return composeReply(request, failure(500, PANIC));
  });
  if (stream.destroyed) throw new Error('the client left before its answer');
  const isHead = request.method === 'HEAD';
  const headers = headersOf(wire, options.now);
  log.say({
    kind: 'response',
    request: number,
    status: wire.status,
    headers: shown(headers),
    body: wire.body.length === 0 ? null : cutBody(wire.body.toString()),
  });
  const isEmpty = wire.body.length === 0 || isHead;
  stream.respond({ ':status': wire.status, ...headers }, { endStream: isEmpty });
  if (!isEmpty) stream.end(wire.body);
  // What is left of a body is not waited for, other than over HTTP/1.1: only this stream ends.
  endStream(stream);
  return wire.status;
}

function headersOf({ headers, body, status }: Wire, now: Date): OutgoingHttpHeaders {
  const own: OutgoingHttpHeaders = {};
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (!OF_CONNECTION.has(key)) own[key] = value;
  }
  const length = Buffer.byteLength(body);
  if (status !== 304 && length <= MOST_BUFFERED) own['content-length'] ??= String(length);
  own.date = now.toUTCString();
  return own;
}

function shown(headers: OutgoingHttpHeaders): [string, string][] {
  return Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
}
