import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noCounts } from '../../../main/core/events/event-kinds.ts';
import { openSession } from '../../../main/core/events/intake-session.ts';
import type { Intake, IntakeOutcome } from '../../../main/core/events/ports.ts';
import { openRawClient } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* A store that cannot take what is sent: the client is told to come back, what was stored before stays counted. */

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.7.0"}}}}\n';
const LOG = '{"log":{"message":"hello"}}\n';

/** Work on a body over a store that takes `room` commits and then refuses. */
function sessionOver(room: number, contentEncoding: string | null = null) {
  let commits = 0;
  return openSession({
    contentEncoding,
    receivedUs: 1,
    maxEventSize: 1000,
    admission: null,
    store: async () => {
      commits += 1;
      if (commits > room) throw new Error('database or disk is full');
    },
    didIdentify: () => undefined,
    didStore: () => undefined,
  });
}

describe('a store that is full', () => {
  test('gives 503 and counts only what was committed before', async () => {
    const session = sessionOver(1);

    await session.write(Buffer.from(METADATA + LOG.repeat(10)));
    const early = await session.write(Buffer.from(LOG.repeat(10)));

    const outcome: Partial<IntakeOutcome> = {
      accepted: 10,
      status: 503,
      errors: [{ message: 'cannot handle stream: cannot process batch: queue is full' }],
    };
    expect(early).toMatchObject(outcome);
    expect(await session.end()).toMatchObject(outcome);
  });

  test('is not asked for a stream of metadata alone', async () => {
    const session = sessionOver(0);

    await session.write(Buffer.from(METADATA));

    expect(await session.end()).toMatchObject({ accepted: 0, status: 202, errors: [] });
  });

  test('is told after the bad events, and the higher status wins', async () => {
    const session = sessionOver(0);

    await session.write(Buffer.from(`${METADATA}{"nope":1}\n${LOG.repeat(9)}`));

    expect(await session.end()).toMatchObject({
      status: 503,
      errors: [
        { message: 'did not recognize object type: "nope"', document: '{"nope":1}' },
        { message: 'cannot handle stream: cannot process batch: queue is full' },
      ],
    });
  });
});

describe('a compressed body', () => {
  test('may come byte by byte', async () => {
    const session = sessionOver(9, 'gzip');
    for (const byte of gzipSync(METADATA + LOG)) await session.write(Uint8Array.of(byte));

    expect(await session.end()).toMatchObject({ accepted: 1, status: 202 });
  });

  test('that is garbage inside is refused after what came before it', async () => {
    const packed = gzipSync(METADATA + LOG.repeat(50), { level: 0 });
    packed.fill(0xff, 10, 20);
    const session = sessionOver(9, 'gzip');

    await session.write(packed);

    expect(await session.end()).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringMatching(/^flate: corrupt input before offset \d+$/) }],
    });
  });
});

describe('over the wire', () => {
  let authority: TestAuthority;
  let running: RunningEndpoint;
  const outcome = Promise.resolve({
    accepted: 0,
    counts: noCounts(),
    errors: [{ message: 'server is shutting down' }],
    status: 503,
    metadata: null,
  });
  const refusing: Intake = {
    begin: () => ({
      write: () => Promise.resolve(),
      end: () => undefined,
      breakOff: () => undefined,
      abort: () => undefined,
      outcome,
    }),
    take: () => outcome,
  };

  beforeAll(async () => {
    authority = createTestAuthority();
    running = await runEndpoint(authority.issue(['localhost']), {}, { intake: refusing });
  });
  afterAll(async () => {
    await running.close();
    authority.remove();
  });

  test('a refusal that is known before the body ends waits for the rest of it', async () => {
    const client = await openRawClient(running.port, authority.caPem);

    const answer = await client.exchange({
      method: 'POST',
      path: '/intake/v2/events',
      headers: { Authorization: `Bearer ${TOKEN}` },
      body: METADATA + LOG,
    });

    expect(answer.statusLine).toBe('HTTP/1.1 503 Service Unavailable');
    expect(answer.body).toBe('{"accepted":0,"errors":[{"message":"server is shutting down"}]}\n');
    expect(await running.fact('rejected')).toMatchObject({ status: 503, errors: ['server is shutting down'] });
    client.close();
  });
});
