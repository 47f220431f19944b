import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { type Browser, startBrowser } from './browser.ts';

/** The agent as a page without a bundler loads it. */
export const AGENT = readFileSync(
  createRequire(import.meta.url).resolve('@elastic/apm-rum/dist/bundles/elastic-apm-rum.umd.min.js'),
);

/** A site that reports through the real browser agent. */
export interface RumSite {
  /** Its page is one origin by name and another by address. */
  readonly byName: string;
  readonly byAddress: string;
  close(): void;
}

/** Serves one page, which loads the agent with `config` and does something worth reporting. */
export function serveRumSite(config: Readonly<Record<string, unknown>>): Promise<RumSite> {
  const page = `<!doctype html><title>Shop</title><script src="/agent.js"></script><script>
    const apm = elasticApm.init(${JSON.stringify({ serviceVersion: '1.2', environment: 'test', logLevel: 'warn', ...config })});
    const checkout = apm.startTransaction('checkout', 'custom');
    checkout.startSpan('total', 'app').end();
    checkout.end();
    apm.captureError(new Error('the basket is empty'));
  </script>`;
  return servePages({ '/': page, '/agent.js': AGENT });
}

/** Serves these files by their paths, and the one at `/` for every other path; `policy` is a Content-Security-Policy. */
export async function servePages(
  files: Readonly<Record<string, string | Uint8Array>>,
  policy: string | null = null,
): Promise<RumSite> {
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8');
    if (policy !== null) response.setHeader('Content-Security-Policy', policy);
    response.end(files[path] ?? files['/']);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    byName: `http://localhost:${port}`,
    byAddress: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Chromium that trusts the key of the server at `port`, as an installed authority would make it, and no other that it does not know. */
export async function browserTrusting(port: number, ca: string): Promise<Browser> {
  const socket = connect({ port, host: '127.0.0.1', ca, servername: 'localhost' });
  await once(socket, 'secureConnect');
  // A connection without a request would look like a client that turns the certificate down.
  socket.end('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n').resume();
  const certificate = new X509Certificate(socket.getPeerCertificate().raw);
  await once(socket, 'close');
  const key = createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  return startBrowser(undefined, [`--ignore-certificate-errors-spki-list=${key}`]);
}
