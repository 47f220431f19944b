import { createServer as createHttp, type RequestListener } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createTls } from 'node:tls';
import { afterAll, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { runDoctor } from '../../../main/core/doctor/run-doctor.ts';
import { openKit } from './certificate-kit.ts';
import { examined, TOKEN, world } from './examined.ts';
import { likeApmServer, listeningAt, rawServer, standIn } from './stand-in-server.ts';

const kit = openKit();
afterAll(() => kit.remove());

const root = kit.root();
const good = kit.leaf(root);

async function answeredBy(
  respond: RequestListener,
  order: { token?: string | null; origin?: string | null; send?: boolean } = {},
): ReturnType<typeof examined> {
  const { url } = await standIn(good, { respond });
  return examined({ url, ca: root.cert, token: TOKEN, ...order });
}

/** The real server's answers, but for one path. */
function but(path: string, respond: RequestListener, token: string | null = TOKEN): RequestListener {
  const usual = likeApmServer(token);
  return (request, response) =>
    request.url?.split('?')[0] === path ? respond(request, response) : usual(request, response);
}

const always =
  (status: number, body = '', headers: Record<string, string> = {}): RequestListener =>
  (request, response) => {
    request.resume();
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  };

describe('HTTP', () => {
  test.each<readonly [string, RequestListener, RegExp, RegExp]>([
    [
      'a redirect',
      always(302, '', { Location: 'https://sso.example/login' }),
      /sends everybody elsewhere: https:\/\/sso\.example\/login/,
      /the address that it leads to/,
    ],
    [
      'an answer without an end',
      (_request, response) => {
        response.writeHead(200);
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
        };
        response.on('drain', more);
        more();
      },
      /larger than 64 KiB/,
      /Check the address/,
    ],
    [
      'an answer that drips',
      (_request, response) => {
        response.writeHead(200, { 'Content-Length': '1000' });
        const timer = setInterval(() => response.write('x'), 200);
        response.on('close', () => clearInterval(timer));
      },
      /does not come to an end/,
      /overloaded/,
    ],
    ['no answer', () => undefined, /it does not answer/, /overloaded/],
    ['a bad gateway', always(502), /could not reach the server behind it/, /proxy or load balancer/],
    [
      'a connection that closes',
      (request) => request.socket.destroy(),
      /closes the connection without an answer/,
      /another program/,
    ],
  ])('fails with %s', async (_what, respond, summary, fix) => {
    const { check, report } = await answeredBy(respond);

    expect(check('http')).toMatchObject({
      state: 'failed',
      summary: expect.stringMatching(summary),
      fix: expect.stringMatching(fix),
    });
    expect(
      report.checks
        .filter(({ id }) => ['identity', 'token', 'otlp-http', 'test-event'].includes(id))
        .map(({ state }) => state),
    ).toEqual(['skipped', 'skipped', 'skipped', 'skipped']);
    expect(report.ms).toBeLessThan(20_000);
  });

  test.each<readonly [string, string, RegExp]>([
    [
      'a head without an end',
      `HTTP/1.1 200 OK\r\n${'X-Pad: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(1000)}`,
      /longer than 32 KiB/,
    ],
    ['nonsense', 'this is not HTTP\r\n\r\n', /what it answers is not HTTP/],
  ])('fails with %s', async (_what, text, summary) => {
    const server = createTls({ cert: good.cert, key: good.key }, (socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.write(text));
    });
    server.on('tlsClientError', () => undefined);
    const url = await listeningAt(server);

    const { check } = await examined({ url, ca: root.cert, token: TOKEN });

    expect(check('http')).toMatchObject({ state: 'failed', summary: expect.stringMatching(summary) });
  });
});

describe('what stands in front', () => {
  test('shows itself by its headers', async () => {
    const usual = likeApmServer();
    const { check } = await answeredBy((request, response) => {
      response.setHeader('Server', 'nginx/1.22.1');
      response.setHeader('Via', '1.1 varnish');
      usual(request, response);
    });

    expect(check('proxy')).toMatchObject({ state: 'ok', evidence: 'via: 1.1 varnish; server: nginx/1.22.1' });
  });

  test('that answers differently from one time to the next is told', async () => {
    let times = 0;
    const { check } = await answeredBy(
      but('/', (request, response) => {
        times += 1;
        always(times % 2 === 0 ? 200 : 404)(request, response);
      }),
    );

    expect(check('proxy')).toMatchObject({
      state: 'warning',
      summary: expect.stringContaining('answered differently'),
    });
  });
});

