import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request as secureRequest } from 'node:https';
import { getCACertificates } from 'node:tls';
import type { Secret } from '../../contract/index.ts';
import type { RelayedHead, Upstream, UpstreamAnswer } from './ports.ts';

/** The server behind: where it is, whom to trust there, and what lets us in. */
export interface UpstreamTarget {
  /** Scheme, host and port, without a path. */
  readonly origin: string;
  /** PEM of the authorities to trust and no others; null for those of Node and of the system. */
  readonly ca: string | null;
  /** Authorities to trust besides. */
  readonly moreCa: string | null;
  readonly credential: { readonly kind: 'Bearer' | 'ApiKey'; readonly value: Secret } | null;
}

/** Answers are a few hundred bytes; whatever sends more is no APM Server. */
const MOST_ANSWER_BYTES = 1024 * 1024;
/** Requests that are on their way at a time, each on a connection of its own that is kept. */
const CONNECTIONS = 8;
const SILENT_MS = 30_000;

/**
 * A client of the server behind: the certificate is verified always, no redirect is followed (it would carry the credential elsewhere), answers are bounded. Rejects with the network's or TLS's own error.
 */
export function openUpstream(target: UpstreamTarget): Upstream & { close(): void } {
  const isSecure = target.origin.startsWith('https:');
  const kept = { keepAlive: true, maxSockets: CONNECTIONS };
  const agent = isSecure
    ? new Agent({ ...kept, ca: authoritiesOf(target), rejectUnauthorized: true })
    : new PlainAgent(kept);
  const request = isSecure ? secureRequest : plainRequest;

  const ask = ({ method, target: path, headers, isAuthorised }: RelayedHead, body: Uint8Array, timeoutMs: number) =>
    new Promise<UpstreamAnswer>((resolve, reject) => {
      const { credential } = target;
      const authorization =
        isAuthorised && credential !== null ? { authorization: `${credential.kind} ${credential.value.reveal()}` } : {};
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const length = hasBody ? { 'content-length': String(body.length) } : {};
      const asked = request(`${target.origin}${path}`, {
        agent,
        method,
        headers: { ...headers, ...length, ...authorization },
        signal: AbortSignal.timeout(timeoutMs),
        timeout: SILENT_MS,
      });
      asked.once('error', reject);
      asked.once('timeout', () => asked.destroy(new Error('it does not answer')));
      asked.once('response', (response) => {
        const pieces: Buffer[] = [];
        let size = 0;
        response.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size > MOST_ANSWER_BYTES) asked.destroy(new Error('it answers with more than a megabyte'));
          else pieces.push(piece);
        });
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: plainHeaders(response.headersDistinct),
            body: Buffer.concat(pieces),
          }),
        );
      });
      asked.end(hasBody ? body : undefined);
    });
  return { ask, close: () => agent.destroy() };
}

function authoritiesOf({ ca, moreCa }: UpstreamTarget): string[] {
  if (ca !== null) return [ca];
  // Those that the organisation has put into the system's store are there too (since Node 22.15).
  const known = [...getCACertificates('default'), ...getCACertificates('system')];
  return moreCa === null ? known : [...known, moreCa];
}

function plainHeaders(lines: NodeJS.Dict<string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(lines).map(([name, values = []]) => [name, values.join(', ')]));
}
