import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionLog } from '../connection-log.ts';
import type { EndpointLimits } from '../limits.ts';
import type { RouteServices } from '../routes/route.ts';
import { answerRequest } from './answer.ts';
import { drainBody } from './drain.ts';
import { cutBody, maskHeaders, maskTarget } from './mask.ts';
import { composeWire, headerLines, sendReply, type Wire } from './reply.ts';

export interface HttpSide {
  /** Speaks HTTP/1.1 on a socket, from now until it closes. */
  take(socket: Socket, log: ConnectionLog): void;
  /** Ends connections without a request now, the others after their answer. */
  retire(): void;
}

interface Conversation {
  readonly socket: Socket;
  readonly log: ConnectionLog;
  requests: number;
  running: number;
  timer: NodeJS.Timeout | undefined;
}

/** What net/http sends for what it cannot parse: no JSON, and the connection ends (reference A0 rule 14). */
const MALFORMED = '400 Bad Request';
const TOO_LARGE = '431 Request Header Fields Too Large';
/** Go lets headers exceed their limit by this much. */
const HEADER_SLACK = 4096;

/**
 * The HTTP side of the endpoint. Node's parser does the reading; limits of time are kept here, since a server that does not listen itself
 * keeps none. Each request and its answer become facts, with credentials masked.
 */
export function createHttpSide(options: {
  readonly services: RouteServices;
  readonly limits: EndpointLimits;
  auth(): 'token' | 'none';
  now(): Date;
}): HttpSide {
  const { services, limits } = options;
  const conversations = new Map<Socket, Conversation>();
  let isRetiring = false;

  const server = createServer({
    maxHeaderSize: limits.maxHeaderBytes + HEADER_SLACK,
    requireHostHeader: false,
    keepAliveTimeout: 0,
    requestTimeout: 0,
    headersTimeout: 0,
  });
  server.maxHeadersCount = 0;

  const allow = (conversation: Conversation, ms: number): void => {
    clearTimeout(conversation.timer);
    conversation.timer = setTimeout(() => conversation.socket.destroy(), ms);
  };

  const serve = async (
    conversation: Conversation,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const { log, socket } = conversation;
    conversation.requests += 1;
    conversation.running += 1;
    const number = conversation.requests;
    allow(conversation, limits.requestMs);
    log.say({
      kind: 'request',
      request: number,
      method: request.method ?? '',
      path: maskTarget(request.url ?? '').slice(0, 2048),
      userAgent: request.headers['user-agent'] ?? null,
      headers: maskHeaders(request.rawHeaders),
    });
    const body = countedBody(request);
    const isMalformed = lacksHost(request);
    const wire = isMalformed
      ? plainWire(request, '400 Bad Request: missing required Host header')
      : await answerRequest({ request, number, log, auth: options.auth(), body: body.read }, services);
    const rest = await drainBody(request, body.length());
    const isLast = !response.shouldKeepAlive || isMalformed || isRetiring;
    const ending = rest === 'too-big' ? 'close' : isLast || rest === 'too-long' ? 'say-close' : 'keep';
    log.say({
      kind: 'response',
      request: number,
      status: wire.status,
      headers: headerLines(wire, ending),
      body: wire.body.length === 0 ? null : cutBody(wire.body.toString()),
    });
    await sendReply(response, wire, ending, options.now());
    conversation.running -= 1;
    if (ending !== 'keep') endGently(socket);
    else if (conversation.running === 0) allow(conversation, limits.idleMs);
  };

  server.on('request', (request, response) => {
    const conversation = conversations.get(request.socket);
    if (conversation === undefined) return;
    serve(conversation, request, response).catch(() => {
      // The client left, or a route failed in a way it does not know: there is nobody, or nothing certain, to answer.
      conversation.socket.destroy();
    });
  });

  server.on('clientError', (error: Error & { readonly code?: string }, socket) => {
    const conversation = conversations.get(socket as Socket);
    // Only a head can be answered: a body that breaks off, or is broken, ends its connection.
    const isHead = conversation?.running === 0 && !['ECONNRESET', 'HPE_INVALID_EOF_STATE'].includes(error.code ?? '');
    if (conversation === undefined || !isHead || !socket.writable) {
      socket.destroy();
      return;
    }
    const text = error.code === 'HPE_HEADER_OVERFLOW' ? TOO_LARGE : MALFORMED;
    conversation.requests += 1;
    conversation.log.say({
      kind: 'response',
      request: conversation.requests,
      status: Number(text.slice(0, 3)),
      headers: [['Connection', 'close']],
      body: text,
    });
    socket.write(`HTTP/1.1 ${text}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n${text}`);
    endGently(conversation.socket);
  });

  return {
    take(socket, log) {
      const conversation: Conversation = { socket, log, requests: 0, running: 0, timer: undefined };
      conversations.set(socket, conversation);
      socket.once('close', () => {
        clearTimeout(conversation.timer);
        conversations.delete(socket);
      });
      allow(conversation, limits.requestMs);
      server.emit('connection', socket);
    },
    retire() {
      isRetiring = true;
      for (const { running, socket } of conversations.values()) if (running === 0) socket.destroy();
    },
  };
}

/** Half-closes, so that a client that is still sending can read the answer before its next write fails. */
function endGently(socket: Socket): void {
  socket.end();
  socket.resume();
  setTimeout(() => socket.destroy(), 500).unref();
}

function countedBody(request: IncomingMessage): { read(): AsyncIterable<Buffer>; length(): number } {
  let length = 0;
  return {
    async *read() {
      for await (const piece of request.iterator({ destroyOnReturn: false })) {
        length += piece.length;
        yield piece;
      }
      // Without this a body that a client broke off would look like one that ended.
      if (!request.complete) throw new Error('the client left in the middle of a request');
    },
    length: () => length,
  };
}

function lacksHost(request: IncomingMessage): boolean {
  return request.httpVersion === '1.1' && request.headers.host === undefined;
}

function plainWire(request: IncomingMessage, text: string): Wire {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
  return composeWire(request, { status: 400, headers, body: text });
}
