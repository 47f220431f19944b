import type { Socket } from 'node:net';
import { asSealwireError, fail } from '../../contract/errors.ts';
import type { Endpoint } from '../../contract/index.ts';
import type { CanarySource } from '../canary/canary-source.ts';
import type { Intake } from '../events/ports.ts';
import type { FactSink } from '../evidence/facts.ts';
import type { Host } from '../host/host.ts';
import { realProcFiles } from '../host/proc-files.ts';
import type { EndpointService } from '../parts.ts';
import type { Upstream } from '../relay/ports.ts';
import { checkPort, explainListenError } from './check-port.ts';
import { type Presentation, serveConnection } from './connection.ts';
import { limitConnections } from './connection-limit.ts';
import { createConnectionLog } from './connection-log.ts';
import { endpointState } from './endpoint-state.ts';
import { createHttpSide, type HttpSide } from './http/http-side.ts';
import { createHttp2Side, type Http2Side } from './http2/http2-side.ts';
import { type EndpointLimits, limitsOf } from './limits.ts';
import { addressesFor, type Listening, listenOnAll } from './listen.ts';
import type { EndpointSettings, ServerIdentity, TokenBook } from './ports.ts';
import { createRateLimiter, type LimitClock, type RateLimiter, STEADY_CLOCK } from './rate-limit.ts';
import type { AgentConfigSource } from './routes/route.ts';
import { routesFor } from './routes/table.ts';
import { DEFAULT_SERVER_SETTINGS } from './server-settings.ts';
import { secureContextFor } from './tls/secure-context.ts';
import { DEFAULT_TLS_SETTINGS, type TlsSettings } from './tls/tls-settings.ts';
import { countTraffic } from './traffic.ts';

export interface EndpointOptions {
  readonly host: Pick<Host, 'platform' | 'exec' | 'now' | 'randomBytes'>;
  identity(): ServerIdentity | null;
  readonly tokenBook: TokenBook;
  readonly sink: FactSink;
  readonly intake: Intake;
  /** Version of APM Server that is stood in for. Agents switch features by it, so it should be a real, recent one. */
  readonly serverVersion?: string;
  /** Limits other than those that the settings amount to. */
  readonly limits?: Partial<EndpointLimits>;
  readonly agentConfig?: AgentConfigSource;
  /** The server that everything is passed on to, where there is one; bodies go there by the `intake`. */
  readonly upstream?: Upstream | null;
  /** How to shake hands; the real server's defaults where it is left out. */
  readonly tls?: TlsSettings;
  /** Asked before each handshake: how to shake hands from now on where that has changed, else null. */
  freshTls?(): TlsSettings | null;
  /** SHA-256 fingerprints of certificates of clients that are let in no more; read anew at each `present`. */
  revoked?(): readonly string[];
  /** PEM file with the authority behind what is presented, for those who ask for the state; null where none is known. */
  caPath?(): string | null;
  /** How addresses are listened on; the machine's own sockets where it is left out. */
  readonly listenOn?: typeof listenOnAll;
  /** Time for the rate limit; the machine's own where it is left out. */
  readonly limitClock?: LimitClock;
  /** Where allowances are kept, if they are shared with others; else they are the endpoint's own. */
  readonly rateLimiter?: RateLimiter;
  /** Resolves once those who take facts in another thread have had the time to look at those that were said; left out where they take them in this one. */
  heard?(): Promise<unknown>;
  /** A canary that may wait for a connection; without it none ever does. */
  readonly canary?: CanarySource;
  /** Begins the names of the connections; something that no other run has where it is left out. */
  readonly name?: string;
  /** It started, stopped, or could not. */
  didChange(endpoint: Endpoint): void;
}

