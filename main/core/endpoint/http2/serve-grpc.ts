import type { ServerHttp2Stream } from 'node:http2';
import { gzipSync } from 'node:zlib';
import type { IntakeOutcome } from '../../events/ports.ts';
import type { RelayedHead } from '../../relay/ports.ts';
import { relayedHead } from '../../relay/relayed-head.ts';
import type { ConnectionLog } from '../connection-log.ts';
import { goQuote } from '../decode/go-quote.ts';
import { admit } from '../http/admit.ts';
import { PANIC, type Site } from '../http/answer.ts';
import { authorise, SETTINGS_TOKEN_ID } from '../http/authorise.ts';
import type { OtlpSignal } from '../otlp/decode-export.ts';
import { exportResponse } from '../otlp/responses.ts';
import { takeExport } from '../otlp/take-export.ts';
import { endStream } from './end-stream.ts';
import { FrameError, frameMessage, MOST_MESSAGE_BYTES, readMessage } from './grpc-frame.ts';
import { encodeGrpcMessage, GRPC, type GrpcStatus } from './grpc-status.ts';
import { deadlineMs } from './grpc-timeout.ts';
import { hasLeft, type StreamRequest } from './stream-request.ts';

/** Services by their full name, each with the one method `Export`. */
const SERVICES: ReadonlyMap<string, OtlpSignal> = new Map([
  ['opentelemetry.proto.collector.trace.v1.TraceService', 'traces'],
  ['opentelemetry.proto.collector.metrics.v1.MetricsService', 'metrics'],
  ['opentelemetry.proto.collector.logs.v1.LogsService', 'logs'],
]);

const CONTENT_TYPE = 'application/grpc';
const GRPC_TYPE = /^application\/grpc(?:[+;]|$)/i;
const RATE_EXCEEDED = 'rate limit exceeded';
/** grpc-go sends none; Node adds one unless it is told not to, by an option that its types leave out. */
const WITHOUT_DATE = { sendDate: false };

export interface GrpcOptions {
  readonly site: Site;
  readonly number: number;
  readonly log: ConnectionLog;
}

/**
 * Answers one call of OTLP/gRPC (reference A6): unary, the message plain or gzip. Facts are those of the HTTP routes; what a call is refused for is in
 * `rejected`, since the HTTP status is 200 then too. Credentials are judged before the message is read, so strangers cost nothing.
 */
export async function serveGrpc(
  stream: ServerHttp2Stream,
  request: StreamRequest,
  options: GrpcOptions,
): Promise<void> {
  const encoding = request.headers['grpc-encoding'];
  const isGzip = encoding === 'gzip';
  const type = answeredType(request.headers['content-type'] ?? '');
  const limit = deadlineMs(request.headers['grpc-timeout']);
  let isOver = false;
  const finish = (status: GrpcStatus, message: Buffer | null): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    send(stream, { ...options, type }, status, message === null || !isGzip ? message : gzipSync(message), isGzip);
  };
  const timer =
    typeof limit !== 'number'
      ? undefined
      : setTimeout(() => finish({ code: GRPC.deadlineExceeded, message: 'request timed out' }, null), limit);
  try {
    const status = refusalOf(request, limit);
    if (status !== null) finish(status, null);
    else {
      const { response, ...ended } = await callExport(request, options, typeof encoding === 'string' ? encoding : '');
      finish(ended, response);
    }
  } catch (error) {
    if (hasLeft(stream)) throw error;
    finish({ code: GRPC.internal, message: PANIC }, null);
  } finally {
    clearTimeout(timer);
  }
}

/** As grpc-go answers: with the subtype of the request, in small letters. */
function answeredType(type: string): string {
  const subtype = GRPC_TYPE.test(type) ? type.slice(CONTENT_TYPE.length + 1).toLowerCase() : '';
  return subtype === '' ? CONTENT_TYPE : `${CONTENT_TYPE}+${subtype}`;
}

/** What is wrong with the head of a call, in grpc-go's order. */
function refusalOf(request: StreamRequest, limit: ReturnType<typeof deadlineMs>): GrpcStatus | null {
  const type = request.headers['content-type'] ?? '';
  if (!GRPC_TYPE.test(type)) {
    const message = `invalid gRPC request content-type ${goQuote(type)}`;
    return { code: GRPC.invalidArgument, message, httpStatus: 415 };
  }
  if (request.method !== 'POST') {
    const message = `Received a HEADERS frame with :method ${goQuote(request.method ?? '')} which should be POST`;
    return { code: GRPC.internal, message, httpStatus: 405 };
  }
  if (limit !== null && typeof limit === 'object')
    return { code: GRPC.internal, message: limit.problem, httpStatus: 400 };
  return null;
}

