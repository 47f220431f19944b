import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../../main/core/diagnose/diagnose.ts';
import { type AttemptState, reduceAttempt } from '../../../main/core/evidence/attempt-state.ts';
import { logsRequest, metricsRequest, spanField, tracesRequest } from '../../support/otlp-requests.ts';
import { openRawClient, type RawAnswer } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';
import { WIRING } from '../evidence/stand-in-agents.ts';

/* OTLP over HTTP/1.1, byte for byte by reference A5. */

const BEARER = { Authorization: `Bearer ${TOKEN}` };

let authority: TestAuthority;
let running: RunningEndpoint;

beforeAll(async () => {
  authority = createTestAuthority();
  running = await runEndpoint(authority.issue(['localhost']), {}, { limits: { maxExportBytes: 100_000 } });
});
afterAll(async () => {
  await running.close();
  authority.remove();
});

async function send(
  path: string,
  body: Buffer | string,
  headers: Readonly<Record<string, string>> = BEARER,
  method = 'POST',
): Promise<RawAnswer> {
  const client = await openRawClient(running.port, authority.caPem);
  const answer = await client.exchange({ method, path, body, headers });
  client.close();
  return answer;
}

function shown({ statusLine, headers, body }: RawAnswer) {
  return { statusLine, headers: headers.filter(([name]) => name !== 'Date'), body };
}

const TAKEN = {
  statusLine: 'HTTP/1.1 200 OK',
  headers: [
    ['Content-Type', 'application/x-protobuf'],
    ['Content-Length', '2'],
  ],
  body: '\n\0',
};

describe('an export request', () => {
  test.each([
    ['/v1/traces', tracesRequest(['http-traces'])],
    [
      '/v1/metrics',
      metricsRequest('http-metrics', [
        [
          2,
          [
            [1, 'm'],
            [5, [[1, [[6, { fixed64: 1n }]]]]],
          ],
        ],
      ]),
    ],
    ['/v1/logs', logsRequest('http-logs', [[2, [[5, [[1, 'hello']]]]]])],
  ])('to %s is taken with any method, stored and identified', async (path, body) => {
    for (const method of ['POST', 'PUT']) expect(shown(await send(path, body, BEARER, method))).toEqual(TAKEN);

    const service = `http-${path.slice(4)}`;
    expect(await running.store.query({ service, limit: 10 })).toHaveLength(2);
    const metadata = await running.fact('metadata', (fact) => fact.metadata.service === service);
    expect(metadata.metadata.agent.name).toBe('opentelemetry/nodejs');
    expect(running.uses).toContainEqual({ id: 'active', service });
  });

  test('may be compressed, also without saying so', async () => {
    const packed = gzipSync(tracesRequest(['http-gzip']));

    expect(shown(await send('/v1/traces', packed, { ...BEARER, 'Content-Encoding': 'gzip' }))).toEqual(TAKEN);
    expect(shown(await send('/v1/traces', packed))).toEqual(TAKEN);

    expect(await running.store.query({ service: 'http-gzip', limit: 10 })).toHaveLength(2);
  });

  test('may be empty, whatever its Content-Encoding says', async () => {
    expect(shown(await send('/v1/logs', '', { ...BEARER, 'Content-Encoding': 'gzip' }))).toEqual(TAKEN);
  });

  test('with data points that have no place is a partial success', async () => {
    const body = metricsRequest('http-partial', [
      [
        2,
        [
          [1, 'e'],
          [
            10,
            [
              [1, []],
              [1, []],
            ],
          ],
        ],
      ],
    ]);

    const answer = await send('/v1/metrics', body);

    expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
    expect(answer.body).toBe('\n\x1b\x08\x02\x12\x17unsupported data points');
  });

  test('of several resources is one fact for each service', async () => {
    await send('/v1/traces', tracesRequest(['http-one', 'http-two'], [spanField(), spanField()]));

    const stored = await running.fact('stored', ({ service }) => service === 'http-two');
    expect(stored.counts.transaction).toBe(2);
    expect((await running.fact('stored', ({ service }) => service === 'http-one')).counts.transaction).toBe(2);
  });
});

