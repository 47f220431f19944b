import type { IntakeOutcome, IntakeStream } from '../../events/ports.ts';
import { SETTINGS_TOKEN_ID } from '../http/authorise.ts';
import type { Reply } from '../http/reply.ts';
import type { Exchange, Route, RouteServices } from './route.ts';

/** `POST /intake/v2/events`: a stream of events, answered with 202 once all of them are committed (reference A2). */
export const intake: Route = {
  path: '/intake/v2/events',
  access: 'required',
  async handle(exchange, services) {
    const refusal = refusalOf(exchange);
    if (refusal !== null) return answer(exchange, { accepted: 0, errors: [{ message: refusal }], status: 400 });
    if (isTooShortToSniff(exchange)) return answer(exchange, { accepted: 0, errors: [], status: 202 });
    const stream = begin(exchange, services);
    await feed(exchange, stream);
    return answer(exchange, await stream.outcome);
  },
};

function refusalOf({ method, request }: Exchange): string | null {
  if (method !== 'POST') return 'only POST requests are supported';
  const type = request.headers['content-type'] ?? '';
  return type === '' || type.includes('application/x-ndjson') ? null : `invalid content type: '${type}'`;
}

function begin(exchange: Exchange, { intake: worker, tokens, limits, isDurable, nowMs }: RouteServices): IntakeStream {
  const { request, log, number, authorisation, admission } = exchange;
  let service: string | null = null;
  return worker.begin({
    contentEncoding: hasBody(exchange) ? (request.headers['content-encoding'] ?? null) : null,
    receivedUs: Math.round(nowMs() * 1000),
    maxEventSize: limits.maxEventBytes,
    durable: isDurable(),
    admission,
    didIdentify(metadata) {
      service = metadata.service;
      const { verdict } = authorisation;
      if (verdict.result === 'accepted' && verdict.tokenId !== SETTINGS_TOKEN_ID)
        tokens.didUse(verdict.tokenId, service);
      log.say({ kind: 'metadata', request: number, metadata });
    },
    didStore: (counts) => log.say({ kind: 'stored', request: number, counts, service }),
  });
}

/** The real server looks at two bytes to tell what a body is, and takes one that ends with them for an empty one (reference A2, quirks). */
function isTooShortToSniff({ request }: Exchange): boolean {
  const { 'content-length': length, 'content-encoding': encoding = '' } = request.headers;
  return (length === '1' || length === '2') && encoding !== 'gzip' && encoding !== 'deflate';
}

/** An empty body is never unpacked, whatever its Content-Encoding says. */
function hasBody({ request }: Exchange): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

/** Hands the body over until it ends or its outcome is settled; a client that leaves takes the unfinished rest with it. */
async function feed(exchange: Exchange, stream: IntakeStream): Promise<void> {
  let isSettled = false;
  const settled = stream.outcome.then(() => {
    isSettled = true;
  });
  try {
    for await (const piece of exchange.body()) {
      await Promise.race([stream.write(piece), settled]);
      if (isSettled) return;
    }
  } catch (error) {
    stream.abort();
    throw error;
  }
  stream.end();
}

function answer(
  { query, log, number }: Exchange,
  { accepted, errors, status }: Pick<IntakeOutcome, 'accepted' | 'errors' | 'status'>,
): Reply {
  if (status < 400) return query.has('verbose') ? { status, body: { accepted } } : { status };
  log.say({ kind: 'rejected', request: number, status, errors: errors.map(({ message }) => message) });
  return { status, headers: { Connection: 'Close' }, body: { accepted, ...(errors.length > 0 ? { errors } : {}) } };
}
