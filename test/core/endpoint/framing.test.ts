import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRawClient, type RawClient } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Where one request ends and the next begins: chunks that are broken, requests hidden in others, and clients that close one side. Go's words for chunks were measured with Go 1.26. */

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.7.0"}}}}\n';
const LOG = '{"log":{"message":"hello"}}\n';
const AUTH = `Authorization: Bearer ${TOKEN}`;
const HIDDEN = `POST /intake/v2/events HTTP/1.1\r\nHost: hidden\r\n${AUTH}\r\nContent-Length: ${(METADATA + LOG).length}\r\n\r\n${METADATA}${LOG}`;

let authority: TestAuthority;
let running: RunningEndpoint;
let client: RawClient;

beforeEach(async () => {
  authority = createTestAuthority();
  // Nothing ends because its time is up.
  running = await runEndpoint(authority.issue(['localhost']), {}, { limits: { readMs: 0, writeMs: 0, idleMs: 0 } });
  client = await openRawClient(running.port, authority.caPem);
});
afterEach(async () => {
  client.close();
  await running.close();
  authority.remove();
});

function head(...lines: readonly string[]): string {
  return ['POST /intake/v2/events?verbose HTTP/1.1', 'Host: a', AUTH, ...lines, '\r\n'].join('\r\n');
}

