import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Client } from '../../main/contract/index.ts';
import { attemptOf, type HostileClient, hostileClient } from './hostile-client.ts';
import { type Reporter, reporterTo, transactions } from './reporter.ts';
import { type Instance, systemHome } from './system-home.ts';

/* What strangers, broken agents and attackers send. Nothing of it ends the process, fills its memory, or keeps a good agent from its 202. */

const MEBIBYTE = 1024 * 1024;
const METADATA = '{"metadata":{"service":{"name":"hostile","agent":{"name":"stranger","version":"1"}}}}\n';
const LOG = '{"log":{"message":"hello"}}\n';
const HOST = 'Host: localhost\r\n';

interface Scene {
  readonly instance: Instance;
  readonly client: Client;
  readonly token: string;
  readonly good: Reporter;
}

/** An instance of its own, for what would be disturbed by others. */
async function scene(): Promise<Scene> {
  const instance = await (await systemHome()).up();
  const client = await instance.connect();
  const { token } = await client.call('token.show', {});
  return { instance, client, token, good: reporterTo(instance, token) };
}

/** The head of an intake request. */
function head(token: string, ...lines: readonly string[]): string {
  return [
    'POST /intake/v2/events HTTP/1.1',
    'Host: localhost',
    `Authorization: Bearer ${token}`,
    ...lines,
    '\r\n',
  ].join('\r\n');
}

function sized(token: string, body: Buffer, ...lines: readonly string[]): Buffer {
  return Buffer.concat([Buffer.from(head(token, `Content-Length: ${body.length}`, ...lines)), body]);
}

/** `size` bytes of `filling` after good metadata. */
function swollen(filling: string, size: number): Buffer {
  return Buffer.concat([Buffer.from(METADATA), Buffer.alloc(size, filling)]);
}

/** The good agent's own round trips are all that is counted: each of its requests is answered, whatever else goes on. */
async function reportsAll({ good, client }: Scene, service: string, requests: number): Promise<void> {
  const ids = Array.from({ length: requests }, (_, at) => (at + 1).toString(16).padStart(16, '0'));
  for (const id of ids)
    expect((await good.ask('POST', '/intake/v2/events', transactions(service, [id]))).status).toBe(202);
  const { events } = await client.call('event.list', { service, limit: 10_000 });
  expect(events.map((event) => event.id).sort()).toEqual(ids);
}

