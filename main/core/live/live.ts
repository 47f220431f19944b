import type { Push } from '../../contract/index.ts';
import type { AgentDefinition } from '../agents/definition.ts';
import { type CanaryDesk, openCanaryDesk } from '../canary/canary-desk.ts';
import type { TokenBook } from '../endpoint/ports.ts';
import type { AgentConfigSource } from '../endpoint/routes/route.ts';
import { type OpenedEventStore, openEventStore } from '../events/open-event-store.ts';
import { createEvidence } from '../evidence/evidence.ts';
import { ownerLookupFor } from '../evidence/owner-lookup-for.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { endpointFor } from '../listeners/endpoint-for.ts';
import type { Log } from '../log/log.ts';
import type { Agents, EndpointService, Evidence, Preferences, Security } from '../parts.ts';
import { openRehearsalDesk, type RehearsalDesk } from '../rehearsal/rehearsal-desk.ts';
import { type OpenedRelay, openRelay } from '../relay/relay.ts';
import { relayedIntake } from '../relay/relayed-intake.ts';
import type { UpstreamTarget } from '../relay/upstream.ts';
import type { ServerFile } from '../server/read-server-file.ts';
import { freshTlsOf } from './fresh-tls.ts';

/** The parts that watch and listen: event store, evidence, endpoint. */
export interface LiveParts {
  readonly store: OpenedEventStore;
  readonly evidence: Evidence;
  readonly endpoint: EndpointService;
  readonly canary: CanaryDesk;
  readonly relay: OpenedRelay | null;
  readonly rehearsal: RehearsalDesk;
}

/** The live parts, opened together when one of them is first needed. */
export interface Live {
  open(): Promise<LiveParts>;
  /** Null while nothing has needed them. */
  opened(): LiveParts | null;
  close(): Promise<void>;
}

export interface LiveOptions {
  readonly host: Host;
  readonly folders: Folders;
  readonly security: Security;
  readonly preferences: Preferences;
  readonly catalogue: readonly AgentDefinition[];
  readonly agents: Agents;
  readonly log: Log;
  readonly agentConfig: AgentConfigSource;
  /** The real server's settings, where a file of them is in force. */
  readonly serverFile: ServerFile | null;
  /** The server that everything is passed on to, where there is one. */
  readonly relay: { readonly target: UpstreamTarget; readonly limitBytes: number; readonly isDurable: boolean } | null;
  /** PEM file with the authority behind what the endpoint presents, or null. */
  servedCaPath(): string | null;
  push(push: Push): void;
  /** The endpoint has begun to listen. */
  didListen(): void;
}

/** Makes the live parts reachable without opening them. The endpoint does not listen until it is told to. */
export function createLive(options: LiveOptions): Live {
  let opening: Promise<LiveParts> | null = null;
  let parts: LiveParts | null = null;

  const open = (): Promise<LiveParts> => {
    opening ??= openParts(options).then((opened) => {
      parts = opened;
      return opened;
    });
    return opening;
  };

  return {
    open,
    opened: () => parts,
    close: async () => {
      const opened = await opening;
      opening = null;
      parts = null;
      opened?.canary.recall();
      await opened?.endpoint.close();
      await opened?.relay?.close();
      await opened?.evidence.close();
      await opened?.store.close();
    },
  };
}

async function openParts(options: LiveOptions): Promise<LiveParts> {
  const { host, folders, security, preferences, catalogue, agents, log, push, serverFile } = options;
  const store = await openEventStore({
    host,
    path: folders.events,
    words: folders.words,
    retention: () => preferences.get().retention,
    didStore: (events) => push({ topic: 'events', events }),
    didSkip: (events) => push({ topic: 'missed', attempts: 0, events }),
  });
  const evidence = createEvidence({
    host,
    store,
    agents: catalogue,
    wiring: (agentId) => agents.wiring(agentId),
    owners: ownerLookupFor(host),
    push,
    log,
  });
  await evidence.recalled;
  const relay = options.relay === null ? null : await openRelayFor(options, options.relay);
  const canary = openCanaryDesk({ host, evidence, didChange: () => endpoint.canaryChanged() });
  const rehearsal = openRehearsalDesk({ host, evidence, didChange: () => presentAgain() });
  const presentAgain = (): void => {
    const identity = rehearsal.identity() ?? security.identity();
    if (identity !== null) endpoint.present(identity);
    push({ topic: 'changed', what: ['status'] });
  };
  const endpoint = endpointFor({
    host,
    canary: { ...canary, ending: () => [...canary.ending(), ...rehearsal.ending()] },
    threads: store,
    identity: () => rehearsal.identity() ?? security.identity(),
    tokenBook: rehearsedTokens(security.tokenBook, rehearsal),
    revoked: () => security.revokedClients(),
    caPath: options.servedCaPath,
    ...(serverFile?.tls ? { tls: serverFile.tls } : {}),
    ...(serverFile?.tlsFiles
      ? { freshTls: freshTlsOf(serverFile.tlsFiles, log, () => push({ topic: 'changed', what: ['status'] })) }
      : {}),
    sink: (fact) => {
      rehearsal.observe(fact);
      evidence.sink(fact);
    },
    intake: relay === null ? store.intake : relayedIntake(store.intake, relay),
    upstream: relay,
    agentConfig: options.agentConfig,
    didChange: (state) => {
      log.write(state.listening ? 'the endpoint listens' : 'the endpoint does not listen', {
        url: state.url,
        problem: state.problem?.message ?? null,
      });
      evidence.endpointChanged(state);
      if (state.listening) options.didListen();
      push({ topic: 'changed', what: ['endpoint', 'status'] });
    },
  });
  return { store, evidence, endpoint, canary, relay, rehearsal };
}

/** The tokens as they would be if the change were made that is played. */
function rehearsedTokens(book: TokenBook, rehearsal: RehearsalDesk): TokenBook {
  return {
    ...book,
    accepted: () => book.accepted().filter(({ id }) => !rehearsal.refuses(id)),
    retired: () => [
      ...book.retired(),
      ...book.accepted().flatMap(({ id, value }) => (rehearsal.refuses(id) ? [value] : [])),
    ],
  };
}

/** The desk that passes requests on, whose every change of state is told. */
function openRelayFor(
  { host, folders, log, push }: LiveOptions,
  relay: NonNullable<LiveOptions['relay']>,
): Promise<OpenedRelay> {
  return openRelay({
    ...relay,
    path: folders.relay,
    nowMs: () => host.now().getTime(),
    didChange: () => push({ topic: 'changed', what: ['status'] }),
    didDie: (error) => {
      log.write('the thread of the relay has ended', { why: error.message });
      push({ topic: 'changed', what: ['status'] });
    },
  });
}
