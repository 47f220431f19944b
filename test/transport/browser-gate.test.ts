import { describe, expect, test } from 'vitest';
import { errorOf, exchange, linked, session } from '../support/browser-session.ts';
import { fakeCore } from '../support/fake-core.ts';
import { ask } from '../support/http-client.ts';

describe('another page, another server, another name', () => {
  const FOREIGN: readonly [string, Record<string, string>, number][] = [
    ['a DNS name that points here', { host: 'evil.example:PORT' }, 421],
    ['a DNS name without a port', { host: 'evil.example' }, 421],
    ['no port', { host: '127.0.0.1' }, 421],
    ['another port', { host: '127.0.0.1:1' }, 421],
    ['a name that only begins like ours', { host: '127.0.0.1:PORT.evil.example' }, 421],
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['our address over https', { origin: 'https://127.0.0.1:PORT' }, 403],
    ['another of our names', { origin: 'http://localhost:PORT' }, 403],
    ['a sandboxed frame or a file', { origin: 'null' }, 403],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of another port, which is the same site', { 'sec-fetch-site': 'same-site' }, 403],
  ];

  test.each(FOREIGN)('%s gets nothing, with the right secret too', async (_what, headers, status) => {
    const core = fakeCore();
    const { carrier, origin, secret } = await session(core);
    const foreign = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(carrier.port))]),
    );
    const code = new URL(carrier.newLink()).hash.slice(1);
    const all = { 'x-sealwire-session': secret, ...foreign };

    const answers = [
      await ask(origin, '/call/token.show', { method: 'POST', headers: all, body: '{}' }),
      await ask(origin, '/session', { method: 'POST', headers: all, body: JSON.stringify({ code }) }),
      await ask(origin, '/pushes', { headers: all }),
    ];

    for (const answer of answers) {
      expect(answer.status).toBe(status);
      expect(errorOf(answer)).toMatchObject({ code: 'REQUEST_REFUSED' });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(core.calls).toEqual([]);
    expect(core.listeners()).toBe(0);
    expect((await exchange(origin, code)).status).toBe(200);
  });

  test('a request that acts has to name its origin', async () => {
    const { origin, code } = await linked();

    const answer = await ask(origin, '/session', {
      method: 'POST',
      headers: { origin: '' },
      body: `{"code":"${code}"}`,
    });

    expect(answer.status).toBe(403);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'what a form can send (%s) is refused',
    async (type) => {
      const core = fakeCore();
      const { origin, secret } = await session(core);

      const answer = await ask(origin, '/call/app.stop', {
        method: 'POST',
        headers: { 'x-sealwire-session': secret, 'content-type': type },
        body: '{}',
      });

      expect(answer.status).toBe(415);
      expect(core.calls).toEqual([]);
    },
  );

  test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE'])('%s is answered 405, without CORS', async (method) => {
    const { origin } = await linked();

    const answer = await ask(origin, '/call/status', {
      method,
      headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-sealwire-session' },
    });

    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('any page may lead a person here, but may not embed or load anything', async () => {
    const { origin } = await linked();
    const foreign = { 'sec-fetch-site': 'cross-site' };

    const followed = await ask(origin, '/', {
      headers: { ...foreign, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    });
    const framed = await ask(origin, '/', {
      headers: { ...foreign, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    });
    const loaded = await ask(origin, '/assets/index-B1a2c3.js', {
      headers: { ...foreign, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    });

    expect([followed.status, framed.status, loaded.status]).toEqual([200, 403, 403]);
  });
});
