import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EndpointOptions } from '../../../main/core/endpoint/endpoint.ts';
import { GRPC } from '../../../main/core/endpoint/http2/grpc-status.ts';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../../../main/core/endpoint/server-settings.ts';
import { openLocalIntake } from '../../../main/core/events/local-intake.ts';
import type { Intake } from '../../../main/core/events/ports.ts';
import { grpcFrame, type Http2Client, openHttp2Client, TRACES } from '../../support/http2-client.ts';
import { spanField, tracesRequest } from '../../support/otlp-requests.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Exports that come without credentials where those may, and exports that meet a fault of ours: over gRPC and over HTTP, by reference A5, A6 and B3. */

const BEARER = { authorization: `Bearer ${TOKEN}` };
/** What the SDK of the sample requests is called in the data model. */
const AGENT = 'opentelemetry/nodejs';

let authority: TestAuthority;
let running: RunningEndpoint;
let client: Http2Client;

beforeAll(() => {
  authority = createTestAuthority();
  return () => authority.remove();
});
afterEach(async () => {
  client.close();
  await running.close();
});

async function start(
  anonymous: Partial<ServerSettings['auth']['anonymous']> | null,
  options: Partial<EndpointOptions> = {},
): Promise<void> {
  const { auth, rum } = DEFAULT_SERVER_SETTINGS;
  const server = {
    ...DEFAULT_SERVER_SETTINGS,
    rum: { ...rum, enabled: anonymous !== null },
    auth: { ...auth, anonymous: { ...auth.anonymous, ...anonymous } },
  };
  running = await runEndpoint(authority.issue(['localhost']), { server }, options);
  client = await openHttp2Client(running.port, authority.caPem);
}

const call = (service: string, spans = 1, headers: Record<string, string> = {}) =>
  client.call(
    TRACES,
    grpcFrame(
      tracesRequest(
        [service],
        Array.from({ length: spans }, () => spanField()),
      ),
    ),
    headers,
  );

const post = (service: string, spans = 1) =>
  client.ask({
    method: 'POST',
    path: '/v1/traces',
    headers: { 'content-type': 'application/x-protobuf' },
    body: tracesRequest(
      [service],
      Array.from({ length: spans }, () => spanField()),
    ),
  });

describe('an export without credentials', () => {
  test('comes in where its agent and its service may', async () => {
    await start({ allowAgent: [AGENT], allowService: ['shop'] });

    expect(await call('shop')).toMatchObject({ status: '0', isTrailersOnly: false });
    expect(await running.store.query({ service: 'shop', limit: 5 })).toHaveLength(1);
  });

  test('is refused with 7 over gRPC and with 500 over HTTP where its agent may not', async () => {
    await start({});
    const words = `unauthorized: anonymous access not permitted for agent "${AGENT}"`;

    expect(await call('shop')).toMatchObject({
      status: String(GRPC.permissionDenied),
      message: words,
      isTrailersOnly: true,
      http: { status: 200 },
    });
    expect(await running.fact('rejected')).toMatchObject({ grpcStatus: GRPC.permissionDenied, errors: [words] });
    client.close();
    client = await openHttp2Client(running.port, authority.caPem);
    const { status, body } = await post('shop');
    expect(status).toBe(500);
    expect(body.subarray(0, 3)).toEqual(Buffer.from([0x08, 2, 0x12]));
    expect(body.subarray(4).toString()).toBe(words);
    expect(await running.store.query({ service: 'shop', limit: 1 })).toEqual([]);
  });

  test('is refused where its service may not', async () => {
    await start({ allowAgent: [AGENT], allowService: ['shop'] });

    expect(await call('other')).toMatchObject({
      status: String(GRPC.permissionDenied),
      message: 'unauthorized: anonymous access not permitted for service "other"',
    });
  });

  test('is refused with 8 where it is one too many, or holds too many events; with a token it is not', async () => {
    await start(
      { allowAgent: [AGENT], rateLimit: { eventLimit: 1, ipLimit: 10 } },
      { limitClock: { nowMs: () => 0, wait: () => Promise.resolve() } },
    );
    const tooMany = { status: String(GRPC.resourceExhausted), message: 'rate limit exceeded', isTrailersOnly: true };

    expect(await call('shop', 9)).toMatchObject(tooMany);
    expect(await call('shop', 1, BEARER)).toMatchObject({ status: '0' });
    // What is left of three seconds' worth after one call.
    await call('shop', 1);
    expect(await call('shop', 1)).toMatchObject(tooMany);
    expect(await running.fact('rejected')).toMatchObject({ grpcStatus: GRPC.resourceExhausted });
  });

  test('of several resources is one batch: all of it is refused with one service that may not', async () => {
    await start({ allowAgent: [AGENT], allowService: ['shop', 'billing'] });
    const several = (...services: string[]): Promise<{ readonly status: number; readonly body: Buffer }> =>
      client.ask({ method: 'POST', path: '/v1/traces', body: tracesRequest(services) });

    const refused = await several('shop', 'other', 'billing');

    expect(refused.status).toBe(500);
    expect(refused.body.subarray(4).toString()).toBe(
      'unauthorized: anonymous access not permitted for service "other"',
    );
    expect(await running.store.query({ limit: 5 })).toEqual([]);
    expect(running.facts.filter(({ kind }) => kind === 'stored')).toEqual([]);
    const named = running.facts.flatMap((fact) => (fact.kind === 'metadata' ? fact.metadata.service : []));
    expect(named).toEqual(['shop', 'other', 'billing']);
    expect((await several('shop', 'billing')).status).toBe(200);
    expect(await running.store.query({ limit: 5 })).toHaveLength(2);
  });

  test('is not asked who it is from where it holds no event', async () => {
    await start({ allowAgent: [AGENT], allowService: ['shop'] });

    expect(await client.call(TRACES, grpcFrame(tracesRequest(['other'], [])))).toMatchObject({ status: '0' });
  });

  test('of several resources takes from the allowance once for all of its events', async () => {
    const taken: number[] = [];
    const allowance = {
      takeOne: () => true,
      take: async (events: number) => {
        taken.push(events);
        return events < 5;
      },
    };
    await start({ allowAgent: [AGENT] }, { rateLimiter: { allowanceFor: () => allowance } });
    const spans = [spanField(), spanField()];

    const within = await client.call(TRACES, grpcFrame(tracesRequest(['shop', 'billing'], spans)));
    const beyond = await client.call(TRACES, grpcFrame(tracesRequest(['shop', 'billing', 'other'], spans)));

    expect(within).toMatchObject({ status: '0' });
    expect(beyond).toMatchObject({ status: String(GRPC.resourceExhausted), message: 'rate limit exceeded' });
    expect(taken).toEqual([4, 6]);
    expect(await running.store.query({ limit: 20 })).toHaveLength(4);
  });

  test('is refused with 16 where nobody may come in so', async () => {
    await start({ enabled: false });

    expect(await call('shop')).toMatchObject({ status: String(GRPC.unauthenticated), isTrailersOnly: true });
  });
});

