import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SERVER_SETTINGS } from '../../../main/core/endpoint/server-settings.ts';
import { openRawClient, type RawAnswer } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Answers at the edges of the rules of reference A and B: headers given twice, bytes that are no text, bodies that are not what their head says. */

const STREAM =
  '{"metadata":{"service":{"name":"s","agent":{"name":"nodejs","version":"1"}}}}\n{"log":{"message":"a"}}\n';
const EMPTY_EXPORT = '\n\0';

let authority: TestAuthority;
let endpoint: RunningEndpoint;

beforeAll(async () => {
  authority = createTestAuthority();
  const { rum } = DEFAULT_SERVER_SETTINGS;
  endpoint = await runEndpoint(authority.issue(['localhost', '127.0.0.1']), {
    auth: 'none',
    server: { ...DEFAULT_SERVER_SETTINGS, rum: { ...rum, enabled: true, allowOrigins: ['http://a.com'] } },
  });
});

afterAll(async () => {
  await endpoint?.close();
  authority?.remove();
});

/** One request with the header lines given, as they are. */
async function ask(target: string, lines: readonly string[] = [], body: Buffer | string = ''): Promise<RawAnswer> {
  const client = await openRawClient(endpoint.port, authority.caPem);
  const bytes = Buffer.from(body);
  const length = bytes.length === 0 ? [] : [`Content-Length: ${bytes.length}`];
  const head = [`${target} HTTP/1.1`, 'Host: localhost', ...lines, ...length, '', ''].join('\r\n');
  client.send(Buffer.concat([Buffer.from(head, 'latin1'), bytes]));
  const answer = await client.answer({ isHead: target.startsWith('HEAD ') });
  client.close();
  return answer;
}

function header({ headers }: RawAnswer, name: string): string | undefined {
  return headers.find(([given]) => given === name)?.[1];
}

function errorOf({ body }: RawAnswer): unknown {
  return JSON.parse(body).error;
}

describe('a header that comes twice', () => {
  test.each([
    ['Accept', ['Accept: text/html', 'Accept: application/json'], 'text/plain; charset=utf-8'],
    ['Accept', ['Accept: application/json', 'Accept: text/html'], 'application/json'],
  ])('counts with its first value: %s', async (_name, lines, type) => {
    expect(header(await ask('GET /nope', lines), 'Content-Type')).toBe(type);
  });

  test('counts with its first value: Origin', async () => {
    const [good, bad] = ['Origin: http://a.com', 'Origin: http://x'];

    const allowed = await ask('POST /intake/v2/rum/events', [good, bad], STREAM);
    const refused = await ask('POST /intake/v2/rum/events', [bad, good], STREAM);

    expect(header(allowed, 'Access-Control-Allow-Origin')).toBe('http://a.com');
    expect(errorOf(refused)).toBe("forbidden request: origin: 'http://x' is not allowed");
  });

  test('counts with its first value: If-None-Match', async () => {
    const answer = await ask('GET /config/v1/agents?service.name=a', ['If-None-Match: "-"', 'If-None-Match: "x"']);

    expect(answer.statusLine).toBe('HTTP/1.1 304 Not Modified');
  });

  test('counts with its first value: Content-Encoding', async () => {
    const lines = ['Content-Encoding: identity', 'Content-Encoding: gzip'];

    expect((await ask('POST /intake/v2/events?verbose', lines, STREAM)).body).toBe('{"accepted":1}\n');
  });
});

test('a tag of nothing but quotes is a tag all the same, and the query is not asked for another', async () => {
  const answer = await ask('GET /config/v1/agents?service.name=a&ifnonematch=-', ['If-None-Match: ""']);

  expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
});

test('bytes of a header that are no UTF-8 are told as such', async () => {
  const answer = await ask('POST /intake/v2/events', ['Content-Type: \xe9'], STREAM);

  expect(answer.body).toContain(String.raw`"message":"invalid content type: '\ufffd'"`);
});

test('an answer to HEAD that has no body has no length either', async () => {
  const redirect = await ask('HEAD //nope');

  expect(redirect.headers.map(([name]) => name)).toEqual(['Content-Type', 'Location', 'Date']);
});

