import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionLog } from '../connection-log.ts';
import type { EndpointLimits } from '../limits.ts';
import type { TrafficCount } from '../traffic.ts';
import { type Asking, answerRequest, PANIC, type Site } from './answer.ts';
import { BrokenBodyError, brokenBody } from './broken-body.ts';
import { drainBody } from './drain.ts';
import { sayContinue } from './expectation.ts';
import { headProblem, parseProblem, problemText, problemWire } from './head-problem.ts';
import { cutBody } from './mask.ts';
import { raceEach } from './race-each.ts';
import { composeReply, composeWire, failure, headerLines, isOldHttp, sendReply, type Wire } from './reply.ts';
import { requestFact } from './request-fact.ts';

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
  /** The request that came last, while it runs. */
  last: { readonly request: IncomingMessage; breakBody(error: BrokenBodyError): void } | null;
  /** What followed the requests that run is no request, which is said once they are answered. */
  refuseRest: (() => void) | null;
  /** The last answer is on its way; what comes in after it does not matter. */
  isEnding: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** Where net/http's own code has the last word, this stands among the headers of a handler. */
const CLOSING = { Connection: 'close' };

/**
 * How long a client may take to be answered that has closed its side. One that has reset the connection in truth looks the same: OpenSSL tells of the end that its last
 * words announced, Node.js then no longer reads, and of what is written nothing is heard any more.
 */
const HALF_CLOSED_MS = 10_000;

/** Go lets headers exceed their limit by this much. */
const HEADER_SLACK = 4096;

/**
 * The HTTP side of the endpoint. Node's parser does the reading; limits of time are kept here, since a server that does not listen itself
 * keeps none. Each request and its answer become facts, with credentials masked.
 */
