import type { Counts, TlsFacts } from '../../contract/index.ts';
import { type ConfigurationSeen, configurationAfter } from './configuration-seen.ts';
import type { AuthVerdict, ConnectionOwner, Fact, FactKind, ServiceMetadata, SocketAddress } from './facts.ts';

export type FactOf<Kind extends FactKind> = Extract<Fact, { readonly kind: Kind }>;

/** One request of a connection, as far as it has got. */
export interface RequestState {
  readonly number: number;
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  readonly userAgent: string | null;
  readonly contentType: string | null;
  readonly verdict: AuthVerdict | null;
  readonly hasMetadata: boolean;
  readonly status: number | null;
  /** What a gRPC call was refused with; null for every other request, and for a call that went well. */
  readonly grpcStatus: number | null;
  /** What the server refused, in its own words; the first is the one that counts. */
  readonly errors: readonly string[];
}

/**
 * Everything that is known about one connection, folded from its facts. Times are milliseconds since the epoch.
 * Only the newest requests are held; all that was observed is in the facts themselves.
 */
export interface AttemptState {
  readonly id: string;
  readonly acceptedAtMs: number;
  readonly lastAtMs: number;
  readonly remote: SocketAddress | null;
  readonly local: SocketAddress | null;
  readonly owner: ConnectionOwner | null;
  readonly plainHttp: FactOf<'plain-http'> | null;
  readonly notTls: FactOf<'not-tls'> | null;
  readonly hello: FactOf<'hello'> | null;
  readonly secured: FactOf<'secured'> | null;
  /** Since when it is known that nothing followed the handshake at first. */
  readonly silentAtMs: number | null;
  readonly tlsFailure: FactOf<'tls-failed'> | null;
  readonly requests: readonly RequestState[];
  /** Time of the newest request: the client went on after it had seen our certificate. */
  readonly requestAtMs: number | null;
  readonly userAgent: string | null;
  /** By a token, or without one: `anonymous` where that is for those who have none, else because nothing is asked for. */
  readonly letIn: { readonly atMs: number; readonly tokenId: string | null; readonly isAnonymous: boolean } | null;
  readonly metadata: { readonly atMs: number; readonly value: ServiceMetadata } | null;
  /** Everybody that the connection spoke for, the newest last; more than one only over OTLP. */
  readonly services: readonly SpokenFor[];
  readonly storedAtMs: number | null;
  readonly counts: Counts;
  /** Of the service that it asked for last. */
  readonly configuration: { readonly service: string; readonly seen: ConfigurationSeen } | null;
  readonly status: number | null;
  readonly closed: FactOf<'closed'> | null;
}

/** One service that a connection spoke for. */
export interface SpokenFor {
  readonly atMs: number;
  readonly value: ServiceMetadata;
  readonly storedAtMs: number | null;
  readonly counts: Counts;
}

const REQUESTS_HELD = 8;
const SERVICES_HELD = 32;

export const NO_COUNTS: Counts = { transaction: 0, span: 0, error: 0, metricset: 0, log: 0 };

/**
 * Folds one fact into an attempt; `null` begins one. Never throws, whatever the order of the facts. Facts come in order, so one that is dated before
 * the last is dated with it: the clock was moved, and what is newest must stay newest.
 */
export function reduceAttempt(before: AttemptState | null, given: Fact): AttemptState {
  const attempt = before ?? begun(given);
  const fact = given.atMs >= attempt.lastAtMs ? given : { ...given, atMs: attempt.lastAtMs };
  return { ...attempt, lastAtMs: fact.atMs, ...changes(attempt, fact) };
}

/** Version, cipher and names of a connection whose handshake finished, else null. */
export function tlsFactsOf({ secured }: AttemptState): TlsFacts | null {
  if (secured === null) return null;
  return { version: secured.version, cipher: secured.cipher, sni: secured.sni, alpn: secured.alpn };
}

/** Sums two counts, kind by kind. */
export function addCounts(one: Counts, other: Counts): Counts {
  return {
    transaction: one.transaction + other.transaction,
    span: one.span + other.span,
    error: one.error + other.error,
    metricset: one.metricset + other.metricset,
    log: one.log + other.log,
  };
}

function begun(fact: Fact): AttemptState {
  return {
    id: fact.connection,
    acceptedAtMs: fact.atMs,
    lastAtMs: fact.atMs,
    remote: null,
    local: null,
    owner: null,
    plainHttp: null,
    notTls: null,
    hello: null,
    secured: null,
    silentAtMs: null,
    tlsFailure: null,
    requests: [],
    requestAtMs: null,
    userAgent: null,
    letIn: null,
    metadata: null,
    services: [],
    storedAtMs: null,
    counts: NO_COUNTS,
    configuration: null,
    status: null,
    closed: null,
  };
}