describe('an export that meets a fault of ours', () => {
  const broken = (begin: Intake['begin']): Partial<EndpointOptions> => ({ intake: { begin, take: () => never() } });
  const never = (): Promise<never> => new Promise(() => undefined);
  const PANIC = '{"error":"panic handling request"}\n';

  test('is answered 13, and HTTP over the same protocol 500; both connections live on', async () => {
    await start(
      null,
      broken(() => {
        throw new Error('something of ours broke');
      }),
    );

    const first = await call('shop', 1, BEARER);
    const second = await client.call(TRACES.replace('Export', 'Import'), grpcFrame(Buffer.alloc(0)), BEARER);

    expect(first).toMatchObject({ status: String(GRPC.internal), message: 'panic handling request' });
    expect(second.status).toBe(String(GRPC.unimplemented));
    client.close();
    client = await openHttp2Client(running.port, authority.caPem);
    const answer = await client.ask({
      method: 'POST',
      path: '/v1/traces',
      headers: BEARER,
      body: tracesRequest(['a']),
    });
    expect([answer.status, answer.body.toString()]).toEqual([500, PANIC]);
    expect(await client.ask({ headers: BEARER })).toMatchObject({ status: 200 });
  });

  test('in the thread that stores is answered the same, and told as what it was', async () => {
    await start(
      null,
      broken(() => ({
        write: async () => undefined,
        end: () => undefined,
        breakOff: () => undefined,
        abort: () => undefined,
        outcome: Promise.resolve({
          accepted: 0,
          counts: { transaction: 0, span: 0, error: 0, metricset: 0, log: 0 },
          errors: [{ message: 'cannot handle stream: something of ours broke' }],
          status: 500,
          metadata: null,
        }),
      })),
    );

    expect(await call('shop', 1, BEARER)).toMatchObject({ status: String(GRPC.internal) });
    client.close();
    client = await openHttp2Client(running.port, authority.caPem);
    const answer = await client.ask({
      method: 'POST',
      path: '/v1/traces',
      headers: BEARER,
      body: tracesRequest(['a']),
    });
    expect([answer.status, answer.body.toString()]).toEqual([500, PANIC]);
    expect(await running.fact('rejected', ({ status }) => status === 500)).toMatchObject({
      errors: ['cannot handle stream: something of ours broke'],
    });
  });

  test('is a store without room: 2 over gRPC, 500 over HTTP, in the words of a full queue, and the sender is told', async () => {
    const full = openLocalIntake(() => Promise.reject(new Error('database or disk is full')));
    await start(null, { intake: full });

    expect(await call('shop', 1, BEARER)).toMatchObject({
      status: String(GRPC.unknown),
      message: 'queue is full',
      isTrailersOnly: true,
    });
    client.close();
    client = await openHttp2Client(running.port, authority.caPem);
    const body = tracesRequest(['shop', 'billing']);
    const answer = await client.ask({ method: 'POST', path: '/v1/traces', headers: BEARER, body });
    expect([answer.status, answer.body.subarray(4).toString()]).toEqual([500, 'queue is full']);
    const named = running.facts.flatMap((fact) => (fact.kind === 'metadata' ? fact.metadata.service : []));
    expect(named).toEqual(['shop', 'shop', 'billing']);
  });

  test('is a store that fails once: an export of several resources is stored whole or not at all, so that sending it again doubles nothing', async () => {
    const stored: string[] = [];
    let tries = 0;
    const failsOnce = openLocalIntake(async (storing) => {
      tries += 1;
      if (tries === 1) throw new Error('database or disk is full');
      stored.push(...storing.map(({ source }) => source.service));
    });
    await start(null, { intake: failsOnce });
    const body = tracesRequest(['shop', 'billing', 'mail']);
    const send = () => client.ask({ method: 'POST', path: '/v1/traces', headers: BEARER, body });

    expect((await send()).status).toBe(500);
    expect(stored).toEqual([]);
    expect((await send()).status).toBe(200);
    expect(stored).toEqual(['shop', 'billing', 'mail']);
    expect(tries).toBe(2);
  });

  test('while the store is stopping is answered 2 in its words', async () => {
    await start(null);
    await running.store.close();

    expect(await call('shop', 1, BEARER)).toMatchObject({
      status: String(GRPC.unknown),
      message: 'server is shutting down',
    });
  });
});
