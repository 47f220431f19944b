import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ServerIdentity } from '../../endpoint/ports.ts';

/** A listener on this machine for one program's one try, that tells what became of it. */
export interface HandshakeListener {
  /** URL with a path that nobody can guess, so that a request for it can only come from whoever was given it. */
  readonly url: string;
  /** Whether the page was asked for, over a connection that the client had accepted. */
  wasAsked(): boolean;
  /** The name of the TLS alert by which the client refused, e.g. `unknown ca`; null where there was none. */
  alert(): string | null;
  wasReached(): boolean;
  /** Calls back once, when the client has taken or refused the certificate. */
  whenDecided(decided: () => void): void;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 with that certificate; `hostName` is what the client is to connect to. */
export async function openHandshakeListener(
  identity: Pick<ServerIdentity, 'chainPem' | 'keyPem'>,
  hostName: string,
  secret: string,
): Promise<HandshakeListener> {
  let isAsked = false;
  let isReached = false;
  let alert: string | null = null;
  const decisions = Promise.withResolvers<void>();
  const server: Server = createServer(
    { cert: identity.chainPem, key: identity.keyPem.reveal() },
    (request, response) => {
      // Git and Go ask for something below the path.
      if (request.url?.startsWith(`/${secret}`) === true) {
        isAsked = true;
        decisions.resolve();
      }
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' });
      response.end('<!doctype html><title>Trusted</title><p>The handshake was accepted.</p>\n');
    },
  );
  server.on('connection', () => {
    isReached = true;
  });
  server.on('tlsClientError', (error: Error & { code?: string }) => {
    alert = alertOf(error) ?? alert;
    decisions.resolve();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://${hostName}:${port}/${secret}`,
    wasAsked: () => isAsked,
    wasReached: () => isReached,
    alert: () => alert,
    whenDecided: (decided) => void decisions.promise.then(decided),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** OpenSSL words it `… alert unknown ca:…`, or, with another version of TLS, `… tlsv1 alert unknown ca …`. */
function alertOf(error: Error): string | null {
  return /alert ([a-z ]+[a-z])/.exec(error.message)?.[1] ?? null;
}
