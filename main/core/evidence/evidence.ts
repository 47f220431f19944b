import type { Attempt, Diagnosis, Endpoint, Push, Service } from '../../contract/index.ts';
import type { Wiring } from '../agents/definition.ts';
import type { KnownAgent } from '../diagnose/known-agent.ts';
import type { EventStore, RememberedAttempt } from '../events/ports.ts';
import type { Host } from '../host/host.ts';
import type { Log } from '../log/log.ts';
import type { Evidence } from '../parts.ts';
import { createAttemptBook } from './attempt-book.ts';
import type { FactOf } from './attempt-state.ts';
import { viewAttemptDetail } from './attempt-view.ts';
import { dropOldest } from './drop-oldest.ts';
import { createExpectations } from './expectations.ts';
import type { FactSink } from './facts.ts';
import { matchesQuery } from './matches-query.ts';
import { isOwnMachine } from './own-machine.ts';
import type { OwnerLookup } from './owner-lookup.ts';
import { createOwnerSearch } from './owner-search.ts';
import { readFacts } from './remembered-facts.ts';
import { addSums, groupSums, type ServiceSum, serviceKey, sumOfService, sumOfVerification } from './service-sum.ts';
import { type Surroundings, viewService } from './service-view.ts';

export interface EvidenceOptions {
  readonly host: Pick<Host, 'now'>;
  readonly store: Pick<EventStore, 'remember' | 'recall' | 'forgetService'>;
  readonly agents: readonly KnownAgent[];
  /** The values to write into cures; null stands for an agent that is not known. */
  readonly wiring: (agentId: string | null) => Wiring;
  readonly owners: OwnerLookup;
  readonly push: (push: Push) => void;
  readonly log: Pick<Log, 'write'>;
  readonly after?: After;
}

export interface OpenedEvidence extends Evidence {
  /** Resolves once what an earlier run left has been added, or could not be read; never rejects. Before it, ladders hold this run alone. */
  readonly recalled: Promise<void>;
}

/** Runs something once, `milliseconds` from now, unless the function it returns is called before. */
export type After = (milliseconds: number, run: () => void) => () => void;

const MOST_ATTEMPTS = 1000;
/** Whoever may send may also invent names without end; so many services are known at once, those that were heard of last. */
const MOST_SERVICES = 1000;
/** Something may be told of a connection after its end, so those that are no evidence are held until they are long over. */
const MOST_ASIDE = 16;
/** Changes are gathered for so long before they are pushed, and before they are written to the store. */
const PUSH_AFTER_MS = 50;
const REMEMBER_AFTER_MS = 1000;

/**
 * Opens the evidence: takes facts, keeps the newest 1000 attempts and the ladders of the 1000 services heard of last, tells listeners what changed at most twenty
 * times a second, and has the store remember it. What an earlier run left is added as soon as the store has read it.
 */