function chunk(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n`;
}

/** Status lines of everything that was answered until the endpoint ended the connection. */
async function answers(): Promise<string[]> {
  const lines: string[] = [];
  for (;;) {
    try {
      lines.push((await client.answer()).statusLine);
    } catch {
      // The connection has ended.
      return lines;
    }
  }
}

function requests(): number {
  return running.facts.filter(({ kind }) => kind === 'request').length;
}

async function works(): Promise<void> {
  const other = await openRawClient(running.port, authority.caPem);
  const answer = await other.exchange({
    method: 'POST',
    path: '/intake/v2/events?verbose',
    headers: { Authorization: `Bearer ${TOKEN}` },
    body: METADATA + LOG,
  });
  other.close();
  expect(answer.body).toBe('{"accepted":1}\n');
}

describe('chunks', () => {
  const begun = head('Transfer-Encoding: chunked') + chunk(METADATA + LOG.repeat(13));
  test.each([
    ['of a length that is no number', 'zz\r\nabc\r\n', 'invalid byte in chunk length'],
    ['of a negative length', '-3\r\nabc\r\n', 'invalid byte in chunk length'],
    ['of a length with a sign', '+3\r\nabc\r\n', 'invalid byte in chunk length'],
    ['of a length with a prefix', '0x3\r\nabc\r\n', 'invalid byte in chunk length'],
    ['of a length after a space', ' 3\r\nabc\r\n', 'invalid byte in chunk length'],
    ['of a length beyond any', `${'f'.repeat(17)}\r\nabc\r\n`, 'http chunk length too large'],
    ['of a length that wraps round to 3', '10000000000000003\r\nabc\r\n', 'http chunk length too large'],
    ['longer than they say', '3\r\n\n\n\ndef\r\n', 'malformed chunked encoding'],
    ['that end without a line', '3\r\n\n\n\n3\r\nabc\r\n', 'malformed chunked encoding'],
    ['with a bare newline after the length', '3\nabc\r\n', 'chunked line ends with bare LF'],
    ['with a bare return after the length', '3\rabc\r\n', 'invalid CR in chunked line'],
    ['with a newline in their extension', '3;a=b\nabc\r\n', 'chunked line ends with bare LF'],
    ['with a trailer that is a request', `0\r\n${HIDDEN}`, 'malformed chunked encoding'],
  ])(
    "%s are refused in the real server's words; what stands before counts, what follows is no request",
    async (_what, broken, why) => {
      client.send(`${begun}${broken}${HIDDEN}`);

      const answer = await client.answer();

      expect(answer.statusLine).toBe('HTTP/1.1 500 Internal Server Error');
      expect(JSON.parse(answer.body)).toEqual({ accepted: 13, errors: [{ message: `cannot handle stream: ${why}` }] });
      expect(await answers()).toEqual([]);
      expect(requests()).toBe(1);
      expect(await running.store.query({ limit: 100 })).toHaveLength(13);
      await works();
    },
  );

  test('that break before the metadata are a bad request', async () => {
    client.send(`${head('Transfer-Encoding: chunked')}zz\r\n`);

    const answer = await client.answer();

    expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
    expect(JSON.parse(answer.body)).toEqual({ accepted: 0, errors: [{ message: 'invalid byte in chunk length' }] });
    await client.ended();
  });

  test.each([
    ['whose sender is refused', '/intake/v2/events', 'Bearer wrong', 401, '{"error":"authentication failed"}'],
    ['on other paths', '/config/v1/agents', `Bearer ${TOKEN}`, 400, '{"error":"invalid byte in chunk length"}'],
    ['of OTLP', '/v1/traces', `Bearer ${TOKEN}`, 400, 'failed to read request body: invalid byte in chunk length'],
  ])('%s are answered too, and the connection ends', async (_what, path, token, status, words) => {
    const fields = ['Host: a', `Authorization: ${token}`, 'Transfer-Encoding: chunked', '\r\n'].join('\r\n');
    client.send(`POST ${path} HTTP/1.1\r\n${fields}${chunk('{')}zz\r\n`);

    const answer = await client.answer();

    expect(answer.statusLine).toContain(String(status));
    expect(answer.body).toContain(words);
    await client.ended();
  });

  test('with extensions and trailers are taken, and the connection stays', async () => {
    client.send(`${head('Transfer-Encoding: chunked')}${chunk(METADATA)}`);
    client.send(`${LOG.length.toString(16)};name="a value"\r\n${LOG}\r\n0\r\nX-Trailer: yes\r\n\r\n`);
    expect((await client.answer()).body).toBe('{"accepted":1}\n');

    client.send(head('Content-Length: 0'));

    expect((await client.answer()).statusLine).toBe('HTTP/1.1 202 Accepted');
  });

  test('byte by byte are the same body', async () => {
    for (const byte of Buffer.from(`${begun}${chunk(LOG)}0\r\n\r\n`)) client.send(Buffer.from([byte]));

    expect((await client.answer()).body).toBe('{"accepted":14}\n');
  });
});

describe('a request that hides another', () => {
  const chunks = `0\r\n\r\n${HIDDEN}`;
  const lengths = (...values: readonly string[]): string[] => values.map((value) => `Content-Length: ${value}`);
  test.each([
    ['with a length and chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked'], 400],
    ['with chunks and a length', ['Transfer-Encoding: chunked', 'Content-Length: 5'], 400],
    ['with chunks named twice', ['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'], 400],
    ['with chunks and then another coding', ['Transfer-Encoding: chunked, identity'], 400],
    ['with chunks under another name', ['Transfer-Encoding: xchunked'], 501],
    ['with chunks in quotes', ['Transfer-Encoding: "chunked"'], 501],
    ['with chunks after a space before the colon', ['Transfer-Encoding : chunked'], 400],
    ['with chunks on a folded line', ['Transfer-Encoding:\r\n chunked'], 400],
    ['with chunks behind a bare return', ['X: a\rTransfer-Encoding: chunked'], 400],
    ['with chunks behind a bare newline', ['X: a\nTransfer-Encoding: chunked', 'Content-Length: 5'], 400],
    ['with chunks after a NUL', ['Transfer-Encoding: \0chunked'], 400],
    ['with a vertical tab before chunks', ['Transfer-Encoding: \x0bchunked'], 400],
    ['with two lengths', lengths('5', '0'), 400],
    ['with two lengths in one', lengths('5, 0'), 400],
    ['with a length that has a sign', lengths('+5'), 400],
    ['with a length in hexadecimal', lengths('0x5'), 400],
    ['with a length that wraps round', lengths('18446744073709551621'), 400],
    ['with an empty length', lengths(''), 400],
    ['with a header of no name', [': a', 'Content-Length: 5'], 400],
    ['with a null byte in a name', ['Content\0-Length: 5'], 400],
  ])('%s is refused, the connection ends, and the other one is never seen', async (_what, lines, status) => {
    client.send(head(...lines) + chunks);

    const answered = await answers();

    expect(answered.map((line) => Number(line.split(' ')[1]))).toEqual([status]);
    expect(await running.store.query({ limit: 10 })).toEqual([]);
    expect(requests()).toBeLessThanOrEqual(1);
    await works();
  });

  test('in a body of the length that was said is a part of that body', async () => {
    client.send(`${head(`Content-Length: ${(METADATA + HIDDEN).length}`)}${METADATA}${HIDDEN}`);

    expect((await client.answer()).statusLine).toBe('HTTP/1.1 400 Bad Request');
    expect(requests()).toBe(1);
    // The lines of the hidden one are lines of this one: a second metadata line is none of an event, its log is.
    expect(await running.store.query({ limit: 10 })).toHaveLength(1);
  });

  test('behind itself is answered after it, in its turn', async () => {
    client.send(`${head('Content-Length: 0')}${HIDDEN}${head('Content-Length: 0')}`);

    const statuses = [await client.answer(), await client.answer(), await client.answer()].map((each) => each.body);

    expect(statuses).toEqual(['{"accepted":0}\n', '', '{"accepted":0}\n']);
  });

  test('behind itself that is none is refused after the answer to the first', async () => {
    client.send(`${head(`Content-Length: ${(METADATA + LOG).length}`)}${METADATA}${LOG}NONSENSE\r\n\r\n`);

    expect((await client.answer()).body).toBe('{"accepted":1}\n');
    expect(await answers()).toEqual(['HTTP/1.1 400 Bad Request']);
  });
});

describe('a client that closes its side', () => {
  const body = METADATA + LOG;

  test('after a request is answered before the connection ends', async () => {
    client.send(head(`Content-Length: ${body.length}`) + body);
    client.socket.end();

    expect((await client.answer()).body).toBe('{"accepted":1}\n');
    await client.ended();
    expect(await running.fact('closed')).toMatchObject({ error: null });
  });

  test('after several requests is answered each of them', async () => {
    client.send((head(`Content-Length: ${body.length}`) + body).repeat(3));
    client.socket.end();

    expect(await answers()).toEqual(Array.from({ length: 3 }, () => 'HTTP/1.1 202 Accepted'));
    expect(await running.store.query({ limit: 10 })).toHaveLength(3);
  });

  test('in the middle of a body keeps its full batches, is not answered, and is let go', async () => {
    client.send(head('Content-Length: 100000') + METADATA + LOG.repeat(13));
    await running.fact('stored');
    client.socket.end();

    expect(await answers()).toEqual([]);
    await running.fact('closed');
    expect(await running.store.query({ limit: 100 })).toHaveLength(10);
  });

  test('in the middle of a chunked body too', async () => {
    client.send(head('Transfer-Encoding: chunked') + chunk(METADATA + LOG.repeat(13)));
    await running.fact('stored');
    client.socket.end();

    expect(await answers()).toEqual([]);
    await running.fact('closed');
    expect(await running.store.query({ limit: 100 })).toHaveLength(10);
  });

  test.each([
    ['in the middle of a head', 'GET / HTTP/1.1\r\nHost'],
    ['before it has said anything', ''],
    ['between two requests', `${head('Content-Length: 0')}`],
  ])('%s is let go at once', async (_when, bytes) => {
    client.send(bytes);
    client.socket.end();

    await answers();
    await running.fact('closed');
    await works();
  });
});
