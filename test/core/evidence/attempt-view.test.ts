import { describe, expect, test } from 'vitest';
import { ACCEPTED, CERTIFICATE, factStream } from './fact-stream.ts';
import { openEvidence } from './open-evidence.ts';

describe('one attempt in detail', () => {
  test('tells what happened, line by line, with the time since the connection was accepted', () => {
    const { take, evidence } = openEvidence();
    const at = factStream('c1');
    take([
      at.accepted(),
      at.owner(),
      at.hello({ alpn: ['http/1.1'] }),
      at.secured(),
      at.request(),
      at.verdict(ACCEPTED),
    ]);
    take([
      at.metadata(),
      at.stored(1, 2),
      at.rejected(400, 'too large'),
      at.response(400, '{"accepted":3}'),
      at.closed(812),
    ]);

    const lines = evidence
      .attempt('c1')
      ?.timeline.map((line) => [line.offsetMs, line.phase, line.state, line.title, line.detail]);

    expect(lines).toEqual([
      [0, 'tcp', 'ok', 'Connection accepted', '127.0.0.1:40000 → 127.0.0.1:8200'],
      [1, 'tcp', 'note', 'Process 4711', 'python app.py'],
      [2, 'tls', 'note', 'Client hello', 'server name localhost, offers TLS 1.3 and TLS 1.2, ALPN http/1.1'],
      [3, 'tls', 'ok', 'Handshake finished', 'TLS 1.3, TLS_AES_256_GCM_SHA384'],
      [4, 'http', 'ok', 'POST /intake/v2/events', 'apm-agent-python/6.26.2 (shop-api)'],
      [5, 'auth', 'ok', 'Secret token matched', ''],
      [6, 'decode', 'ok', 'Metadata', 'python 6.26.2, shop-api'],
      [7, 'decode', 'ok', 'Stored', '1 transaction, 2 spans'],
      [8, 'decode', 'failed', 'Refused with 400', 'too large'],
      [9, 'http', 'failed', 'Answered 400', '{"accepted":3}'],
      [10, 'end', 'note', 'Connection closed', '812 bytes read'],
    ]);
  });

  test('names the certificate that was served and who ended the handshake', () => {
    const { take, evidence } = openEvidence();
    const at = factStream('c1');

    take([
      at.accepted(),
      at.hello(),
      at.failed({ alert: 'unknown_ca', how: 'alert', code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA' }),
    ]);

    const attempt = evidence.attempt('c1');
    expect(attempt?.certificate).toEqual({
      id: CERTIFICATE.id,
      fingerprint256: CERTIFICATE.fingerprint256,
      names: CERTIFICATE.names,
      notAfter: CERTIFICATE.notAfter,
    });
    expect(attempt?.timeline.at(-1)).toMatchObject({
      title: 'Handshake failed',
      detail: 'the client sent "unknown CA" (ERR_SSL_TLSV1_ALERT_UNKNOWN_CA)',
    });
    expect(attempt?.local).toBe('127.0.0.1:8200');
  });

  test('pairs each request with its answer, and one that has none yet with nothing', () => {
    const { take, evidence } = openEvidence();
    const at = factStream('c1');

    take([at.accepted(), at.secured(), at.request('/'), at.response(200, '{}'), at.request('/config/v1/agents')]);

    expect(evidence.attempt('c1')?.exchanges).toMatchObject([
      { path: '/', status: 200, responseBody: '{}', requestHeaders: [['Authorization', '[masked]']] },
      { path: '/config/v1/agents', status: null, responseBody: null, responseHeaders: [] },
    ]);
  });

  test('is null for an attempt that nobody knows', () => {
    expect(openEvidence().evidence.attempt('nobody')).toBeNull();
  });
});
