import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { grpcFrame, openHttp2Client, TRACES } from '../../support/http2-client.ts';
import { tracesRequest } from '../../support/otlp-requests.ts';
import { openRawClient, type RawAnswer, type RawClient } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* What agents see of it when a thread that works on their bodies dies. */

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.7.0"}}}}\n';
const LOG = '{"log":{"message":"hello"}}\n';
const AUTH = { Authorization: `Bearer ${TOKEN}` };
const SHUTTING_DOWN = '{"accepted":0,"errors":[{"message":"server is shutting down"}]}\n';

let authority: TestAuthority;
let running: RunningEndpoint;
let workers: Set<Worker>;

beforeEach(async () => {
  workers = new Set();
  const { postMessage } = Worker.prototype;
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, ...args) {
    workers.add(this);
    return postMessage.apply(this, args);
  });
  authority = createTestAuthority();
  running = await runEndpoint(authority.issue(['localhost']));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await running.close();
  authority.remove();
});

function post(client: RawClient, body: string): Promise<RawAnswer> {
  return client.exchange({ method: 'POST', path: '/intake/v2/events?verbose', headers: AUTH, body });
}

/** A body of which the metadata and a full batch are stored, and the rest is still to come. */
async function begun(): Promise<RawClient> {
  const client = await openRawClient(running.port, authority.caPem);
  const half = METADATA + LOG.repeat(10);
  const fields = ['Host: a', `Authorization: ${AUTH.Authorization}`, 'Transfer-Encoding: chunked', '\r\n'].join('\r\n');
  client.send(`POST /intake/v2/events?verbose HTTP/1.1\r\n${fields}${half.length.toString(16)}\r\n${half}\r\n`);
  return client;
}

test('each body that it had is answered 503, the connections stay, and the next bodies are taken', async () => {
  const clients = await Promise.all(Array.from({ length: 6 }, begun));
  await expect.poll(() => running.facts.filter(({ kind }) => kind === 'stored').length, { timeout: 30_000 }).toBe(6);
  const quiet = await openRawClient(running.port, authority.caPem);
  expect((await quiet.exchange({})).statusLine).toBe('HTTP/1.1 200 OK');

  const doomed = [...workers];
  for (const worker of doomed) await worker.terminate();
  for (const client of clients) client.send('0\r\n\r\n');

  const answers = await Promise.all(clients.map((client) => client.answer()));
  expect(answers.map(({ statusLine }) => statusLine)).toEqual(clients.map(() => 'HTTP/1.1 503 Service Unavailable'));
  expect(new Set(answers.map(({ body }) => body))).toEqual(new Set([SHUTTING_DOWN]));
  await expect
    .poll(async () => (await post(quiet, METADATA + LOG)).statusLine, { timeout: 30_000 })
    .toBe('HTTP/1.1 202 Accepted');
  for (const client of clients) expect((await post(client, METADATA + LOG)).body).toBe('{"accepted":1}\n');
  expect(running.store.notices().map(({ id }) => id)).toContain('events-restarted');
  for (const client of [...clients, quiet]) client.close();
});

test('a gRPC call that it had is answered 2 in the same words, and its connection takes the next one', async () => {
  const client = await openHttp2Client(running.port, authority.caPem);
  const headers = { authorization: AUTH.Authorization };
  const half = grpcFrame(tracesRequest(['shop'])).subarray(0, -3);
  const call = client.call(TRACES, half, headers, true);
  await running.fact('authenticated');
  // The bodies of a connection are begun in order: what comes after it has an answer, so it has been begun.
  await client.call(TRACES, grpcFrame(tracesRequest(['before'])), headers);

  for (const worker of [...workers]) await worker.terminate();

  expect(await call).toMatchObject({ status: '2', message: 'server is shutting down', isTrailersOnly: true });
  await expect
    .poll(async () => (await client.call(TRACES, grpcFrame(tracesRequest(['after'])), headers)).status, {
      timeout: 30_000,
    })
    .toBe('0');
  client.close();
});
