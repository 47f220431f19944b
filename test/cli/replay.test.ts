import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredEvent } from '../../main/contract/index.ts';
import {
  attributes,
  logsRequest,
  metricsRequest,
  START_NS,
  TRACE_ID,
  tracesRequest,
} from '../support/otlp-requests.ts';
import type { ProtoField } from '../support/protobuf.ts';
import { type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';

/* `sealwire events export` and `sealwire replay`, from one Sealwire to another that answers as an APM Server does. */

let from: RunningSealwire;
let to: RunningSealwire;
const folder = mkdtempSync(join(tmpdir(), 'sealwire-replay-'));
const tokenFile = join(folder, 'token');

beforeAll(async () => {
  [from, to] = await Promise.all([startSealwire(), startSealwire()]);
  writeFileSync(tokenFile, (await to.client.call('token.show', {})).token, { mode: 0o600 });
});
afterAll(async () => {
  await Promise.all([from.stop(), to.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

async function post(path: string, type: string, body: Buffer | string): Promise<number> {
  const { token } = await from.client.call('token.show', {});
  return new Promise((resolve, reject) => {
    const asked = request(`${from.ready.endpoint}${path}`, {
      method: 'POST',
      ca: readFileSync(from.ready.ca),
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      agent: false,
    });
    asked.once('error', reject);
    asked.once('response', (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    asked.end(body);
  });
}

const intake = (...lines: unknown[]): Promise<number> =>
  post('/intake/v2/events', 'application/x-ndjson', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

const metadata = (name: string) => ({ metadata: { service: { name, agent: { name: 'go', version: '2.0.0' } } } });

const eventsOf = async (of: RunningSealwire, service: string): Promise<StoredEvent[]> =>
  (await of.client.call('event.list', { service, limit: 1000 })).events;

/** What must be the same on both sides. */
const essence = (events: readonly StoredEvent[]): string[] =>
  events
    .map(({ kind, name, id, traceId, parentId, durationMs, outcome, at }) =>
      JSON.stringify([kind, name, kind === 'error' ? null : id, traceId, parentId, durationMs, outcome, at]),
    )
    .sort();

const there = (): string[] => ['--to', to.ready.endpoint, '--ca', to.ready.ca, '--token-file', tokenFile];

test('what is stored of a service is there as it was, times included', async () => {
  expect(
    await intake(
      metadata('shop'),
      {
        transaction: {
          id: '01',
          trace_id: TRACE_ID,
          type: 'request',
          name: 'GET /',
          duration: 3.5,
          span_count: { started: 1 },
        },
      },
      {
        span: {
          id: '02',
          trace_id: TRACE_ID,
          parent_id: '01',
          transaction_id: '01',
          name: 'SELECT',
          type: 'db',
          duration: 1,
          start: 0.5,
          timestamp: 1_767_323_045_678_901,
        },
      },
      { error: { id: '03', log: { message: 'no' }, timestamp: 1_767_323_045_000_000 } },
      { metricset: { samples: { 'system.memory.total': { value: 7 } }, timestamp: 1_767_323_040_000_000 } },
      { log: { message: 'hello', '@timestamp': 1_767_323_041_000_000 } },
    ),
  ).toBe(202);
  await intake(metadata('other'), { log: { message: 'not this' } });

  const { code, stdout } = await from.cli(['replay', '--json', '--service', 'shop', ...there()]);

  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    { to: to.ready.endpoint, bodies: 1, events: 5, refused: 0, reasons: [], stoppedBy: null },
  ]);
  expect(essence(await eventsOf(to, 'shop'))).toEqual(essence(await eventsOf(from, 'shop')));
  expect(await eventsOf(to, 'other')).toEqual([]);
});

test('what came by OTLP is sent as the intake protocol has it', async () => {
  expect(await post('/v1/traces', 'application/x-protobuf', tracesRequest(['otel-shop']))).toBe(200);
  const point: ProtoField = [1, [[3, { fixed64: START_NS }], [4, { fixed64: 3.5 }], ...attributes(7, { queue: 'a' })]];
  const metric: ProtoField = [
    2,
    [
      [1, 'queue.depth'],
      [5, [point]],
    ],
  ];
  const record: ProtoField = [
    2,
    [
      [1, { fixed64: START_NS }],
      [3, 'INFO'],
      [5, [[1, 'it works']]],
    ],
  ];
  await post('/v1/metrics', 'application/x-protobuf', metricsRequest('otel-shop', [metric]));
  await post('/v1/logs', 'application/x-protobuf', logsRequest('otel-shop', [record]));
  const sent = await eventsOf(from, 'otel-shop');

  const { code } = await from.cli(['replay', '--json', '--service', 'otel-shop', ...there()]);

  expect(code).toBe(0);
  expect(new Set(sent.map(({ kind }) => kind)).size).toBeGreaterThan(1);
  expect(essence(await eventsOf(to, 'otel-shop'))).toEqual(essence(sent));
});

test('a file of events export is for its owner alone, and is sent whole', async () => {
  await intake(metadata('filed'), {
    transaction: { id: '0a', trace_id: TRACE_ID, type: 'x', duration: 1, span_count: { started: 0 } },
  });
  await intake(metadata('filed'), { log: { message: 'and this' } });
  const file = join(folder, 'filed.ndjson');

  const written = await from.cli(['events', 'export', '--json', '--out', file, '--service', 'filed']);
  const again = await from.cli(['events', 'export', '--out', file]);
  const sent = await from.cli(['replay', '--json', file, ...there()]);

  expect(JSON.parse(written.stdout)).toEqual({ file, bodies: 2, events: 2 });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);
  expect([sent.code, JSON.parse(sent.stdout).events]).toEqual([0, 2]);
  expect(essence(await eventsOf(to, 'filed'))).toEqual(essence(await eventsOf(from, 'filed')));
});

test('what the server refuses is counted with its words, and the rest is sent', async () => {
  const file = join(folder, 'half.ndjson');
  const lines = [metadata('half'), { transaction: { id: 'x' } }, { log: { message: 'good' } }];
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));

  const { code, stdout } = await from.cli(['replay', '--json', file, ...there()]);

  expect([code, JSON.parse(stdout)]).toMatchObject([1, { events: 1, refused: 1 }]);
  expect((await eventsOf(to, 'half')).map(({ name }) => name)).toEqual(['good']);
});

test('a server that lets nobody in, or is not there, stops it with a sentence', async () => {
  const file = join(folder, 'filed.ndjson');
  const wrong = join(folder, 'wrong');
  writeFileSync(wrong, 'not-this-one');

  const refused = await from.cli([
    'replay',
    '--json',
    file,
    '--to',
    to.ready.endpoint,
    '--ca',
    to.ready.ca,
    '--token-file',
    wrong,
  ]);
  const away = await from.cli(['replay', '--json', file, '--to', 'https://localhost:1', '--ca', to.ready.ca]);
  const stranger = await from.cli(['replay', '--json', file, '--to', to.ready.endpoint]);

  expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([
    1,
    { bodies: 0, stoppedBy: expect.stringContaining('401') },
  ]);
  expect([away.code, JSON.parse(away.stdout).stoppedBy]).toEqual([1, expect.stringContaining('ECONNREFUSED')]);
  expect([stranger.code, JSON.parse(stranger.stdout).stoppedBy]).toEqual([
    1,
    expect.stringContaining('cannot be reached'),
  ]);
});

test.each([
  [[], '--to URL'],
  [['--to', 'https://a.example'], 'FILE'],
  [['/none.ndjson', '--to', 'https://a.example'], 'Check the path'],
])('%j is wrong usage', async (args, fix) => {
  const { code, stderr } = await from.cli(['replay', '--json', ...args]);

  expect([code, JSON.parse(stderr).error.fix]).toEqual([2, expect.stringContaining(fix)]);
});
