import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { NOT_FOR_BROWSERS } from '../../main/transport/browser-exclusions.ts';
import { callWith, errorOf, exchange, expectRefusal, linked, session } from '../support/browser-session.ts';
import { served } from '../support/carriers.ts';
import { FAKE_TOKEN, fakeCore } from '../support/fake-core.ts';
import * as data from '../support/fake-data.ts';
import { type Ask, ask, httpClient, redeem } from '../support/http-client.ts';

describe('a link', () => {
  test('names 127.0.0.1 and carries at least 128 random bits in its fragment', async () => {
    const carrier = await served(fakeCore());
    const links = [carrier.newLink(), carrier.newLink()];

    for (const link of links) expect(link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${carrier.port}/#[\\w-]{43}$`));
    expect(links[0]).not.toBe(links[1]);
  });

  test('opens one session, once', async () => {
    const { origin, code } = await linked();

    const first = await exchange(origin, code);
    const second = await exchange(origin, code);

    expect(first.json()).toEqual({ secret: expect.stringMatching(/^[\w-]{43}$/) });
    expectRefusal(second, 401, 'This link has been used already.');
  });

  test('is too old after 60 seconds, and when the clock was moved back', async () => {
    let now = Date.parse('2026-11-24T08:00:00Z');
    const carrier = await served(fakeCore(), { now: () => new Date(now) });
    const origin = new URL(carrier.newLink()).origin;
    const codes = [carrier.newLink(), carrier.newLink(), carrier.newLink()].map((link) => new URL(link).hash.slice(1));

    now += 60_000;
    const atTheLastMoment = await exchange(origin, codes[0] ?? '');
    now += 1;
    const tooLate = await exchange(origin, codes[1] ?? '');
    now -= 120_000;
    const beforeItWasMade = await exchange(origin, codes[2] ?? '');

    expect(atTheLastMoment.status).toBe(200);
    expectRefusal(tooLate, 401, 'This link is older than 60 seconds.');
    expectRefusal(beforeItWasMade, 401, 'This link is older than 60 seconds.');
  });

  test('is refused when made up, and ten of those lock nobody out', async () => {
    const { origin, code } = await linked();

    const answers = [];
    for (let tries = 0; tries < 12; tries++) answers.push(await exchange(origin, `${code.slice(0, -1)}~`));
    const right = await exchange(origin, code);

    expectRefusal(answers[0], 401, 'This link is not one that this Sealwire made.');
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429, 429]);
    expect(right.status).toBe(200);
  });

  test.each([['{}'], ['{"code":7}'], ['null'], ['[]']])('is refused where the body is %s', async (body) => {
    const { origin } = await linked();

    expect((await ask(origin, '/session', { method: 'POST', body })).status).toBe(401);
  });

  test('may be asked for at any time, and every tab has a secret of its own', async () => {
    const carrier = await served(fakeCore());
    const [one, two] = [carrier.newLink(), carrier.newLink()];
    const { origin } = new URL(one);

    const secrets = [await redeem(two), await redeem(one), await redeem(carrier.newLink())];

    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) {
      expect(await httpClient(origin, secret).call('token.show', {})).toEqual({ token: FAKE_TOKEN });
    }
  });
});

