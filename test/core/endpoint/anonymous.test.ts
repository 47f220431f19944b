import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EndpointOptions } from '../../../main/core/endpoint/endpoint.ts';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../../../main/core/endpoint/server-settings.ts';
import { openRawClient, type RawAnswer } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Requests without credentials where those may come in: whom the lists let in, what they may ask, how much they may send (reference B3, B4, A4). */

const LOG = '{"log":{"message":"hello"}}\n';
const metadata = (agent = 'rum-js', service = 'shop'): string =>
  `{"metadata":{"service":{"name":"${service}","agent":{"name":"${agent}","version":"5"}}}}\n`;
const refused = (what: string): string =>
  `cannot handle stream: cannot process batch: unauthorized: anonymous access not permitted for ${what}`;

let authority: TestAuthority;
let running: RunningEndpoint;

beforeAll(() => {
  authority = createTestAuthority();
  return () => authority.remove();
});
afterEach(() => running.close());

async function start(
  anonymous: Partial<ServerSettings['auth']['anonymous']> = {},
  options: Partial<EndpointOptions> = {},
  rest: Partial<ServerSettings> = {},
): Promise<void> {
  const { auth, rum } = DEFAULT_SERVER_SETTINGS;
  const server = {
    ...DEFAULT_SERVER_SETTINGS,
    rum: { ...rum, enabled: true },
    auth: { ...auth, anonymous: { ...auth.anonymous, ...anonymous } },
    ...rest,
  };
  running = await runEndpoint(authority.issue(['localhost']), { server }, options);
}

async function ask(
  method: string,
  path: string,
  body: string | Buffer = '',
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const client = await openRawClient(running.port, authority.caPem);
  const answer = await client.exchange({ method, path, body, headers: { Accept: 'application/json', ...headers } });
  client.close();
  return answer;
}

