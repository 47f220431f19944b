import { asSealwireError, type Endpoint, fail, isErrorCode, SealwireError } from '../../contract/index.ts';
import { checkPort, explainListenError } from '../endpoint/check-port.ts';
import type { EndpointOptions } from '../endpoint/endpoint.ts';
import { endpointState, type ListeningSince } from '../endpoint/endpoint-state.ts';
import { addressesFor, listenOnAll } from '../endpoint/listen.ts';
import type { EndpointSettings } from '../endpoint/ports.ts';
import { createRateLimiter, type RateLimiter, STEADY_CLOCK } from '../endpoint/rate-limit.ts';
import { DEFAULT_SERVER_SETTINGS } from '../endpoint/server-settings.ts';
import { DEFAULT_TLS_SETTINGS } from '../endpoint/tls/tls-settings.ts';
import { realProcFiles } from '../host/proc-files.ts';
import type { EndpointService } from '../parts.ts';
import { crossing } from './crossing.ts';
import { type ListenerLink, openListenerLink } from './listener-link.ts';
import type { Answer, Greet, ListenOrder, ListenResult, Question, SharedState } from './listener-messages.ts';
import { type PortWatch, watchPort } from './watch-port.ts';

/** Threads that can listen for agents by themselves. */
export interface ListenerThreads {
  /** Has `count` threads prepare to listen, those counted that do; `greet` gets the way into each that is new, and later that into one that took the place of another which died. */
  listenIn(count: number, greet: Greet): Promise<void>;
}

export type SpreadOptions = Pick<
  EndpointOptions,
  | 'host'
  | 'identity'
  | 'tokenBook'
  | 'sink'
  | 'agentConfig'
  | 'tls'
  | 'freshTls'
  | 'revoked'
  | 'caPath'
  | 'canary'
  | 'didChange'
> & {
  readonly threads: ListenerThreads;
  /** How often to look whether others listen on the port; now and then where it is left out. */
  readonly lookEveryMs?: number;
};

/** One decodes and stores, the other decodes; further ones were not measured. */
const LISTENERS = 2;
const MOST_TRIES = 5;
const REFRESH_EVERY_MS = 1000;

/**
 * The endpoint, listened on by several threads which share its port, so that TLS, HTTP, decoding and storing of a request happen in one thread without crossing to another. The
 * main thread hears what they observe, and keeps what they have in common: tokens, central configuration, allowances. Linux only, because nowhere else a port is shared so.
 */