function residentMebibytes(instance: Instance): number {
  const status = readFileSync(`/proc/${instance.child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function titles(attempt: { readonly timeline: readonly { readonly title: string }[] }): string[] {
  return attempt.timeline.map(({ title }) => title);
}

describe('what is no HTTP', () => {
  test.each([
    ['a line that is none', 'NONSENSE\r\n\r\n', 400],
    ['a version from the future', `GET / HTTP/9.9\r\n${HOST}\r\n`, 505],
    ['a header name with a space', `GET / HTTP/1.1\r\n${HOST}Bad Name: x\r\n\r\n`, 400],
    ['a header with a NUL', `GET / HTTP/1.1\r\n${HOST}X: a\0b\r\n\r\n`, 400],
    ['two lengths', `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
    ['a negative length', `POST / HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`, 400],
    [
      'a length and chunks',
      `POST / HTTP/1.1\r\n${HOST}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    [
      'chunks and a length',
      `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['a coding after chunked', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`, 400],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a header of 2 MiB', `GET / HTTP/1.1\r\n${HOST}X: ${'x'.repeat(2 * MEBIBYTE)}\r\n\r\n`, 431],
    ['40 000 long headers', `GET / HTTP/1.1\r\n${HOST}${`X: ${'x'.repeat(60)}\r\n`.repeat(40_000)}\r\n`, 431],
  ])('%s is refused in words, ends its connection alone, and is told', async (_what, bytes, status) => {
    const at = await scene();
    const hostile = await hostileClient(at.instance);

    hostile.send(bytes);
    const answer = await hostile.ended();

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    const attempt = await attemptOf(at.client, hostile.name);
    expect(titles(attempt)).toContain(`Answered ${status}`);
    await reportsAll(at, 'good', 2);
  });
});

describe('what is no TLS', () => {
  const hello = Buffer.concat([Buffer.from('16030100c8010000c40303', 'hex'), Buffer.alloc(60, 7)]);
  test.each([
    ['cleartext HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n'), 'Plain HTTP instead of TLS'],
    ['bytes of something else', Buffer.from([0xff, 0xfe, 0xfd, 0xfc, 0xfb]), 'Neither TLS nor HTTP'],
    [
      'a record of garbage',
      Buffer.concat([Buffer.from('1603010020', 'hex'), Buffer.alloc(32, 0xee)]),
      'Handshake failed',
    ],
    ['a hello whose fields lie', Buffer.concat([hello, Buffer.alloc(400, 0xff)]), 'Handshake failed'],
    [
      'a record of impossible length',
      Buffer.concat([Buffer.from('160301ffff', 'hex'), Buffer.alloc(400, 1)]),
      'Handshake failed',
    ],
  ])('%s is told for what it is', async (_what, bytes, title) => {
    const at = await scene();
    const hostile = await hostileClient(at.instance, true);

    hostile.send(bytes);
    hostile.socket.end();
    await hostile.ended();

    expect(titles(await attemptOf(at.client, hostile.name))).toContain(title);
    await reportsAll(at, 'good', 2);
  });

  test('200 connections that say half a hello, or nothing, are no hindrance', async () => {
    const at = await scene();
    const held = await Promise.all(Array.from({ length: 200 }, () => hostileClient(at.instance, true)));
    for (const [index, hostile] of held.entries()) if (index % 2 === 0) hostile.send(hello);

    await reportsAll(at, 'good', 10);

    const [first] = held;
    for (const hostile of held) hostile.socket.destroy();
    expect(titles(await attemptOf(at.client, first?.name ?? ''))).toContain('Handshake failed');
  });
});

describe('a body', () => {
  const gzip = 'Content-Encoding: gzip';
  const deep = `{"log":{"message":"a","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}}\n`;
  const invalid = Buffer.from([0x22, 0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0x22, 0x0a]);
  const cases: readonly (readonly [string, Buffer, readonly string[], number, string])[] = [
    ['of 300 KiB and one byte in a line', swollen('x', 307_201), [], 400, 'event exceeded the permitted size'],
    ['of millions of empty lines', swollen('\n', 8 * MEBIBYTE), [], 202, ''],
    ['of empty lines, packed', gzipSync(swollen('\n', 256 * MEBIBYTE)), [gzip], 202, ''],
    ['of zeros, packed', gzipSync(swollen('\0', 256 * MEBIBYTE)), [gzip], 400, 'event exceeded'],
    ['of newlines in zlib', deflateSync(swollen('\n', 64 * MEBIBYTE)), ['Content-Encoding: deflate'], 202, ''],
    ['packed twice', gzipSync(gzipSync(swollen('\n', 64 * MEBIBYTE))), [gzip], 400, 'error'],
    ['packed and cut off', gzipSync(METADATA + LOG.repeat(20)).subarray(0, -9), [gzip], 500, 'unexpected EOF'],
    [
      'packed with a tail of garbage',
      Buffer.concat([gzipSync(METADATA + LOG), Buffer.from('no gzip at all')]),
      [gzip],
      500,
      'invalid header',
    ],
    ['that only says it is packed', Buffer.from(METADATA + LOG), [gzip], 400, 'gzip: invalid header'],
    ['of 50 000 brackets', Buffer.from(METADATA + deep), [], 400, 'errors'],
    [
      'with a number beyond any',
      Buffer.from(`${METADATA}{"transaction":{"id":"1","duration":1e999}}\n`),
      [],
      400,
      'errors',
    ],
    [
      'with bytes that are no text',
      Buffer.concat([Buffer.from(METADATA), invalid]),
      [],
      400,
      'did not recognize object type',
    ],
    ['with half a surrogate', Buffer.from(`${METADATA}{"log":{"message":"\\ud800"}}\n`), [], 202, ''],
  ];

  test.each(cases)(
    '%s is answered as the real server would, and told',
    async (_what, body, lines, status, words) => {
      const at = await scene();
      const hostile = await hostileClient(at.instance);

      hostile.send(sized(at.token, body, ...lines));
      await reportsAll(at, 'good', 5);

      expect(await hostile.answered(status === 202 ? /\r\n\r\n/ : /\r\n\r\n(?:0\r\n\r\n|[\s\S]*\}\r?\n)/)).toMatch(
        new RegExp(`^HTTP/1.1 ${status} `),
      );
      hostile.socket.end();
      expect(await hostile.ended()).toContain(words);
      expect(titles(await attemptOf(at.client, hostile.name))).toContain(`Answered ${status}`);
    },
    60_000,
  );
});

test('bombs, endless bodies and trickles at once cost no good agent its answer, and memory stays bounded', async () => {
  const at = await scene();
  await reportsAll(at, 'before', 3);
  const before = residentMebibytes(at.instance);
  const chunked = head(at.token, 'Transfer-Encoding: chunked');
  const bombs = ['\n', '\0', ' \n'].map((filling) => gzipSync(swollen(filling, 256 * MEBIBYTE)));
  const exploding: HostileClient[] = [];
  for (const bomb of bombs) {
    const hostile = await hostileClient(at.instance);
    hostile.send(sized(at.token, bomb, 'Content-Encoding: gzip'));
    exploding.push(hostile);
  }
  const endless = await hostileClient(at.instance);
  endless.send(chunked);
  const piece = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 'x'), Buffer.from('\r\n')]);
  const pour = (): void => {
    while (!endless.socket.destroyed && endless.socket.write(piece));
  };
  endless.socket.on('drain', pour);
  endless.send(`${METADATA.length.toString(16)}\r\n${METADATA}\r\n`);
  pour();
  const trickle = await hostileClient(at.instance);
  trickle.send(`${chunked}1\r\n{\r\n`);
  const headless = await hostileClient(at.instance);
  headless.send('GET / HTTP/1.1\r\nX-Endless: ');
  const drips = setInterval(() => {
    trickle.send('1\r\nx\r\n');
    headless.send('x');
  }, 20);
  onTestFinished(() => clearInterval(drips));

  await reportsAll(at, 'meanwhile', 20);
  const during = residentMebibytes(at.instance);

  endless.socket.destroy();
  for (const hostile of exploding) hostile.socket.destroy();
  await reportsAll(at, 'after', 3);
  expect(Math.max(during, residentMebibytes(at.instance)) - before).toBeLessThan(200);
  expect(at.instance.child.exitCode).toBeNull();
}, 120_000);

