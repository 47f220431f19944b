import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from '../../../main/core/endpoint/server-settings.ts';
import { openRawClient, type RawAnswer, type RawRequest } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* The paths of browsers, from the rules of reference A0, A1, B3 and B5. */

const RUM_PATHS = ['/intake/v2/rum/events', '/intake/v3/rum/events', '/config/v1/rum/agents?service.name=shop'];
const JSON_PLEASE = { Accept: 'application/json' };
const BEARER = { Authorization: `Bearer ${TOKEN}` };
const metadata = (agent = 'rum-js', service = 'shop'): string =>
  `{"metadata":{"service":{"name":"${service}","agent":{"name":"${agent}","version":"5"}}}}\n`;
const ERROR = '{"error":{"id":"1","exception":{"message":"boom"}}}\n';
const SHORT = `{"m":{"se":{"n":"shop","a":{"n":"rum-js","ve":"5"}}}}
{"e":{"id":"1","ex":{"mg":"boom"}}}
{"x":{"id":"2","tid":"3","t":"page-load","d":1,"yc":{"sd":1},"y":[{"id":"4","n":"get","t":"app","s":0,"d":1}],"me":[]}}
`;

let authority: TestAuthority;
let running: RunningEndpoint;

beforeAll(() => {
  authority = createTestAuthority();
  return () => authority.remove();
});
afterEach(() => running.close());

async function start(
  rum: Partial<ServerSettings['rum']> = {},
  rest: Partial<ServerSettings> = {},
  auth: 'token' | 'none' = 'token',
): Promise<void> {
  const server = {
    ...DEFAULT_SERVER_SETTINGS,
    ...rest,
    rum: { ...DEFAULT_SERVER_SETTINGS.rum, enabled: true, ...rum },
  };
  running = await runEndpoint(authority.issue(['localhost']), { auth, server });
}

async function ask(request: RawRequest): Promise<RawAnswer> {
  const client = await openRawClient(running.port, authority.caPem);
  const answer = await client.exchange(request);
  client.close();
  return answer;
}

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  ask({ method: 'POST', path, body, headers: { ...JSON_PLEASE, ...headers } });

const header = ({ headers }: RawAnswer, name: string): string[] =>
  headers.filter(([key]) => key === name).map(([, value]) => value);

describe('a preflight', () => {
  test.each(RUM_PATHS)('to %s is answered without a token, its origin echoed', async (path) => {
    await start({ allowHeaders: ['X-Trace', 'X-More'] });

    const answer = await ask({ method: 'OPTIONS', path, headers: { Origin: 'http://a.com' } });

    expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
    expect(answer.headers.filter(([name]) => name !== 'Date')).toEqual([
      ['Access-Control-Allow-Headers', 'X-Trace, X-More, Content-Type, Content-Encoding, Accept'],
      ['Access-Control-Allow-Methods', 'POST, OPTIONS'],
      ['Access-Control-Allow-Origin', 'http://a.com'],
      ['Access-Control-Expose-Headers', 'Etag'],
      ['Access-Control-Max-Age', '3600'],
      ['Content-Length', '0'],
      ['Vary', 'Origin'],
      ['X-Content-Type-Options', 'nosniff'],
    ]);
  });

  test('is answered while RUM is off', async () => {
    await start({ enabled: false });

    const answer = await ask({ method: 'OPTIONS', path: '/intake/v2/rum/events', headers: { Origin: 'http://a' } });

    expect([answer.statusLine, header(answer, 'Access-Control-Allow-Origin')]).toEqual([
      'HTTP/1.1 200 OK',
      ['http://a'],
    ]);
  });

  test('from an origin that may not report is answered without the one header that counts, and told as a fact', async () => {
    await start({ allowOrigins: ['https://shop.example'] });

    const answer = await ask({ method: 'OPTIONS', path: '/intake/v2/rum/events', headers: { Origin: 'http://x' } });

    expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
    expect(header(answer, 'Access-Control-Allow-Origin')).toEqual([]);
    expect(header(answer, 'Access-Control-Max-Age')).toEqual(['3600']);
    expect(await running.fact('rejected')).toMatchObject({
      errors: ["forbidden request: origin: 'http://x' is not allowed"],
    });
  });
});

