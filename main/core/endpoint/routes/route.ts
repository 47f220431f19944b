import type { Admission, Intake } from '../../events/ports.ts';
import type { Upstream } from '../../relay/ports.ts';
import type { ConnectionLog } from '../connection-log.ts';
import type { Authorisation } from '../http/authorise.ts';
import type { Reply } from '../http/reply.ts';
import type { ServedRequest } from '../http/served-request.ts';
import type { EndpointLimits } from '../limits.ts';
import type { TokenBook } from '../ports.ts';
import type { RateLimiter } from '../rate-limit.ts';
import type { ServerSettings } from '../server-settings.ts';
import type { Traffic } from '../traffic.ts';

/** One request on its way through a route. */
export interface Exchange {
  readonly request: ServedRequest;
  readonly method: string;
  readonly query: ReadonlyMap<string, string>;
  /** Number of the request on its connection, from 1. */
  readonly number: number;
  readonly log: ConnectionLog;
  readonly authorisation: Authorisation;
  /** The terms for whoever shows no credentials; null for all others. */
  readonly admission: Admission | null;
  /** The body as it arrives, still compressed. Throws when the client leaves. Leaving the loop early leaves the rest unread. */
  body(): AsyncIterable<Buffer>;
}

/** What routes work with. */
export interface RouteServices {
  readonly auth: 'token' | 'none';
  readonly settings: ServerSettings;
  readonly intake: Intake;
  readonly tokens: TokenBook;
  readonly limits: EndpointLimits;
  readonly rateLimiter: RateLimiter;
  readonly traffic: Traffic;
  readonly server: ServerFacts;
  readonly agentConfig: AgentConfigSource;
  /** The server that everything is passed on to; null where this one stands alone. */
  readonly upstream: Upstream | null;
  isDurable(): boolean;
  nowMs(): number;
}

/** What `GET /` tells of the server that this endpoint stands in for. */
export interface ServerFacts {
  readonly version: string;
  readonly buildDate: string;
  readonly buildSha: string;
}

/** What a poll is new evidence of: that the settings were sent, or that the agent named their tag; null where it only repeats what was known. */
export type Reached = 'sent' | 'echoed' | null;

/**
 * Central configuration of agents: settings by name, all texts, with the tag of their state; null where nothing is configured. `tagAsked` is the tag that the agent holds,
 * empty where it has none: one that is the current tag says that it took the settings up. `mayKnow` names what it is told of them, null for all. `agent` is the name of the
 * agent that they were made for, where that is known.
 */
export type AgentConfigSource = (
  service: string,
  environment: string,
  tagAsked: string,
  mayKnow: ReadonlySet<string> | null,
) => CentralSettings | null | Promise<CentralSettings | null>;

export interface CentralSettings {
  readonly etag: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly agent?: string | undefined;
  readonly reached: Reached;
}

/**
 * One path of the endpoint. With `required`, a request whose credentials do not pass gets its refusal before `handle`, and so does one without any that is beyond its
 * rate; with `optional`, the route decides; with `none`, nothing is looked at and nothing from the settings is added.
 */
export interface Route {
  readonly path: string;
  readonly access: 'required' | 'optional' | 'none';
  /** A path of browsers: cross-origin rules come first, and it is shut while RUM is off (reference B3, B5). */
  readonly isRum?: boolean;
  handle(exchange: Exchange, services: RouteServices): Promise<Reply>;
}
