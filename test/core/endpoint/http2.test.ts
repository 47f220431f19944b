import { once } from 'node:events';
import { constants } from 'node:http2';
import { connect } from 'node:tls';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EndpointLimits } from '../../../main/core/endpoint/limits.ts';
import { grpcFrame, type Http2Client, openHttp2Client, TRACES } from '../../support/http2-client.ts';
import { tracesRequest } from '../../support/otlp-requests.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Every route over HTTP/2, and what hostile or slow clients can do with it. */

const BEARER = { authorization: `Bearer ${TOKEN}` };
const METADATA = '{"metadata":{"service":{"name":"over-h2","agent":{"name":"nodejs","version":"4.7.0"}}}}\n';
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const RUNS = { numRuns: process.env.SEALWIRE_LONG === '1' ? 2000 : 40 };

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

describe('over HTTP/2', () => {
  test('the server tells who it is', async () => {
    const answer = await client.ask({ headers: { ...BEARER, accept: 'application/json' } });

    expect(answer).toMatchObject({ status: 200, hasDate: true, resetBy: 0 });
    expect(answer.headers).toEqual({
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
      'content-length': String(answer.body.length),
    });
    expect(JSON.parse(answer.body.toString())).toMatchObject({ publish_ready: true });
  });

  test('HEAD has the head of GET', async () => {
    const [get, head] = await Promise.all(['GET', 'HEAD'].map((method) => client.ask({ method, headers: BEARER })));

    expect(head?.headers).toEqual(get?.headers);
    expect(head?.body).toHaveLength(0);
  });

  test('intake takes events, also packed, and says its errors without a Connection header', async () => {
    const body = gzipSync(`${METADATA}{"log":{"message":"hello"}}\n{"nonsense":{}}\n`);
    const answer = await client.ask({
      method: 'POST',
      path: '/intake/v2/events',
      headers: { ...BEARER, 'content-encoding': 'gzip' },
      body,
    });

    expect(answer.status).toBe(400);
    expect(answer.headers.connection).toBeUndefined();
    expect(JSON.parse(answer.body.toString())).toMatchObject({ accepted: 1 });
    expect(await running.store.query({ service: 'over-h2', limit: 5 })).toHaveLength(1);
  });

  test('OTLP/HTTP, configuration, 404 and redirects answer as ever', async () => {
    const otlp = await client.ask({ method: 'POST', path: '/v1/traces', headers: BEARER, body: tracesRequest(['x']) });
    const config = await client.ask({ path: '/config/v1/agents?service.name=shop', headers: BEARER });
    const unknown = await client.ask({ path: '/nowhere' });
    const unclean = await client.ask({ path: '//v1/../v1/traces' });

    expect([otlp.status, otlp.body]).toEqual([200, Buffer.from([0x0a, 0])]);
    expect(config.status).toBe(200);
    expect([unknown.status, unknown.body.toString()]).toEqual([404, '{"error":"404 page not found"}\n']);
    expect([unclean.status, unclean.headers.location]).toEqual([307, '/v1/traces']);
  });

  test('a refusal does not wait for the body, and only its stream ends', async () => {
    const refused = await client.ask({
      method: 'POST',
      path: '/intake/v2/events',
      headers: { authorization: 'Bearer nope' },
      body: Buffer.from(METADATA),
      isOpen: true,
    });

    expect(refused).toMatchObject({ status: 401, resetBy: constants.NGHTTP2_NO_ERROR });
    expect((await client.ask({ headers: BEARER })).status).toBe(200);
  });

  test('requests, tokens and answers are said as over HTTP/1.1', async () => {
    await client.ask({ path: '/?token=secret-in-query', headers: { ...BEARER, 'user-agent': 'probe/1' } });

    const { connection, request } = await running.fact('request', ({ userAgent }) => userAgent === 'probe/1');
    await running.fact('response', (fact) => fact.connection === connection);
    const facts = running.facts.filter((fact) => fact.connection === connection && 'request' in fact);
    expect(facts.map((fact) => fact.kind)).toEqual(['request', 'authenticated', 'response']);
    expect(facts[0]).toMatchObject({ request, method: 'GET', path: '/?token=[redacted]' });
    expect(JSON.stringify(running.facts)).not.toMatch(/sekrit|secret-in-query/);
  });

  test('the bytes that were read are counted when it closes', async () => {
    await client.ask({ method: 'POST', path: '/v1/logs', headers: BEARER, body: Buffer.alloc(30_000, 0x7a) });
    const { connection } = running.facts.findLast(({ kind }) => kind === 'request') ?? { connection: '' };
    client.close();

    const { bytesRead } = await running.fact('closed', (fact) => fact.connection === connection);
    expect(bytesRead).toBeGreaterThan(30_000);
  });
});