describe('a tab', () => {
  test.each<[string, Ask]>([
    ['no secret', {}],
    ['an empty secret', { headers: { 'x-sealwire-session': ' ' } }],
    ['a wrong secret', { headers: { 'x-sealwire-session': 'A'.repeat(43) } }],
    ['a secret in a cookie', { headers: { cookie: 'x-sealwire-session=A' } }],
  ])('with %s is refused everything but the files', async (_what, options) => {
    const core = fakeCore();
    const { origin } = await linked(core);

    const call = await ask(origin, '/call/token.show', { ...options, method: 'POST', body: '{}' });
    const pushes = await ask(origin, '/pushes', options);

    expectRefusal(call, 401, 'This tab is not connected');
    expectRefusal(pushes, 401, 'This tab is not connected');
    expect(core.calls).toEqual([]);
    expect(core.listeners()).toBe(0);
  });

  test('of a Sealwire that was started anew gets a clear 401', async () => {
    const before = await session();
    const after = await linked();

    const answer = await ask(after.origin, '/call/status', {
      method: 'POST',
      headers: { 'x-sealwire-session': before.secret },
      body: '{}',
    });

    expectRefusal(answer, 401, 'This tab is not connected to the Sealwire that runs now.');
  });

  test('stays connected however often it is loaded again, until 64 others came after it', async () => {
    const core = fakeCore();
    const { carrier, origin, secret } = await session(core);
    const isOpen = async (): Promise<boolean> => (await callWith(origin, secret, 'status')).status === 200;

    for (let count = 0; count < 63; count++) await redeem(carrier.newLink());
    expect(await isOpen()).toBe(true);
    for (let count = 0; count < 64; count++) await redeem(carrier.newLink());

    expect(await isOpen()).toBe(false);
  });

  test.each(Object.keys(NOT_FOR_BROWSERS))('cannot call %s, and is told why', async (name) => {
    const core = fakeCore();
    const { origin, secret } = await session(core);

    const answer = await callWith(origin, secret, name);

    expectRefusal(answer, 403, `"${name}" is not offered to browsers: `, 'REQUEST_REFUSED');
    expect(core.calls).toEqual([]);
  });

  test.each([
    ['half an object', '{', 400, 'INPUT_INVALID'],
    ['a zero byte', '\u0000', 400, 'INPUT_INVALID'],
    ['nothing', '', 400, 'INPUT_INVALID'],
    ['17 MiB', JSON.stringify({ passphrase: 'x'.repeat(17 * 1024 * 1024) }), 413, 'TOO_LARGE'],
  ])('that sends %s is refused', async (_what, body, status, code) => {
    const core = fakeCore();
    const { origin, secret } = await session(core);

    const answer = await ask(origin, '/call/vault.unlock', {
      method: 'POST',
      headers: { 'x-sealwire-session': secret, 'content-length': String(Buffer.byteLength(body)) },
      body,
    }).catch(() => null);

    // A server that hangs up on a body in full flight may be heard as a reset alone.
    if (answer !== null) expect([answer.status, errorOf(answer)]).toEqual([status, expect.objectContaining({ code })]);
    else expect(code).toBe('TOO_LARGE');
    expect(core.calls).toEqual([]);
  });

  test('that streams a body without end is cut off', async () => {
    const core = fakeCore();
    const { origin, secret } = await session(core);
    const endless = request(`${origin}/call/vault.unlock`, {
      method: 'POST',
      agent: false,
      headers: { origin, 'content-type': 'application/json', 'x-sealwire-session': secret },
    });
    const ended = new Promise((resolve) => endless.once('error', resolve).once('response', resolve));
    const chunk = Buffer.alloc(1024 * 1024, 0x20);
    const pour = (): void => {
      while (!endless.destroyed && endless.write(chunk));
    };
    endless.on('drain', pour);
    pour();

    await ended;
    endless.destroy();

    expect(core.calls).toEqual([]);
  });

  test('hears pushes with a line between them now and then, and ends its subscription by going away', async () => {
    const core = fakeCore();
    const carrier = await served(core, { limits: { heartbeatMs: 5 } });
    const secret = await redeem(carrier.newLink());
    const stream = request(`http://127.0.0.1:${carrier.port}/pushes`, { headers: { 'x-sealwire-session': secret } });
    stream.end();
    const [response] = await once(stream, 'response');
    response.setEncoding('utf8');
    let text = '';
    for await (const chunk of response) {
      text += chunk;
      if (text.includes('\n\n\n')) break;
    }
    stream.destroy();

    expect(response.headers['content-type']).toBe('application/x-ndjson');
    expect(text).toMatch(/^\{"topic":"changed".*\}\n\n\n/);
    await expect.poll(core.listeners).toBe(0);
  });

  test('that reads too slowly loses pushes and is told how much', async () => {
    const core = fakeCore();
    const { origin, secret } = await session(core);
    const stream = request(`${origin}/pushes`, { headers: { 'x-sealwire-session': secret } });
    stream.end();
    const [response] = await once(stream, 'response');
    const events = [{ ...data.event, document: { text: 'x'.repeat(1_000_000) } }];

    response.pause();
    for (let count = 0; count < 100; count++) core.push({ topic: 'events', events });
    let text = '';
    response.setEncoding('utf8');
    for await (const chunk of response) {
      text += chunk;
      if (text.split('"topic":"changed"').length === 3) break;
    }
    stream.destroy();

    const heard = text.split('"topic":"events"').length - 1;
    expect(heard).toBeLessThan(30);
    expect(text).toContain(`{"topic":"missed","attempts":0,"events":${100 - heard}}`);
  });
});
