import { describe, expect, test } from 'vitest';
import { NOTHING_SENT, readCanary } from '../../../main/core/canary/read-canary.ts';
import { factStream } from '../evidence/fact-stream.ts';

const at = factStream('c1');

describe('what a canary shows', () => {
  test.each([
    ['an alert about the certificate', [at.failed({ alert: 'unknown_ca', how: 'alert' })], 'verified', 'alert'],
    ['a connection that the client closed', [at.failed({ alert: null, how: 'closed' })], 'verified', 'closed'],
    ['a connection that the client reset', [at.failed({ alert: null, how: 'reset' })], 'verified', 'reset'],
    ['an alert about the protocol', [at.failed({ alert: 'protocol_version' })], 'unclear', null],
    ['an alert of ours', [at.failed({ alert: 'handshake_failure', by: 'endpoint' })], 'unclear', null],
    ['silence in the handshake', [at.failed({ alert: null, how: 'timeout' })], 'unclear', null],
    ['an end after the handshake without a byte', [at.secured()], 'verified', 'closed-after', closed()],
    [
      'an alert after the handshake',
      [at.secured()],
      'verified',
      'alert',
      closed({ error: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA' }),
    ],
    ['a byte inside of TLS', [at.secured()], 'off', 'sent', closed({ bytesRead: 1 })],
    ['silence after the handshake', [at.secured()], 'unclear', null, closed({ error: NOTHING_SENT })],
    ['an endpoint that is stopped', [at.secured()], 'unclear', null, closed({ by: 'endpoint' })],
  ] as const)('by %s', (_what, facts, result, how, end = closed()) => {
    expect(readCanary([...facts, end])).toMatchObject({ result, how });
  });
});

function closed(more: Partial<{ bytesRead: number; error: string; by: 'client' | 'endpoint' }> = {}) {
  return {
    kind: 'closed',
    connection: 'c1',
    atMs: 0,
    bytesRead: 0,
    error: null,
    by: 'client',
    ...more,
  } as const;
}
