import type { MessagePort } from 'node:worker_threads';
import type { Endpoint } from '../../contract/index.ts';
import type { EndpointSettings, ServerIdentity, TokenBook } from '../endpoint/ports.ts';
import type { CentralSettings } from '../endpoint/routes/route.ts';
import type { TlsSettings } from '../endpoint/tls/tls-settings.ts';
import type { Fact } from '../evidence/facts.ts';
import type { Crossed } from './crossing.ts';

/* What passes between the main thread and a thread that listens for agents. */

/** The ways into a listening thread: orders and reports, and the state that changes meanwhile. */
export interface ListenerPorts {
  readonly port: MessagePort;
  readonly state: MessagePort;
}

/** Takes the ways into a thread that is ready to listen. */
export type Greet = (ports: ListenerPorts) => void;

/** What the main thread tells a listener to listen with. */
export interface ListenOrder {
  readonly settings: Crossed<EndpointSettings>;
  /** Begins the names of the connections that it accepts. */
  readonly name: string;
}

/** To a listener. What has a number is answered under it. */
export type ListenerMessage =
  | { readonly kind: 'start'; readonly number: number; readonly order: ListenOrder }
  | { readonly kind: 'stop' | 'recheck'; readonly number: number }
  /** The state has changed in a way that concerns connections which are open. */
  | { readonly kind: 'look' }
  /** The answer to a question. */
  | { readonly kind: 'told'; readonly question: number; readonly answer: Answer };

/** What may change while it listens, by a port of its own that a listener reads before it looks at any of it: a token that was made is never met too early. */
export interface SharedState {
  readonly identity: ServerIdentity | null;
  readonly tls: TlsSettings;
  readonly accepted: ReturnType<TokenBook['accepted']>;
  readonly retired: ReturnType<TokenBook['retired']>;
  /** Fingerprints of certificates of clients that are let in no more. */
  readonly revoked: readonly string[];
  /** What a canary that waits presents, and the connections that end after their next answer, for it or for a rehearsal. */
  readonly canary: { readonly identity: ServerIdentity | null; readonly ending: readonly string[] } | null;
}

/** What only the main thread knows. */
export type Question =
  | {
      readonly about: 'configuration';
      readonly service: string;
      readonly environment: string;
      readonly tag: string;
      readonly mayKnow: ReadonlySet<string> | null;
    }
  /** Whether every fact that was told before has been looked at. */
  | { readonly about: 'facts' }
  /** Whether this connection is the one that the canary waits for. */
  | { readonly about: 'canary'; readonly connection: string }
  /** Take so many events out of an address's allowance: one for a request, at once, or those of a batch. */
  | { readonly about: 'allowance'; readonly address: string; readonly events: number | 'request' };

export type Answer = CentralSettings | boolean | null;

/** From a listener. */
export type ListenerReport =
  | { readonly kind: 'done'; readonly number: number; readonly result: ListenResult }
  | { readonly kind: 'observed'; readonly facts: readonly Fact[]; readonly uses: readonly TokenUse[] }
  | { readonly kind: 'asks'; readonly question: number; readonly about: Question };

export interface TokenUse {
  readonly id: string;
  readonly service: string | null;
}

export type ListenResult =
  | { readonly port: number; readonly addresses: readonly string[] }
  | { readonly failure: NonNullable<Endpoint['problem']> };