describe('a client that leaves, floods or babbles', () => {
  /** A connection that agreed on HTTP/2 and speaks bytes. */
  async function rawH2(): Promise<ReturnType<typeof connect>> {
    const socket = connect({
      port: running.port,
      host: '127.0.0.1',
      servername: 'localhost',
      ca: authority.caPem,
      ALPNProtocols: ['h2'],
    });
    socket.on('error', () => undefined).resume();
    await once(socket, 'secureConnect');
    return socket;
  }

  const stillServes = async (): Promise<void> => {
    const other = await openHttp2Client(running.port, authority.caPem);
    expect((await other.call(TRACES, grpcFrame(tracesRequest(['after'])), BEARER)).status).toBe('0');
    other.close();
  };

  /** HTTP/2 frames (RFC 9113 §4.1): a head of nine bytes, then the payload. */
  const frame = (type: number, flags: number, stream: number, payload: Buffer): Buffer => {
    const head = Buffer.alloc(9);
    head.writeUIntBE(payload.length, 0, 3);
    head.writeUInt8(type, 3);
    head.writeUInt8(flags, 4);
    head.writeUInt32BE(stream, 5);
    return Buffer.concat([head, payload]);
  };

  test('resets streams faster than any client would, and is cut off', async () => {
    const socket = await rawH2();
    // `:method GET`, `:scheme https`, `:path /` by their places in the static table (RFC 7541, appendix A).
    const headers = Buffer.from([0x82, 0x87, 0x84]);
    const cancel = Buffer.from([0, 0, 0, constants.NGHTTP2_CANCEL]);
    const resets = Array.from({ length: 20_000 }, (_, index) => index * 2 + 1).map((stream) =>
      Buffer.concat([frame(1, 4, stream, headers), frame(3, 0, stream, cancel)]),
    );

    socket.write(Buffer.concat([PREFACE, frame(4, 0, 0, Buffer.alloc(0)), ...resets]));

    await once(socket, 'close');
    await stillServes();
  });

  test('sends more headers than are read, and loses its stream', async () => {
    const headers = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`x-${index}`, 'y'.repeat(100)]));

    await expect(client.ask({ headers })).rejects.toThrow('no answer');
    await stillServes();
  });

  test('leaves in the middle of a message, and nothing of it is kept', async () => {
    const stream = client.session.request({
      ':method': 'POST',
      ':path': TRACES,
      'content-type': 'application/grpc',
      'user-agent': 'leaver/1',
      ...BEARER,
    });
    stream.on('error', () => undefined);
    stream.write(grpcFrame(tracesRequest(['left'])).subarray(0, 40));
    const { connection } = await running.fact('request', ({ userAgent }) => userAgent === 'leaver/1');
    await running.fact('authenticated', (fact) => fact.connection === connection);

    client.close();

    await running.fact('closed', (fact) => fact.connection === connection);
    expect(await running.store.query({ service: 'left', limit: 1 })).toEqual([]);
    await stillServes();
  });

  test('sends any bytes after the preface, and ends nothing but its connection', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, hasPreface) => {
        const socket = await rawH2();
        socket.end(Buffer.concat([hasPreface ? PREFACE : Buffer.alloc(0), bytes]));
        await once(socket, 'close');
      }),
      RUNS,
    );
    await stillServes();
  });

  test('sends any bytes as a gRPC body, and is always answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 100 }),
        fc.constantFrom('gzip', 'identity'),
        async (bytes, encoding) => {
          const body = Buffer.from(bytes);
          const answer = await client.call(TRACES, body, { ...BEARER, 'grpc-encoding': encoding });
          expect(answer.status).toMatch(/^(?:0|2|8|13)$/);
        },
      ),
      RUNS,
    );
  });
});

describe('limits of time', () => {
  async function withLimits(
    limits: Partial<EndpointLimits>,
    work: (own: RunningEndpoint, slow: Http2Client) => Promise<void>,
  ): Promise<void> {
    const own = await runEndpoint(authority.issue(['localhost']), {}, { limits });
    const slow = await openHttp2Client(own.port, authority.caPem);
    await work(own, slow);
    slow.close();
    await own.close();
  }

  test('a request that takes too long loses its stream', () =>
    withLimits({ writeMs: 1000 }, async (_own, slow) => {
      const asked = slow.ask({
        method: 'POST',
        path: '/v1/traces',
        headers: BEARER,
        body: Buffer.from('x'),
        isOpen: true,
      });

      await expect(asked).rejects.toThrow('reset with 2');
      expect((await slow.ask({ headers: BEARER })).status).toBe(200);
    }));

  test('a connection without requests ends', () =>
    withLimits({ idleMs: 200 }, async (_own, slow) => {
      await slow.ask({});

      await slow.closed();
    }));

  test('stopping says goodbye, and lets the running call finish', () =>
    withLimits({}, async (own, slow) => {
      const frame = grpcFrame(tracesRequest(['last']));
      const goodbye = once(slow.session, 'goaway');
      const stream = slow.session.request({
        ':method': 'POST',
        ':path': TRACES,
        'content-type': 'application/grpc',
        ...BEARER,
      });
      stream.write(frame.subarray(0, 10));
      await own.fact('authenticated');

      const stopped = own.endpoint.stop();
      expect((await goodbye)[0]).toBe(constants.NGHTTP2_NO_ERROR);
      const trailers = once(stream, 'trailers');
      stream.end(frame.subarray(10));

      expect((await trailers)[0]).toMatchObject({ 'grpc-status': '0' });
      await stopped;
      expect(await own.store.query({ service: 'last', limit: 1 })).toHaveLength(1);
    }));
});
