import type { IncomingMessage, RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../main/contract/index.ts';
import { runDoctor } from '../../main/core/doctor/run-doctor.ts';
import { good, root } from '../core/doctor/answered-by.ts';
import { type Examined, examined, world } from '../core/doctor/examined.ts';
import { standIn } from '../core/doctor/stand-in-server.ts';
import { type HttpVector, httpVectors, VECTORS, WHY_SKIPPED } from './vectors.ts';

/* The doctor before the recorded answers of the real server. */

const RIGHT = 'sekrit';
const vectors = httpVectors();

/** Which recorded exchange of a group answers a question of the doctor's. */
type Choose = (
  request: IncomingMessage,
  credential: 'none' | 'right' | 'wrong',
) => readonly [group: string, name: string];

function recorded(choose: Choose): RequestListener {
  return (request, response) => {
    const { authorization } = request.headers;
    const [group, name] = choose(
      request,
      authorization === undefined ? 'none' : authorization === `Bearer ${RIGHT}` ? 'right' : 'wrong',
    );
    const found = vectors.find((each) => each.group === group && each.name === name);
    if (found === undefined) throw new Error(`nothing is recorded as "${name}" of ${group}`);
    request.resume();
    response.writeHead(Number(/\d{3}/.exec(found.response.status_line)?.[0]), headersOf(found));
    response.end(request.method === 'HEAD' ? undefined : bodyOf(found));
  };
}

function headersOf({ response }: HttpVector): string[] {
  return response.headers.filter(([name]) => !/^(content-length|transfer-encoding|connection)$/i.test(name)).flat();
}

function bodyOf({ response: { body, body_base64: encoded } }: HttpVector): Buffer {
  return encoded === undefined ? Buffer.from(body ?? '') : Buffer.from(encoded, 'base64');
}

/** With a token set and RUM off, as most servers are. */
const usual: Choose = ({ method, url = '' }, credential) => {
  const path = url.split('?')[0];
  if (path === '/')
    return ['token', { none: 'root no header', wrong: 'root wrong', right: 'root ok no accept' }[credential]];
  if (path === '/intake/v2/events')
    return ['token', { none: 'intake no header', wrong: 'intake prefix of token', right: 'intake ok' }[credential]];
  if (path === '/intake/v2/rum/events')
    return ['token', method === 'OPTIONS' ? 'rum preflight no auth' : 'rum post no header (rum off)'];
  if (path === '/config/v1/agents')
    return credential === 'right' ? ['token+rum', 'acm post'] : ['token', 'intake no header'];
  if (path?.startsWith('/v1/'))
    return credential === 'right' ? ['no-auth', 'otlp traces POST empty'] : ['token', 'otlp no header'];
  return ['token', '404 needs no auth'];
};

async function before(choose: Choose, order: { token?: string | null; origin?: string } = {}): Promise<Examined> {
  const { url } = await standIn(good, { respond: recorded(choose) });
  return examined({ url, ca: root.cert, token: RIGHT, ...order });
}

describe.skipIf(VECTORS === null)(
  `the doctor before the real server’s answers${VECTORS === null ? ` [skipped: ${WHY_SKIPPED}]` : ''}`,
  () => {
    test('passes a server with a token, and its version is told', async () => {
      const { check, bad } = await before(usual);

      expect(check('identity').summary).toMatch(/^It is APM Server 9\.\d+\.\d+\.$/);
      expect(check('token')).toMatchObject({
        state: 'ok',
        summary: 'The secret token is right, and a wrong one is refused.',
      });
      expect(check('agent-config')).toMatchObject({ state: 'ok' });
      expect(check('otlp-http')).toMatchObject({ state: 'ok' });
      expect(check('proxy')).toMatchObject({ state: 'ok', summary: 'None shows itself.' });
      // Node.js in its place speaks no HTTP/2 here.
      expect(bad).toEqual(['otlp-grpc warning']);
    });

    test('knows it without a token, and a wrong one', async () => {
      const without = await before(usual, { token: null });
      const wrong = await before(usual, { token: 'sekri' });

      expect(without.check('identity')).toMatchObject({
        state: 'ok',
        summary: expect.stringContaining('answers as APM Server does'),
      });
      expect(without.check('token').summary).toContain('None was given');
      expect(wrong.check('token')).toMatchObject({ state: 'failed', summary: 'The secret token is wrong.' });
    });

    test('says of browsers that RUM is off, and that the preflight alone means nothing', async () => {
      expect((await before(usual, { origin: 'http://a' })).check('rum')).toMatchObject({
        state: 'failed',
        summary: 'Browsers may not report: RUM is off.',
      });
    });

    test('lets browsers report with RUM on, and tells anonymous from open', async () => {
      const withRum: Choose = (request, credential) => {
        const path = request.url?.split('?')[0];
        if (path === '/intake/v2/events')
          return [
            'token+rum',
            credential === 'wrong' ? 'backend path wrong token' : 'backend path no token, metadata only',
          ];
        if (path === '/intake/v2/rum/events')
          return ['token+rum', request.method === 'OPTIONS' ? 'rum preflight' : 'rum path no token rum-js'];
        return usual(request, credential);
      };

      const { check } = await before(withRum, { token: null, origin: 'http://foo' });

      expect(check('rum')).toMatchObject({ state: 'ok' });
      expect(check('token')).toMatchObject({
        state: 'ok',
        summary: expect.stringContaining('apm-server.auth.anonymous'),
      });
    });

    test('says of a server that shuts down, and of one without its Elasticsearch, what is so', async () => {
      const ending = await before((request, credential) =>
        request.url?.startsWith('/intake/v2/events') === true
          ? ['shutting down', 'intake']
          : usual(request, credential),
      );
      const rejected = await before((request, credential) =>
        request.url?.startsWith('/config/') === true ? ['acm invalid', 'get'] : usual(request, credential),
      );

      expect(ending.check('token')).toMatchObject({
        state: 'failed',
        summary: 'The server takes no events at present.',
        evidence: expect.stringContaining('server is shutting down'),
      });
      expect(rejected.check('agent-config')).toMatchObject({
        state: 'warning',
        evidence: expect.stringContaining('output.elasticsearch'),
      });
    });

    test.each([
      ['ApiKey ok format, ES down', 'The server could not look at the API key.'],
      ['ApiKey no colon', 'The API key is wrong.'],
    ])('says of an API key: %s', async (name, summary) => {
      const { url } = await standIn(good, {
        respond: recorded((request, credential) =>
          request.headers.authorization?.startsWith('ApiKey ') === true && request.url === '/intake/v2/events'
            ? ['token+apikey', name]
            : usual(request, credential),
        ),
      });

      const { checks } = await runDoctor(
        {
          url,
          known: { from: 'given', pems: [root.cert] },
          credential: { kind: 'api-key', secret: new Secret('YTpi') },
          origin: null,
          send: false,
          catalogue: [],
          version: '0.1.0',
        },
        world,
        () => undefined,
      );

      expect(checks.find(({ id }) => id === 'token')).toMatchObject({ state: 'failed', summary });
    });
  },
);
