import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { ServedRequest } from '../http/served-request.ts';

/** One request of an HTTP/2 connection: what routes see of it, and what is kept. */
export interface StreamRequest extends ServedRequest {
  /** Names and values in turn, as they came, without those that HTTP/2 keeps for itself (RFC 9113 §8.3). */
  readonly rawHeaders: readonly string[];
  body(): AsyncIterable<Buffer>;
}

/** Reads the head of a request; `:authority` is the Host header of HTTP/1.1. */
export function streamRequest(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  rawHeaders: readonly string[],
): StreamRequest {
  const kept: string[] = [];
  const distinct: Record<string, string[]> = Object.create(null);
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const value = rawHeaders[at + 1] ?? '';
    if (name.startsWith(':')) continue;
    kept.push(name, value);
    distinct[name] = [...(distinct[name] ?? []), value];
  }
  const { ':method': method, ':path': url, ':authority': authority, ':scheme': _scheme, ...own } = headers;
  return {
    method: method ?? '',
    url: url ?? '/',
    httpVersion: '2.0',
    socket: { remoteAddress: stream.session?.socket.remoteAddress },
    headers: { ...own, host: own.host ?? authority },
    headersDistinct: distinct,
    rawHeaders: kept,
    async *body() {
      for await (const piece of stream.iterator({ destroyOnReturn: false })) yield piece;
      // Without this a body that a client broke off would look like one that ended.
      if (hasLeft(stream)) throw new Error('the client left in the middle of a request');
    },
  };
}

/** Whether the client has broken off, so that nobody waits for an answer. */
export function hasLeft(stream: ServerHttp2Stream): boolean {
  return stream.destroyed || stream.aborted || stream.rstCode !== 0;
}
