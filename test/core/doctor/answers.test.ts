import { createServer as createHttp, type RequestListener } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createTls } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { always, answeredBy, but, good, root } from './answered-by.ts';
import { examined, TOKEN } from './examined.ts';
import { likeApmServer, listeningAt, rawServer } from './stand-in-server.ts';

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