describe('the identity', () => {
  test.each<readonly [string, RequestListener, RegExp]>([
    [
      'Elasticsearch',
      always(200, '{"tagline":"You Know, for Search"}', { 'X-Elastic-Product': 'Elasticsearch' }),
      /^This is Elasticsearch, not APM Server\.$/,
    ],
    ['Kibana', always(200, '<html>', { 'kbn-name': 'kibana' }), /^This is Kibana, not APM Server\.$/],
    ['anything else', always(200, '<h1>Welcome to nginx!</h1>'), /does not look like an APM Server/],
  ])('is not that of %s', async (_what, respond, summary) => {
    const { check } = await answeredBy(respond);

    expect(check('identity')).toMatchObject({
      state: 'failed',
      summary: expect.stringMatching(summary),
      fix: expect.stringContaining('8200'),
    });
    expect(check('otlp-http').state).toBe('skipped');
  });

  test('is known without a token, by what it does with a path that it has not', async () => {
    const { check } = await answeredBy(likeApmServer(), { token: null });

    expect(check('identity')).toMatchObject({
      state: 'ok',
      summary: expect.stringContaining('answers as APM Server does'),
    });
  });

  test('warns of a server that is not ready, and of an old one', async () => {
    const unready = await answeredBy(but('/', always(200, '{"version":"9.2.0","publish_ready":false}')));
    const old = await answeredBy(but('/', always(200, '{"version":"7.17.0","publish_ready":true}')));

    expect(unready.check('identity')).toMatchObject({
      state: 'warning',
      summary: expect.stringContaining('not ready'),
    });
    expect(old.check('identity')).toMatchObject({ state: 'warning', summary: expect.stringContaining('7.17.0') });
  });
});

describe('the token', () => {
  test('that is right passes, where a wrong one is refused', async () => {
    expect((await answeredBy(likeApmServer())).check('token')).toMatchObject({
      state: 'ok',
      details: [{ text: 'refused' }, { text: 'refused' }, { text: 'let in' }],
    });
  });

  test('that is wrong fails, with a cure', async () => {
    const { check, report } = await answeredBy(likeApmServer('gAnother'));

    expect(check('token')).toMatchObject({
      state: 'failed',
      summary: 'The secret token is wrong.',
      fix: expect.stringContaining('apm-server.auth.secret_token'),
    });
    expect(report.verdict).toBe('failed');
  });

  test('is asked for and was not given', async () => {
    const { check } = await answeredBy(likeApmServer(), { token: null });

    expect(check('token')).toMatchObject({ state: 'ok', summary: expect.stringContaining('None was given') });
    expect([check('agent-config'), check('otlp-http')].map(({ state, summary }) => `${state} ${summary}`)).toEqual(
      Array(2).fill('skipped The server asks for a token, and none was given.'),
    );
  });

  test('that nobody asks for is a warning', async () => {
    expect((await answeredBy(likeApmServer(null))).check('token')).toMatchObject({
      state: 'warning',
      summary: expect.stringContaining('Everybody may send'),
    });
  });

  test('that is asked for beside anonymous browsers is told so', async () => {
    const anonymous: RequestListener = but('/intake/v2/events', (request, response) =>
      always(
        request.headers.authorization === undefined || request.headers.authorization === `Bearer ${TOKEN}` ? 202 : 401,
      )(request, response),
    );

    expect((await answeredBy(anonymous, { token: null })).check('token')).toMatchObject({
      state: 'ok',
      summary: expect.stringContaining('apm-server.auth.anonymous'),
    });
    expect((await answeredBy(anonymous)).check('token')).toMatchObject({
      state: 'ok',
      summary: 'The secret token is right, and a wrong one is refused.',
    });
  });

  test('of a server before 8.12 is right where an empty batch is complained about', async () => {
    const old: RequestListener = but('/intake/v2/events', (request, response) =>
      request.headers.authorization === `Bearer ${TOKEN}`
        ? always(400, '{"accepted":0,"errors":[{"message":"EOF while reading metadata"}]}')(request, response)
        : always(401)(request, response),
    );

    expect((await answeredBy(old)).check('token').state).toBe('ok');
  });

  test.each<readonly [number, RegExp]>([
    [404, /no intake for agents/],
    [503, /no events at present/],
    [429, /no events at present/],
  ])('fails where the intake answers %i', async (status, summary) => {
    expect((await answeredBy(but('/intake/v2/events', always(status)))).check('token')).toMatchObject({
      state: 'failed',
      summary: expect.stringMatching(summary),
    });
  });

  test('a server that says 401 to everything is a wrong token, and ends nothing else', async () => {
    const { check } = await answeredBy(always(401, '{"error":"authentication failed"}'));

    expect(check('identity').state).toBe('failed');
    expect(check('token')).toMatchObject({ state: 'failed', summary: 'The secret token is wrong.' });
    expect(check('agents').state).toBe('ok');
  });

  test('may be an API key, which is sent as one', async () => {
    const server = await standIn(good, {
      respond: but('/intake/v2/events', (request, response) =>
        always(request.headers.authorization?.startsWith('ApiKey ') ? 403 : 401)(request, response),
      ),
    });

    const report = await runDoctor(
      {
        url: server.url,
        known: { from: 'given', pems: [root.cert] },
        credential: { kind: 'api-key', secret: new Secret('aWQ6a2V5') },
        origin: null,
        send: false,
        catalogue: [],
        version: '0.1.0',
      },
      world,
      () => undefined,
    );

    expect(report.checks.find(({ id }) => id === 'token')).toMatchObject({
      state: 'failed',
      summary: 'The API key is known and may not send events.',
      fix: expect.stringContaining('event:write'),
    });
    expect(server.seen.map(({ authorization }) => authorization)).toContain('ApiKey aWQ6a2V5');
    expect(JSON.stringify(report)).not.toContain('aWQ6a2V5');
  });
});