function changes(attempt: AttemptState, fact: Fact): Partial<AttemptState> {
  switch (fact.kind) {
    case 'accepted':
      return { acceptedAtMs: fact.atMs, remote: fact.remote, local: fact.local };
    case 'owner':
      return { owner: fact.owner };
    case 'plain-http':
      return { plainHttp: fact, userAgent: fact.userAgent ?? null };
    case 'not-tls':
      return { notTls: fact };
    case 'hello':
      return { hello: fact };
    case 'secured':
      return { secured: fact };
    case 'silent':
      return { silentAtMs: fact.atMs };
    case 'tls-failed':
      return { tlsFailure: fact };
    case 'request': {
      const { method, path, userAgent, headers, atMs } = fact;
      const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
      return {
        ...withRequest(attempt, fact, { method, path, userAgent, contentType, atMs }),
        requestAtMs: atMs,
        userAgent: userAgent ?? attempt.userAgent,
      };
    }
    case 'authenticated':
      return { ...withRequest(attempt, fact, { verdict: fact.verdict }), letIn: letIn(fact) ?? attempt.letIn };
    case 'metadata':
      return {
        ...withRequest(attempt, fact, { hasMetadata: true }),
        metadata: { atMs: fact.atMs, value: fact.metadata },
        services: spokenFor(attempt, fact),
      };
    case 'stored':
      return {
        storedAtMs: fact.atMs,
        counts: addCounts(attempt.counts, fact.counts),
        services: withStored(attempt, fact),
      };
    case 'configured': {
      const { configuration } = attempt;
      const before = configuration?.service === fact.service ? configuration.seen : null;
      return { configuration: { service: fact.service, seen: configurationAfter(before, fact) } };
    }
    case 'rejected':
      return withRequest(attempt, fact, {
        status: fact.status,
        grpcStatus: fact.grpcStatus ?? null,
        errors: fact.errors,
      });
    case 'response':
      return { ...withRequest(attempt, fact, { status: fact.status }), status: fact.status };
    case 'closed':
      return { closed: fact };
  }
}

function letIn({ verdict, atMs }: FactOf<'authenticated'>): AttemptState['letIn'] {
  if (verdict.result === 'accepted') return { atMs, tokenId: verdict.tokenId, isAnonymous: false };
  const isAnonymous = verdict.result === 'anonymous';
  return isAnonymous || verdict.result === 'not-needed' ? { atMs, tokenId: null, isAnonymous } : null;
}

function spokenFor({ services }: AttemptState, { atMs, metadata }: FactOf<'metadata'>): readonly SpokenFor[] {
  const known = services.find(({ value }) => isSame(value, metadata));
  const others = services.filter((each) => each !== known);
  const { storedAtMs = null, counts = NO_COUNTS } = known ?? {};
  return [...others, { atMs, value: metadata, storedAtMs, counts }].slice(-SERVICES_HELD);
}

/** Where a fact does not say which environment it is about, it is about the newest service. */
function withStored(
  { services }: AttemptState,
  { atMs, service, environment, counts }: FactOf<'stored'>,
): readonly SpokenFor[] {
  const meant =
    environment === undefined
      ? services.at(-1)
      : services.findLast(({ value }) => value.service === service && value.environment === environment);
  return services.map((each) =>
    each === meant ? { ...each, storedAtMs: atMs, counts: addCounts(each.counts, counts) } : each,
  );
}

function isSame(one: ServiceMetadata, other: ServiceMetadata): boolean {
  return one.service === other.service && one.environment === other.environment;
}

/** A connection that spoke for several services, seen as each of them in turn, the newest first; any other as itself. */
export function perService(attempt: AttemptState): readonly AttemptState[] {
  if (attempt.services.length < 2) return [attempt];
  return attempt.services.toReversed().map(({ atMs, value, storedAtMs, counts }) => ({
    ...attempt,
    metadata: { atMs, value },
    storedAtMs,
    counts,
  }));
}

function withRequest(
  attempt: AttemptState,
  fact: { readonly request: number; readonly atMs: number },
  change: Partial<RequestState>,
): Pick<AttemptState, 'requests'> {
  const known = attempt.requests.find(({ number }) => number === fact.request);
  if (known !== undefined) {
    return { requests: attempt.requests.map((each) => (each === known ? { ...known, ...change } : each)) };
  }
  const begun: RequestState = {
    number: fact.request,
    atMs: fact.atMs,
    method: '',
    path: '',
    userAgent: null,
    contentType: null,
    verdict: null,
    hasMetadata: false,
    status: null,
    grpcStatus: null,
    errors: [],
    ...change,
  };
  return { requests: [...attempt.requests, begun].slice(-REQUESTS_HELD) };
}
