import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { runDoctor } from '../../../main/core/doctor/run-doctor.ts';
import { always, answeredBy, but, good, root } from './answered-by.ts';
import { TOKEN, world } from './examined.ts';
import { likeApmServer, standIn } from './stand-in-server.ts';

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
    [501, /no intake for agents/],
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
