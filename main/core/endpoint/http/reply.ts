import { type ServerResponse, STATUS_CODES } from 'node:http';
import { goJson } from './go-json.ts';
import type { ServedRequest } from './served-request.ts';

/** What a route answers. `body` is any JSON value; without one there is no Content-Type either (reference A0 rule 2). */
export interface Reply {
  readonly status: number;
  /** Names as Go writes them: `Etag`, not `ETag`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Bytes in place of a JSON value, as OTLP answers: they go out as they are, and without `nosniff` (rule 4). */
  readonly raw?: { readonly type: string; readonly bytes: Buffer };
}

/** A reply as it goes over the wire: the handler's headers by name, then the one that tells where the body ends. */
export interface Wire {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly framing: Header | null;
  readonly body: string | Buffer;
}

type Header = readonly [string, string];

/** A body beyond this goes out chunked: Go's net/http buffers that much before it must decide (reference A0 rule 7). */
const MOST_BUFFERED = 2048;

/** `{"error": text}`, the body of every failure but those of intake (rule 3). */
export function failure(status: number, error: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: { error } };
}

/** A reply of the server's own code, by its rules for type, form and headers (reference A0 rules 1 to 8). */
export function composeReply(request: ServedRequest, reply: Reply): Wire {
  const { raw } = reply;
  if (raw !== undefined) {
    const headers = { ...reply.headers, 'Content-Type': raw.type };
    return composeWire(request, { status: reply.status, headers, body: raw.bytes });
  }
  const accept = request.headersDistinct.accept ?? [];
  const isJson = accept.some((value) => value.includes('*/*') || value.includes('application/json'));
  const hasBody = reply.body !== undefined;
  const type = isJson ? 'application/json' : 'text/plain; charset=utf-8';
  return composeWire(request, {
    status: reply.status,
    headers: {
      ...reply.headers,
      ...(hasBody ? { 'Content-Type': type } : {}),
      'X-Content-Type-Options': 'nosniff',
    },
    body: hasBody ? `${goJson(reply.body, isJson)}\n` : '',
  });
}

/** Sorts a handler's headers by name and chooses length or chunks for the body, as Go does. */
export function composeWire(
  request: ServedRequest,
  answer: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Wire['body'] },
): Wire {
  const { status, body } = answer;
  const headers = Object.entries(answer.headers).sort(([one], [other]) => (one < other ? -1 : 1));
  if (status === 304 || 'Content-Length' in answer.headers) return { status, headers, framing: null, body };
  const length = Buffer.byteLength(body);
  const isChunked = length > MOST_BUFFERED && request.httpVersion === '1.1';
  return {
    status,
    headers,
    framing: isChunked ? ['Transfer-Encoding', 'chunked'] : ['Content-Length', String(length)],
    body,
  };
}

/** How a connection goes on after a reply: open, closed, or closed with `Connection: close` to say so. */
export type Ending = 'keep' | 'close' | 'say-close';

/** All header lines but `Date`, in the order in which net/http writes them: its own follow those of the handler. */
export function headerLines({ headers, framing }: Wire, ending: Ending): Header[] {
  const own = headers.filter(([name]) => ending !== 'say-close' || name !== 'Connection');
  const close: Header[] = ending === 'say-close' ? [['Connection', 'close']] : [];
  if (framing === null) return [...own, ...close];
  return framing[0] === 'Content-Length' ? [...own, framing, ...close] : [...own, ...close, framing];
}

/** Sends a reply and resolves when it has left, or the client has. */
export function sendReply(response: ServerResponse, wire: Wire, ending: Ending, now: Date): Promise<void> {
  const lines = headerLines(wire, ending);
  lines.splice(wire.headers.length, 0, ['Date', now.toUTCString()]);
  response.sendDate = false;
  // Keeps Node from adding Connection and Keep-Alive headers, which the real server does not send.
  response.removeHeader('connection');
  response.shouldKeepAlive = ending === 'keep';
  response.writeHead(wire.status, STATUS_CODES[wire.status], lines.flat());
  // The real server's `Connection: Close` on intake errors has no effect, because net/http compares it with a lower-case `close`; Node would end the
  // connection for it, by this field (reference A2, bullet on Connection).
  Reflect.set(response, '_last', ending !== 'keep');
  return new Promise((resolve) => {
    response.once('close', resolve);
    response.end(wire.body);
  });
}
