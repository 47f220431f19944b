import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openRawClient, type RawClient } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Bodies that are huge, slow, endless or cut off; the endpoint keeps its limits and stores no half batch. */

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.7.0"}}}}\n';
const LOG = '{"log":{"message":"hello"}}\n';

let authority: TestAuthority;
let running: RunningEndpoint;
let client: RawClient;

beforeAll(() => {
  authority = createTestAuthority();
});
afterEach(async () => {
  client.close();
  await running.close();
});
afterAll(() => authority.remove());

async function start(limits: { readMs?: number; idleMs?: number; maxHeaderBytes?: number } = {}): Promise<void> {
  running = await runEndpoint(authority.issue(['localhost']), {}, { limits });
  client = await openRawClient(running.port, authority.caPem);
}

function head(token: string, framing: string): string {
  return `POST /intake/v2/events?verbose HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\n${framing}\r\n\r\n`;
}

function chunk(bytes: Buffer | string): Buffer {
  const buffer = Buffer.from(bytes);
  return Buffer.concat([Buffer.from(`${buffer.length.toString(16)}\r\n`), buffer, Buffer.from('\r\n')]);
}

const CHUNKED = 'Transfer-Encoding: chunked';

describe('a refusal while the body still arrives', () => {
  test('waits for the end of the body', async () => {
    await start();
    client.send(head('wrong', CHUNKED));
    client.send(chunk(METADATA));
    await running.fact('authenticated');
    expect(running.facts.some(({ kind }) => kind === 'response')).toBe(false);

    client.send('0\r\n\r\n');

    expect((await client.answer()).statusLine).toBe('HTTP/1.1 401 Unauthorized');
  });

  test('comes with Connection: close once 256 KiB have been swallowed', async () => {
    await start();
    client.send(head('wrong', CHUNKED));
    for (let sent = 0; sent < 5; sent += 1) client.send(chunk(Buffer.alloc(64 * 1024, 0x20)));

    const answer = await client.answer();

    expect(answer.statusLine).toBe('HTTP/1.1 401 Unauthorized');
    expect(answer.headers).toContainEqual(['Connection', 'close']);
    await client.ended();
  });

  test('comes at once where more than 256 KiB are announced, and the connection ends unsaid', async () => {
    await start();
    client.send(head('wrong', 'Content-Length: 1000000'));

    const answer = await client.answer();

    expect(answer.statusLine).toBe('HTTP/1.1 401 Unauthorized');
    expect(answer.headers.map(([name]) => name)).not.toContain('Connection');
    await client.ended();
  });

  test('comes after the 100 Continue that the client waits for', async () => {
    await start();
    const continued = once(client.socket, 'data');
    client.send(head('wrong', `Content-Length: ${METADATA.length}\r\nExpect: 100-continue`));

    const [bytes] = await continued;
    expect(String(bytes)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    client.send(METADATA);
    expect((await client.answer()).statusLine).toBe('HTTP/1.1 401 Unauthorized');
  });
});

describe('a body without end', () => {
  test('is cut off without an answer when its time is up, and its full batches stay', async () => {
    await start({ readMs: 500 });
    client.send(head(TOKEN, CHUNKED));
    client.send(chunk(METADATA + LOG.repeat(25)));

    const stored = await running.fact('stored');
    await client.ended();

    expect(stored.counts.log).toBe(20);
    await expect(client.answer()).rejects.toThrow(/ended after ""/);
    expect(await running.store.query({ limit: 100 })).toHaveLength(20);
  });

  test('is cut off even while headers drip in', async () => {
    await start({ readMs: 300 });
    client.send('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ');

    await client.ended();

    expect(running.facts.some(({ kind }) => kind === 'request')).toBe(false);
  });

  test('that swells a thousandfold is read in pieces and stored whole', async () => {
    await start();
    const bomb = gzipSync(METADATA + LOG.repeat(200_000));
    client.send(head(TOKEN, `Content-Encoding: gzip\r\nContent-Length: ${bomb.length}`));
    client.send(bomb);

    expect((await client.answer()).body).toBe('{"accepted":200000}\n');
  });

  test('of one endless line is told once and passed over', async () => {
    await start();
    client.send(head(TOKEN, CHUNKED));
    client.send(chunk(METADATA));
    for (let sent = 0; sent < 64; sent += 1) client.send(chunk(Buffer.alloc(64 * 1024, 0x20)));
    client.send(chunk(`\n${LOG}`));
    client.send('0\r\n\r\n');

    const body = JSON.parse((await client.answer()).body);
    expect(body.accepted).toBe(1);
    expect(body.errors).toHaveLength(1);
  });
});

describe('a client that leaves', () => {
  test('in the middle of a body keeps its full batches and loses the rest', async () => {
    await start();
    client.send(head(TOKEN, CHUNKED));
    client.send(chunk(METADATA + LOG.repeat(13)));
    await running.fact('stored');

    client.close();
    await running.fact('closed');

    expect(await running.store.query({ limit: 100 })).toHaveLength(10);
    expect(running.facts.some(({ kind }) => kind === 'response')).toBe(false);
  });

  test('is let go when it is idle for too long', async () => {
    await start({ idleMs: 100 });

    await client.exchange({});

    await client.ended();
    expect(await running.fact('closed')).toMatchObject({ error: null });
  });
});

describe('headers', () => {
  test('that are too large give 431 and end the connection', async () => {
    await start({ maxHeaderBytes: 1000 });
    client.send(`GET / HTTP/1.1\r\nHost: a\r\nX-Large: ${'x'.repeat(8000)}\r\n\r\n`);

    await client.ended();

    expect((await client.answer()).statusLine).toBe('HTTP/1.1 431 Request Header Fields Too Large');
  });

  test('may be a thousand', async () => {
    await start();
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`X-${at}`, 'y']));

    expect((await client.exchange({ headers: many })).statusLine).toBe('HTTP/1.1 200 OK');
  });
});

describe('stopping', () => {
  test('lets a running request finish, with Connection: close, and ends idle connections', async () => {
    await start();
    const idle = await openRawClient(running.port, authority.caPem);
    await idle.exchange({});
    client.send(head(TOKEN, `Content-Length: ${(METADATA + LOG).length}`));
    client.send(METADATA);
    await running.fact('metadata');

    const stopping = running.endpoint.stop();
    client.send(LOG);

    const answer = await client.answer();
    expect(answer.body).toBe('{"accepted":1}\n');
    expect(answer.headers).toContainEqual(['Connection', 'close']);
    await idle.ended();
    expect(await stopping).toMatchObject({ listening: false, connections: 0 });
  });
});
