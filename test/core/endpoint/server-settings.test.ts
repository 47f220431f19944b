import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import type { EndpointOptions } from '../../../main/core/endpoint/endpoint.ts';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../../../main/core/endpoint/server-settings.ts';
import { openRawClient, type RawAnswer, type RawRequest } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* What the settings of an `apm-server.yml` change about the endpoint (reference B2, E2). */

const BEARER = { Authorization: `Bearer ${TOKEN}` };
const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4"}}}}\n';
const { auth, rum } = DEFAULT_SERVER_SETTINGS;

let authority: TestAuthority;
let running: RunningEndpoint;

beforeAll(() => {
  authority = createTestAuthority();
});
afterEach(() => running.close());
afterAll(() => authority.remove());

async function start(change: Partial<ServerSettings>, options: Partial<EndpointOptions> = {}): Promise<void> {
  running = await runEndpoint(
    authority.issue(['localhost']),
    { server: { ...DEFAULT_SERVER_SETTINGS, ...change } },
    options,
  );
}

async function ask(request: RawRequest): Promise<RawAnswer> {
  const client = await openRawClient(running.port, authority.caPem);
  const answer = await client.exchange(request);
  client.close();
  return answer;
}

const send = (headers: Record<string, string>, body = METADATA): Promise<RawAnswer> =>
  ask({ method: 'POST', path: '/intake/v2/events', headers, body });

describe('API keys without Elasticsearch', () => {
  const improperly = 'authentication failed: improperly';
  const encoded = (at: number): string =>
    `${improperly} encoded ApiKey credentials: expected base64(ID:APIKey): illegal base64 data at input byte ${at}`;

  test('are judged by their form, and then cannot be checked', async () => {
    await start({ auth: { ...auth, apiKey: { enabled: true, limit: 100 } } });

    for (const [key, status, error] of [
      ['!!!', 401, encoded(0)],
      ['YT pi', 401, encoded(2)],
      ['YTp', 401, encoded(0)],
      ['YTpiYQ', 401, encoded(4)],
      ['YTpiYQ=', 401, encoded(7)],
      ['YTpiYQ=a', 401, encoded(6)],
      ['YTpiYQ==x', 401, encoded(8)],
      ['YTpi=', 401, encoded(4)],
      ['YT-_', 401, encoded(2)],
      ['YWJj', 401, `${improperly} formatted ApiKey credentials: expected base64(ID:APIKey)`],
      ['YTpi', 503, 'service unavailable'],
      ['YTpiYQ==', 503, 'service unavailable'],
    ] as const) {
      const answer = await send({ Authorization: `ApiKey ${key}` });
      expect([key, answer.statusLine.slice(9, 12), JSON.parse(answer.body)]).toEqual([key, String(status), { error }]);
    }
    expect((await ask({ headers: { Authorization: 'ApiKey YTpi' } })).statusLine).toContain('503');
    expect((await ask({ headers: { Authorization: 'ApiKey !' } })).statusLine).toContain('200');
    expect((await send(BEARER)).statusLine).toContain('202');
    expect(await running.fact('authenticated', ({ verdict }) => verdict.result === 'unverifiable')).toBeDefined();
  });
});

