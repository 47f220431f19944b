import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GRPC } from '../../../main/core/endpoint/http2/grpc-status.ts';
import { grpcFrame, type Http2Client, LOGS, METRICS, openHttp2Client, TRACES } from '../../support/http2-client.ts';
import { logsRequest, metricsRequest, tracesRequest } from '../../support/otlp-requests.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* OTLP over gRPC on the same port, by reference A6. */

const BEARER = { authorization: `Bearer ${TOKEN}` };
const FOUR_MIB = 4 * 1024 * 1024;

let authority: TestAuthority;
let running: RunningEndpoint;
let client: Http2Client;

beforeAll(async () => {
  authority = createTestAuthority();
  running = await runEndpoint(authority.issue(['localhost']));
});
beforeEach(async () => {
  client = await openHttp2Client(running.port, authority.caPem);
});
afterEach(() => client.close());
afterAll(async () => {
  await running.close();
  authority.remove();
});

describe('a call', () => {
  test.each([
    [TRACES, tracesRequest(['grpc-traces']), 'grpc-traces'],
    [
      METRICS,
      metricsRequest('grpc-metrics', [
        [
          2,
          [
            [1, 'm'],
            [5, [[1, [[6, { fixed64: 1n }]]]]],
          ],
        ],
      ]),
      'grpc-metrics',
    ],
    [LOGS, logsRequest('grpc-logs', [[2, [[5, [[1, 'hello']]]]]]), 'grpc-logs'],
  ])('of %s is taken, stored and identified', async (method, message, service) => {
    const answer = await client.call(method, grpcFrame(message), BEARER);

    expect(answer.http.status).toBe(200);
    expect(answer.http.headers).toEqual({ 'content-type': 'application/grpc' });
    expect(answer.http.hasDate).toBe(false);
    expect(answer.http.body).toEqual(grpcFrame(Buffer.from([0x0a, 0])));
    expect(answer.http.trailers).toEqual({ 'grpc-status': '0', 'grpc-message': '' });
    expect(await running.store.query({ service, limit: 10 })).toHaveLength(1);
    expect(running.uses).toContainEqual({ id: 'active', service });
  });

  test('says the same facts as HTTP does, with its credentials masked', async () => {
    await client.call(TRACES, grpcFrame(tracesRequest(['grpc-facts'])), {
      ...BEARER,
      'user-agent': 'OTel-OTLP-Exporter-Python/1.45.2',
    });

    const { connection, request } = await running.fact('metadata', ({ metadata }) => metadata.service === 'grpc-facts');
    const facts = running.facts.filter((fact) => fact.connection === connection && 'request' in fact);
    expect(facts.map(({ kind }) => kind)).toEqual(['request', 'authenticated', 'metadata', 'stored', 'response']);
    expect(facts[0]).toMatchObject({
      request,
      method: 'POST',
      path: TRACES,
      userAgent: 'OTel-OTLP-Exporter-Python/1.45.2',
      headers: expect.arrayContaining([['authorization', '[redacted]']]),
    });
    expect(JSON.stringify(running.facts)).not.toContain(TOKEN);
    expect(await running.fact('secured', (fact) => fact.connection === connection)).toMatchObject({ alpn: 'h2' });
  });

  test('may be gzip, and is then answered so', async () => {
    const answer = await client.call(TRACES, grpcFrame(gzipSync(tracesRequest(['grpc-gzip'])), 1), {
      ...BEARER,
      'grpc-encoding': 'gzip',
    });

    expect(answer.status).toBe('0');
    expect(answer.http.headers['grpc-encoding']).toBe('gzip');
    expect(answer.http.body.readUInt8(0)).toBe(1);
    expect(gunzipSync(answer.http.body.subarray(5))).toEqual(Buffer.from([0x0a, 0]));
    expect(await running.store.query({ service: 'grpc-gzip', limit: 10 })).toHaveLength(1);
  });

  test('may announce gzip and send a plain message, whose first bytes are not looked at', async () => {
    const plain = await client.call(TRACES, grpcFrame(tracesRequest([])), { ...BEARER, 'grpc-encoding': 'gzip' });
    const likeGzip = await client.call(TRACES, grpcFrame(gzipSync(tracesRequest(['x']))), BEARER);

    expect(plain.status).toBe('0');
    expect(likeGzip).toMatchObject({
      status: '13',
      message: expect.stringMatching(/^grpc: error unmarshalling request: /),
    });
  });

  test('may come in any pieces, and is answered before its sender has ended', async () => {
    const frame = grpcFrame(tracesRequest(['grpc-pieces']));
    const pieces = [...frame].map((byte) => Buffer.from([byte]));

    const answer = await client.call(TRACES, pieces, BEARER, true);

    expect(answer.status).toBe('0');
    expect(answer.http.resetBy).toBe(0);
  });

  test('with data points that have no place is a partial success', async () => {
    const message = metricsRequest('grpc-partial', [
      [
        2,
        [
          [1, 'e'],
          [10, [[1, []]]],
        ],
      ],
    ]);

    const answer = await client.call(METRICS, grpcFrame(message), BEARER);

    expect(answer.status).toBe('0');
    expect(answer.http.body.toString('latin1')).toContain('unsupported data points');
  });

  test('many at a time on one connection are all taken', async () => {
    const calls = Array.from({ length: 200 }, () =>
      client.call(TRACES, grpcFrame(tracesRequest(['grpc-many'])), BEARER),
    );

    expect(new Set((await Promise.all(calls)).map(({ status }) => status))).toEqual(new Set(['0']));
    expect(await running.store.query({ service: 'grpc-many', limit: 500 })).toHaveLength(200);
  });
});