describe('a target', () => {
  test.each([
    ['GET /intake/v2/%65vents', 'HTTP/1.1 400 Bad Request', undefined],
    ['GET //a%20b', 'HTTP/1.1 307 Temporary Redirect', '/a%2520b'],
    ['GET //a"b', 'HTTP/1.1 307 Temporary Redirect', '/a%2522b'],
    ["GET //a'b", 'HTTP/1.1 307 Temporary Redirect', '/a%27b'],
    ['GET //a&b?c=d', 'HTTP/1.1 307 Temporary Redirect', '/a&b?c=d'],
  ])('%s', async (target, statusLine, location) => {
    const answer = await ask(target);

    expect(answer.statusLine).toBe(statusLine);
    expect(header(answer, 'Location')).toBe(location);
  });

  test('is shown in HTML as Go writes it', async () => {
    expect((await ask('GET //a&b?x=<y>')).body).toBe('<a href="/a&amp;b?x=&lt;y&gt;">Temporary Redirect</a>.\n\n');
  });

  test('with a broken escape is malformed', async () => {
    const answer = await ask('GET /%zz');

    expect(answer.headers.map(([name]) => name)).toEqual(['Content-Type', 'Connection']);
    expect(answer.body).toBe('400 Bad Request');
  });

  test('with a query that is no UTF-8 is read all the same', async () => {
    expect((await ask('POST /intake/v2/events?verbose=%C3', [], STREAM)).body).toBe('{"accepted":1}\n');
  });
});

describe('a question for central configuration', () => {
  test.each([
    ['', 'EOF'],
    [' \n', 'EOF'],
    ['{', 'EOF'],
    ['{"service"', 'unexpected EOF'],
    ['nulx', "invalid character 'x' in literal null (expecting 'l')"],
    ['{"service":{"name":01}}', "invalid character '1' after object key:value pair"],
    ['{"service":{"name":"a",}}', "invalid character '}' looking for beginning of object key string"],
    [
      '{"service":1,"etag":2}',
      'json: cannot unmarshal number into Go struct field Query.service of type agentcfg.Service',
    ],
    ['{"etag":2,"service":1}', 'json: cannot unmarshal number into Go struct field Query.etag of type string'],
    [
      '{"service":{"name":"a","environment":[]}}',
      'json: cannot unmarshal array into Go struct field Service.service.environment of type string',
    ],
    ['[1]', 'json: cannot unmarshal array into Go value of type agentcfg.Query'],
    ['{"service":{"name":null}}', 'service.name is required'],
  ])('%s', async (body, error) => {
    const answer = await ask('POST /config/v1/agents', [], body);

    expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
    expect(errorOf(answer)).toBe(error);
  });

  test.each([
    '{"service":{"name":"a"}}garbage',
    '{"SERVICE":{"Name":"a"}}',
    '{"service":{"name":"a"},"service":{"environment":"b"}}',
    '{"\u017fervice":{"name":"a"}}',
  ])('is understood: %s', async (body) => {
    expect((await ask('POST /config/v1/agents', [], body)).body).toBe('{}\n');
  });

  test('is read as far as it goes: what is wrong behind it does not matter', async () => {
    const packed = gzipSync('{"service":{"name":"a"}}');

    expect((await ask('POST /config/v1/agents', [], packed.subarray(0, -1))).body).toBe('{}\n');
  });
});

describe('a body that is not packed as its head says', () => {
  const lines = ['Content-Encoding: gzip'];

  test('is refused by intake, and nothing is left of it for the others', async () => {
    const intake = await ask('POST /intake/v2/events', lines, STREAM);
    const config = await ask('POST /config/v1/agents', lines, '{"service":{"name":"a"}}');
    const otlp = await ask('POST /v1/traces', lines, 'not a message at all');

    expect(intake.body).toContain('data decoding error: gzip: invalid header');
    expect(errorOf(config)).toBe('EOF');
    expect(otlp.body).toBe(EMPTY_EXPORT);
  });

  test('is refused for a wrong checksum of its header, or a dictionary', async () => {
    const gzip = Buffer.from(gzipSync(STREAM));
    gzip[3] = 2;
    const zlib = Buffer.concat([Buffer.from([0x78, 0x20]), deflateSync(STREAM).subarray(2)]);

    expect((await ask('POST /intake/v2/events', [], gzip)).body).toContain(
      '"data decoding error: gzip: invalid header"',
    );
    expect((await ask('POST /intake/v2/events', [], zlib)).body).toContain(
      '"data decoding error: zlib: invalid dictionary"',
    );
  });

  test('of two bytes is none to an export either', async () => {
    expect((await ask('POST /v1/logs', [], '{}')).body).toBe(EMPTY_EXPORT);
  });
});

test('a field of number zero is told with its place in the innermost message', async () => {
  const answer = await ask('POST /v1/traces', [], Buffer.from('0a0101', 'hex'));

  expect(answer.body).toContain('proto: Link: illegal field=0 (tag=1, pos=1)');
});