describe('a body that cannot be read', () => {
  const status = (code: number, message: string) =>
    `\x08${String.fromCharCode(code)}\x12${String.fromCharCode(message.length)}${message}`;

  test.each([
    ['JSON', '{"resourceSpans":[]}', {}, 'failed to unmarshal request body: unexpected EOF'],
    [
      'another message',
      '\x0b\x00\x00',
      {},
      'failed to unmarshal request body: proto: wrong wireType = 3 for field ResourceSpans',
    ],
    ['too large', Buffer.alloc(100_001, 0x0a), {}, 'failed to read request body: http: request body too large'],
    [
      'too large once unpacked',
      gzipSync(Buffer.alloc(200_000)),
      {},
      'failed to read request body: http: request body too large',
    ],
  ])('because it is %s is answered 400 with a status message', async (_name, body, headers, message) => {
    const answer = await send('/v1/traces', body, { ...BEARER, ...headers });

    expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
    expect(answer.headers.map(([name]) => name)).toEqual(['Content-Type', 'Date', 'Content-Length']);
    expect(answer.body).toBe(status(3, message));
    expect(await running.fact('rejected', ({ errors }) => errors[0] === message)).toMatchObject({ status: 400 });
  });
});

describe('a body whose compression cannot even begin to be undone', () => {
  const notGzip = { ...BEARER, 'Content-Encoding': 'gzip' };

  test('is lost and answered as if it were empty, as by the real server; here that is told', async () => {
    expect(shown(await send('/v1/traces', tracesRequest(['http-lost']), notGzip))).toEqual(TAKEN);

    const fact = await running.fact('rejected', ({ status: answered }) => answered === 200);
    expect(fact.errors).toEqual(['failed to decode request body: gzip: invalid header']);
    const { connection } = fact;
    const attempt = running.facts
      .filter((each) => each.connection === connection)
      .reduce<AttemptState | null>((state, each) => reduceAttempt(state, each), null);
    const finding = attempt === null ? null : diagnose({ attempt, definition: null, wiring: WIRING });
    expect(finding).toMatchObject({
      step: 'identified',
      diagnosis: { code: 'EVENTS_REJECTED', confidence: 'certain' },
    });
    expect(finding?.diagnosis.cause).toContain('answers 200');
    expect(await running.store.query({ service: 'http-lost', limit: 1 })).toEqual([]);
  });

  test('is no message where more of it is left than had been read by then', async () => {
    const spans = Array.from({ length: 200 }, () => spanField());

    const answer = await send('/v1/traces', tracesRequest(['http-lost'], spans), notGzip);

    expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
    expect(answer.body.slice(4)).toMatch(/^failed to unmarshal request body: /);
    const fact = await running.fact('rejected', ({ errors }) => errors.length === 2);
    expect(fact.errors[0]).toBe('failed to decode request body: gzip: invalid header');
    expect(fact.errors[1]).toBe(answer.body.slice(4));
  });
});

describe('a request that is not let in', () => {
  test.each([
    ['no token', {}, /^{"error":"authentication failed: missing or improperly formatted/],
    ['a wrong token', { Authorization: 'Bearer nope' }, /^{"error":"authentication failed"}\n$/],
  ])('with %s gets the JSON of every other route', async (_name, headers, body) => {
    const answer = await send('/v1/traces', tracesRequest(['stranger']), headers);

    expect(answer.statusLine).toBe('HTTP/1.1 401 Unauthorized');
    expect(answer.headers).toContainEqual(['X-Content-Type-Options', 'nosniff']);
    expect(answer.body).toMatch(body);
    expect(await running.store.query({ service: 'stranger', limit: 1 })).toEqual([]);
  });
});

test('a store that is stopping answers 500 with its bare words', async () => {
  const own = await runEndpoint(authority.issue(['localhost']));
  await own.store.close();
  const client = await openRawClient(own.port, authority.caPem);

  const answer = await client.exchange({
    method: 'POST',
    path: '/v1/traces',
    headers: BEARER,
    body: tracesRequest(['x']),
  });

  client.close();
  await own.endpoint.close();
  expect(answer.statusLine).toBe('HTTP/1.1 500 Internal Server Error');
  expect(answer.body).toBe('\x08\x02\x12\x17server is shutting down');
});
