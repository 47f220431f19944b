import type { Intake } from '../../events/ports.ts';
import type { ConnectionLog } from '../connection-log.ts';
import type { Authorisation } from '../http/authorise.ts';
import type { Reply } from '../http/reply.ts';
import type { ServedRequest } from '../http/served-request.ts';
import type { EndpointLimits } from '../limits.ts';
import type { TokenBook } from '../ports.ts';

/** One request on its way through a route. */
export interface Exchange {
  readonly request: ServedRequest;
  readonly method: string;
  readonly query: ReadonlyMap<string, string>;
  /** Number of the request on its connection, from 1. */
  readonly number: number;
  readonly log: ConnectionLog;
  readonly authorisation: Authorisation;
  /** The body as it arrives, still compressed. Throws when the client leaves. Leaving the loop early leaves the rest unread. */
  body(): AsyncIterable<Buffer>;
}

/** What routes work with. */
export interface RouteServices {
  readonly intake: Intake;
  readonly tokens: TokenBook;
  readonly limits: EndpointLimits;
  readonly server: ServerFacts;
  readonly agentConfig: AgentConfigSource;
  isDurable(): boolean;
  nowMs(): number;
}

/** What `GET /` tells of the server that this endpoint stands in for. */
export interface ServerFacts {
  readonly version: string;
  readonly buildDate: string;
  readonly buildSha: string;
}

/**
 * Central configuration of agents: settings by name, all texts, with the tag of their state; null where nothing is configured.
 * `tagAsked` is the tag that the agent holds, empty where it has none: one that is the current tag says that it took the settings up.
 */
export type AgentConfigSource = (
  service: string,
  environment: string,
  tagAsked: string,
) => { readonly etag: string; readonly settings: Readonly<Record<string, string>> } | null;

/**
 * One path of the endpoint. With `required`, a request whose credentials do not pass gets its 401 before `handle`; with `optional`, the route
 * decides. `before` runs ahead of authorisation, may answer by itself, and its headers go onto every answer of the route (CORS).
 */
export interface Route {
  readonly path: string;
  readonly access: 'required' | 'optional';
  before?(exchange: Pick<Exchange, 'request' | 'method'>): {
    readonly reply?: Reply;
    readonly headers: Readonly<Record<string, string>>;
  };
  handle(exchange: Exchange, services: RouteServices): Promise<Reply>;
}
