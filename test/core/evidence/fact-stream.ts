import type { FactOf } from '../../../main/core/evidence/attempt-state.ts';
import type {
  AuthVerdict,
  ConnectionOwner,
  Fact,
  ServedCertificate,
  ServiceMetadata,
} from '../../../main/core/evidence/facts.ts';

/** The moment at which every stream of facts begins. */
export const T0 = Date.parse('2026-11-23T12:00:00.000Z');

export const CERTIFICATE: ServedCertificate = {
  id: 'c1',
  fingerprint256: 'AB:CD',
  names: ['localhost', '127.0.0.1', '::1'],
  notBefore: '2026-11-01T00:00:00.000Z',
  notAfter: '2027-11-01T00:00:00.000Z',
};

export const METADATA: ServiceMetadata = {
  service: 'shop-api',
  environment: null,
  version: null,
  agent: { name: 'python', version: '6.26.2' },
  language: 'python',
  runtime: null,
  framework: null,
  hostname: null,
  pid: null,
};

export function owner(change: Partial<ConnectionOwner> = {}): ConnectionOwner {
  return {
    pid: 4711,
    command: 'python app.py',
    service: 'shop-api',
    environment: null,
    agentId: 'python',
    via: 'socket',
    ...change,
  };
}

/** Facts of one connection, each a millisecond after the one before. */
export interface FactStream {
  accepted(): FactOf<'accepted'>;
  owner(change?: Partial<ConnectionOwner>): Fact;
  hello(change?: Partial<Pick<FactOf<'hello'>, 'sni' | 'alpn' | 'versions'>>): Fact;
  secured(change?: Partial<Pick<FactOf<'secured'>, 'version' | 'certificate'>>): Fact;
  silent(): Fact;
  failed(
    change?: Partial<Pick<FactOf<'tls-failed'>, 'alert' | 'by' | 'how' | 'code' | 'certificate' | 'clientCertificate'>>,
  ): Fact;
  plainHttp(requestLine?: string): Fact;
  notTls(): Fact;
  request(
    path?: string,
    change?: { readonly method?: string; readonly userAgent?: string | null; readonly contentType?: string },
  ): Fact;
  verdict(verdict: AuthVerdict): Fact;
  metadata(change?: Partial<ServiceMetadata>): Fact;
  stored(transaction: number, span?: number, of?: { readonly service: string; readonly environment?: string }): Fact;
  configured(reached: 'sent' | 'echoed', etag?: string, service?: string): Fact;
  rejected(status: number, ...errors: string[]): Fact;
  /** A gRPC call that was refused, by its status. */
  refused(grpcStatus: number, error: string): Fact;
  response(status: number, body?: string): Fact;
  closed(bytesRead?: number, by?: 'client' | 'endpoint'): Fact;
}

export const ACCEPTED: AuthVerdict = { result: 'accepted', tokenId: 't1', state: 'active' };
export const MISSING: AuthVerdict = { result: 'missing' };
export const WRONG: AuthVerdict = { result: 'refused', hint: null };

export const PYTHON_UA = 'apm-agent-python/6.26.2 (shop-api)';

/** Facts of the connection `connection`, which begins `afterMs` after T0. */
export function factStream(connection: string, afterMs = 0): FactStream {
  let atMs = T0 + afterMs - 1;
  let request = 0;
  const next = (): { connection: string; atMs: number } => {
    atMs += 1;
    return { connection, atMs };
  };
  const port = 40_000 + (afterMs % 10_000);
  return {
    accepted: () => ({
      ...next(),
      kind: 'accepted',
      remote: { address: '127.0.0.1', port },
      local: { address: '127.0.0.1', port: 8200 },
    }),
    owner: (change = {}) => ({ ...next(), kind: 'owner', owner: owner(change) }),
    hello: (change = {}) => ({
      ...next(),
      kind: 'hello',
      sni: 'localhost',
      alpn: [],
      versions: ['TLSv1.3', 'TLSv1.2'],
      ...change,
    }),
    secured: (change = {}) => ({
      ...next(),
      kind: 'secured',
      version: 'TLSv1.3',
      cipher: 'TLS_AES_256_GCM_SHA384',
      sni: 'localhost',
      alpn: null,
      certificate: CERTIFICATE,
      ...change,
    }),
    silent: () => ({ ...next(), kind: 'silent' }),
    failed: (change = {}) => ({
      ...next(),
      kind: 'tls-failed',
      alert: null,
      by: 'client',
      how: 'reset',
      code: null,
      certificate: CERTIFICATE,
      ...change,
    }),
    plainHttp: (requestLine = 'GET / HTTP/1.1') => ({ ...next(), kind: 'plain-http', requestLine }),
    notTls: () => ({ ...next(), kind: 'not-tls' }),
    request: (path = '/intake/v2/events', { method = 'POST', userAgent = PYTHON_UA, contentType } = {}) => {
      request += 1;
      return {
        ...next(),
        kind: 'request',
        request,
        method,
        path,
        userAgent,
        headers: [
          ['Authorization', '[masked]'],
          ...(contentType === undefined ? [] : [['Content-Type', contentType] as const]),
        ],
      };
    },
    verdict: (verdict) => ({ ...next(), kind: 'authenticated', request, verdict }),
    metadata: (change = {}) => ({ ...next(), kind: 'metadata', request, metadata: { ...METADATA, ...change } }),
    stored: (transaction, span = 0, of = { service: 'shop-api' }) => ({
      ...next(),
      kind: 'stored',
      request,
      counts: { transaction, span, error: 0, metricset: 0, log: 0 },
      ...of,
    }),
    configured: (reached, etag = 'e1', service = 'shop-api') => ({
      ...next(),
      kind: 'configured',
      request,
      service,
      environment: null,
      etag,
      names: ['transaction_sample_rate'],
      reached,
    }),
    rejected: (status, ...errors) => ({ ...next(), kind: 'rejected', request, status, errors }),
    refused: (grpcStatus, error) => ({
      ...next(),
      kind: 'rejected',
      request,
      status: 200,
      grpcStatus,
      errors: [error],
    }),
    response: (status, body) => ({ ...next(), kind: 'response', request, status, headers: [], body: body ?? null }),
    closed: (bytesRead = 0, by = 'client') => ({ ...next(), kind: 'closed', bytesRead, error: null, by }),
  };
}

/** A whole connection of a healthy agent that stores one transaction with two spans. */
export function healthyConnection(connection: string, afterMs = 0, change: Partial<ServiceMetadata> = {}): Fact[] {
  const at = factStream(connection, afterMs);
  return [
    at.accepted(),
    at.hello(),
    at.secured(),
    at.request(),
    at.verdict(ACCEPTED),
    at.metadata(change),
    at.stored(1, 2),
    at.response(202),
  ];
}

/** A connection of a Python process that does not trust the authority. */
export function distrustfulConnection(connection: string, afterMs = 0): Fact[] {
  const at = factStream(connection, afterMs);
  return [at.accepted(), at.owner(), at.hello(), at.failed({ alert: 'unknown_ca', how: 'alert' }), at.closed()];
}
