import { type AdmissionRules, refusalOfSender } from '../../events/admission.ts';
import { passedQuestion } from '../../relay/passed-question.ts';
import type { Upstream } from '../../relay/ports.ts';
import { relayedHead } from '../../relay/relayed-head.ts';
import { firstHeader } from '../http/header-value.ts';
import { type ReadBody, readBody } from '../http/read-body.ts';
import { failure, type Reply } from '../http/reply.ts';
import { isTooShortToSniff } from '../http/short-body.ts';
import { type AgentQuestion, readAgentQuestion } from './agent-question.ts';
import type { CentralSettings, Exchange, Route } from './route.ts';

/** Agents ask again after this many seconds where something was wrong with what they asked. */
const ERROR_MAX_AGE = 300;
const MOST_BODY_BYTES = 1024 * 1024;
const NO_BODY: ReadBody = { bytes: Buffer.alloc(0), problem: null };

/** What clients without credentials may know (reference A4). */
const PUBLIC_SETTINGS = new Set(['transaction_sample_rate']);

/**
 * `GET` and `POST /config/v1/agents`: what is configured centrally for a service, with an entity tag (reference A4). Clients without credentials hear less of it, and
 * less of what is wrong with their question.
 */
export const agentConfig: Route = {
  path: '/config/v1/agents',
  access: 'required',
  async handle(exchange, { agentConfig: configured, settings, upstream }) {
    const { admission } = exchange;
    if (upstream !== null) return askUpstream(exchange, upstream);
    const asked = await askedFor(exchange);
    if ('problem' in asked) return refuse(asked, admission);
    if (asked.service === '') return refuse(invalid('service.name is required'), admission);
    const refusal = admission === null ? null : refusalOfSender(admission, asked.service, null);
    if (refusal !== null) {
      exchange.log.say({ kind: 'rejected', request: exchange.number, status: 403, errors: [refusal] });
      return failure(403, refusal, cacheFor(ERROR_MAX_AGE));
    }
    const environment = asked.environment === '' ? settings.defaultServiceEnvironment : asked.environment;
    const tagAsked = tagOf(exchange);
    const isPublic = admission !== null && admission.allowAgent.length > 0;
    const found =
      (await configured(asked.service, environment, tagAsked, isPublic ? PUBLIC_SETTINGS : null)) ?? NOTHING;
    const told = admission === null ? found : publicPart(found, admission);
    sayReached(exchange, { ...asked, environment }, told);
    const headers = {
      'Access-Control-Expose-Headers': 'Etag',
      ...cacheFor(settings.agentConfigCacheExpirationS),
      Etag: `"${told.etag}"`,
    };
    return tagAsked === told.etag ? { status: 304, headers } : { status: 200, headers, body: sorted(told.settings) };
  },
};

/** The server behind decides, in its own words; where it does not answer, this is what one says that cannot reach what it asks itself (reference A4). */
async function askUpstream(exchange: Exchange, upstream: Upstream): Promise<Reply> {
  const { request, method, admission } = exchange;
  const encoding = firstHeader(request, 'content-encoding');
  const hasBody = method !== 'GET' && method !== 'HEAD' && !isTooShortToSniff(request);
  const { bytes } = hasBody ? await readBody(exchange.body(), encoding, MOST_BODY_BYTES) : NO_BODY;
  const head = relayedHead(request, { isAuthorised: admission === null });
  const { 'content-encoding': _, ...headers } = head.headers;
  const answer = await passedQuestion(upstream, { ...head, headers }, bytes);
  return answer ?? failure(503, 'service unavailable', cacheFor(ERROR_MAX_AGE));
}

/** What a healthy server says that has nothing configured. */
const NOTHING: CentralSettings = { etag: '-', settings: {}, reached: null };

/** The evidence of what was set centrally: when it went out, and when its tag came back. */
function sayReached({ log, number }: Exchange, { service, environment }: AgentQuestion, told: CentralSettings): void {
  const { etag, settings, reached } = told;
  if (reached === null) return;
  log.say({
    kind: 'configured',
    request: number,
    service,
    environment: environment === '' ? null : environment,
    etag,
    names: Object.keys(settings).sort(),
    reached,
  });
}

/** Nothing, where it was made for an agent that may not come without credentials. */
function publicPart(found: CentralSettings, { allowAgent }: AdmissionRules): CentralSettings {
  const { settings, agent = '' } = found;
  if (allowAgent.length === 0) return found;
  if (agent !== '' && !allowAgent.some((allowed) => agent.startsWith(allowed))) return NOTHING;
  return {
    ...found,
    settings: Object.fromEntries(Object.entries(settings).filter(([name]) => PUBLIC_SETTINGS.has(name))),
  };
}

/** What is wrong with a question: in full, and as much of it as a client without credentials is told. */
interface Invalid {
  readonly status: 400 | 405;
  readonly problem: string;
  readonly short: string;
}

async function askedFor(exchange: Exchange): Promise<AgentQuestion | Invalid> {
  const { method, query, request } = exchange;
  if (method === 'GET') {
    return { service: query.get('service.name') ?? '', environment: query.get('service.environment') ?? '' };
  }
  if (method !== 'POST') {
    return { status: 405, problem: `method not supported: ${method}`, short: 'method not supported' };
  }
  const encoding = firstHeader(request, 'content-encoding');
  const read = isTooShortToSniff(request) ? NO_BODY : await readBody(exchange.body(), encoding, MOST_BODY_BYTES);
  const question = readAgentQuestion(read);
  return 'problem' in question ? invalid(question.problem) : question;
}

function invalid(problem: string): Invalid {
  return { status: 400, problem, short: 'invalid query' };
}

/** The header with all quotes taken out, else the query parameter that browsers use. A weak tag keeps its `W/` and so never matches. */
function tagOf({ request, query }: Exchange): string {
  const header = firstHeader(request, 'if-none-match') ?? '';
  return header === '' ? (query.get('ifnonematch') ?? '') : header.replaceAll('"', '');
}

function sorted(settings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function refuse({ status, problem, short }: Invalid, admission: AdmissionRules | null): Reply {
  return failure(status, admission === null ? problem : short, cacheFor(ERROR_MAX_AGE));
}

function cacheFor(seconds: number): Readonly<Record<string, string>> {
  return { 'Cache-Control': `max-age=${seconds}, must-revalidate` };
}
