import type { IntakeBody, IntakeOutcome } from '../../events/ports.ts';
import { relayedHead } from '../../relay/relayed-head.ts';
import { SETTINGS_TOKEN_ID } from '../http/authorise.ts';
import { feedBody } from '../http/feed-body.ts';
import { firstHeader, headerText } from '../http/header-value.ts';
import type { Reply } from '../http/reply.ts';
import { isTooShortToSniff } from '../http/short-body.ts';
import type { Exchange, Route, RouteServices } from './route.ts';

/** `POST /intake/v2/events`: a stream of events, answered with 202 once all of them are committed (reference A2). */
export const intake: Route = {
  path: '/intake/v2/events',
  access: 'required',
  async handle(exchange, services) {
    const refusal = refusalOf(exchange);
    if (refusal !== null) return answer(exchange, { accepted: 0, errors: [{ message: refusal }], status: 400 });
    if (isTooShortToSniff(exchange.request)) return answer(exchange, { accepted: 0, errors: [], status: 202 });
    const body = describe(exchange, services);
    const pieces = exchange.body()[Symbol.asyncIterator]();
    const first = pieces.next();
    const whole = await wholeOf(first, declaredLength(exchange));
    // What an agent sends at once mostly arrives at once, and then crosses to the worker in one message.
    if (whole !== null) {
      await pieces.next();
      return answer(exchange, await services.intake.take(body, whole));
    }
    const stream = services.intake.begin(body);
    await feedBody(resumed(first, pieces), stream);
    return answer(exchange, await stream.outcome);
  },
};

function declaredLength({ request }: Exchange): number | null {
  const length = request.headers['content-length'];
  return length === undefined ? null : Number(length);
}

function refusalOf({ method, request }: Exchange): string | null {
  if (method !== 'POST') return 'only POST requests are supported';
  const type = request.headers['content-type'] ?? '';
  return type === '' || type.includes('application/x-ndjson') ? null : `invalid content type: '${headerText(type)}'`;
}

function describe(exchange: Exchange, { tokens, limits, upstream, isDurable, nowMs }: RouteServices): IntakeBody {
  const { request, log, number, authorisation, admission } = exchange;
  let service: string | null = null;
  return {
    contentEncoding: hasBody(exchange) ? firstHeader(request, 'content-encoding') : null,
    receivedUs: Math.round(nowMs() * 1000),
    maxEventSize: limits.maxEventBytes,
    durable: isDurable(),
    admission,
    relayed: upstream === null ? null : relayedHead(request, { isAuthorised: admission === null }),
    didIdentify(metadata) {
      service = metadata.service;
      const { verdict } = authorisation;
      if (verdict.result === 'accepted' && verdict.tokenId !== SETTINGS_TOKEN_ID)
        tokens.didUse(verdict.tokenId, service);
      log.say({ kind: 'metadata', request: number, metadata });
    },
    didStore: (counts) => log.say({ kind: 'stored', request: number, counts, service }),
  };
}

/** An empty body is never unpacked, whatever its Content-Encoding says. */
function hasBody({ request }: Exchange): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

/** The first piece where it is the whole body, else null. */
async function wholeOf(
  first: Promise<IteratorResult<Buffer, undefined>>,
  length: number | null,
): Promise<Buffer | null> {
  // Why there is none is told to whoever takes the pieces.
  const piece = await first.catch(() => null);
  return piece !== null && !piece.done && piece.value.length === length ? piece.value : null;
}

/** The pieces of a body of which the first was asked for already. */
async function* resumed(
  first: Promise<IteratorResult<Buffer, undefined>>,
  rest: AsyncIterator<Buffer, undefined>,
): AsyncGenerator<Buffer> {
  for (let piece = await first; !piece.done; piece = await rest.next()) yield piece.value;
}

function answer(
  { query, log, number }: Exchange,
  { accepted, errors, status }: Pick<IntakeOutcome, 'accepted' | 'errors' | 'status'>,
): Reply {
  if (status < 400) return query.has('verbose') ? { status, body: { accepted } } : { status };
  log.say({ kind: 'rejected', request: number, status, errors: errors.map(({ message }) => message) });
  return { status, headers: { Connection: 'Close' }, body: { accepted, ...(errors.length > 0 ? { errors } : {}) } };
}