export function createEvidence(options: EvidenceOptions): OpenedEvidence {
  const { store, agents, owners, push, log, after = realAfter } = options;
  const nowMs = (): number => options.host.now().getTime();
  const kept = new Map<string, ServiceSum>();
  const past = new Map<string, RememberedAttempt>();
  const pushed = new Map<string, { readonly service: Service; readonly text: string }>();
  /** Connections that are no evidence, with who takes what is observed of them. */
  const aside = new Map<string, FactSink>();
  const toRemember = { attempts: new Set<string>(), services: new Map<string, Service>() };
  /** What agents logged of themselves, by the service that they report for. */
  const logged = new Map<string, Diagnosis>();
  const loggedOf = (service: string | null): Diagnosis | null => logged.get(service ?? '') ?? null;
  let endpoint: Endpoint | null = null;
  let isClosed = false;

  const wiringFor: Surroundings['wiringFor'] = (agentId, service) => {
    const wiring = options.wiring(agentId);
    return service !== null && isPlainName(service) ? { ...wiring, service } : wiring;
  };
  const keep = (sum: ServiceSum): void => {
    const key = serviceKey(sum.service, sum.environment);
    const before = kept.get(key);
    kept.delete(key);
    kept.set(key, before === undefined ? sum : addSums(before, sum));
    dropOldest(kept, MOST_SERVICES);
  };
  const book = createAttemptBook({ agents, wiringFor, most: MOST_ATTEMPTS, didDrop: keep });
  const expectations = createExpectations();

  const services = (): Map<string, Service> => {
    const seen = groupSums([...kept.values(), ...book.sums()]);
    const all = groupSums([...seen.values(), ...expectations.unseen([...seen.values()])]);
    const surroundings = { endpoint, agents, wiringFor, loggedOf };
    return new Map(newestOf(all).map(([key, sum]) => [key, viewService(sum, surroundings)]));
  };

  const pushChanges = (): void => {
    for (const attempt of book.settle()) {
      toRemember.attempts.add(attempt.id);
      push({ topic: 'attempt', attempt });
    }
    const current = services();
    for (const [key, service] of current) {
      const text = JSON.stringify(service);
      if (pushed.get(key)?.text === text) continue;
      pushed.set(key, { service, text });
      if (service.lastAttemptId !== null) toRemember.services.set(key, service);
      push({ topic: 'service', service });
    }
    const gone = [...pushed].filter(([key]) => !current.has(key));
    for (const [key, { service }] of gone) {
      pushed.delete(key);
      toRemember.services.delete(key);
      if (service.lastAttemptId !== null) store.forgetService(service.service, service.environment);
    }
    if (gone.length > 0) push({ topic: 'changed', what: ['services'] });
    rememberSoon.start();
  };

  const rememberChanges = (): void => {
    const attempts = [...toRemember.attempts].flatMap((id) => book.remembered(id) ?? []);
    const changed = [...toRemember.services.values()];
    toRemember.attempts.clear();
    toRemember.services.clear();
    if (attempts.length > 0 || changed.length > 0) store.remember({ attempts, services: changed });
  };

  const pushSoon = coalesced(after, PUSH_AFTER_MS, pushChanges);
  const rememberSoon = coalesced(after, REMEMBER_AFTER_MS, rememberChanges);

  const sink: FactSink = (fact) => {
    if (isClosed) return;
    const takeAside = aside.get(fact.connection);
    if (takeAside !== undefined) {
      if (fact.kind === 'closed') search.take(fact);
      takeAside(fact);
      return;
    }
    book.take(fact, expectations.openWiring());
    search.take(fact);
    if (fact.kind === 'metadata') putDownToLaunch(fact);
    pushSoon.start();
  };

  /** Where the look-up told nothing, the process that `run` started is known by the id it gives itself, if it is on this machine. */
  const putDownToLaunch = ({ connection, atMs, metadata: { pid } }: FactOf<'metadata'>): void => {
    const remote = book.ownerless(connection);
    if (pid === null || remote === null || !isOwnMachine(remote)) return;
    const owner = expectations.ownerNamed(pid);
    if (owner !== null) sink({ kind: 'owner', connection, atMs, owner });
  };

  const search = createOwnerSearch(owners, {
    find: (connection, atMs, found) =>
      sink({ kind: 'owner', connection, atMs, owner: expectations.ownerOf(found, agents) }),
    fail: (error) => log.write('a connection’s process could not be looked up', { why: String(error) }),
  });

  const recall = async (): Promise<void> => {
    const { attempts, services: remembered } = await store.recall(MOST_ATTEMPTS);
    if (isClosed) return;
    for (const each of attempts) {
      // An earlier version remembered nothing of central configuration.
      const { configuration = null } = each.attempt;
      past.set(each.attempt.id, { ...each, attempt: { ...each.attempt, configuration, open: false } });
    }
    for (const each of remembered) keep(sumOfService(each));
    if (attempts.length > 0 || remembered.length > 0) push({ topic: 'changed', what: ['services', 'attempts'] });
    pushSoon.start();
  };
  const recalled = recall().catch((error: unknown) =>
    log.write('earlier evidence could not be read', { why: String(error) }),
  );

  const attempts = (): Attempt[] => {
    const current = book.list();
    const ids = new Set(current.map(({ id }) => id));
    const earlier = [...past.values()].map(({ attempt }) => attempt).filter(({ id }) => !ids.has(id));
    return [...current, ...earlier].slice(0, MOST_ATTEMPTS);
  };

  return {
    recalled,
    sink,
    services: () => [...services().values()].sort(byName),
    attempts: (query) =>
      attempts()
        .filter((attempt) => matchesQuery(attempt, query))
        .slice(0, query.limit),
    attempt: (id) => {
      const remembered = past.get(id);
      const earlier =
        remembered === undefined ? null : viewAttemptDetail(remembered.attempt, readFacts(remembered.facts));
      return book.detail(id) ?? earlier;
    },
    forget: (service, environment) => {
      const isMeant = (each: { readonly service: string | null; readonly environment: string | null }): boolean =>
        each.service === service && (each.environment === environment || each.environment === null);
      for (const [key, sum] of kept) if (isMeant(sum)) kept.delete(key);
      book.forget(isMeant);
      expectations.forget(service);
      logged.delete(service ?? '');
      store.forgetService(service, environment);
      pushSoon.start();
    },
    isOf: async (connection, target) => {
      await search.again(connection);
      return book.isOf(connection, target);
    },
    openOf: book.openOf,
    setAside: (connection, take) => {
      aside.set(connection, take);
      dropOldest(aside, MOST_ASIDE);
      book.drop(connection);
      toRemember.attempts.delete(connection);
      push({ topic: 'changed', what: ['attempts'] });
      pushSoon.start();
    },
    keepVerification: (key, verification) => {
      const seen = services().get(serviceKey(key.service, key.environment));
      // Forgotten meanwhile.
      if (seen === undefined) return;
      keep(sumOfVerification(seen, verification));
      push({ topic: 'changed', what: ['status'] });
      pushSoon.start();
    },
    whyNoOwners: owners.unavailable,
    launched: (process) => {
      expectations.launched({ ...process, sinceMs: nowMs() });
      logged.delete(process.service);
      for (const { connection, owner } of book.owners()) {
        if (owner.pid !== process.pid || owner.via === 'run') continue;
        const own = {
          ...owner,
          service: owner.service ?? process.service,
          agentId: process.agent,
          via: 'run',
        } as const;
        sink({ kind: 'owner', connection, atMs: nowMs(), owner: own });
      }
      pushSoon.start();
    },
    logged: (service, said) => {
      logged.set(service, said);
      dropOldest(logged, MOST_SERVICES);
      pushSoon.start();
    },
    openWiring: (wiring) => {
      expectations.wire(wiring === null ? null : { ...wiring, sinceMs: nowMs() });
      pushSoon.start();
    },
    endpointChanged: (state) => {
      endpoint = state;
      pushSoon.start();
    },
    close: async () => {
      isClosed = true;
      pushSoon.finish();
      rememberSoon.finish();
    },
  };
}

