import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRawClient, type RawClient } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Forms of HTTP that Node would answer otherwise than the real server's net/http (reference A0). */

const AUTH = `Authorization: Bearer ${TOKEN}`;
const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.7.0"}}}}\n';
const LONG = `${METADATA}{"y":"${'z'.repeat(3000)}"}\n`;

let authority: TestAuthority;
let running: RunningEndpoint;

beforeAll(async () => {
  authority = createTestAuthority();
  running = await runEndpoint(
    authority.issue(['localhost']),
    {},
    {
      agentConfig: () => {
        throw new Error('the store of configurations is broken');
      },
    },
  );
});
afterAll(async () => {
  await running.close();
  authority.remove();
});

async function open(text: string): Promise<RawClient> {
  const client = await openRawClient(running.port, authority.caPem);
  client.send(text);
  return client;
}

/** Everything that comes until the server ends the connection. */
async function whole(text: string): Promise<string> {
  const client = await open(text);
  const pieces: Buffer[] = [];
  client.socket.on('data', (piece: Buffer) => pieces.push(piece));
  await client.ended();
  return Buffer.concat(pieces)
    .toString()
    .replace(/Date: [^\r]*GMT/, 'Date: now');
}

describe('HTTP/1.0', () => {
  test('is answered in kind, and the connection ends', async () => {
    expect(await whole('GET /nope HTTP/1.0\r\n\r\n')).toBe(
      'HTTP/1.0 404 Not Found\r\nContent-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nDate: now\r\nContent-Length: 31\r\n\r\n{"error":"404 page not found"}\n',
    );
  });

  test('keeps the connection where the client asks for it', async () => {
    const request = 'GET /nope HTTP/1.0\r\nConnection: keep-alive\r\n\r\n';
    const client = await open(request);

    const { statusLine, headers } = await client.answer();
    client.send(request);

    expect(statusLine).toBe('HTTP/1.0 404 Not Found');
    expect(headers.at(-1)).toEqual(['Connection', 'keep-alive']);
    expect((await client.answer()).statusLine).toBe('HTTP/1.0 404 Not Found');
    client.close();
  });

  test('knows no chunks: a long answer ends with the connection', async () => {
    const answer = await whole(
      `POST /intake/v2/events HTTP/1.0\r\n${AUTH}\r\nContent-Length: ${LONG.length}\r\n\r\n${LONG}`,
    );

    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).not.toMatch(/Content-Length|Transfer-Encoding/);
    expect(JSON.parse(body).errors).toHaveLength(1);
  });
});

describe('what net/http answers by itself', () => {
  const bare = (line: string, body = line): string =>
    `HTTP/1.1 ${line}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n${body}`;

  test.each([
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', bare('400 Bad Request: missing required Host header')],
    ['two Hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', bare('400 Bad Request')],
    ['a broken Host', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', bare('400 Bad Request: malformed Host header')],
    ['a broken header', 'GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n', bare('400 Bad Request')],
    [
      'another version',
      'GET / HTTP/3.0\r\nHost: a\r\n\r\n',
      bare('505 HTTP Version Not Supported: unsupported protocol version'),
    ],
    [
      'a version of HTTP/2',
      'GET / HTTP/2.0\r\nHost: a\r\n\r\n',
      bare('505 HTTP Version Not Supported: unsupported protocol version'),
    ],
    ['no version', 'GET /\r\n\r\n', bare('400 Bad Request')],
    ['a version that is none', 'GET / HTTP/x\r\nHost: a\r\n\r\n', bare('400 Bad Request')],
    [
      'a star that is not for OPTIONS',
      'GET * HTTP/1.1\r\nHost: a\r\n\r\n',
      'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nDate: now\r\nContent-Length: 0\r\n\r\n',
    ],
    [
      'an unknown transfer coding',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n',
      bare('501 Not Implemented', 'Unsupported transfer encoding'),
    ],
    [
      'a length beside chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n',
      bare('400 Bad Request'),
    ],
  ])('%s', async (_name, request, answer) => {
    expect(await whole(request)).toBe(answer);
  });

  test('an expectation that it does not know', async () => {
    expect(await whole('POST / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nContent-Length: 1\r\n\r\n')).toBe(
      'HTTP/1.1 417 Expectation Failed\r\nConnection: close\r\nDate: now\r\nContent-Length: 0\r\n\r\n',
    );
  });

  test('nothing of what stands behind a request that was the last by its own word', async () => {
    const last = 'GET /nope HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

    expect(await whole(`${last}GET / HTTP/1.1\r\nHost: a\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 404 Not Found\r\n[\s\S]*\r\nConnection: close\r\n\r\n\{"error":"404 page not found"\}\n$/,
    );
  });

  test('OPTIONS * has its length ahead of the date', async () => {
    expect(await whole('OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toBe(
      'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nDate: now\r\nConnection: close\r\n\r\n',
    );
  });
});

describe('a client that waits before it sends its body', () => {
  const ask = (headers: string): string =>
    `POST /intake/v2/events HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close\r\n${headers}\r\n\r\n`;

  test.each([
    ['a good token', AUTH, 202],
    ['a bad one', 'Authorization: Bearer no', 401],
  ])('is told to go on with %s', async (_name, header, status) => {
    const client = await open(ask(`${header}\r\nContent-Length: ${METADATA.length}`));
    const [first] = await new Promise<Buffer[]>((resolve) => client.socket.once('data', (...data) => resolve(data)));
    expect(String(first)).toBe('HTTP/1.1 100 Continue\r\n\r\n');

    client.send(METADATA);

    expect((await client.answer()).statusLine).toContain(String(status));
    client.close();
  });

  test('is not where there is none', async () => {
    expect(await whole(ask(`${AUTH}\r\nContent-Length: 0`))).toMatch(/^HTTP\/1\.1 202 Accepted\r\n/);
  });
});

test('a fault of the endpoint is said, and the connection lives on', async () => {
  const client = await openRawClient(running.port, authority.caPem);
  const headers = { Authorization: `Bearer ${TOKEN}` };

  const answer = await client.exchange({ path: '/config/v1/agents?service.name=a', headers });
  const next = await client.exchange({ headers });

  expect([answer.statusLine, answer.body]).toEqual([
    'HTTP/1.1 500 Internal Server Error',
    '{"error":"panic handling request"}\n',
  ]);
  expect(next.statusLine).toBe('HTTP/1.1 200 OK');
  client.close();
});
