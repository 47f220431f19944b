import type {
  AgentIdentity,
  Attempt,
  Attribution,
  Counts,
  Service,
  TlsFacts,
  Verification,
} from '../../contract/index.ts';
import { type AttemptState, addCounts, NO_COUNTS } from './attempt-state.ts';
import type { Conclusions } from './attempt-view.ts';
import { type ConfigurationSeen, configurationFrom, newestConfiguration } from './configuration-seen.ts';
import { EMPTY_LADDER, type Ladder, mergeLadders } from './ladder.ts';
import { ladderFrom } from './ladder-steps.ts';

/** What any number of connections of one service add up to. */
export interface ServiceSum {
  readonly service: string | null;
  readonly environment: string | null;
  readonly ladder: Ladder;
  readonly counts: Counts;
  readonly agent: AgentIdentity | null;
  readonly agentId: string | null;
  readonly attribution: Attribution;
  readonly tls: TlsFacts | null;
  readonly tokenId: string | null;
  readonly process: Attempt['process'];
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  readonly lastAttemptId: string | null;
  readonly configuration: ConfigurationSeen | null;
  /** What the last canary showed. */
  readonly verifies: Verification | null;
}

const BEST_FIRST: readonly Attribution[] = ['metadata', 'user-agent', 'run', 'environment', 'wiring', 'none'];

/** One connection as a sum. */
export function sumOfAttempt(attempt: AttemptState, { identity, ladder }: Conclusions, shown: Attempt): ServiceSum {
  return {
    ...identity,
    ladder,
    counts: attempt.counts,
    tls: shown.tls,
    tokenId: attempt.letIn?.tokenId ?? null,
    process: shown.process,
    firstSeenMs: attempt.acceptedAtMs,
    lastSeenMs: attempt.lastAtMs,
    lastAttemptId: attempt.id,
    // A poll names its service; what else is known of the connection must not contradict it.
    configuration: attempt.configuration?.service === identity.service ? attempt.configuration.seen : null,
    verifies: null,
  };
}

/** What an earlier run remembered of a service. */
export function sumOfService(service: Service): ServiceSum {
  return {
    ...service,
    ladder: ladderFrom(service),
    firstSeenMs: Date.parse(service.firstSeenAt),
    lastSeenMs: Date.parse(service.lastSeenAt),
    configuration: configurationFrom(service.configuration),
    // An earlier version knew no canary.
    verifies: service.verifies ?? null,
  };
}

/** What a canary showed of a service, and nothing else: added to its sum, everything else stays as it is. */
export function sumOfVerification(service: Service, verifies: Verification): ServiceSum {
  const { ladder, counts, agent, tls, tokenId, process, lastAttemptId, configuration } = sumOfExpected({
    service: service.service,
    agentId: service.agentId,
    attribution: service.attribution,
    process: null,
    sinceMs: 0,
  });
  const nothing = { ladder, counts, agent, tls, tokenId, process, lastAttemptId, configuration };
  return { ...sumOfService(service), ...nothing, verifies };
}

/** A service that is expected and has not been seen: its ladder is empty. */
export function sumOfExpected(
  expected: Pick<ServiceSum, 'service' | 'agentId' | 'attribution' | 'process'> & { readonly sinceMs: number },
): ServiceSum {
  const { sinceMs, ...rest } = expected;
  return {
    ...rest,
    environment: null,
    ladder: EMPTY_LADDER,
    counts: NO_COUNTS,
    agent: null,
    tls: null,
    tokenId: null,
    firstSeenMs: sinceMs,
    lastSeenMs: sinceMs,
    lastAttemptId: null,
    configuration: null,
    verifies: null,
  };
}

/** Both together; what only one value can stand for is taken from the one seen last. The key is that of `one`. */
export function addSums(one: ServiceSum, other: ServiceSum): ServiceSum {
  const [earlier, later] = one.lastSeenMs <= other.lastSeenMs ? [one, other] : [other, one];
  return {
    service: one.service,
    environment: one.environment,
    ladder: mergeLadders(one.ladder, other.ladder),
    counts: addCounts(one.counts, other.counts),
    agent: later.agent ?? earlier.agent,
    agentId: later.agentId ?? earlier.agentId,
    attribution: BEST_FIRST.find((each) => each === one.attribution || each === other.attribution) ?? 'none',
    tls: later.tls ?? earlier.tls,
    tokenId: later.tokenId ?? earlier.tokenId,
    process: later.process ?? earlier.process,
    firstSeenMs: Math.min(one.firstSeenMs, other.firstSeenMs),
    lastSeenMs: later.lastSeenMs,
    lastAttemptId: later.lastAttemptId ?? earlier.lastAttemptId,
    configuration: newestConfiguration(one.configuration, other.configuration),
    verifies: newestVerification(one.verifies, other.verifies),
  };
}

function newestVerification(one: Verification | null, other: Verification | null): Verification | null {
  if (one === null || other === null) return one ?? other;
  return one.at >= other.at ? one : other;
}

/** Fewer sums that `groupSums` makes the same of: those are put together that go together whatever else there is. */
export function condenseSums(sums: readonly ServiceSum[]): ServiceSum[] {
  const groups = new Map<string, ServiceSum>();
  for (const sum of sums) {
    const key = `${isNamed(sum)} ${serviceKey(sum.service, sum.environment)}`;
    const before = groups.get(key);
    groups.set(key, before === undefined ? sum : addSums(before, sum));
  }
  return [...groups.values()];
}

/**
 * Puts sums together by service and environment. A connection that never got to its metadata does not know its environment: it goes to the
 * environment in which that service was last seen by name, so that a failure and its cure meet on one ladder.
 */
export function groupSums(sums: readonly ServiceSum[]): Map<string, ServiceSum> {
  const homes = new Map<string | null, ServiceSum>();
  for (const sum of sums) {
    const known = homes.get(sum.service);
    if (isNamed(sum) && (known === undefined || known.lastSeenMs < sum.lastSeenMs)) homes.set(sum.service, sum);
  }
  const groups = new Map<string, ServiceSum>();
  for (const sum of sums) {
    const environment = isNamed(sum) ? sum.environment : (homes.get(sum.service)?.environment ?? null);
    const key = serviceKey(sum.service, environment);
    const before = groups.get(key);
    groups.set(key, before === undefined ? { ...sum, environment } : addSums(before, sum));
  }
  return groups;
}

/** What a service and its environment are known by. */
export function serviceKey(service: string | null, environment: string | null): string {
  return JSON.stringify([service, environment]);
}

function isNamed(sum: ServiceSum): boolean {
  return sum.attribution === 'metadata' || sum.environment !== null;
}
