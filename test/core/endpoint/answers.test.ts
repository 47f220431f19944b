import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRawClient, type RawAnswer, type RawRequest } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* The answers of the endpoint as bytes on the wire, from the rules of reference A and B. */

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.7.0"}}}}\n';
const LOG = '{"log":{"message":"hello"}}\n';
const BEARER = { Authorization: `Bearer ${TOKEN}` };
const JSON_PLEASE = { Accept: 'application/json' };

let authority: TestAuthority;
let running: RunningEndpoint;

beforeAll(async () => {
  authority = createTestAuthority();
  running = await runEndpoint(authority.issue(['localhost']));
});
afterAll(async () => {
  await running.close();
  authority.remove();
});

async function ask(request: RawRequest): Promise<RawAnswer> {
  const client = await openRawClient(running.port, authority.caPem);
  const answer = await client.exchange(request);
  client.close();
  return answer;
}

const post = (body: Buffer | string, headers: Record<string, string> = {}, path = '/intake/v2/events?verbose') =>
  ask({ method: 'POST', path, body, headers: { ...BEARER, ...headers } });

describe('GET /', () => {
  test('tells version and state to whoever has the token', async () => {
    const answer = await ask({ headers: { ...BEARER, ...JSON_PLEASE } });

    expect(Object.keys(JSON.parse(answer.body))).toEqual(['build_date', 'build_sha', 'publish_ready', 'version']);
    expect(JSON.parse(answer.body)).toMatchObject({ publish_ready: true, version: '9.2.0' });
  });

  test.each([
    ['none', {}],
    ['a wrong one', { Authorization: 'Bearer nope' }],
    ['another scheme', { Authorization: 'Basic nope' }],
  ])('is an empty 200 with %s', async (_name, headers) => {
    const answer = await ask({ headers });

    expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
    expect(answer.body).toBe('');
    expect(answer.headers.map(([name]) => name)).toEqual(['X-Content-Type-Options', 'Date', 'Content-Length']);
  });

  test('refuses other methods without asking for a token', async () => {
    expect((await ask({ method: 'POST', body: 'x' })).statusLine).toBe('HTTP/1.1 405 Method Not Allowed');
  });
});

describe('the Authorization header', () => {
  const missing =
    "authentication failed: missing or improperly formatted Authorization header: expected 'Authorization: Bearer secret_token' or 'Authorization: ApiKey base64(API key ID:API key)'";
  const unknown = missing.replace(
    'missing or improperly formatted Authorization header',
    'unknown Authentication header bearer',
  );
  const failed = 'authentication failed';

  test.each([
    ['absent', undefined, missing, { result: 'missing' }],
    ['without a scheme', TOKEN, missing, { result: 'refused', hint: 'scheme' }],
    ['with a scheme in another case', `bearer ${TOKEN}`, unknown, { result: 'refused', hint: 'scheme' }],
    ['with two spaces', `Bearer  ${TOKEN}`, failed, { result: 'refused', hint: 'whitespace' }],
    ['in quotes', `Bearer "${TOKEN}"`, failed, { result: 'refused', hint: 'quotes' }],
    ['with a placeholder', ['Bearer $', '{SECRET_TOKEN}'].join(''), failed, { result: 'refused', hint: 'placeholder' }],
    [
      'with bullets',
      `Bearer ${Buffer.from('••••••••').toString('latin1')}`,
      failed,
      { result: 'refused', hint: 'masked' },
    ],
    ['with a retired token', 'Bearer sekrit-gone', failed, { result: 'refused', hint: 'retired' }],
    ['with an API key', 'ApiKey YTpi', failed, { result: 'refused', hint: 'api-key' }],
    ['with a wrong token', 'Bearer sekri', failed, { result: 'refused', hint: null }],
  ] as const)('%s gives 401 and a hint that stays here', async (_name, header, error, verdict) => {
    const before = running.facts.length;

    const answer = await ask({
      method: 'POST',
      path: '/intake/v2/events',
      body: METADATA,
      headers: header === undefined ? {} : { Authorization: header },
    });

    expect(answer.statusLine).toBe('HTTP/1.1 401 Unauthorized');
    expect(JSON.parse(answer.body)).toEqual({ error });
    expect(answer.headers.map(([name]) => name)).not.toContain('Connection');
    expect(running.facts.slice(before).find(({ kind }) => kind === 'authenticated')).toMatchObject({ verdict });
  });

  test.each([
    ['active', TOKEN],
    ['retiring', 'sekrit-old'],
  ])('lets the %s token in and tells who used it', async (state, token) => {
    const before = running.uses.length;

    expect((await post(METADATA, { Authorization: `Bearer ${token}` })).statusLine).toBe('HTTP/1.1 202 Accepted');

    const id = state === 'active' ? 'active' : 'old';
    expect(running.uses.slice(before)).toEqual([
      { id, service: null },
      { id, service: 'shop' },
    ]);
  });

  test('never appears in a fact, nor do cookies and keys', async () => {
    await post(METADATA, { Cookie: 'session=hunter2', 'X-Api-Key': 'hunter2', 'Proxy-Authorization': 'hunter2' });

    const told = JSON.stringify(running.facts);
    expect(told).not.toContain(`Bearer ${TOKEN}`);
    expect(told).not.toContain('hunter2');
    expect(told).toContain('["X-Api-Key","[redacted]"]');
  });
});