describe('central configuration', () => {
  test.each<readonly [string, RequestListener, RegExp]>([
    [
      'is not ready',
      always(503, '{"error":"Agent configuration infrastructure is not ready. Please retry later."}'),
      /not ready/,
    ],
    ['is not passed on', always(404), /Agents get no central configuration/],
    [
      'comes without an Etag',
      always(200, '{}', { 'Cache-Control': 'max-age=30' }),
      /without Etag, without which \.NET/,
    ],
    ['lets no time pass', always(200, '{}', { Etag: '"-"', 'Cache-Control': 'max-age=0' }), /Go polls without a pause/],
  ])('that %s is a warning', async (_what, respond, summary) => {
    expect((await answeredBy(but('/config/v1/agents', respond))).check('agent-config')).toMatchObject({
      state: 'warning',
      summary: expect.stringMatching(summary),
    });
  });
});

describe('OTLP over HTTP', () => {
  test('tells which signal does not get through', async () => {
    const { check } = await answeredBy(but('/v1/logs', always(404)));

    expect(check('otlp-http')).toMatchObject({
      state: 'warning',
      summary: 'OpenTelemetry cannot report logs over HTTP.',
      fix: expect.stringContaining('/v1/logs'),
    });
  });
});

describe('OTLP over gRPC', () => {
  test('ends at something that speaks HTTP/2 and does not pass gRPC on', async () => {
    const server = createSecureServer({ cert: good.cert, key: good.key, allowHTTP1: true }, likeApmServer() as never);
    server.on('sessionError', () => undefined);
    const url = await listeningAt(server);

    const { check } = await examined({ url, ca: root.cert, token: TOKEN });

    expect(check('token').state).toBe('ok');
    expect(check('otlp-grpc')).toMatchObject({
      state: 'warning',
      summary: expect.stringContaining('HTTP/2 ends before APM Server'),
      evidence: 'TraceService/Export answered HTTP 404',
      fix: expect.stringContaining('grpc_pass'),
    });
  });
});

describe('browsers', () => {
  test('of an origin that is allowed may report', async () => {
    expect((await answeredBy(likeApmServer(), { origin: 'https://shop.example' })).check('rum')).toMatchObject({
      state: 'ok',
    });
  });

  test('of another may not, and the cure names it', async () => {
    expect((await answeredBy(likeApmServer(), { origin: 'https://other.example' })).check('rum')).toMatchObject({
      state: 'failed',
      fix: expect.stringContaining('Add "https://other.example" to apm-server.rum.allow_origins'),
    });
  });

  test.each<readonly [string, RequestListener, RegExp]>([
    [
      'RUM is off',
      always(403, '{"error":"forbidden request: RUM endpoint is disabled. Configure the `apm-server.rum` section"}'),
      /RUM is off/,
    ],
    ['a token is asked for', always(401, '{"error":"authentication failed"}'), /RUM is off/],
    ['the path is not passed on', always(404, '', { 'Access-Control-Allow-Origin': '*' }), /do not get through/],
    [
      'only the question is answered',
      (request, response) =>
        always(
          request.method === 'OPTIONS' ? 200 : 202,
          '',
          request.method === 'OPTIONS' ? { 'Access-Control-Allow-Origin': '*' } : {},
        )(request, response),
      /the browser calls them failed/,
    ],
  ])('fail where %s', async (_what, respond, summary) => {
    expect(
      (await answeredBy(but('/intake/v2/rum/events', respond), { origin: 'https://shop.example' })).check('rum'),
    ).toMatchObject({ state: 'failed', summary: expect.stringMatching(summary) });
  });
});

describe('the test event', () => {
  test('that is not taken fails', async () => {
    let empty = true;
    const respond = but('/intake/v2/events', (request, response) => {
      empty = request.headers['content-length'] === '0';
      always(empty ? (request.headers.authorization === `Bearer ${TOKEN}` ? 202 : 401) : 503)(request, response);
    });

    expect((await answeredBy(respond, { send: true })).check('test-event')).toMatchObject({
      state: 'failed',
      evidence: 'POST /intake/v2/events answered 503',
    });
  });
});

describe('plain HTTP on the port', () => {
  test('fails where it is served', async () => {
    const http = createHttp(always(200, 'hello'));
    const secure = createTls({ cert: good.cert, key: good.key });
    secure.on('tlsClientError', () => undefined);
    secure.on('secureConnection', (socket) => http.emit('connection', socket));
    const { url } = await rawServer((socket) => {
      socket.once('data', (first: Buffer) => {
        socket.pause();
        socket.unshift(first);
        if (first[0] === 22) secure.emit('connection', socket);
        else http.emit('connection', socket.resume());
      });
    });

    expect((await examined({ url, ca: root.cert })).check('plain-http')).toMatchObject({
      state: 'failed',
      evidence: 'HTTP/1.1 200 OK',
      fix: 'Let the port speak TLS alone.',
    });
  });
});