describe('the settings', () => {
  test('have a token of their own, beside those of the workspace', async () => {
    await start({ auth: { ...auth, secretToken: new Secret('from-the-file') } });

    for (const token of ['from-the-file', TOKEN, 'sekrit-old']) {
      expect((await send({ Authorization: `Bearer ${token}` })).statusLine).toContain('202');
    }
    expect((await send({ Authorization: 'Bearer from-the-fil' })).statusLine).toContain('401');
    expect(running.uses.every(({ id }) => id === 'active' || id === 'old')).toBe(true);
  });

  test('say how long a line may be', async () => {
    await start({ maxEventSize: 100 });

    const answer = await send(BEARER, `${METADATA}{"log":{"message":"${'x'.repeat(100)}"}}\n`);

    expect(JSON.parse(answer.body).errors[0].message).toBe('event exceeded the permitted size');
    expect(JSON.parse(answer.body).errors[0].document).toHaveLength(100);
  });

  test('say how long an agent may keep its configuration, and in which environment it is by default', async () => {
    const asked: string[] = [];
    await start(
      { agentConfigCacheExpirationS: 7, defaultServiceEnvironment: 'staging' },
      {
        agentConfig: (service, environment) => {
          asked.push(`${service} ${environment}`);
          return null;
        },
      },
    );

    const answer = await ask({ path: '/config/v1/agents?service.name=a', headers: BEARER });
    await ask({ path: '/config/v1/agents?service.name=a&service.environment=prod', headers: BEARER });

    expect(answer.headers).toContainEqual(['Cache-Control', 'max-age=7, must-revalidate']);
    expect(asked).toEqual(['a staging', 'a prod']);
  });

  test('keep away what tells who somebody is', async () => {
    await start({ capturePersonalData: false, rum: { ...rum, enabled: true } });

    await ask({
      method: 'POST',
      path: '/intake/v2/rum/events',
      headers: {
        'User-Agent': 'Mozilla/5.0 (X11) Ada',
        'X-Forwarded-For': '10.9.8.7',
        Forwarded: 'for=10.9.8.7',
        'X-Real-IP': '10.9.8.7',
        Referer: 'https://shop.example/ada',
      },
    });
    await send({ ...BEARER, 'User-Agent': 'apm-agent-nodejs/4.7.0 (shop)' });

    const told = JSON.stringify(running.facts);
    for (const secret of ['Ada', '10.9.8.7', 'shop.example/ada']) expect(told).not.toContain(secret);
    expect(told).toContain('apm-agent-nodejs/4.7.0');
  });

  test('hold until the next start', async () => {
    await start({});
    expect((await send({})).statusLine).toContain('401');

    const server = { ...DEFAULT_SERVER_SETTINGS, rum: { ...rum, enabled: true } };
    const settings = { port: running.port, hosts: [], auth: 'token', durable: false, server } as const;
    await running.endpoint.start(settings);

    expect((await send({})).statusLine).toContain('202');
  });
});

describe('numbers about the server', () => {
  test('are not told by default', async () => {
    await start({});

    expect((await ask({ path: '/debug/vars' })).statusLine).toContain('404');
  });

  test('are told to whoever asks where they are on, under a path of choice', async () => {
    await start({ expvar: { enabled: true, url: '/numbers' }, responseHeaders: { 'X-Added': ['1'] } });
    await send({});

    const answer = await ask({ method: 'POST', path: '/numbers' });

    expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
    expect(answer.headers.map(([name]) => name)).toEqual(['Content-Type', 'Date', 'Content-Length']);
    expect(JSON.parse(answer.body)).toMatchObject({
      'apm-server.server.request.count': 2,
      'apm-server.server.response.errors.count': 1,
      memstats: { Alloc: expect.any(Number) },
    });
    expect(answer.body).toMatch(/^\{\n"apm-server\.server\.request\.count": 2,\n/);
  });
});

describe('how many connections are served', () => {
  test('one more waits, and is served when another ends', async () => {
    await start({ maxConnections: 1 });
    const first = await openRawClient(running.port, authority.caPem);
    const second = openRawClient(running.port, authority.caPem);
    expect((await first.exchange({ headers: BEARER })).statusLine).toContain('200');
    expect(running.facts.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);

    first.close();

    const client = await second;
    expect((await client.exchange({ headers: BEARER })).statusLine).toContain('200');
    client.close();
  });

  test('one that waits does not keep the endpoint from stopping', async () => {
    await start({ maxConnections: 1 });
    const first = await openRawClient(running.port, authority.caPem);
    const second = openRawClient(running.port, authority.caPem).catch(() => 'refused');
    await first.exchange({ headers: BEARER });

    await running.endpoint.stop();

    expect(await second).toBe('refused');
    first.close();
  });
});

describe('how long things may take', () => {
  test('a request that is not whole in time ends without an answer', async () => {
    await start({ readTimeoutMs: 300, writeTimeoutMs: 60_000 });
    const client = await openRawClient(running.port, authority.caPem);
    client.send(
      `POST /intake/v2/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: 9\r\n\r\n{`,
    );

    await client.ended();

    await expect(client.answer()).rejects.toThrow('the connection ended after ""');
  });

  test('a connection without a request is ended', async () => {
    await start({ idleTimeoutMs: 200 });
    const client = await openRawClient(running.port, authority.caPem);
    await client.exchange({ headers: BEARER });

    await client.ended();
  });
});