async function callExport(
  request: StreamRequest,
  { site, number, log }: GrpcOptions,
  encoding: string,
): Promise<GrpcStatus & { readonly response: Buffer | null }> {
  const refuse = (code: number, message: string) => ({ code, message, response: null });
  const path = request.url ?? '';
  const name = path.startsWith('/') ? path.slice(1) : path;
  const slash = name.lastIndexOf('/');
  if (slash === -1) return refuse(GRPC.unimplemented, `malformed method name: ${goQuote(path)}`);
  const service = name.slice(0, slash);
  const signal = SERVICES.get(service);
  if (signal === undefined) return refuse(GRPC.unimplemented, `unknown service ${service}`);
  const method = name.slice(slash + 1);
  if (method !== 'Export') return refuse(GRPC.unimplemented, `unknown method ${method} for service ${service}`);

  const { auth, tokens, settings } = site;
  const authorisation = authorise(request.headers.authorization, { auth, tokens, server: settings });
  const { verdict, refusal } = authorisation;
  if (verdict.result === 'accepted' && verdict.tokenId !== SETTINGS_TOKEN_ID) tokens.didUse(verdict.tokenId, null);
  log.say({ kind: 'authenticated', request: number, verdict });
  if (refusal !== null) return refuse(refusal.status === 401 ? GRPC.unauthenticated : GRPC.unknown, refusal.error);
  const admission = await admit(verdict, request, site);
  if (admission === 'too-many') return refuse(GRPC.resourceExhausted, RATE_EXCEEDED);

  if (!['', 'identity', 'gzip'].includes(encoding)) {
    return refuse(GRPC.unimplemented, `grpc: Decompressor is not installed for grpc-encoding ${goQuote(encoding)}`);
  }
  const reader = readMessage(request.body(), encoding);
  try {
    const { isCompressed } = await reader.head();
    const outcome = await takeExport(
      {
        otlp: { signal, isPlain: !isCompressed, mostBytes: MOST_MESSAGE_BYTES },
        contentEncoding: isCompressed ? 'gzip' : null,
        number,
        log,
        authorisation,
        admission,
        relayed: site.upstream === null ? null : relayedCall(request, { signal, isCompressed, admission }),
        body: reader.bytes,
      },
      site,
    );
    return {
      ...statusOf(outcome),
      response: outcome.status < 400 ? exportResponse(outcome.otlp?.rejected ?? 0) : null,
    };
  } catch (error) {
    if (error instanceof FrameError) return { ...error.status, response: null };
    throw error;
  } finally {
    await reader.close();
  }
}

/** A call goes on as OTLP over HTTP, which takes the same message and answers the same. */
function relayedCall(
  request: StreamRequest,
  {
    signal,
    isCompressed,
    admission,
  }: { readonly signal: OtlpSignal; readonly isCompressed: boolean; readonly admission: unknown },
): RelayedHead {
  const head = relayedHead(request, { isAuthorised: admission === null, target: `/v1/${signal}` });
  const { 'content-encoding': _, ...headers } = head.headers;
  return {
    ...head,
    headers: {
      ...headers,
      'content-type': 'application/x-protobuf',
      ...(isCompressed ? { 'content-encoding': 'gzip' } : {}),
    },
  };
}

function statusOf({ status, otlp, errors }: IntakeOutcome): GrpcStatus {
  if (status < 400) return { code: GRPC.ok, message: '' };
  const bare = errors[0]?.message ?? '';
  switch (otlp?.failedAt) {
    case 'size': {
      const message = `grpc: received message after decompression larger than max ${MOST_MESSAGE_BYTES}`;
      return { code: GRPC.resourceExhausted, message };
    }
    case 'header':
    case 'read':
      return { code: GRPC.internal, message: `grpc: failed to decompress the received message: ${bare}` };
    case 'sender':
      return { code: GRPC.permissionDenied, message: bare };
    case 'rate':
      return { code: GRPC.resourceExhausted, message: bare };
    case 'message':
      return { code: GRPC.internal, message: `grpc: error unmarshalling request: ${bare}` };
    default:
      // A fault of ours; everything else that goes wrong has a place in `failedAt`, or is the server stopping.
      return status === 500 ? { code: GRPC.internal, message: bare } : { code: GRPC.unknown, message: bare };
  }
}

/** With a message: head, message, trailers. Without one everything is in the head ("Trailers-Only"). */
function send(
  stream: ServerHttp2Stream,
  { number, log, type }: GrpcOptions & { readonly type: string },
  { code, message, httpStatus = 200 }: GrpcStatus,
  body: Buffer | null,
  isGzip: boolean,
): void {
  if (stream.destroyed) return;
  const head = { 'content-type': type, ...(isGzip && body !== null ? { 'grpc-encoding': 'gzip' } : {}) };
  const trailers = { 'grpc-status': String(code), 'grpc-message': encodeGrpcMessage(message) };
  if (code !== GRPC.ok) {
    log.say({ kind: 'rejected', request: number, status: httpStatus, grpcStatus: code, errors: [message] });
  }
  log.say({
    kind: 'response',
    request: number,
    status: httpStatus,
    headers: Object.entries({ ...head, ...trailers }),
    body: null,
  });
  if (body === null) {
    stream.respond({ ':status': httpStatus, ...head, ...trailers }, { endStream: true, ...WITHOUT_DATE });
    endStream(stream);
    return;
  }
  stream.once('wantTrailers', () => {
    stream.sendTrailers(trailers);
    // Trailers leave at the end of this turn; a reset must not overtake them.
    setImmediate(() => endStream(stream));
  });
  stream.respond({ ':status': httpStatus, ...head }, { waitForTrailers: true, ...WITHOUT_DATE });
  stream.end(frameMessage(body, isGzip));
}
