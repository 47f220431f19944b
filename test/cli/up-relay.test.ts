import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Push, RelayState } from '../../main/contract/index.ts';
import { openHttp2Client, TRACES } from '../support/http2-client.ts';
import { SPAN_ID, TRACE_ID, tracesRequest } from '../support/otlp-requests.ts';
import { type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';

/* `sealwire up --relay URL`: one Sealwire passes on to another, which answers as an APM Server does. */

let behind: RunningSealwire;
let theirs: { readonly token: string; readonly file: string };
const folder = mkdtempSync(join(tmpdir(), 'sealwire-up-relay-'));

beforeAll(async () => {
  behind = await startSealwire({ args: ['--rum'] });
  const { token } = await behind.client.call('token.show', {});
  theirs = { token, file: join(folder, 'token') };
  writeFileSync(theirs.file, `${token}\n`, { mode: 0o600 });
});
afterAll(async () => {
  await behind.stop();
  rmSync(folder, { recursive: true, force: true });
});

const relayTo = (url: string, ca: string, tokenFile = theirs.file): string[] => [
  '--relay',
  url,
  '--relay-ca',
  ca,
  '--relay-token-file',
  tokenFile,
];

interface Sent {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** One request to the one in front, with its own token unless another is given. */
async function send(
  to: RunningSealwire,
  path: string,
  options: { readonly body?: Buffer; readonly headers?: Record<string, string>; readonly token?: string | null } = {},
): Promise<Sent> {
  const token = options.token === undefined ? (await to.client.call('token.show', {})).token : options.token;
  return new Promise((resolve, reject) => {
    const asked = request(`${to.ready.endpoint}${path}`, {
      method: options.body === undefined ? 'GET' : 'POST',
      ca: readFileSync(to.ready.ca),
      headers: { accept: '*/*', ...options.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      agent: false,
    });
    asked.once('error', reject);
    asked.once('response', async (response) => {
      const pieces: Buffer[] = [];
      for await (const piece of response) pieces.push(piece);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(pieces).toString() });
    });
    asked.end(options.body);
  });
}

const NDJSON = { 'content-type': 'application/x-ndjson' };

function intakeBody(service: string, ids: readonly string[], padding = ''): Buffer {
  const metadata = { metadata: { service: { name: service, agent: { name: 'nodejs', version: '4.0.0' } } } };
  const lines = ids.map((id) => ({
    transaction: {
      id,
      trace_id: TRACE_ID,
      type: 'request',
      duration: 1,
      span_count: { started: 0 },
      ...(padding === '' ? {} : { context: { custom: { padding } } }),
    },
  }));
  return Buffer.from([metadata, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** A message of gRPC behind its length. */
function frame(message: Buffer, isCompressed: boolean): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(Number(isCompressed), 0);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

const idOf = (number: number): string => number.toString(16).padStart(16, '0');

/** Ids of the transactions of a service, once there are so many. */
async function transactions(of: RunningSealwire, service: string, count: number): Promise<(string | null)[]> {
  const list = async () => (await of.client.call('event.list', { service, limit: 1000 })).events.map(({ id }) => id);
  return until(of, async () => {
    const ids = await list();
    return ids.length >= count ? ids : null;
  });
}

/** What `look` yields as soon as it is not null; it looks again whenever something is told. */
function until<T>(at: RunningSealwire, look: () => Promise<T | null>): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLooking = false;
    let isDue = false;
    const again = async (): Promise<void> => {
      isDue = true;
      if (isLooking) return;
      isLooking = true;
      while (isDue) {
        isDue = false;
        const found = await look();
        if (found === null) continue;
        stop();
        resolve(found);
        return;
      }
      isLooking = false;
    };
    const heard = (): void => void again().catch(reject);
    const stop = at.client.listen((_push: Push) => heard());
    heard();
  });
}

/** The state of the relay as soon as it is so. */
function relayState(at: RunningSealwire, matches: (state: RelayState) => boolean): Promise<RelayState> {
  return until(at, async () => {
    const { relay } = await at.client.call('status', {});
    return relay !== null && matches(relay) ? relay : null;
  });
}

describe('up --relay passes on', () => {
  let front: RunningSealwire;
  beforeAll(async () => {
    front = await startSealwire({ args: ['--rum', ...relayTo(behind.ready.endpoint, behind.ready.ca)] });
  });
  afterAll(() => front.stop());

  test('what agents send, keeps it as well, and replaces the token', async () => {
    const ours = (await front.client.call('token.show', {})).token;
    const body = intakeBody('relayed-shop', [idOf(1), idOf(2)]);

    const plain = await send(front, '/intake/v2/events', { body, headers: NDJSON });
    const packed = await send(front, '/intake/v2/events', {
      body: gzipSync(intakeBody('relayed-shop', [idOf(3)])),
      headers: { ...NDJSON, 'content-encoding': 'gzip' },
    });

    expect([plain.status, packed.status]).toEqual([202, 202]);
    const wanted = [idOf(1), idOf(2), idOf(3)];
    expect((await transactions(behind, 'relayed-shop', 3)).sort()).toEqual(wanted);
    expect((await transactions(front, 'relayed-shop', 3)).sort()).toEqual(wanted);
    expect(ours).not.toBe(theirs.token);
    const { tokens } = await behind.client.call('token.list', {});
    expect(tokens[0]?.usedBy).toContain('relayed-shop');
    const state = await relayState(front, ({ queued, sent }) => queued.requests === 0 && sent >= 2);
    expect(state).toMatchObject({ url: behind.ready.endpoint, state: 'passing', problem: null, refused: 0 });
  });

  test('OTLP, and what a page sends without any token', async () => {
    const traces = await send(front, '/v1/traces', {
      body: tracesRequest(['relayed-otel']),
      headers: { 'content-type': 'application/x-protobuf' },
    });
    const grpc = await openHttp2Client(
      Number(new URL(front.ready.endpoint).port),
      readFileSync(front.ready.ca, 'utf8'),
    );
    const { token } = await front.client.call('token.show', {});
    const call = await grpc.call(TRACES, frame(gzipSync(tracesRequest(['relayed-grpc'])), true), {
      authorization: `Bearer ${token}`,
      'grpc-encoding': 'gzip',
    });
    grpc.close();
    const page = await send(front, '/intake/v2/rum/events', {
      body: Buffer.from(
        intakeBody('relayed-page', [idOf(9)])
          .toString()
          .replace('"nodejs"', '"rum-js"'),
      ),
      headers: { ...NDJSON, origin: 'http://localhost:3000' },
      token: null,
    });

    expect([traces.status, page.status]).toEqual([200, 202]);
    expect(call.status).toBe('0');
    expect(await transactions(behind, 'relayed-otel', 1)).toEqual([SPAN_ID]);
    expect(await transactions(behind, 'relayed-grpc', 1)).toEqual([SPAN_ID]);
    expect(await transactions(behind, 'relayed-page', 1)).toEqual([idOf(9)]);
  });

  test('questions of agents, so that the server behind answers them in its own words', async () => {
    await behind.client.call('config.set', {
      service: 'relayed-shop',
      environment: null,
      settings: { transaction_sample_rate: '0.25' },
    });
    const path = '/config/v1/agents?service.name=relayed-shop';

    const direct = await send(behind, path);
    const passed = await send(front, path);
    const tag = String(direct.headers.etag);
    const unchanged = await send(front, path, { headers: { 'if-none-match': tag } });
    const [own, info] = [await send(behind, '/'), await send(front, '/')];

    expect(JSON.parse(passed.text)).toEqual({ transaction_sample_rate: '0.25' });
    expect([passed.text, passed.headers.etag, passed.headers['cache-control']]).toEqual([
      direct.text,
      direct.headers.etag,
      direct.headers['cache-control'],
    ]);
    expect([unchanged.status, unchanged.text]).toEqual([304, '']);
    expect(JSON.parse(info.text)).toEqual(JSON.parse(own.text));
    expect((await send(front, '/', { token: 'wrong' })).text).toBe('');
    expect((await send(front, path, { token: 'wrong' })).status).toBe(401);
  });

  test('what the server behind would not take counts, with its own words', async () => {
    const refusals = (await relayState(front, () => true)).eventsRefused;
    const lines = intakeBody('relayed-half', [idOf(5)])
      .toString()
      .replace(/\n$/, '\n{"transaction":{"id":"x"}}\n');

    const answer = await send(front, '/intake/v2/events', { body: Buffer.from(lines), headers: NDJSON });

    expect(answer.status).toBe(400);
    expect(await transactions(behind, 'relayed-half', 1)).toEqual([idOf(5)]);
    expect((await relayState(front, (state) => state.eventsRefused > refusals)).eventsRefused).toBe(refusals + 1);
  });

  test('and the token of the server behind is in no argument, log or file', async () => {
    const command = readFileSync(`/proc/${front.ready.pid}/cmdline`, 'utf8');

    expect(command).toContain(theirs.file);
    expect(command + front.log()).not.toContain(theirs.token);
    expect((await front.cli(['status', '--json'])).stdout).not.toContain(theirs.token);
    expect((await front.cli(['status'])).stdout).toMatch(
      new RegExp(`^Relay +passed on to ${behind.ready.endpoint}: \\d+ requests sent`, 'm'),
    );
  });
});

describe('while the server behind is away', () => {
  test('everything is kept over a kill, and arrives once it is back', async () => {
    const away = await startSealwire();
    const { token } = await away.client.call('token.show', {});
    const file = join(folder, 'away-token');
    writeFileSync(file, token, { mode: 0o600 });
    const port = Number(new URL(away.ready.endpoint).port);
    await away.client.call('endpoint.stop', {});
    const home = mkdtempSync(join(tmpdir(), 'sealwire-killed-'));
    const args = relayTo(away.ready.endpoint, away.ready.ca, file);

    const first = await startSealwire({ home, args });
    const count = 20;
    for (let at = 0; at < count; at++) {
      const { status } = await send(first, '/intake/v2/events', {
        body: intakeBody('kept', [idOf(at)]),
        headers: NDJSON,
      });
      expect(status).toBe(202);
      if (at === count - 1) process.kill(first.ready.pid, 'SIGKILL');
    }
    await first.stop();
    const second = await startSealwire({ home, args });
    const waiting = await relayState(second, ({ problem }) => problem !== null);
    expect(waiting).toMatchObject({ state: 'waiting', queued: { requests: count } });
    expect(waiting.problem?.message).toContain('ECONNREFUSED');
    await away.client.call('endpoint.start', { port });

    const arrived = await transactions(away, 'kept', count);
    await relayState(second, ({ queued, problem }) => queued.requests === 0 && problem === null);
    expect(arrived.sort()).toEqual(Array.from({ length: count }, (_, at) => idOf(at)));
    await second.stop();
    await away.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test('a full queue refuses as the real server does, and says so', async () => {
    const front = await startSealwire({
      args: [...relayTo('https://localhost:1', behind.ready.ca), '--relay-limit', '1'],
    });
    const body = intakeBody('much', [idOf(1)], 'x'.repeat(200_000));

    const statuses: number[] = [];
    let last: Sent | null = null;
    while (last?.status !== 503 && statuses.length < 10) {
      last = await send(front, '/intake/v2/events', { body, headers: NDJSON });
      statuses.push(last.status);
    }

    expect(statuses).toEqual([202, 202, 202, 202, 202, 503]);
    expect(last?.text).toContain('cannot handle stream: cannot process batch: queue is full');
    const { queued } = await relayState(
      front,
      ({ problem }) => problem?.message.includes('The queue is full') === true,
    );
    expect(queued).toMatchObject({ requests: 5 });
    const purged = await front.cli(['events', 'purge', '--yes']);
    expect(purged.stderr).toContain('5 requests that wait to be passed on to https://localhost:1 are kept');
    await front.stop();
  });

  test('a token that is wrong there holds everything, and the right one lets it through', async () => {
    const wrong = join(folder, 'wrong');
    writeFileSync(wrong, 'not-this-one');
    const home = mkdtempSync(join(tmpdir(), 'sealwire-wrong-'));
    const first = await startSealwire({ home, args: relayTo(behind.ready.endpoint, behind.ready.ca, wrong) });
    expect(
      (await send(first, '/intake/v2/events', { body: intakeBody('held', [idOf(7)]), headers: NDJSON })).status,
    ).toBe(202);
    const held = await relayState(first, ({ state }) => state === 'held');
    await first.stop();

    const second = await startSealwire({ home, args: relayTo(behind.ready.endpoint, behind.ready.ca) });

    expect(held.problem?.message).toContain('does not let Sealwire in');
    expect(await transactions(behind, 'held', 1)).toEqual([idOf(7)]);
    await second.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test('what waits for one server is not sent to another', async () => {
    const home = mkdtempSync(join(tmpdir(), 'sealwire-other-'));
    const first = await startSealwire({ home, args: relayTo('https://localhost:1', behind.ready.ca) });
    await send(first, '/intake/v2/events', { body: intakeBody('elsewhere', [idOf(8)]), headers: NDJSON });
    await first.stop();

    const second = await startSealwire({ home, args: relayTo(behind.ready.endpoint, behind.ready.ca) });
    const { notices, relay } = await second.client.call('status', {});
    expect(first.log()).toMatch(/"event":"relay".*ECONNREFUSED/);

    expect(relay?.queued.requests).toBe(0);
    expect(notices.find(({ id }) => id === 'relay-others-https://localhost:1')?.text).toContain('sealwire up --relay');
    await second.stop();
    rmSync(home, { recursive: true, force: true });
  });
});

describe('up --relay refuses', () => {
  test.each([
    [['--relay', 'http://apm.example.com'], 'https://'],
    [['--relay', 'https://apm.example.com/path'], 'https://apm.example.com'],
    [['--relay-limit', '5'], '--relay URL'],
    [['--relay', 'https://apm.example.com', '--relay-ca', '/none'], 'Check the path'],
    [['--relay', 'https://a.example', '--relay-token-file', '/x', '--relay-token-stdin'], 'in one way'],
  ])('%j', async (args, fix) => {
    const { code, stderr } = await behind.cli(['up', '--json', ...args]);

    expect(code).toBe(2);
    expect(JSON.parse(stderr.split('\n').at(-2) ?? '').error.fix).toContain(fix);
  });
});