function newestOf(services: ReadonlyMap<string, ServiceSum>): (readonly [string, ServiceSum])[] {
  const all = [...services];
  if (all.length <= MOST_SERVICES) return all;
  return all.sort(([, one], [, other]) => other.lastSeenMs - one.lastSeenMs).slice(0, MOST_SERVICES);
}

interface Coalesced {
  start(): void;
  /** Runs what is due at once; nothing where nothing is. */
  finish(): void;
}

function coalesced(after: After, milliseconds: number, run: () => void): Coalesced {
  let cancel: (() => void) | null = null;
  const runNow = (): void => {
    cancel = null;
    run();
  };
  return {
    start: () => {
      cancel ??= after(milliseconds, runNow);
    },
    finish: () => {
      if (cancel === null) return;
      cancel();
      runNow();
    },
  };
}

const realAfter: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Names that the intake protocol allows (reference/intake-protocol.md D1); others came from outside and stay out of lines to paste. */
function isPlainName(service: string): boolean {
  return /^[A-Za-z0-9 _-]{1,100}$/.test(service);
}

/** By name, the unidentified last. */
function byName(one: Service, other: Service): number {
  if (one.service === null || other.service === null)
    return Number(one.service === null) - Number(other.service === null);
  return one.service.localeCompare(other.service) || (one.environment ?? '').localeCompare(other.environment ?? '');
}
