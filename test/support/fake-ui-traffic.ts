import type { Attempt, AttemptDetail, StoredEvent } from '../../main/contract/index.ts';
import { ago, certificate, tls, untrusted } from './fake-ui-data.ts';

export const okAttempt: Attempt = {
  id: 'att-7',
  at: ago(3),
  service: 'shop-web',
  agent: { name: 'nodejs', version: '4.15.0' },
  remote: '127.0.0.1:50112',
  process: { pid: 48_201, command: 'node server.js' },
  tls,
  alert: null,
  step: 'reporting',
  outcome: 'ok',
  status: 202,
  diagnosis: null,
  environment: 'development',
  agentId: 'nodejs',
  attribution: 'metadata',
  open: true,
  durationMs: 1840,
  configuration: null,
};

export const failedAttempt: Attempt = {
  ...okAttempt,
  id: 'att-8',
  at: ago(19),
  service: 'shop-api',
  agent: null,
  remote: '127.0.0.1:50123',
  process: { pid: 48_213, command: 'python3 -m flask run' },
  tls: null,
  alert: 'unknown_ca',
  step: 'encrypted',
  outcome: 'failed',
  status: null,
  diagnosis: untrusted,
  environment: null,
  agentId: 'python',
  attribution: 'environment',
  open: false,
  durationMs: 9,
};

/** Many attempts, newest first, for the list that shows only what is in view. */
export function manyAttempts(count: number): Attempt[] {
  return Array.from({ length: count }, (_, place) => ({
    ...(place % 5 === 1 ? failedAttempt : okAttempt),
    id: `att-${1000 + place}`,
    at: ago(20 + place * 2),
    remote: `127.0.0.1:${50_000 + place}`,
    open: false,
    durationMs: 4 + ((place * 37) % 900),
  }));
}

export const failedDetail: AttemptDetail = {
  ...failedAttempt,
  local: '127.0.0.1:8200',
  certificate: {
    id: 'leaf-1',
    fingerprint256: certificate.fingerprint256,
    names: certificate.names,
    notAfter: certificate.notAfter,
  },
  timeline: [
    {
      at: ago(19),
      offsetMs: 0,
      phase: 'tcp',
      state: 'ok',
      title: 'Connected',
      detail: 'from 127.0.0.1:50123, by `python3 -m flask run` (pid 48213)',
    },
    {
      at: ago(19),
      offsetMs: 2,
      phase: 'tls',
      state: 'ok',
      title: 'Client hello',
      detail: 'asks for localhost; offers TLS 1.3, TLS 1.2',
    },
    {
      at: ago(19),
      offsetMs: 4,
      phase: 'tls',
      state: 'ok',
      title: 'Certificate shown',
      detail: 'localhost, this-laptop, 127.0.0.1, ::1',
    },
    {
      at: ago(19),
      offsetMs: 9,
      phase: 'tls',
      state: 'failed',
      title: 'The client ended the handshake',
      detail: 'TLS alert: unknown CA',
    },
  ],
  exchanges: [],
};

export const okDetail: AttemptDetail = {
  ...okAttempt,
  local: '127.0.0.1:8200',
  certificate: failedDetail.certificate,
  timeline: [
    { at: ago(5), offsetMs: 0, phase: 'tcp', state: 'ok', title: 'Connected', detail: 'from 127.0.0.1:50112' },
    {
      at: ago(5),
      offsetMs: 4,
      phase: 'tls',
      state: 'ok',
      title: 'Handshake finished',
      detail: 'TLS 1.3, TLS_AES_256_GCM_SHA384',
    },
    { at: ago(5), offsetMs: 6, phase: 'http', state: 'ok', title: 'POST /intake/v2/events', detail: '' },
    { at: ago(5), offsetMs: 6, phase: 'auth', state: 'ok', title: 'Token matched', detail: 'the active token' },
    {
      at: ago(4),
      offsetMs: 11,
      phase: 'decode',
      state: 'ok',
      title: '12 events stored',
      detail: '3 transactions, 9 spans',
    },
  ],
  exchanges: [
    {
      method: 'POST',
      path: '/intake/v2/events',
      userAgent: 'apm-agent-nodejs/4.15.0 (shop-web)',
      requestHeaders: [
        ['Host', 'localhost:8200'],
        ['Authorization', 'Bearer ••••••••'],
        ['Content-Type', 'application/x-ndjson'],
        ['Content-Encoding', 'gzip'],
      ],
      status: 202,
      responseHeaders: [['Content-Length', '0']],
      responseBody: '',
    },
  ],
};

/** The last events of the service that reports. */
export const events: StoredEvent[] = Array.from({ length: 12 }, (_, place) => ({
  service: 'shop-web',
  kind: place % 4 === 3 ? 'error' : place % 4 === 1 ? 'span' : 'transaction',
  at: ago(3 + place * 2),
  name: ['GET /orders/:id', 'SELECT FROM orders', 'POST /cart', 'TypeError: price is undefined'][place % 4] ?? null,
  traceId: '0af7651916cd43dd8448eb211c80319c',
  id: `b7ad6b716920${3300 + place}`,
  parentId: null,
  durationMs: place % 4 === 3 ? null : 12.5 + place * 7,
  outcome: place % 4 === 3 ? null : 'success',
  document: { transaction: { name: 'GET /orders/:id', result: 'HTTP 2xx' } },
  sequence: 900 - place,
}));