describe('a call that is refused is trailers only', () => {
  const message = tracesRequest(['refused']);
  const cut = (bytes: Buffer) => bytes.subarray(0, -1);

  test.each([
    [
      'no token',
      TRACES,
      grpcFrame(message),
      {},
      GRPC.unauthenticated,
      /^authentication failed: missing or improperly formatted Authorization header: expected 'Authorization: Bearer secret_token'/,
    ],
    [
      'a wrong token',
      TRACES,
      grpcFrame(message),
      { authorization: 'Bearer nope' },
      GRPC.unauthenticated,
      /^authentication failed$/,
    ],
    [
      'an unknown service',
      '/jaeger.api_v2.CollectorService/PostSpans',
      grpcFrame(message),
      BEARER,
      GRPC.unimplemented,
      /^unknown service jaeger\.api_v2\.CollectorService$/,
    ],
    [
      'an unknown method',
      TRACES.replace('Export', 'Import'),
      grpcFrame(message),
      BEARER,
      GRPC.unimplemented,
      /^unknown method Import for service opentelemetry\.proto\.collector\.trace\.v1\.TraceService$/,
    ],
    [
      'no method at all',
      '/nothing',
      grpcFrame(message),
      BEARER,
      GRPC.unimplemented,
      /^malformed method name: "\/nothing"$/,
    ],
    [
      'a broken message',
      TRACES,
      grpcFrame(cut(message)),
      BEARER,
      GRPC.internal,
      /^grpc: error unmarshalling request: unexpected EOF$/,
    ],
    ['no message', TRACES, Buffer.alloc(0), BEARER, GRPC.unknown, /^EOF$/],
    ['half a message', TRACES, cut(grpcFrame(message)), BEARER, GRPC.unknown, /^unexpected EOF$/],
    [
      'a message of another form',
      TRACES,
      grpcFrame(message, 2),
      BEARER,
      GRPC.internal,
      /^grpc: received unexpected payload format 2$/,
    ],
    [
      'a packed message without an encoding',
      TRACES,
      grpcFrame(message, 1),
      BEARER,
      GRPC.internal,
      /^grpc: compressed flag set with identity or empty encoding$/,
    ],
    [
      'an encoding that is not there',
      TRACES,
      grpcFrame(message, 1),
      { ...BEARER, 'grpc-encoding': 'zstd' },
      GRPC.unimplemented,
      /^grpc: Decompressor is not installed for grpc-encoding "zstd"$/,
    ],
    [
      'a message that is no gzip',
      TRACES,
      grpcFrame(message, 1),
      { ...BEARER, 'grpc-encoding': 'gzip' },
      GRPC.internal,
      /^grpc: failed to decompress the received message: gzip: invalid header$/,
    ],
    [
      'a message that is announced too large',
      TRACES,
      grpcFrame(message, 0, FOUR_MIB + 1),
      BEARER,
      GRPC.resourceExhausted,
      /^grpc: received message larger than max \(4194305 vs\. 4194304\)$/,
    ],
    [
      'a message that swells',
      TRACES,
      grpcFrame(gzipSync(Buffer.alloc(FOUR_MIB + 1)), 1),
      { ...BEARER, 'grpc-encoding': 'gzip' },
      GRPC.resourceExhausted,
      /^grpc: received message after decompression larger than max 4194304$/,
    ],
  ])('for %s', async (_name, method, body, headers, code, text) => {
    const answer = await client.call(method, body, headers);

    expect(answer).toMatchObject({ status: String(code), isTrailersOnly: true });
    expect(answer.message).toMatch(text);
    expect(answer.http.status).toBe(200);
    expect(answer.http.body).toHaveLength(0);
    const { connection } = await running.fact('rejected', ({ errors }) => errors[0] === answer.message);
    expect(running.facts.some((fact) => fact.connection === connection)).toBe(true);
    expect(await running.store.query({ service: 'refused', limit: 1 })).toEqual([]);
  });

  test('a message of exactly 4 MiB is read', async () => {
    const filler = Buffer.alloc(FOUR_MIB - 5, 0x20);
    const head = Buffer.from([0x7a, 0xfb, 0xff, 0xff, 0x01]);

    expect((await client.call(TRACES, grpcFrame(Buffer.concat([head, filler])), BEARER)).status).toBe('0');
  });

  test('a deadline that passes', async () => {
    const answer = await client.call(TRACES, [], { ...BEARER, 'grpc-timeout': '1m' }, true);

    expect(answer).toMatchObject({ status: '4', message: 'request timed out' });
  });

  test('a request that is no call gets the HTTP status for it', async () => {
    await client.call(TRACES, grpcFrame(message), BEARER);

    const type = await client.ask({ method: 'POST', path: TRACES, headers: { 'content-type': 'application/json' } });
    const get = await client.ask({ path: TRACES, headers: { 'content-type': 'application/grpc' } });

    expect(type).toMatchObject({ status: 415, headers: { 'grpc-status': '3' } });
    expect(get).toMatchObject({ status: 405, headers: { 'grpc-status': '13' } });
  });

  test.each([
    ['5', 'transport: timeout string is too short: "5"'],
    ['123456789S', 'transport: timeout string is too long: "123456789S"'],
    ['soon', 'strconv.ParseUint: parsing "soo": invalid syntax'],
    ['10s', 'transport: timeout unit is not recognized: "10s"'],
    ['-1S', 'strconv.ParseUint: parsing "-1": invalid syntax'],
  ])('a deadline of %s is no deadline', async (given, why) => {
    const { http, status, message } = await client.call(TRACES, [], { ...BEARER, 'grpc-timeout': given });

    expect([http.status, status, message]).toEqual([400, '13', `malformed grpc-timeout: ${why}`]);
  });

  test('a deadline that is far away does not end the call, nor keep anything of it', async () => {
    const frame = grpcFrame(tracesRequest(['grpc-patient']));
    const answer = await client.call(TRACES, frame, { ...BEARER, 'grpc-timeout': '99999999H' });

    expect(answer.status).toBe('0');
  });

  test('the type is answered with the subtype that was asked with', async () => {
    const first = await client.call(TRACES, grpcFrame(tracesRequest([])), BEARER);
    const later = await client.call(TRACES, grpcFrame(tracesRequest([])), {
      ...BEARER,
      'content-type': 'application/grpc+PROTO',
    });
    const refused = await client.call('/no.Service/Call', [], { 'content-type': 'application/grpc+proto' });

    expect(first.http.headers['content-type']).toBe('application/grpc');
    expect([later.status, later.http.headers['content-type']]).toEqual(['0', 'application/grpc+proto']);
    expect([refused.status, refused.http.headers['content-type']]).toEqual(['12', 'application/grpc+proto']);
  });

  test('a stranger hears of missing credentials, whatever is wrong with the message', async () => {
    const broken = await client.call(TRACES, grpcFrame(Buffer.from([0xff])), {});
    const large = await client.call(TRACES, grpcFrame(Buffer.alloc(0), 0, FOUR_MIB + 1), {});

    expect([broken.status, large.status]).toEqual(['16', '16']);
  });
});

test('the first request decides what a connection speaks', async () => {
  const http = await openHttp2Client(running.port, authority.caPem);
  const first = await http.call(TRACES, grpcFrame(tracesRequest([])), {
    ...BEARER,
    'content-type': 'application/grpc+proto',
  });
  const second = await http.call(TRACES, grpcFrame(tracesRequest([])), BEARER);
  http.close();

  expect([first.http.status, second.http.status]).toEqual([404, 404]);
  expect(second.http.body.toString()).toBe('{"error":"404 page not found"}\n');
});
