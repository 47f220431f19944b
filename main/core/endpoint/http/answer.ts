import type { ConnectionLog } from '../connection-log.ts';
import type { Exchange, RouteServices } from '../routes/route.ts';
import { ROUTES } from '../routes/table.ts';
import { authorise } from './authorise.ts';
import { cleanPath, parseQuery, splitTarget } from './clean-path.ts';
import { composeReply, composeWire, failure, type Wire } from './reply.ts';
import type { ServedRequest } from './served-request.ts';

export interface Asking {
  readonly request: ServedRequest;
  readonly number: number;
  readonly log: ConnectionLog;
  readonly auth: 'token' | 'none';
  body(): AsyncIterable<Buffer>;
}

/** Finds the route of a request and what it answers: redirect of unclean paths, 404, what the route does first, authorisation, the route (reference A1). */
export async function answerRequest(asking: Asking, services: RouteServices): Promise<Wire> {
  const { request } = asking;
  const method = request.method ?? '';
  const { path, query } = splitTarget(request.url ?? '/');
  if (method === 'OPTIONS' && path === '*') return composeWire(request, { status: 200, headers: {}, body: '' });
  const clean = cleanPath(path);
  if (clean !== path) return redirect(request, method, query === '' ? clean : `${clean}?${query}`);
  const route = ROUTES.get(path);
  if (route === undefined) return composeReply(request, failure(404, '404 page not found'));

  const first = route.before?.({ request, method });
  if (first?.reply !== undefined) return composeReply(request, first.reply);
  const authorisation = authorise(request.headers.authorization, asking.auth, services.tokens);
  const { verdict, refusal } = authorisation;
  if (verdict.result === 'accepted') services.tokens.didUse(verdict.tokenId, null);
  asking.log.say({ kind: 'authenticated', request: asking.number, verdict });
  const exchange: Exchange = { ...asking, method, query: parseQuery(query), authorisation };
  const reply =
    route.access === 'required' && refusal !== null ? failure(401, refusal) : await route.handle(exchange, services);
  return composeReply(request, { ...reply, headers: { ...first?.headers, ...reply.headers } });
}

/** As net/http's ServeMux does it, in its own words and without a route or a token. */
function redirect(request: ServedRequest, method: string, location: string): Wire {
  const hasBody = method === 'GET' || method === 'HEAD';
  const shown = location.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return composeWire(request, {
    status: 307,
    headers: { Location: location, ...(hasBody ? { 'Content-Type': 'text/html; charset=utf-8' } : {}) },
    body: hasBody ? `<a href="${shown}">Temporary Redirect</a>.\n\n` : '',
  });
}