describe('POST /intake/v2/events', () => {
  test('answers 202 without a body, and with the count where it is asked for', async () => {
    const quiet = await post(METADATA + LOG, {}, '/intake/v2/events');
    const verbose = await post(METADATA + LOG);

    expect([quiet.statusLine, quiet.body]).toEqual(['HTTP/1.1 202 Accepted', '']);
    expect(verbose.body).toBe('{"accepted":1}\n');
  });

  test.each([
    ['gzip', gzipSync(METADATA + LOG), { 'Content-Encoding': 'gzip' }],
    ['gzip without saying so', gzipSync(METADATA + LOG), {}],
    ['zlib as deflate', deflateSync(METADATA + LOG), { 'Content-Encoding': 'deflate' }],
    ['zlib without saying so', deflateSync(METADATA + LOG), {}],
    ['two gzip members', Buffer.concat([gzipSync(METADATA), gzipSync(LOG)]), { 'Content-Encoding': 'gzip' }],
    ['plain under an unknown encoding', Buffer.from(METADATA + LOG), { 'Content-Encoding': 'br' }],
  ])('reads %s', async (_name, body, headers) => {
    expect((await post(body, headers)).body).toBe('{"accepted":1}\n');
  });

  test.each([
    [
      'raw deflate',
      deflateRawSync(METADATA),
      { 'Content-Encoding': 'deflate' },
      400,
      'data decoding error: zlib: invalid header',
    ],
    [
      'plain as gzip',
      Buffer.from(METADATA),
      { 'Content-Encoding': 'gzip' },
      400,
      'data decoding error: gzip: invalid header',
    ],
    ['gzip cut short', gzipSync(METADATA + LOG).subarray(0, -9), {}, 500, 'cannot handle stream: unexpected EOF'],
    [
      'gzip with a mistake in its content',
      corruptAfter(METADATA + LOG),
      {},
      500,
      `cannot handle stream: flate: corrupt input before offset ${(METADATA + LOG).length + 6}`,
    ],
    ['a wrong checksum', broken(gzipSync(METADATA + LOG), -8), {}, 500, 'cannot handle stream: gzip: invalid checksum'],
    [
      'a wrong zlib checksum',
      broken(deflateSync(METADATA + LOG), -1),
      {},
      500,
      'cannot handle stream: zlib: invalid checksum',
    ],
    [
      'a content type of its own',
      Buffer.from(METADATA),
      { 'Content-Type': 'application/json' },
      400,
      "invalid content type: 'application/json'",
    ],
    ['no metadata', Buffer.from(LOG), {}, 400, '"metadata" or "m" required'],
  ] as const)(
    'refuses %s and leaves the socket open for another request',
    async (_name, body, headers, status, message) => {
      const client = await openRawClient(running.port, authority.caPem);

      const answer = await client.exchange({
        method: 'POST',
        path: '/intake/v2/events',
        body,
        headers: { ...BEARER, ...headers },
      });
      const next = await client.exchange({
        method: 'POST',
        path: '/intake/v2/events',
        body: METADATA,
        headers: BEARER,
      });

      client.close();
      expect(answer.statusLine).toContain(String(status));
      expect(JSON.parse(answer.body).errors[0].message).toBe(message);
      expect(answer.headers).toContainEqual(['Connection', 'Close']);
      expect(next.statusLine).toBe('HTTP/1.1 202 Accepted');
    },
  );

  test('takes what stands before a mistake in packed content', async () => {
    const answer = await post(corruptAfter(METADATA + LOG.repeat(12)), { 'Content-Encoding': 'gzip' });

    expect(answer.statusLine).toBe('HTTP/1.1 500 Internal Server Error');
    expect(JSON.parse(answer.body).accepted).toBe(12);
  });

  test('takes only POST', async () => {
    const answer = await ask({ path: '/intake/v2/events', headers: { ...BEARER, ...JSON_PLEASE } });

    expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
    expect(JSON.parse(answer.body)).toEqual({ accepted: 0, errors: [{ message: 'only POST requests are supported' }] });
  });

  test('tells at most five bad events, counts the good ones, and facts name them', async () => {
    const before = running.facts.length;

    const answer = await post(METADATA + '{"nope":1}\n'.repeat(7) + LOG, JSON_PLEASE);

    const body = JSON.parse(answer.body);
    expect(body.accepted).toBe(1);
    expect(body.errors).toEqual(
      Array.from({ length: 5 }, () => ({ message: 'did not recognize object type: "nope"', document: '{"nope":1}' })),
    );
    expect(running.facts.slice(before).filter(({ kind }) => kind === 'rejected')).toHaveLength(1);
    expect(running.facts.slice(before).find(({ kind }) => kind === 'stored')).toMatchObject({
      service: 'shop',
      counts: { log: 1 },
    });
  });

  test('echoes the first 300 KiB of a line that is too long, and reads on', async () => {
    const long = `{"log":{"message":"${'x'.repeat(400_000)}"}}\n`;

    const answer = await post(METADATA + long + LOG);

    const body = JSON.parse(answer.body);
    expect(body.accepted).toBe(1);
    expect(body.errors[0].message).toBe('event exceeded the permitted size');
    expect(body.errors[0].document).toBe(long.slice(0, 307_200));
    expect(answer.headers).toContainEqual(['Transfer-Encoding', 'chunked']);
  });

  test('keeps an answer in a fact only up to 4 KiB', async () => {
    await post(`${METADATA}{"y":"${'z'.repeat(10_000)}"}\n`);

    const told = await running.fact('response', ({ body }) => body?.includes('zzzz') === true);
    expect(told.body).toHaveLength(4097);
  });
});

