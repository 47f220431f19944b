import type { ConnectionLog } from '../connection-log.ts';
import type { Exchange, Route, RouteServices } from '../routes/route.ts';
import { admit } from './admit.ts';
import { authorise, SETTINGS_TOKEN_ID } from './authorise.ts';
import { cleanPath, parseQuery, splitTarget, unescapedPath } from './clean-path.ts';
import { type CorsVerdict, judgeOrigin } from './cors.ts';
import { escapedPath, escapePath } from './escaped-path.ts';
import { firstHeader } from './header-value.ts';
import { composeReply, composeWire, failure, type Reply, type Wire } from './reply.ts';
import { type Header, settingsHeaders } from './response-headers.ts';
import type { ServedRequest } from './served-request.ts';

export interface Asking {
  readonly request: ServedRequest;
  readonly number: number;
  readonly log: ConnectionLog;
  body(): AsyncIterable<Buffer>;
}

/** The paths there are, and what they work with. */
export interface Site extends RouteServices {
  readonly routes: ReadonlyMap<string, Route>;
}

/** The real server's words for a fault of its own (reference A0 rule 10). */
export const PANIC = 'panic handling request';

const NO_HEADERS: Readonly<Record<string, string>> = {};
const RUM_DISABLED =
  'forbidden request: RUM endpoint is disabled. Configure the `apm-server.rum` section in apm-server.yml to enable ingestion of RUM events. If you are not using the RUM agent, you can safely ignore this error.';
/** How Go's net/http writes these characters in HTML. */
const HTML: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&#34;', "'": '&#39;' };
const TOO_MANY = 'too many requests: rate limit exceeded';

/** Finds the route of a request and what it answers: redirect of unclean paths, 404, else the route and what stands before it. */
export async function answerRequest(asking: Asking, site: Site): Promise<Wire> {
  const { request } = asking;
  const method = request.method ?? '';
  const { path, query } = splitTarget(request.url ?? '/');
  if (method === 'OPTIONS' && path === '*') {
    return composeWire(request, { status: 200, headers: { 'Content-Length': '0' }, body: '' });
  }
  const escaped = escapedPath(path);
  const clean = cleanPath(escaped);
  if (clean !== escaped) {
    const location = escapePath(clean);
    return redirect(request, method, query === '' ? location : `${location}?${query}`);
  }
  const route = site.routes.get(unescapedPath(path));
  if (route === undefined) return composeReply(request, failure(404, '404 page not found'));

  const cors = route.isRum === true ? judgeOrigin(method, firstHeader(request, 'origin'), site.settings.rum) : null;
  const reply = await replyOf({ ...asking, method, query: parseQuery(query) }, route, cors, site);
  const headers = { ...(cors?.headers ?? NO_HEADERS), ...reply.headers };
  return composeReply(request, { ...reply, headers }, addedTo(route, site));
}

/**
 * A request through everything that stands before its route, in the real server's order (reference A1): cross-origin rules, credentials, the rate of whoever has shown
 * none, the switch that turns RUM off. What is refused on the way is told as a fact.
 */
async function replyOf(
  asking: Asking & Pick<Exchange, 'method' | 'query'>,
  route: Route,
  cors: CorsVerdict | null,
  site: Site,
): Promise<Reply> {
  const { request, log, number } = asking;
  const { settings } = site;
  const refuse = (status: number, error: string): Reply => {
    log.say({ kind: 'rejected', request: number, status, errors: [error] });
    return failure(status, error);
  };
  if (cors !== null && !cors.isAllowed) {
    const refusal = refuse(403, cors.refusal);
    return cors.isPreflight ? { status: 200 } : refusal;
  }
  if (cors?.isPreflight === true) return { status: 200 };

  if (route.access === 'none') {
    const authorisation = { verdict: { result: 'not-needed' }, refusal: null } as const;
    return route.handle({ ...asking, authorisation, admission: null }, site);
  }
  const authorisation = authorise(request.headers.authorization, {
    auth: site.auth,
    tokens: site.tokens,
    server: settings,
  });
  const { verdict, refusal } = authorisation;
  if (verdict.result === 'accepted' && verdict.tokenId !== SETTINGS_TOKEN_ID) {
    site.tokens.didUse(verdict.tokenId, null);
  }
  log.say({ kind: 'authenticated', request: number, verdict });
  if (refusal?.status === 503) return refuse(503, refusal.error);
  if (refusal !== null && route.access === 'required') return failure(refusal.status, refusal.error);

  const admission = route.access === 'required' ? await admit(verdict, request, site) : null;
  if (admission === 'too-many') return refuse(429, TOO_MANY);
  if (route.isRum === true && !settings.rum.enabled) return refuse(403, RUM_DISABLED);
  return route.handle({ ...asking, authorisation, admission }, site);
}

/** Those of browsers' paths come on top, so equal names repeat (reference A0 rule 11). */
function addedTo({ access, isRum }: Route, { settings }: Site): Header[] {
  if (access === 'none') return [];
  const own = settingsHeaders(settings.responseHeaders);
  return isRum === true ? [...own, ...settingsHeaders(settings.rum.responseHeaders)] : own;
}

/** As net/http's ServeMux does it, in its own words and without a route or a token. */
function redirect(request: ServedRequest, method: string, location: string): Wire {
  const hasType = method === 'GET' || method === 'HEAD';
  const shown = location.replace(/[<>&"']/g, (character) => HTML[character] ?? character);
  return composeWire(request, {
    status: 307,
    headers: { Location: location, ...(hasType ? { 'Content-Type': 'text/html; charset=utf-8' } : {}) },
    body: method === 'GET' ? `<a href="${shown}">Temporary Redirect</a>.\n\n` : '',
  });
}
