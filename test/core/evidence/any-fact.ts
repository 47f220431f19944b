import fc from 'fast-check';
import type { AuthVerdict, Fact } from '../../../main/core/evidence/facts.ts';
import { CERTIFICATE, METADATA, owner, T0 } from './fact-stream.ts';

const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('/', '/intake/v2/events', '/x/config/v1/agents'));
const time = fc.integer({ min: 0, max: 50 }).map((offset) => ({ connection: 'c1', atMs: T0 + offset }));
const request = fc.integer({ min: 1, max: 12 });
const certificate = fc.constantFrom(
  CERTIFICATE,
  { ...CERTIFICATE, names: ['apm.test'] },
  { ...CERTIFICATE, notAfter: '2020-01-01T00:00:00.000Z' },
);
const alert = fc.constantFrom(
  null,
  'unknown_ca',
  'bad_certificate',
  'certificate_expired',
  'protocol_version',
  'certificate_required',
  'handshake_failure',
  'close_notify',
);
const verdict = fc.constantFrom<AuthVerdict>(
  { result: 'accepted', tokenId: 't1', state: 'active' },
  { result: 'not-needed' },
  { result: 'anonymous' },
  { result: 'unverifiable' },
  { result: 'missing' },
  { result: 'refused', hint: null },
  { result: 'refused', hint: 'quotes' },
);
const counts = fc.record({
  transaction: fc.nat(5),
  span: fc.nat(5),
  error: fc.nat(2),
  metricset: fc.nat(2),
  log: fc.nat(2),
});

/** Any fact at all about the connection `c1`, with no regard to what an endpoint could really observe. */
export const anyFact: fc.Arbitrary<Fact> = fc
  .tuple(time, request, text, fc.option(text), certificate, alert, verdict, counts)
  .chain(([at, number, some, other, served, named, said, counted]) =>
    fc.constantFrom<Fact>(
      { ...at, kind: 'accepted', remote: { address: '::1', port: 1 }, local: { address: '::1', port: 8200 } },
      { ...at, kind: 'owner', owner: owner({ service: other }) },
      { ...at, kind: 'plain-http', requestLine: some },
      { ...at, kind: 'not-tls' },
      { ...at, kind: 'hello', sni: other, alpn: [some], versions: ['TLSv1.3'] },
      { ...at, kind: 'silent' },
      { ...at, kind: 'secured', version: 'TLSv1.3', cipher: some, sni: other, alpn: null, certificate: served },
      {
        ...at,
        kind: 'tls-failed',
        alert: named,
        by: 'client',
        how: named === null ? 'reset' : 'alert',
        code: other,
        certificate: served,
      },
      { ...at, kind: 'tls-failed', alert: null, by: 'endpoint', how: 'alert', code: other, certificate: served },
      {
        ...at,
        kind: 'tls-failed',
        alert: named,
        by: 'endpoint',
        how: named === null ? 'closed' : 'alert',
        code: 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE',
        certificate: served,
        clientCertificate: { subject: some, issuer: some, notBefore: some, notAfter: some },
      },
      { ...at, kind: 'tls-failed', alert: null, by: 'client', how: 'timeout', code: null, certificate: served },
      { ...at, kind: 'request', request: number, method: 'GET', path: some, userAgent: other, headers: [[some, some]] },
      { ...at, kind: 'authenticated', request: number, verdict: said },
      { ...at, kind: 'metadata', request: number, metadata: { ...METADATA, service: some, environment: other } },
      { ...at, kind: 'stored', request: number, counts: counted, service: other },
      {
        ...at,
        kind: 'configured',
        request: number,
        service: some,
        environment: other,
        etag: some,
        names: [some],
        reached: number % 2 === 0 ? 'sent' : 'echoed',
      },
      { ...at, kind: 'rejected', request: number, status: 200, grpcStatus: number, errors: [some] },
      { ...at, kind: 'rejected', request: number, status: 400, errors: [some] },
      { ...at, kind: 'response', request: number, status: 404, headers: [[some, some]], body: other },
      { ...at, kind: 'closed', bytesRead: 0, error: other, by: 'client' },
      { ...at, kind: 'closed', bytesRead: 0, error: other, by: 'endpoint' },
    ),
  );
