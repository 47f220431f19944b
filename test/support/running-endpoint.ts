import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Endpoint, Secret } from '../../main/contract/index.ts';
import { createEndpoint, type EndpointOptions } from '../../main/core/endpoint/endpoint.ts';
import type { EndpointSettings, ServerIdentity, TokenBook } from '../../main/core/endpoint/ports.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../main/core/endpoint/server-settings.ts';
import { type OpenedEventStore, openEventStore } from '../../main/core/events/open-event-store.ts';
import type { Fact, FactKind } from '../../main/core/evidence/facts.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { createSpreadEndpoint } from '../../main/core/listeners/spread-endpoint.ts';
import type { EndpointService } from '../../main/core/parts.ts';

/** A started endpoint with a real store, everything it observed, and signals to wait for instead of time. */
export interface RunningEndpoint {
  readonly endpoint: EndpointService;
  readonly store: OpenedEventStore;
  readonly state: Endpoint;
  readonly port: number;
  readonly facts: Fact[];
  readonly uses: { readonly id: string; readonly service: string | null }[];
  /** The first fact of that kind that fits, already said or still to come. */
  fact<Kind extends FactKind>(
    kind: Kind,
    fits?: (fact: Extract<Fact, { kind: Kind }>) => boolean,
  ): Promise<Extract<Fact, { kind: Kind }>>;
  close(): Promise<void>;
}

export const TOKEN = 'sekrit';

/** A book with one active and one retiring token, and one that was retired. */
export function testTokens(uses: { id: string; service: string | null }[] = []): TokenBook {
  return {
    accepted: () => [
      { id: 'active', state: 'active', value: new Secret(TOKEN) },
      { id: 'old', state: 'retiring', value: new Secret('sekrit-old') },
    ],
    retired: () => [new Secret('sekrit-gone')],
    didUse: (id, service) => uses.push({ id, service }),
  };
}

export async function runEndpoint(
  identity: ServerIdentity,
  settings: Partial<EndpointSettings> = {},
  options: Partial<EndpointOptions> & {
    /** Over several threads, and how often they look for others on their port. */
    readonly spread?: { readonly lookEveryMs?: number };
  } = {},
): Promise<RunningEndpoint> {
  const { spread, ...given } = options;
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-endpoint-'));
  const host = realHost();
  const store = await openEventStore({
    host,
    path: join(folder, 'events.sqlite'),
    retention: () => ({ days: 7, megabytes: 1024 }),
  });
  const facts: Fact[] = [];
  const uses: { id: string; service: string | null }[] = [];
  const waiting = new Set<() => void>();
  const parts: EndpointOptions = {
    host,
    identity: () => identity,
    tokenBook: testTokens(uses),
    sink: (fact) => {
      facts.push(fact);
      for (const look of waiting) look();
    },
    intake: store.intake,
    didChange: () => undefined,
    ...given,
  };
  const endpoint =
    spread === undefined ? createEndpoint(parts) : createSpreadEndpoint({ ...parts, ...spread, threads: store });
  const state = await endpoint.start({
    port: 0,
    hosts: [],
    auth: 'token',
    durable: false,
    server: DEFAULT_SERVER_SETTINGS,
    ...settings,
  });
  return {
    endpoint,
    store,
    state,
    port: state.port,
    facts,
    uses,
    fact: (kind, fits = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          for (const fact of facts) {
            if (!isOfKind(fact, kind) || !fits(fact)) continue;
            waiting.delete(look);
            resolve(fact);
            return;
          }
        };
        waiting.add(look);
        look();
      }),
    async close() {
      await endpoint.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isOfKind<Kind extends FactKind>(fact: Fact, kind: Kind): fact is Extract<Fact, { kind: Kind }> {
  return fact.kind === kind;
}