const send = (body: string | Buffer, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  ask('POST', '/intake/v2/events?verbose', body, headers);

describe('without credentials', () => {
  test.each([
    ['RUM on, unset', true, null, 202],
    ['RUM off, unset', false, null, 401],
    ['RUM off, enabled', false, true, 202],
    ['RUM on, disabled', true, false, 401],
  ])('%s', async (_name, isRum, enabled, status) => {
    await start({ enabled }, {}, { rum: { ...DEFAULT_SERVER_SETTINGS.rum, enabled: isRum } });

    expect((await send(metadata('nodejs'))).statusLine).toContain(String(status));
  });

  test('a header without a space is as none', async () => {
    await start();

    expect((await send(metadata() + LOG, { Authorization: TOKEN })).statusLine).toContain('202');
  });

  test('`GET /` tells nothing', async () => {
    await start();

    const answer = await ask('GET', '/');

    expect([answer.statusLine, answer.body]).toEqual(['HTTP/1.1 200 OK', '']);
  });
});

describe('who may send', () => {
  const context = (kind: string, service: string): string => {
    const fields = {
      error: '"id":"1","exception":{"message":"x"}',
      transaction: '"id":"1","trace_id":"2","type":"t","duration":1,"span_count":{"started":0}',
      span: '"id":"1","trace_id":"2","parent_id":"3","name":"n","type":"t","duration":1,"start":0',
    }[kind];
    return `{"${kind}":{${fields},"context":{"service":${service}}}}\n`;
  };

  test.each([
    ['an agent that is not in the list', metadata('nodejs') + LOG, 'agent "nodejs"'],
    ['a service that is not', metadata('rum-js', 'other') + LOG, 'service "other"'],
    ['both, of which the service is named', metadata('nodejs', 'other') + LOG, 'service "other"'],
    ['a name with a quotation mark', metadata('node\\"js') + LOG, 'agent "node\\"js"'],
    ['an event of another service', metadata() + LOG + context('error', '{"name":"other"}'), 'service "other"'],
    ['a transaction of another agent', metadata() + context('transaction', '{"agent":{"name":"go"}}'), 'agent "go"'],
    ['a span of another agent', metadata() + context('span', '{"agent":{"name":"go"}}'), 'agent "go"'],
    [
      'a metricset of another service',
      `${metadata()}{"metricset":{"samples":{"a":{"value":1}},"service":{"name":"o"}}}\n`,
      'service "o"',
    ],
    [
      'a log line of another service',
      `${metadata()}{"log":{"message":"x","service.name":"other"}}\n`,
      'service "other"',
    ],
    [
      'a short error of another agent',
      '{"m":{"se":{"n":"shop","a":{"n":"rum-js","ve":"5"}}}}\n{"e":{"id":"1","ex":{"mg":"x"},"c":{"se":{"a":{"n":"go"}}}}}\n',
      'agent "go"',
    ],
    [
      'a span in a short transaction',
      '{"m":{"se":{"n":"shop","a":{"n":"rum-js","ve":"5"}}}}\n{"x":{"id":"1","tid":"2","t":"t","d":1,"yc":{"sd":1},"y":[{"id":"3","n":"n","t":"t","s":0,"d":1,"c":{"se":{"n":"other"}}}]}}\n',
      'service "other"',
    ],
  ])('not %s', async (_name, body, what) => {
    await start({ allowService: ['shop'] });

    const answer = await send(body);

    expect(answer.statusLine).toBe('HTTP/1.1 403 Forbidden');
    expect(JSON.parse(answer.body)).toEqual({ accepted: 0, errors: [{ message: refused(what) }] });
    expect(answer.headers).toContainEqual(['Connection', 'Close']);
  });

  test.each([
    [
      'an event of an agent in the list under metadata of another',
      metadata('nodejs') + context('error', '{"agent":{"name":"js-base"}}'),
    ],
    ['everybody where the lists are empty', metadata('nodejs', 'other') + LOG],
  ])('%s', async (name, body) => {
    await start(name.startsWith('everybody') ? { allowAgent: [], allowService: [] } : {});

    expect(JSON.parse((await send(body)).body)).toEqual({ accepted: 1 });
  });

  test('metadata alone, and nothing at all, of anybody', async () => {
    await start();

    expect((await send(metadata('nodejs'))).statusLine).toContain('202');
    expect((await send('')).statusLine).toContain('202');
  });

  test('is found out batch by batch: what came before stays, what comes after is not looked at', async () => {
    await start();
    const body = `${metadata()}${LOG.repeat(10)}{"nope":1}\n${context('error', '{"agent":{"name":"go"}}')}${LOG.repeat(8)}{"never":1}\n`;

    for (const sent of [body, gzipSync(body)]) {
      const { accepted, errors } = JSON.parse((await send(sent)).body);
      expect(accepted).toBe(10);
      expect(errors).toEqual([
        { message: 'did not recognize object type: "nope"', document: '{"nope":1}' },
        { message: refused('agent "go"') },
      ]);
    }
  });

  test('nobody is asked who shows a token', async () => {
    await start({ allowService: ['shop'] });

    expect((await send(metadata('nodejs', 'other') + LOG, { Authorization: `Bearer ${TOKEN}` })).statusLine).toContain(
      '202',
    );
  });
});

describe('central configuration without credentials', () => {
  const settings = { transaction_sample_rate: '0.5', capture_body: 'all' };
  const config = '/config/v1/rum/agents?service.name=shop';

  test.each([
    [undefined, '"tag"', { transaction_sample_rate: '0.5' }],
    ['rum-js', '"tag"', { transaction_sample_rate: '0.5' }],
    ['rum-js/react', '"tag"', { transaction_sample_rate: '0.5' }],
    ['nodejs', '"-"', {}],
  ])('made for %s', async (agent, etag, body) => {
    await start({}, { agentConfig: () => ({ etag: 'tag', settings, agent, reached: null }) });

    const answer = await ask('GET', config);

    expect(JSON.parse(answer.body)).toEqual(body);
    expect(answer.headers).toContainEqual(['Etag', etag]);
  });

  test('tells a browser by the tag in the query that nothing has changed', async () => {
    await start({}, { agentConfig: () => ({ etag: 'tag', settings, reached: null }) });

    expect((await ask('GET', `${config}&ifnonematch=tag`)).statusLine).toBe('HTTP/1.1 304 Not Modified');
  });

  test('says to the one who answers which options a browser is told', async () => {
    const asked: (readonly string[] | null)[] = [];
    await start(
      {},
      {
        agentConfig: (_service, _environment, _tag, mayKnow) => {
          asked.push(mayKnow === null ? null : [...mayKnow]);
          return { etag: 'tag', settings, reached: 'sent' };
        },
      },
    );

    await ask('GET', config);
    await ask('GET', config, '', { Authorization: `Bearer ${TOKEN}` });

    expect(asked).toEqual([['transaction_sample_rate'], null]);
    expect((await running.fact('configured')).names).toEqual(['transaction_sample_rate']);
  });

  test.each([
    ['GET', '/config/v1/rum/agents', '', 400, 'invalid query'],
    ['POST', '/config/v1/rum/agents', '{', 400, 'invalid query'],
    ['PUT', config, '', 405, 'method not supported'],
    [
      'GET',
      '/config/v1/agents?service.name=other',
      '',
      403,
      'unauthorized: anonymous access not permitted for service "other"',
    ],
  ])('%s %s %s: %i', async (method, path, body, status, error) => {
    await start({ allowService: ['shop'] });

    const answer = await ask(method, path, body);

    expect(answer.statusLine).toContain(String(status));
    expect(JSON.parse(answer.body)).toEqual({ error });
    expect(answer.headers).toContainEqual(['Cache-Control', 'max-age=300, must-revalidate']);
  });
});

describe('how much may be sent', () => {
  /** A clock that stands still; whoever waits for it makes it go on. */
  const stoppedClock = () => {
    let nowMs = 0;
    const waits: number[] = [];
    return {
      waits,
      advance: (ms: number) => {
        nowMs += ms;
      },
      nowMs: () => nowMs,
      wait: (ms: number) => {
        waits.push(ms);
        nowMs += ms;
        return Promise.resolve();
      },
    };
  };
  const TOO_MANY = 'too many requests: rate limit exceeded';
  const BATCH_TOO_MANY = 'cannot handle stream: cannot process batch: rate limit exceeded';

  test('one a request, and one for each event, three seconds’ worth at once', async () => {
    const limitClock = stoppedClock();
    await start({ rateLimit: { eventLimit: 5, ipLimit: 10 } }, { limitClock });

    expect((await send(metadata() + LOG.repeat(9))).statusLine).toContain('202');
    for (let left = 5; left > 0; left -= 1) expect((await send(metadata())).statusLine).toContain('202');
    const answer = await send(metadata());

    expect(answer.statusLine).toBe('HTTP/1.1 429 Too Many Requests');
    expect(JSON.parse(answer.body)).toEqual({ error: TOO_MANY });
    expect(answer.headers.map(([name]) => name)).not.toContain('Connection');
    limitClock.advance(200);
    expect((await send(metadata())).statusLine).toContain('202');
  });

  test('a batch waits up to a second, and one that would wait longer ends the stream', async () => {
    const limitClock = stoppedClock();
    await start({ rateLimit: { eventLimit: 10, ipLimit: 10 } }, { limitClock });

    const answer = await send(metadata() + LOG.repeat(50));

    // 30 at first, less one for the request: two batches at once, the third after a tenth of a second, each further one after a whole one.
    expect(limitClock.waits).toEqual([100, 1000, 1000]);
    expect(JSON.parse(answer.body)).toEqual({ accepted: 50 });
    const lastly = await send(metadata() + LOG.repeat(10));
    expect([lastly.statusLine, JSON.parse(lastly.body)]).toEqual([
      'HTTP/1.1 429 Too Many Requests',
      { error: TOO_MANY },
    ]);
  });

  test('a batch that can never be had is refused at once, after those before it', async () => {
    await start({ rateLimit: { eventLimit: 4, ipLimit: 10 } }, { limitClock: stoppedClock() });

    const answer = await send(metadata() + LOG.repeat(20));

    expect(answer.statusLine).toBe('HTTP/1.1 429 Too Many Requests');
    expect(JSON.parse(answer.body)).toEqual({ accepted: 10, errors: [{ message: BATCH_TOO_MANY }] });
  });

  test('nothing where the limit is 0, and `GET /` all the same', async () => {
    await start({ rateLimit: { eventLimit: 0, ipLimit: 10 } });

    expect((await send('')).statusLine).toContain('429');
    expect((await ask('GET', '/config/v1/agents?service.name=a')).statusLine).toContain('429');
    expect((await ask('GET', '/')).statusLine).toContain('200');
    expect((await send(metadata() + LOG, { Authorization: `Bearer ${TOKEN}` })).statusLine).toContain('202');
  });

  test('by the address that the headers name', async () => {
    await start({ rateLimit: { eventLimit: 1, ipLimit: 10 } }, { limitClock: stoppedClock() });
    const from = (headers: Record<string, string>) =>
      send('', headers).then(({ statusLine }) => statusLine.slice(9, 12));

    for (let sent = 0; sent < 3; sent += 1) expect(await from({ 'X-Real-IP': '10.0.0.1' })).toBe('202');
    expect(await from({ 'X-Real-IP': '10.0.0.1' })).toBe('429');
    expect(await from({ Forwarded: 'for="10.0.0.1:80";proto=https, for=10.0.0.2' })).toBe('429');
    expect(await from({ 'X-Forwarded-For': '10.0.0.1, 10.0.0.2' })).toBe('429');
    expect(await from({ Forwarded: 'for=unknown', 'X-Real-IP': '10.0.0.2' })).toBe('202');
    expect(await from({})).toBe('202');
  });
});
