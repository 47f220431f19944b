import { once } from 'node:events';
import { createServer, type Server, type ServerOptions } from 'node:http';
import { fail } from '../contract/index.ts';
import type { Host } from '../core/host/host.ts';
import { answerBrowser, type BrowserParts } from './browser-routes.ts';
import { browserSessions } from './browser-sessions.ts';
import type { CoreFace } from './core-face.ts';
import { openUiFiles } from './ui-files.ts';

/** Times in milliseconds; a test shortens them. */
export interface BrowserLimits {
  /** For the head of a request, and for all of it: whoever sends a byte now and then is hung up on. */
  readonly headMs: number;
  readonly requestMs: number;
  readonly heartbeatMs: number;
}

const LIMITS: BrowserLimits = { headMs: 10_000, requestMs: 30_000, heartbeatMs: 15_000 };
const MOST_CONNECTIONS = 256;
const MOST_HEADER_BYTES = 16 * 1024;

/** How many free ports are tried before one is taken that has no IPv6 twin. */
const TRIES = 5;

export interface BrowserCarrier {
  readonly port: number;
  /** A fresh link, `http://127.0.0.1:PORT/#CODE`, that works once and for 60 seconds. */
  newLink(): string;
  /** Ends every connection, streams included. */
  close(): Promise<void>;
}

/**
 * Offers a core to browsers on this machine: the built interface, calls and pushes over HTTP on `127.0.0.1` and, where the machine has
 * it, on `::1`, so that nobody else can stand behind `localhost`. `port` 0 takes a free one. Rejects with `UI_MISSING` or `UI_PORT_UNAVAILABLE`.
 */
export async function serveBrowser(options: {
  readonly core: CoreFace;
  /** Folder of the built interface, with its `index.html`. */
  readonly uiFolder: string;
  readonly host: Host;
  readonly port: number;
  readonly limits?: Partial<BrowserLimits>;
}): Promise<BrowserCarrier> {
  const { core, host } = options;
  const limits = { ...LIMITS, ...options.limits };
  let port = options.port;
  const sessions = browserSessions(host);
  const parts: BrowserParts = {
    core,
    sessions,
    uiFile: openUiFiles(host.disk, options.uiFolder),
    port: () => port,
    heartbeatMs: limits.heartbeatMs,
  };
  const servers = await listenOnLoopback(() => browserServer(parts, limits), options.port);
  port = servers.port;

  return {
    port,
    newLink: () => `http://127.0.0.1:${port}/#${sessions.newCode()}`,
    close: () => servers.close(),
  };
}

function browserServer(parts: BrowserParts, limits: BrowserLimits): Server {
  const options: ServerOptions = {
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(limits.headMs, 1_000),
    maxHeaderSize: MOST_HEADER_BYTES,
  };
  const server = createServer(options, (request, response) => answerBrowser(parts, request, response));
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

async function listenOnLoopback(
  newServer: () => Server,
  wanted: number,
): Promise<{ port: number; close(): Promise<void> }> {
  for (let tries = 1; ; tries++) {
    const four = newServer();
    const refusal = await listen(four, wanted, '127.0.0.1');
    if (refusal !== null) throw unavailable(wanted, '127.0.0.1', refusal);
    const port = portOf(four);
    const six = newServer();
    const refusedSix = await listen(six, port, '::1');
    // Without IPv6 there is nothing to guard; a port of our own choice is chosen again, one that was asked for is a matter for the person.
    const isTaken = refusedSix === 'EADDRINUSE';
    if (!isTaken || tries === TRIES) {
      return { port, close: () => closeAll(refusedSix === null ? [four, six] : [four]) };
    }
    await closeAll([four]);
    if (wanted !== 0) throw unavailable(wanted, '::1', refusedSix);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program has it',
  EACCES: 'this user may not use it',
  EADDRNOTAVAIL: 'this machine has no such address',
};

function unavailable(port: number, address: string, refusal: string): Error {
  return fail('UI_PORT_UNAVAILABLE', { port, address, why: REASONS[refusal] ?? refusal });
}

/** Null once it listens, otherwise the system's error code. */
async function listen(server: Server, port: number, address: string): Promise<string | null> {
  server.listen({ port, host: address, ipv6Only: address === '::1' });
  try {
    await once(server, 'listening');
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw fail('INTERNAL', { why: 'it listens on no port' });
  return address.port;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    }),
  );
}