describe('the origin of a request', () => {
  test.each([
    [['*'], undefined, true],
    [['*'], 'http://any', true],
    [['https://*.b.com'], 'https://q.b.com', true],
    [['https://*.b.com'], 'https://q.b.com.evil', false],
    [['https://*.b.com', 'http://a.com'], 'http://a.com', true],
    [['http://a.com'], undefined, false],
    [['http://a.com'], 'http://A.com', false],
    [['*a*b*'], 'xaybz', true],
    [['ab*ba'], 'aba', false],
  ])('under %j, %s passes: %s', async (allowOrigins, origin, passes) => {
    await start({ allowOrigins }, {}, 'none');

    const answer = await post('/intake/v2/rum/events', metadata(), origin === undefined ? {} : { Origin: origin });

    expect(answer.statusLine).toBe(passes ? 'HTTP/1.1 202 Accepted' : 'HTTP/1.1 403 Forbidden');
    expect(header(answer, 'Access-Control-Allow-Origin')).toEqual(passes ? [origin ?? ''] : []);
    expect(header(answer, 'Vary')).toEqual([]);
    if (!passes) {
      expect(JSON.parse(answer.body)).toEqual({
        error: `forbidden request: origin: '${origin ?? ''}' is not allowed`,
      });
    }
  });

  test('is looked at before the token', async () => {
    await start({ allowOrigins: ['http://a'] });

    const answer = await post('/intake/v2/rum/events', metadata(), { Authorization: 'Bearer wrong' });

    expect(answer.statusLine).toBe('HTTP/1.1 403 Forbidden');
  });
});

describe('while RUM is off', () => {
  test.each([
    ['without a token', {}, 'HTTP/1.1 401 Unauthorized'],
    ['with one', BEARER, 'HTTP/1.1 403 Forbidden'],
  ])('a browser %s hears it in the order of the real server', async (_name, headers, statusLine) => {
    await start({ enabled: false });

    const answer = await post('/intake/v3/rum/events', SHORT, { ...headers, Origin: 'http://a' });

    expect(answer.statusLine).toBe(statusLine);
    expect(header(answer, 'Access-Control-Allow-Origin')).toEqual(['http://a']);
    expect(header(answer, 'Connection')).toEqual([]);
  });
});

describe('intake from a browser', () => {
  test.each([
    ['/intake/v2/rum/events?verbose', SHORT, 3],
    ['/intake/v3/rum/events?verbose', SHORT, 3],
    ['/intake/v3/rum/events?verbose', metadata() + ERROR, 1],
    ['/intake/v2/events?verbose', SHORT, 3],
  ])('takes both forms on every path: %s', async (path, body, accepted) => {
    await start();

    const answer = await post(path, body);

    expect([answer.statusLine, JSON.parse(answer.body)]).toEqual(['HTTP/1.1 202 Accepted', { accepted }]);
    expect(running.facts.find(({ kind }) => kind === 'authenticated')).toMatchObject({
      verdict: { result: 'anonymous' },
    });
  });

  test('accepts a good token and refuses a bad one', async () => {
    await start();

    expect((await post('/intake/v2/rum/events', metadata('nodejs') + ERROR, BEARER)).statusLine).toContain('202');
    expect((await post('/intake/v2/rum/events', metadata(), { Authorization: 'Bearer no' })).statusLine).toContain(
      '401',
    );
  });

  test('gets the headers of both settings, and those of the server instead of theirs', async () => {
    await start(
      { responseHeaders: { 'x-shared': ['browser'], 'x-browser': ['1', '2'] } },
      { responseHeaders: { 'X-shared': ['all'], 'access-control-allow-origin': ['nobody'] } },
    );

    const answer = await post('/intake/v2/rum/events', metadata(), { Origin: 'http://a' });
    const preflight = await ask({ method: 'OPTIONS', path: '/intake/v2/rum/events' });
    const other = await ask({ path: '/', headers: BEARER });
    const missing = await ask({ path: '/nope' });

    expect(answer.headers.filter(([name]) => name !== 'Date')).toEqual([
      ['Access-Control-Allow-Origin', 'http://a'],
      ['X-Browser', '1'],
      ['X-Browser', '2'],
      ['X-Content-Type-Options', 'nosniff'],
      ['X-Shared', 'all'],
      ['X-Shared', 'browser'],
      ['Content-Length', '0'],
    ]);
    expect(header(preflight, 'X-Shared')).toEqual(['all', 'browser']);
    expect(header(other, 'X-Shared')).toEqual(['all']);
    expect(header(missing, 'X-Shared')).toEqual([]);
  });
});
