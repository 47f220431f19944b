import { isRecord } from '../decode/is-record.ts';
import { readBody } from '../http/read-body.ts';
import { failure, type Reply } from '../http/reply.ts';
import type { Exchange, Route } from './route.ts';

/** Agents poll again after this many seconds; never 0, which makes the Go agent poll without a pause (reference/agents.md §4). */
const MAX_AGE = 30;
const MOST_BODY_BYTES = 1024 * 1024;

/** `GET` and `POST /config/v1/agents`: what is configured centrally for a service, with an entity tag (reference A4). */
export const agentConfig: Route = {
  path: '/config/v1/agents',
  access: 'required',
  async handle(exchange, { agentConfig: configured }) {
    const asked = await askedFor(exchange);
    if ('refusal' in asked) return asked.refusal;
    if (asked.service === '') return refuse(400, 'service.name is required');
    const tagAsked = tagOf(exchange);
    const { etag, settings } = configured(asked.service, asked.environment, tagAsked) ?? { etag: '-', settings: {} };
    const headers = {
      'Access-Control-Expose-Headers': 'Etag',
      'Cache-Control': `max-age=${MAX_AGE}, must-revalidate`,
      Etag: `"${etag}"`,
    };
    return tagAsked === etag ? { status: 304, headers } : { status: 200, headers, body: sorted(settings) };
  },
};

interface Asked {
  readonly service: string;
  readonly environment: string;
}

async function askedFor(exchange: Exchange): Promise<Asked | { readonly refusal: Reply }> {
  const { method, query, request } = exchange;
  if (method === 'GET') {
    return { service: query.get('service.name') ?? '', environment: query.get('service.environment') ?? '' };
  }
  if (method !== 'POST') return { refusal: refuse(405, `method not supported: ${method}`) };
  const read = await readBody(exchange.body(), request.headers['content-encoding'] ?? null, MOST_BODY_BYTES);
  if ('problem' in read) return { refusal: refuse(400, read.problem) };
  return parseQuestion(read.bytes.toString('utf8'));
}

/** Reads `{"service":{"name","environment"}}`; problems are in the words of Go's encoding/json. */
function parseQuestion(text: string): Asked | { readonly refusal: Reply } {
  const trimmed = text.trim();
  if (trimmed === '') return { refusal: refuse(400, 'EOF') };
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    const isStart = /^[{["\d\-tfn]/.test(trimmed);
    const problem = isStart
      ? 'unexpected EOF'
      : `invalid character '${trimmed.charAt(0)}' looking for beginning of value`;
    return { refusal: refuse(400, problem) };
  }
  const mismatch = (found: unknown, where: string): { readonly refusal: Reply } => ({
    refusal: refuse(400, `json: cannot unmarshal ${kindOf(found)} into Go ${where}`),
  });
  if (value === null) return { service: '', environment: '' };
  if (!isRecord(value)) return mismatch(value, 'value of type agentcfg.Query');
  const service = value.service ?? {};
  if (!isRecord(service)) return mismatch(service, 'struct field Query.service of type agentcfg.Service');
  const { name = '', environment = '' } = service;
  if (name !== null && typeof name !== 'string')
    return mismatch(name, 'struct field Service.service.name of type string');
  if (environment !== null && typeof environment !== 'string') {
    return mismatch(environment, 'struct field Service.service.environment of type string');
  }
  return { service: name ?? '', environment: environment ?? '' };
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

/** The header with all quotes taken out, else the query parameter that browsers use. A weak tag keeps its `W/` and so never matches. */
function tagOf({ request, query }: Exchange): string {
  const header = request.headers['if-none-match']?.replaceAll('"', '') ?? '';
  return header === '' ? (query.get('ifnonematch') ?? '') : header;
}

function sorted(settings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function refuse(status: number, error: string): Reply {
  return failure(status, error, { 'Cache-Control': 'max-age=300, must-revalidate' });
}