/** The stand-in for APM Server: HTTPS intake on loopback and further addresses, each connection observed from its first byte (design.md §6). */
export function createEndpoint(options: EndpointOptions): EndpointService {
  const { host } = options;
  let { tls = DEFAULT_TLS_SETTINGS } = options;
  const name = options.name ?? host.randomBytes(4).toString('hex');
  const open = new Set<Socket>();
  /** Connections whose client has shown a certificate, by its fingerprint. */
  const shown = new Map<Socket, string>();
  let settings: EndpointSettings = {
    port: 8200,
    hosts: [],
    auth: 'token',
    durable: false,
    server: DEFAULT_SERVER_SETTINGS,
  };
  let limits: EndpointLimits = limitsOf(settings.server);
  let presentation: Presentation | null = null;
  let listening: (Listening & { readonly since: string; retire(): void }) | null = null;
  let problem: Endpoint['problem'] = null;
  let connections = 0;
  let hasStarted = false;

  let saidMs = 0;
  /** The wall clock with a fraction from the steady one; the two are not in step, so a step back below a millisecond is held up. */
  const nowMs = (): number => {
    const now = host.now().getTime() + (performance.now() % 1);
    saidMs = now < saidMs && saidMs - now < 1 ? saidMs : now;
    return saidMs;
  };

  const state = (): Endpoint =>
    endpointState(settings, listening, { problem, connections: open.size, ca: options.caPath?.() ?? null });

  const presentToCanary = (connection: string): Promise<Presentation | null> | null => {
    const identity = options.canary?.armed() ?? null;
    if (identity === null) return null;
    const clientAuth = DEFAULT_TLS_SETTINGS.clientAuth;
    const { served } = identity;
    return Promise.resolve(options.canary?.claims(connection)).then((isMeant) =>
      isMeant === true
        ? {
            context: secureContextFor(identity, { ...tls, identity: null, clientAuth }),
            served,
            clientAuth,
            revoked: new Set(),
          }
        : null,
    );
  };

  const present = (identity: ServerIdentity): void => {
    const { served } = tls.identity ?? identity;
    const revoked = new Set(options.revoked?.());
    presentation = { context: secureContextFor(identity, tls), served, clientAuth: tls.clientAuth, revoked };
    for (const [raw, fingerprint256] of shown) if (revoked.has(fingerprint256)) raw.destroy();
  };

  const presented = (): Presentation => {
    const fresh = options.freshTls?.() ?? null;
    const identity = fresh === null ? null : (fresh.identity ?? options.identity());
    if (fresh !== null && identity !== null) {
      tls = fresh;
      present(identity);
    }
    if (presentation === null) throw fail('INTERNAL', { why: 'the endpoint has no certificate to present' });
    return presentation;
  };

  const openSides = (): { readonly http1: HttpSide; readonly http2: Http2Side } => {
    const traffic = countTraffic();
    const { auth, durable, server } = settings;
    const side = {
      now: () => host.now(),
      traffic,
      endsAfterAnswer: (connection: string) => options.canary?.ending().includes(connection) ?? false,
      site: {
        routes: routesFor(server),
        auth,
        settings: server,
        limits,
        traffic,
        rateLimiter:
          options.rateLimiter ?? createRateLimiter(server.auth.anonymous.rateLimit, options.limitClock ?? STEADY_CLOCK),
        intake: options.intake,
        tokens: options.tokenBook,
        server: { version: options.serverVersion ?? SERVER_VERSION, buildDate: BUILD_DATE, buildSha: BUILD_SHA },
        agentConfig: options.agentConfig ?? (() => null),
        upstream: options.upstream ?? null,
        isDurable: () => durable,
        nowMs,
      },
    } satisfies Parameters<typeof createHttpSide>[0];
    return { http1: createHttpSide(side), http2: createHttp2Side(side) };
  };

  const listen = async (): Promise<void> => {
    const { http1, http2 } = openSides();
    // The preferred first, as the real server offers them (reference A6).
    const protocols = new Map([
      ['h2', http2.take],
      ['http/1.1', http1.take],
    ]);
    const addresses = addressesFor(settings.hosts);
    const serve = (raw: Socket): void => {
      open.add(raw);
      raw.once('close', () => open.delete(raw));
      connections += 1;
      const connection = `${name}-${connections}`;
      const log = createConnectionLog(connection, options.sink, nowMs);
      // What a client does cannot make it reject; if it does all the same, that one connection ends.
      serveConnection(raw, log, {
        present: presented,
        protocols,
        handshakeMs: limits.handshakeMs,
        silentMs: limits.silentMs,
        didShow: (raw, fingerprint256) => {
          shown.set(raw, fingerprint256);
          raw.once('close', () => shown.delete(raw));
          // Revoked while the handshake was on its way.
          if (presented().revoked.has(fingerprint256)) raw.destroy();
        },
        isStopping: () => listening === null,
        heard: () => options.heard?.() ?? null,
        canary: () => presentToCanary(connection),
      }).catch(() => raw.destroy());
    };
    const limit = limitConnections(limits.maxConnections, serve);
    const retire = (): void => {
      limit.close();
      http1.retire();
      http2.retire();
    };
    try {
      const servers = await (options.listenOn ?? listenOnAll)(addresses, settings.port, limit.take);
      listening = { ...servers, since: host.now().toISOString(), retire };
    } catch (error) {
      throw await explainListenError(host, realProcFiles, error, addresses);
    }
  };

  const stop = async (): Promise<Endpoint> => {
    const stopping = listening;
    if (stopping === null) return state();
    listening = null;
    // Agents know the port by now, also where any free one was asked for.
    settings = { ...settings, port: stopping.port };
    await stopping.close();
    stopping.retire();
    await allClosed(open, limits.shutdownMs);
    options.didChange(state());
    return state();
  };

  const start = async (wanted: EndpointSettings): Promise<Endpoint> => {
    await stop();
    hasStarted = true;
    settings = wanted;
    limits = { ...limitsOf(wanted.server), ...options.limits };
    problem = null;
    try {
      const identity = options.identity();
      if (identity !== null) present(identity);
      presented();
      await listen();
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
      if (listening === null || listening.isAlive()) return state();
      // The same port again: agents know it. A failure stands in `problem`.
      return start({ ...settings, port: listening.port }).catch(() => state());
    },
    portProblem: ({ port, hosts }) => (port === 0 ? Promise.resolve(null) : checkPort(host, port, hosts)),
    state,
    hasStarted: () => hasStarted,
    present,
    canaryChanged: () => undefined,
    async close() {
      await stop();
    },
  };
}

const SERVER_VERSION = '9.2.0';

/** The build that is stood in for is none of Elastic's, and says so by its name of zeros; agents do not look at it. */
const BUILD_DATE = '2026-01-01T00:00:00Z';
const BUILD_SHA = '0'.repeat(40);

/** Waits until every socket is closed; what is still open after `limitMs` is cut off. */
async function allClosed(sockets: ReadonlySet<Socket>, limitMs: number): Promise<void> {
  const timer = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, limitMs);
  await Promise.all(
    [...sockets].map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))),
  );
  clearTimeout(timer);
}