describe('the HTTP around the routes', () => {
  test('redirects an unclean path with its query, without a token', async () => {
    const answer = await ask({ path: '/a/../intake//v2/events?x=1&y=<2>' });

    expect(answer.statusLine).toBe('HTTP/1.1 307 Temporary Redirect');
    expect(answer.headers).toContainEqual(['Location', '/intake/v2/events?x=1&y=<2>']);
    expect(answer.body).toBe('<a href="/intake/v2/events?x=1&amp;y=&lt;2&gt;">Temporary Redirect</a>.\n\n');
  });

  test('answers OPTIONS * with an empty 200', async () => {
    const answer = await ask({ method: 'OPTIONS', path: '*' });

    expect([answer.statusLine, answer.body]).toEqual(['HTTP/1.1 200 OK', '']);
  });

  test('answers what it cannot parse with plain text and ends the connection', async () => {
    const client = await openRawClient(running.port, authority.caPem);

    client.send('GET / HTTP/1.1\r\nbroken header\r\n\r\n');
    await client.ended();

    const answer = await client.answer();
    expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
    expect(answer.body).toBe('400 Bad Request');
  });

  test('asks for a Host header as net/http does', async () => {
    const client = await openRawClient(running.port, authority.caPem);

    client.send('GET / HTTP/1.1\r\n\r\n');

    expect((await client.answer()).body).toBe('400 Bad Request: missing required Host header');
    await client.ended();
  });

  test('says close to a client that wants to close', async () => {
    const client = await openRawClient(running.port, authority.caPem);

    const answer = await client.exchange({ headers: { Connection: 'close' } });

    expect(answer.headers.map(([name]) => name)).toEqual([
      'X-Content-Type-Options',
      'Date',
      'Content-Length',
      'Connection',
    ]);
    await client.ended();
  });

  test('serves requests sent in one go, in their order', async () => {
    const client = await openRawClient(running.port, authority.caPem);
    const one = `POST /intake/v2/events?verbose HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: ${(METADATA + LOG).length}\r\n\r\n${METADATA}${LOG}`;

    client.send(`${one}GET /nope HTTP/1.1\r\nHost: a\r\n\r\n${one}`);

    const lines = [await client.answer(), await client.answer(), await client.answer()].map(
      ({ statusLine }) => statusLine,
    );
    expect(lines).toEqual(['HTTP/1.1 202 Accepted', 'HTTP/1.1 404 Not Found', 'HTTP/1.1 202 Accepted']);
    client.close();
  });
});

/** Gzip of one stored block (RFC 1951 §3.2.4) and another of the type that there is none of. */
function corruptAfter(text: string): Buffer {
  const head = Buffer.from('1f8b0800000000000003' + '0000000000', 'hex');
  head.writeUInt16LE(text.length, 11);
  head.writeUInt16LE(text.length ^ 0xffff, 13);
  return Buffer.concat([head, Buffer.from(text), Buffer.from([0x06])]);
}

function broken(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  const index = copy.length + at;
  copy[index] = (copy[index] ?? 0) ^ 0xff;
  return copy;
}
