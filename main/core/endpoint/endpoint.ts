import type { Socket } from 'node:net';
import { asSealwireError, type Endpoint, fail } from '../../contract/index.ts';
import type { Intake } from '../events/ports.ts';
import type { FactSink } from '../evidence/facts.ts';
import type { Host } from '../host/host.ts';
import { realProcFiles } from '../host/proc-files.ts';
import type { EndpointService } from '../parts.ts';
import { checkPort, explainListenError } from './check-port.ts';
import { type Presentation, serveConnection } from './connection.ts';
import { createConnectionLog } from './connection-log.ts';
import { createHttpSide } from './http/http-side.ts';
import { DEFAULT_LIMITS, type EndpointLimits } from './limits.ts';
import { addressesFor, type Listening, listenOnAll } from './listen.ts';
import type { EndpointSettings, ServerIdentity, TokenBook } from './ports.ts';
import type { AgentConfigSource } from './routes/route.ts';
import type { ServerSettings } from './server-settings.ts';
import { secureContextFor } from './tls/secure-context.ts';
import { DEFAULT_TLS_SETTINGS, type TlsSettings } from './tls/tls-settings.ts';

export interface EndpointOptions {
  readonly host: Pick<Host, 'platform' | 'exec' | 'now' | 'randomBytes'>;
  identity(): ServerIdentity | null;
  readonly tokenBook: TokenBook;
  readonly sink: FactSink;
  readonly intake: Intake;
  /** Version of APM Server that is stood in for. Agents switch features by it, so it should be a real, recent one. */
  readonly serverVersion?: string;
  readonly limits?: Partial<EndpointLimits>;
  readonly agentConfig?: AgentConfigSource;
  /** The real server's settings; its defaults where they are left out. */
  readonly serverSettings?: ServerSettings;
  /** How to shake hands; the real server's defaults where it is left out. */
  readonly tls?: TlsSettings;
  /** How addresses are listened on; the machine's own sockets where it is left out. */
  readonly listenOn?: typeof listenOnAll;
  /** It started, stopped, or could not. */
  didChange(endpoint: Endpoint): void;
}

/** The stand-in for APM Server: HTTPS intake on loopback and further addresses, each connection observed from its first byte (design.md §6). */
export function createEndpoint(options: EndpointOptions): EndpointService {
  const { host, tls = DEFAULT_TLS_SETTINGS } = options;
  const limits: EndpointLimits = { ...DEFAULT_LIMITS, ...limitsOf(options.serverSettings), ...options.limits };
  const runId = host.randomBytes(4).toString('hex');
  const open = new Set<Socket>();
  let settings: EndpointSettings = { port: 8200, hosts: [], auth: 'token', durable: false };
  let presentation: Presentation | null = null;
  let listening: (Listening & { readonly since: string; retire(): void }) | null = null;
  let problem: Endpoint['problem'] = null;
  let connections = 0;

  let saidMs = 0;
  /** The wall clock with a fraction from the steady one; the two are not in step, so a step back below a millisecond is held up. */
  const nowMs = (): number => {
    const now = host.now().getTime() + (performance.now() % 1);
    saidMs = now < saidMs && saidMs - now < 1 ? saidMs : now;
    return saidMs;
  };

  const state = (): Endpoint => {
    const port = listening?.port ?? settings.port;
    return {
      url: `https://localhost:${port}`,
      listening: listening !== null,
      pid: process.pid,
      since: listening?.since ?? null,
      port,
      addresses: [...(listening?.addresses ?? addressesFor(settings.hosts))],
      problem,
      auth: settings.auth,
      connections: open.size,
    };
  };

  const present = (identity: ServerIdentity): void => {
    const { served } = tls.identity ?? identity;
    presentation = { context: secureContextFor(identity, tls), served, clientAuth: tls.clientAuth };
  };

  const presented = (): Presentation => {
    if (presentation === null) throw fail('INTERNAL', { why: 'the endpoint has no certificate to present' });
    return presentation;
  };

  const openHttp = (): ReturnType<typeof createHttpSide> =>
    createHttpSide({
      limits,
      auth: () => settings.auth,
      now: () => host.now(),
      services: {
        intake: options.intake,
        tokens: options.tokenBook,
        limits,
        server: { version: options.serverVersion ?? SERVER_VERSION, buildDate: BUILD_DATE, buildSha: BUILD_SHA },
        agentConfig: options.agentConfig ?? (() => null),
        isDurable: () => settings.durable,
        nowMs,
      },
    });

  const listen = async (): Promise<void> => {
    const http = openHttp();
    const protocols = new Map([['http/1.1', http.take]]);
    const addresses = addressesFor(settings.hosts);
    const take = (raw: Socket): void => {
      open.add(raw);
      raw.once('close', () => open.delete(raw));
      connections += 1;
      const log = createConnectionLog(`${runId}-${connections}`, options.sink, nowMs);
      // What a client does cannot make it reject; if it does all the same, that one connection ends.
      serveConnection(raw, log, {
        present: presented,
        protocols,
        handshakeMs: limits.handshakeMs,
        isStopping: () => listening === null,
      }).catch(() => raw.destroy());
    };
    try {
      const servers = await (options.listenOn ?? listenOnAll)(addresses, settings.port, take);
      listening = { ...servers, since: host.now().toISOString(), retire: http.retire };
    } catch (error) {
      throw await explainListenError(host, realProcFiles, error, addresses);
    }
  };

  const stop = async (): Promise<Endpoint> => {
    const stopping = listening;
    if (stopping === null) return state();
    listening = null;
    await stopping.close();
    stopping.retire();
    await allClosed(open, limits.shutdownMs);
    options.didChange(state());
    return state();
  };

  const start = async (wanted: EndpointSettings): Promise<Endpoint> => {
    await stop();
    settings = wanted;
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
    present,
    async close() {
      await stop();
    },
  };
}

/** What of the real server's settings is a limit; its shutdown keeps to the shorter farewell of `DEFAULT_LIMITS`. */
function limitsOf(settings: ServerSettings | undefined): Partial<EndpointLimits> {
  if (settings === undefined) return {};
  const { maxHeaderSize, idleTimeoutMs, readTimeoutMs, maxEventSize } = settings;
  return {
    maxHeaderBytes: maxHeaderSize,
    maxEventBytes: maxEventSize,
    ...(idleTimeoutMs > 0 ? { idleMs: idleTimeoutMs } : {}),
    ...(readTimeoutMs > 0 ? { requestMs: readTimeoutMs } : {}),
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