export function createHttpSide(options: {
  readonly site: Site;
  readonly traffic: TrafficCount;
  now(): Date;
  /** Whether a connection, by its name, is closed after the answer that it gets now. */
  endsAfterAnswer(connection: string): boolean;
}): HttpSide {
  const { site, traffic } = options;
  const limits: EndpointLimits = site.limits;
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
  // Who has said all and closed its side is answered, as by net/http. Node.js has this in its server for itself (lib/_http_server.js, `socketOnEnd`).
  Object.assign(server, { httpAllowHalfOpen: true });

  /** A time of 0 never runs out, but where the client has closed its side; a timer for a connection that is gone would keep it in memory. */
  const allow = (conversation: Conversation, ms: number): void => {
    const { socket } = conversation;
    clearTimeout(conversation.timer);
    conversation.timer = undefined;
    if (socket.destroyed) return;
    const limitMs = socket.readableEnded ? Math.min(ms === 0 ? HALF_CLOSED_MS : ms, HALF_CLOSED_MS) : ms;
    if (limitMs > 0) conversation.timer = setTimeout(() => socket.destroy(), limitMs);
  };

  const serve = async (
    conversation: Conversation,
    request: IncomingMessage,
    response: ServerResponse,
    isExpectationKnown: boolean,
  ): Promise<void> => {
    const { log, socket } = conversation;
    conversation.requests += 1;
    conversation.running += 1;
    const number = conversation.requests;
    const beganMs = performance.now();
    // The time for the first request has been running since the connection was there.
    if (number > 1) allow(conversation, limits.readMs);
    request.once('end', () => allow(conversation, remaining(limits.writeMs, beganMs)));
    traffic.asked();
    log.say(requestFact(request, number, site.settings.capturePersonalData));
    const broken = Promise.withResolvers<never>();
    // Whoever reads the body hears of it; where nobody does any more, it is no news.
    broken.promise.catch(() => undefined);
    conversation.last = { request, breakBody: broken.reject };
    const body = countedBody(request, broken.promise);
    const refusal = refusalOf(request, isExpectationKnown);
    const wire = refusal ?? (await answerOrPanic({ request, number, log, body: body.read }, site));
    // While it stops the server waits for nothing that was not needed for the answer.
    const rest = refusal === null && !isRetiring ? await drainOrBreak(request, body, broken.promise) : 'done';
    const mayStay = response.shouldKeepAlive && !isRetiring && !options.endsAfterAnswer(log.connection);
    const isLast = !mayStay || refusal !== null || needsEnd(request, wire);
    const ending = rest === 'too-big' ? 'close' : isLast || rest === 'too-long' ? 'say-close' : 'keep';
    conversation.isEnding = ending !== 'keep';
    traffic.answered(wire.status);
    log.say({
      kind: 'response',
      request: number,
      status: wire.status,
      headers: headerLines(request, wire, ending, null),
      body: wire.body.length === 0 ? null : cutBody(wire.body.toString()),
    });
    await sendReply(response, wire, ending, options.now());
    conversation.running -= 1;
    if (conversation.running === 0) conversation.last = null;
    if (ending !== 'keep') endGently(socket);
    else if (conversation.running > 0) return;
    else if (conversation.refuseRest !== null) conversation.refuseRest();
    else if (socket.readableEnded) socket.end();
    else allow(conversation, limits.idleMs);
  };

  const take = (request: IncomingMessage, response: ServerResponse, isExpectationKnown = true): void => {
    const conversation = conversations.get(request.socket);
    if (conversation === undefined) return;
    serve(conversation, request, response, isExpectationKnown).catch(() => {
      // The client left in the middle of its request: there is nobody to answer.
      conversation.socket.destroy();
    });
  };
  server.on('request', (request, response) => take(request, response));
  server.on('checkContinue', (request, response) => {
    sayContinue(request, response);
    take(request, response);
  });
  server.on('checkExpectation', (request, response) => take(request, response, false));

  server.on('clientError', (error: Error & { readonly code?: string; readonly reason?: string }, socket) => {
    const conversation = conversations.get(socket as Socket);
    if (conversation?.isEnding === true) return;
    // Bytes behind a request that is the last one by its own word: its answer is on the way, and they are nothing.
    if (error.code === 'HPE_CLOSED_CONNECTION' && conversation !== undefined && conversation.running > 0) return;
    // A body that breaks off ends its connection, as the client has by itself.
    const isGone = ['ECONNRESET', 'HPE_INVALID_EOF_STATE'].includes(error.code ?? '');
    if (conversation === undefined || isGone || !socket.writable) socket.destroy();
    else if (conversation.running === 0) refuseHead(conversation, error);
    else if (conversation.last?.request.complete === false) conversation.last.breakBody(brokenBody(error));
    else conversation.refuseRest ??= () => refuseHead(conversation, error);
  });

  const refuseHead = (conversation: Conversation, error: { readonly code?: string }): void => {
    const { socket } = conversation;
    const problem = parseProblem(error);
    conversation.isEnding = true;
    const body = problemText(problem);
    conversation.requests += 1;
    conversation.log.say({
      kind: 'response',
      request: conversation.requests,
      status: problem.status,
      headers: [['Connection', 'close']],
      body,
    });
    const head = `HTTP/1.1 ${problem.status} ${problem.reason}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close`;
    socket.write(`${head}\r\n\r\n${body}`);
    endGently(socket);
  };

  return {
    take(socket, log) {
      const conversation: Conversation = {
        socket,
        log,
        requests: 0,
        running: 0,
        last: null,
        refuseRest: null,
        isEnding: false,
        timer: undefined,
      };
      conversations.set(socket, conversation);
      socket.once('close', () => {
        clearTimeout(conversation.timer);
        conversations.delete(socket);
      });
      allow(conversation, limits.readMs);
      socket.once('end', () => allow(conversation, HALF_CLOSED_MS));
      socket.allowHalfOpen = true;
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

interface CountedBody {
  read(): AsyncIterable<Buffer>;
  length(): number;
}

/** The body of a request; reading it rejects as soon as `broken` does. */
function countedBody(request: IncomingMessage, broken: Promise<never>): CountedBody {
  let length = 0;
  return {
    async *read() {
      // A body that came with its head is there when it is asked for, and an iterator costs as much as judging ten events.
      if (request.complete && request.readableLength > 0) {
        const whole: Buffer = request.read();
        length = whole.length;
        yield whole;
        return;
      }
      const unlessBroken = raceEach(broken);
      const pieces: AsyncIterator<Buffer, undefined> = request.iterator({ destroyOnReturn: false });
      for (;;) {
        // What was read before counts.
        const next = await (request.readableLength > 0 ? pieces.next() : unlessBroken(pieces.next()));
        if (next.done === true) break;
        length += next.value.length;
        yield next.value;
      }
      // Without this a body that a client broke off would look like one that ended.
      if (!request.complete) throw new Error('the client left in the middle of a request');
    },
    length: () => length,
  };
}

/** What a route has left of a body; of a broken one nothing more is to be had, and the connection ends after the answer. */
function drainOrBreak(
  request: IncomingMessage,
  body: CountedBody,
  broken: Promise<never>,
): ReturnType<typeof drainBody> {
  const end = broken.catch(() => 'too-long' as const);
  return Promise.race([end, drainBody(request, body.length())]);
}

/** What is answered without a look at path and credentials, after which the connection ends; null for what is fit to be looked at. */
function refusalOf(request: IncomingMessage, isExpectationKnown: boolean): Wire | null {
  const problem = headProblem(request);
  if (problem !== null) return problemWire(problem);
  if (!isExpectationKnown) return composeWire(request, { status: 417, headers: CLOSING, body: '' });
  const isServerWide = request.url === '*' && request.method !== 'OPTIONS';
  return isServerWide ? composeWire(request, { status: 400, headers: CLOSING, body: '' }) : null;
}

/** A fault of ours is said as one. */
async function answerOrPanic(asking: Asking & { readonly request: IncomingMessage }, site: Site): Promise<Wire> {
  const { request } = asking;
  try {
    return await answerRequest(asking, site);
  } catch (error) {
    if (error instanceof BrokenBodyError) return composeReply(request, failure(400, error.message));
    if (request.destroyed && !request.complete) throw error;
    return composeReply(request, failure(500, PANIC));
  }
}

/** An HTTP/1.0 client knows a body without a length by the end of the connection. */
function needsEnd(request: IncomingMessage, { framing, body }: Wire): boolean {
  return isOldHttp(request) && framing === null && body.length > 0;
}

/** Milliseconds that are left of a limit, at least one; 0 stays without a limit. */
function remaining(limitMs: number, sinceMs: number): number {
  return limitMs === 0 ? 0 : Math.max(1, limitMs - (performance.now() - sinceMs));
}