export function createSpreadEndpoint(options: SpreadOptions): EndpointService {
  const { host, identity, tokenBook } = options;
  let { tls = DEFAULT_TLS_SETTINGS } = options;
  const links = new Set<ListenerLink>();
  let isWide = false;
  let settings: EndpointSettings = {
    port: 8200,
    hosts: [],
    auth: 'token',
    durable: false,
    server: DEFAULT_SERVER_SETTINGS,
  };
  let limiter: RateLimiter | null = null;
  let listening: ListeningSince | null = null;
  let problem: Endpoint['problem'] = null;
  let hasStarted = false;
  let watch: PortWatch | null = null;
  let refreshing: NodeJS.Timeout | undefined;

  const state = (): Endpoint => {
    const connections = [...links].reduce((sum, link) => sum + link.connections, 0);
    return endpointState(settings, listening, { problem, connections, ca: options.caPath?.() ?? null });
  };
  const canaryShown = (): SharedState['canary'] => {
    const waiting = options.canary?.armed() ?? null;
    const ending = options.canary?.ending() ?? [];
    return waiting === null && ending.length === 0 ? null : { identity: waiting, ending };
  };
  const shared = (): SharedState => ({
    identity: identity(),
    tls,
    accepted: tokenBook.accepted(),
    retired: tokenBook.retired(),
    revoked: options.revoked?.() ?? [],
    canary: canaryShown(),
  });
  const orderFor = (port: number): ListenOrder => ({
    settings: crossing({ ...settings, port }),
    name: host.randomBytes(4).toString('hex'),
  });

  const answer = async (question: Question): Promise<Answer> => {
    if (question.about === 'configuration') {
      const { service, environment, tag, mayKnow } = question;
      return (await options.agentConfig?.(service, environment, tag, mayKnow)) ?? null;
    }
    // What is asked comes behind what was told, and facts are looked at as they come.
    if (question.about === 'facts') return true;
    if (question.about === 'canary') return (await options.canary?.claims(question.connection)) ?? false;
    const allowance = limiter?.allowanceFor(question.address);
    const { events } = question;
    return (await (events === 'request' ? allowance?.takeOne() : allowance?.take(events))) ?? false;
  };

  const greet: Greet = (ports) => {
    const link = openListenerLink(ports, {
      didObserve: (facts) => {
        facts.forEach(options.sink);
        widen();
      },
      didUse: ({ id, service }) => tokenBook.didUse(id, service),
      answer,
      didEnd: () => {
        links.delete(link);
        if (listening !== null) options.didChange(state());
      },
    });
    links.add(link);
    link.share(shared());
    // One more, or in the place of one that died.
    if (listening !== null) void link.start(orderFor(listening.port)).then(tellTrouble);
  };

  const shareAll = (): void => {
    for (const link of links) link.share(shared());
  };

  /** The files behind the settings are looked at here, so that all threads go over to new ones together. */
  const refresh = (): void => {
    const fresh = options.freshTls?.() ?? null;
    if (fresh === null) return;
    tls = fresh;
    shareAll();
  };

  /** A further thread costs some 20 MB, so it is there from the first connection on only. */
  const widen = (): void => {
    if (isWide) return;
    isWide = true;
    // A machine that has no room for it goes on with those that listen.
    options.threads.listenIn(LISTENERS, greet).catch(() => undefined);
  };

  const tellTrouble = (result: ListenResult): void => {
    if (!('failure' in result)) return;
    problem = result.failure;
    options.didChange(state());
  };

  /** A port of all addresses that nobody else listens on: sharing it would also be possible with another program, without an error. */
  const freePort = async (wanted: EndpointSettings): Promise<number> => {
    const addresses = addressesFor(wanted.hosts);
    try {
      const trial = await listenOnAll(addresses, wanted.port, (socket) => socket.destroy());
      await trial.close();
      return trial.port;
    } catch (error) {
      throw await explainListenError(host, realProcFiles, error, addresses);
    }
  };

  const startAll = async (): Promise<void> => {
    if (links.size === 0) await options.threads.listenIn(1, greet);
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort(settings);
      const results = await Promise.all([...links].map((link) => link.start(orderFor(port))));
      const failed = results.find((result) => 'failure' in result);
      const [first] = results;
      if (failed === undefined && first !== undefined && 'port' in first) {
        listening = { ...first, since: host.now().toISOString() };
        if (options.freshTls !== undefined) refreshing = setInterval(refresh, REFRESH_EVERY_MS).unref();
        watch = watchPort({ host, port: first.port, own: () => links.size, everyMs: options.lookEveryMs }, (owner) => {
          // Whoever goes takes no other problem along.
          if (owner === null && problem?.code !== 'PORT_SHARED') return;
          problem = owner === null ? null : fail('PORT_SHARED', { port: first.port, owner }).toShape();
          options.didChange(state());
        });
        return;
      }
      await Promise.all([...links].map((link) => link.stop()));
      // Somebody may take any free port between the look at it and its use.
      if (settings.port === 0 && attempt < MOST_TRIES) continue;
      if (failed !== undefined && 'failure' in failed) throw errorOf(failed.failure);
      throw fail('INTERNAL', { why: 'no thread is there to listen' });
    }
  };

  const stop = async (): Promise<Endpoint> => {
    const stopping = listening;
    if (stopping === null) return state();
    listening = null;
    watch?.close();
    clearInterval(refreshing);
    // Agents know the port by now, also where any free one was asked for.
    settings = { ...settings, port: stopping.port };
    await Promise.all([...links].map((link) => link.stop()));
    options.didChange(state());
    return state();
  };

  const start = async (wanted: EndpointSettings): Promise<Endpoint> => {
    await stop();
    hasStarted = true;
    settings = wanted;
    problem = null;
    limiter = createRateLimiter(wanted.server.auth.anonymous.rateLimit, STEADY_CLOCK);
    try {
      if (identity() === null && tls.identity === null) {
        throw fail('INTERNAL', { why: 'the endpoint has no certificate to present' });
      }
      refresh();
      shareAll();
      await startAll();
    } catch (error) {
      problem = asSealwireError(error).toShape();
      options.didChange(state());
      throw error;
    }
    options.didChange(state());
    return state();
  };

  return {
    start,
    stop,
    async recheck() {
      if (listening === null) return state();
      const results = await Promise.all([...links].map(async (link) => ({ link, result: await link.recheck() })));
      // A thread that died meanwhile is replaced by one that listens anew.
      const lost = results.find(({ link, result }) => links.has(link) && 'failure' in result);
      if (lost === undefined) return state();
      // What is listened on by some threads alone is no endpoint; the person starts it again where it can be had.
      await stop();
      tellTrouble(lost.result);
      return state();
    },
    portProblem: ({ port, hosts }) => (port === 0 ? Promise.resolve(null) : checkPort(host, port, hosts)),
    state,
    hasStarted: () => hasStarted,
    present: shareAll,
    canaryChanged: shareAll,
    async close() {
      await stop();
    },
  };
}

/** The thread runs the same program, so it knows no other errors. */
function errorOf(failure: NonNullable<Endpoint['problem']>): SealwireError {
  const { code } = failure;
  return isErrorCode(code) ? new SealwireError({ ...failure, code }) : fail('INTERNAL', { why: failure.message });
}