test('200 requests over connections of their own are all answered, and all stored', async () => {
  const at = await scene();
  const ids = Array.from({ length: 200 }, (_, index) => (index + 1).toString(16).padStart(16, '0'));

  const answers = await Promise.all(
    ids.map(async (id) => {
      const client = await hostileClient(at.instance);
      client.send(sized(at.token, Buffer.from(transactions('crowd', [id]))));
      return client.answered(/\r\n\r\n/);
    }),
  );

  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 202 '))).toHaveLength(200);
  const { events } = await at.client.call('event.list', { service: 'crowd', limit: 10_000 });
  expect(events.map((event) => event.id).sort()).toEqual(ids);
}, 60_000);

test('a request that breaks off at any of its bytes stores nothing of itself, and the next one is whole', async () => {
  const at = await scene();
  const request = sized(at.token, Buffer.from(transactions('broken', ['00000000000000aa'])));

  for (let sent = 0; sent < request.length; sent += 1) {
    const hostile = await hostileClient(at.instance);
    hostile.socket.end(request.subarray(0, sent));
    await Promise.race([hostile.ended(), once(hostile.socket, 'end')]);
    hostile.socket.destroy();
  }

  const { events } = await at.client.call('event.list', { service: 'broken', limit: 100 });
  expect(events).toEqual([]);
  await reportsAll(at, 'good', 2);
}, 120_000);
