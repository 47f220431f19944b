import { type ServerResponse, STATUS_CODES } from 'node:http';
import { goJson } from './go-json.ts';
import { firstHeader } from './header-value.ts';
import type { Header } from './response-headers.ts';
import type { ServedRequest } from './served-request.ts';

/** What a route answers. `body` is any JSON value; without one there is no Content-Type either (reference A0 rule 2). */
export interface Reply {
  readonly status: number;
  /** Names as Go writes them: `Etag`, not `ETag`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A body in its own form, in place of `body`: no rule of the server's own answers applies to it. */
  readonly raw?: string | Uint8Array;
}

/** A reply as it goes over the wire: the handler's headers by name, then the one that tells where the body ends. */
export interface Wire {
  readonly status: number;
  /** Words of the status line in place of the usual ones; with them go neither date nor length. */
  readonly reason?: string;
  readonly headers: readonly Header[];
  readonly framing: Header | null;
  readonly body: string | Uint8Array;
}

/** A body beyond this goes out chunked: Go's net/http buffers that much before it must decide (reference A0 rule 7). */
const MOST_BUFFERED = 2048;

/** `{"error": text}`, the body of every failure but those of intake (rule 3). */
export function failure(status: number, error: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: { error } };
}

/**
 * A reply of the server's own code, by its rules for type, form and headers (reference A0 rules 1 to 8). `added` comes from settings: it stands beside what the server
 * says itself, which wins where it has the same name.
 */
export function composeReply(request: ServedRequest, reply: Reply, added: readonly Header[] = []): Wire {
  const { status, body, headers = {} } = reply;
  if (reply.raw !== undefined) return composeWire(request, { status, headers, body: reply.raw }, added);
  const accept = firstHeader(request, 'accept') ?? '';
  const isJson = accept.includes('*/*') || accept.includes('application/json');
  const hasBody = body !== undefined;
  const type = isJson ? 'application/json' : 'text/plain; charset=utf-8';
  return composeWire(
    request,
    {
      status,
      headers: { ...headers, ...(hasBody ? { 'Content-Type': type } : {}), 'X-Content-Type-Options': 'nosniff' },
      body: hasBody ? `${goJson(body, isJson)}\n` : '',
    },
    added,
  );
}

/** Sorts headers by name and chooses length or chunks for the body, as Go does; HTTP/1.0 has no chunks, there the end of the connection tells. */
export function composeWire(
  request: ServedRequest,
  answer: Pick<Wire, 'status' | 'body'> & { readonly headers: Readonly<Record<string, string>> },
  added: readonly Header[] = [],
): Wire {
  const { status, body } = answer;
  const own = Object.entries(answer.headers);
  const headers = [...added.filter(([name]) => !(name in answer.headers)), ...own].sort(([one], [other]) =>
    one < other ? -1 : Number(one > other),
  );
  const isUnmeasured = status === 304 || (request.method === 'HEAD' && body.length === 0);
  if (isUnmeasured || 'Content-Length' in answer.headers) return { status, headers, framing: null, body };
  const length = Buffer.byteLength(body);
  if (length <= MOST_BUFFERED) return { status, headers, framing: ['Content-Length', String(length)], body };
  return { status, headers, framing: isOldHttp(request) ? null : ['Transfer-Encoding', 'chunked'], body };
}

/** How a connection goes on after a reply: open, closed, or closed with `Connection: close` to say so. */
export type Ending = 'keep' | 'close' | 'say-close';

/**
 * All header lines in the order in which net/http writes them: its own follow those of the handler, first of them `Date`, which is left out where `now` is. A client
 * of HTTP/1.0 is told that its connection stays open, the others that it does not.
 */
export function headerLines(request: ServedRequest, wire: Wire, ending: Ending, now: Date | null): Header[] {
  const { headers, framing } = wire;
  const isOld = isOldHttp(request);
  const own = headers.filter(
    ([name, value]) => ending !== 'say-close' || isOld || name !== 'Connection' || value === 'close',
  );
  const isSaid = own.some(([name]) => name === 'Connection');
  const connection: Header[] =
    ending === 'say-close' && !isOld && !isSaid
      ? [['Connection', 'close']]
      : ending === 'keep' && isOld && !isSaid
        ? [['Connection', 'keep-alive']]
        : [];
  const date: Header[] = now === null || wire.reason !== undefined ? [] : [['Date', now.toUTCString()]];
  if (framing === null) return [...own, ...date, ...connection];
  return framing[0] === 'Content-Length'
    ? [...own, ...date, framing, ...connection]
    : [...own, ...date, ...connection, framing];
}

/** Whether the client speaks HTTP/1.0, which is answered in kind. */
export function isOldHttp({ httpVersion }: ServedRequest): boolean {
  return httpVersion === '1.0';
}

/** Sends a reply and resolves when it has left, or the client has. */
export function sendReply(response: ServerResponse, wire: Wire, ending: Ending, now: Date): Promise<void> {
  const { req: request } = response;
  response.sendDate = false;
  // Keeps Node from adding Connection and Keep-Alive headers, which the real server does not send.
  response.removeHeader('connection');
  response.shouldKeepAlive = ending === 'keep';
  if (wire.framing === null) response.useChunkedEncodingByDefault = false;
  const reason = wire.reason ?? STATUS_CODES[wire.status];
  response.writeHead(wire.status, reason, headerLines(request, wire, ending, now).flat());
  // The real server's `Connection: Close` on intake errors has no effect, because net/http compares it with a lower-case `close`; Node would end the
  // connection for it, by this field (reference A2, bullet on Connection).
  Reflect.set(response, '_last', ending !== 'keep');
  if (isOldHttp(request)) speakOldHttp(response);
  return new Promise((resolve) => {
    response.once('close', resolve);
    response.end(wire.body);
  });
}

/** Node answers every request as HTTP/1.1, the real server answers HTTP/1.0 in kind. The head is a text until its first byte is sent. */
function speakOldHttp(response: ServerResponse): void {
  const head: unknown = Reflect.get(response, '_header');
  if (typeof head === 'string') Reflect.set(response, '_header', head.replace(/^HTTP\/1\.1/, 'HTTP/1.0'));
}
