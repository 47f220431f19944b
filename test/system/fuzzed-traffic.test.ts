import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Client } from '../../main/contract/index.ts';
import { type FuzzedBody, fuzzedBodies } from '../support/fuzz/fuzzed-bodies.ts';
import { below, mutate, type Random } from '../support/fuzz/mutate.ts';
import { problemOfAnswer } from '../support/fuzz/sound-answer.ts';
import { openRawClient, type RawAnswer, type RawClient } from '../support/raw-exchange.ts';
import { seeded } from './seeded.ts';
import { type Instance, systemHome } from './system-home.ts';

/* The bodies of `test/core/endpoint/fuzzed-bodies.test.ts` over TLS to a whole Sealwire, in pieces and chunks of any size, and requests of which any byte may be another. */

const SEED = Number(process.env.SEALWIRE_SEED ?? 20_261_128);
const isLong = process.env.SEALWIRE_LONG === '1';
const BODIES = isLong ? 40_000 : 600;
const REQUESTS = isLong ? 5000 : 150;
const SENDERS = 4;
/** Of a process that grows into its caches at first; a leak of a body each would be twenty times this. */
const MOST_GROWTH_MEBIBYTES = 150;

interface Scene {
  readonly instance: Instance;
  readonly client: Client;
  readonly token: string;
  readonly ca: string;
}

async function scene(): Promise<Scene> {
  const instance = await (await systemHome()).up();
  const client = await instance.connect();
  const { token } = await client.call('token.show', {});
  return { instance, client, token, ca: readFileSync(instance.ready.ca, 'utf8') };
}

function residentMebibytes({ child }: Instance): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function headOf(token: string, { contentEncoding }: FuzzedBody, framing: string): string {
  const coding = contentEncoding === null ? [] : [`Content-Encoding: ${contentEncoding}`];
  const fields = ['Host: localhost', `Authorization: Bearer ${token}`, ...coding, framing];
  return `POST /intake/v2/events?verbose HTTP/1.1\r\n${fields.join('\r\n')}\r\n\r\n`;
}

/** A body in pieces of any size, each sent by itself; or a length and all at once. */
function sendBody(client: RawClient, token: string, body: FuzzedBody, random: Random): void {
  const { bytes } = body;
  if (random() < 0.6) {
    client.send(Buffer.concat([Buffer.from(headOf(token, body, `Content-Length: ${bytes.length}`)), bytes]));
    return;
  }
  client.send(headOf(token, body, 'Transfer-Encoding: chunked'));
  const longest = Math.max(1, bytes.length / 2);
  for (let at = 0; at < bytes.length; ) {
    const piece = bytes.subarray(at, at + 1 + below(random, longest));
    client.send(Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]));
    at += piece.length;
  }
  client.send('0\r\n\r\n');
}

function problemOf({ statusLine, body }: RawAnswer): string | null {
  const status = Number(statusLine.split(' ')[1]);
  const said: { readonly errors?: readonly { readonly message: string }[] } = JSON.parse(body);
  return problemOfAnswer({ status, errors: said.errors ?? [] });
}

function acceptedIn({ body }: RawAnswer): number {
  const said: { readonly accepted: number } = JSON.parse(body);
  return said.accepted;
}

test(`${BODIES} bodies, broken and hostile, are each answered as by the real server, what was accepted is stored, and memory is flat (seed ${SEED})`, {
  timeout: 7_200_000,
}, async () => {
  const at = await scene();
  const random = seeded(SEED);
  const next = fuzzedBodies(random);
  let sent = 0;
  let accepted = 0;
  let residentEarly = 0;
  const sender = async (): Promise<void> => {
    let client = await openRawClient(at.instance.port, at.ca);
    while (sent < BODIES) {
      sent += 1;
      if (sent === Math.floor(BODIES / 3)) residentEarly = residentMebibytes(at.instance);
      const body = next();
      sendBody(client, at.token, body, random);
      const answer = await client.answer();
      const problem = problemOf(answer);
      if (problem !== null) throw new Error(`${problem}: ${JSON.stringify(body.bytes.toString('base64'))}`);
      accepted += acceptedIn(answer);
      if (!answer.headers.some(([name, value]) => name === 'Connection' && value === 'close')) continue;
      client.close();
      client = await openRawClient(at.instance.port, at.ca);
    }
    client.close();
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));

  expect(residentMebibytes(at.instance) - residentEarly).toBeLessThan(MOST_GROWTH_MEBIBYTES);
  expect((await at.client.call('event.list', { limit: 10_000 })).events.length).toBe(Math.min(10_000, accepted));
  expect((await at.client.call('event.purge', {})).removed).toBe(accepted);
  expect(accepted).toBeGreaterThan(BODIES / 2);
  expect((await at.client.call('status', {})).notices.filter(({ level }) => level === 'failed')).toEqual([]);
  expect(at.instance.child.exitCode).toBeNull();
  expect(at.instance.stderr()).toBe('');
});

/** What may stand where an answer begins: any but a fault of ours, whose words are the panic's. */
const ANSWER = /^(?:$|HTTP\/1\.[01] (?:[1-4]\d\d|501|505|500 Internal Server Error\r\n[\s\S]*cannot handle stream: ))/;

test(`${REQUESTS} requests with any byte changed, each followed by the end of its sender, end in an answer or with their connection alone (seed ${SEED})`, {
  timeout: 7_200_000,
}, async () => {
  const at = await scene();
  const random = seeded(SEED + 1);
  const next = fuzzedBodies(random);
  const sound: FuzzedBody = {
    bytes: Buffer.from(
      '{"metadata":{"service":{"name":"sound","agent":{"name":"a","version":"1"}}}}\n{"log":{"message":"m"}}\n',
    ),
    contentEncoding: null,
    maxEventSize: 307_200,
  };
  const answered = new Map<string, number>();
  for (let sent = 0; sent < REQUESTS; sent += 1) {
    // Of the bodies made up for this nearly all are refused, so every other one is sound.
    const body = sent % 2 === 0 ? sound : next();
    const head = Buffer.from(headOf(at.token, body, `Content-Length: ${body.bytes.length}`));
    const bytes = Buffer.concat([mutate(head, body.bytes, random), body.bytes]);
    const client = await openRawClient(at.instance.port, at.ca);
    const received: Buffer[] = [];
    client.socket.on('data', (piece: Buffer) => received.push(piece));
    // A client that goes on sending to an end that was said is reset.
    client.socket.on('error', () => undefined);
    client.send(bytes);
    client.socket.end();
    await client.ended();

    const answer = Buffer.concat(received).toString('latin1');
    if (!ANSWER.test(answer)) throw new Error(`${answer}\nto ${JSON.stringify(bytes.toString('base64'))}`);
    answered.set(answer.slice(9, 12), (answered.get(answer.slice(9, 12)) ?? 0) + 1);
  }
  const client = await openRawClient(at.instance.port, at.ca);
  sendBody(client, at.token, sound, () => 0);

  expect((await client.answer()).body).toBe('{"accepted":1}\n');
  expect(answered.get('400') ?? 0).toBeGreaterThan(REQUESTS / 20);
  expect(answered.get('202') ?? 0).toBeGreaterThan(0);
  expect(at.instance.child.exitCode).toBeNull();
  client.close();
});
