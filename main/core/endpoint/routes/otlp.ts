import type { IntakeOutcome } from '../../events/ports.ts';
import { relayedHead } from '../../relay/relayed-head.ts';
import { PANIC } from '../http/answer.ts';
import { firstHeader } from '../http/header-value.ts';
import { failure, type Reply } from '../http/reply.ts';
import { isTooShortToSniff } from '../http/short-body.ts';
import { exportResponse, rpcStatus } from '../otlp/responses.ts';
import { takeExport } from '../otlp/take-export.ts';
import type { Exchange, Route } from './route.ts';

const PROTOBUF = 'application/x-protobuf';
const INVALID_ARGUMENT = 3;
const UNKNOWN = 2;

/** OTLP over HTTP (reference A5): any method and any content type, the body always read as protobuf, which JSON is not. */
export const otlpRoutes: readonly Route[] = (['traces', 'metrics', 'logs'] as const).map((signal) => ({
  path: `/v1/${signal}`,
  access: 'required',
  async handle(exchange, services) {
    const { request, number, log, authorisation, admission } = exchange;
    const outcome = await takeExport(
      {
        otlp: { signal, isPlain: false, mostBytes: services.limits.maxExportBytes },
        contentEncoding: firstHeader(request, 'content-encoding'),
        number,
        log,
        authorisation,
        admission,
        relayed: services.upstream === null ? null : relayedHead(request, { isAuthorised: admission === null }),
        body: isTooShortToSniff(request) ? noBody : exchange.body,
      },
      services,
    );
    return answer(exchange, outcome);
  },
}));

async function* noBody(): AsyncGenerator<Buffer> {}

function answer({ log, number }: Exchange, outcome: IntakeOutcome): Reply {
  const { status, otlp, errors } = outcome;
  if (status < 400) return protobuf(200, exportResponse(otlp?.rejected ?? 0));
  const [first, second] = errors.map(({ message }) => message);
  const bare = first ?? '';
  // The real server has read on past a header that it could not take, most often to the end of the body, finds an empty message, and answers that all is well.
  if (otlp?.failedAt === 'header') {
    const message = second === undefined ? null : `failed to unmarshal request body: ${second}`;
    const answered = message === null ? 200 : 400;
    const said = [`failed to decode request body: ${bare}`, ...(message === null ? [] : [message])];
    log.say({ kind: 'rejected', request: number, status: answered, errors: said });
    return protobuf(answered, message === null ? exportResponse(0) : rpcStatus(INVALID_ARGUMENT, message));
  }
  // A fault of ours: what it was is told here, and the client what the real server says of its own.
  if (status === 500) {
    log.say({ kind: 'rejected', request: number, status, errors: [bare] });
    return failure(500, PANIC);
  }
  const isOfBody = otlp?.failedAt === 'read' || otlp?.failedAt === 'size' || otlp?.failedAt === 'message';
  const message = isOfBody
    ? `failed to ${otlp?.failedAt === 'message' ? 'unmarshal' : 'read'} request body: ${bare}`
    : bare;
  // Whatever goes wrong after decoding is a 500 here, a full queue too.
  const answered = isOfBody ? 400 : 500;
  log.say({ kind: 'rejected', request: number, status: answered, errors: [message] });
  return protobuf(answered, rpcStatus(isOfBody ? INVALID_ARGUMENT : UNKNOWN, message));
}

function protobuf(status: number, bytes: Buffer): Reply {
  return { status, headers: { 'Content-Type': PROTOBUF }, raw: bytes };
}
