import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type ClientHttp2Session, type ClientHttp2Stream, connect as connectHttp2, constants } from 'node:http2';
import { Agent, request } from 'node:https';
import { connect as connectTcp } from 'node:net';
import { connect } from 'node:tls';

/*
 * A client in a process of its own, so that what it keeps is not in the memory that is looked at: `many-requests.ts PORT CA-FILE WAY COUNT`. Ways: `kept-alive` (all on one
 * connection, fifty in a row), `http2` and `grpc` (all on one, fifty at a time), `short` and `short-http2` (a connection each), `rude` and `rude-http2` (a connection each,
 * gone before the answer). Prints how many were sent.
 */

const [port = '', caFile = '', way = '', count = ''] = process.argv.slice(2);
const ca = readFileSync(caFile);
const token = 'Bearer sekrit';
const STREAM =
  '{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.7.0"}}}}\n{"log":{"message":"hello"}}\n';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** Each kind of route in turn: kept as a whole, in pieces, refused, asked for. */
const KINDS: readonly Asked[] = [
  { method: 'POST', path: '/intake/v2/events', body: STREAM },
  { method: 'POST', path: '/v1/traces', body: '' },
  { method: 'GET', path: '/config/v1/agents?service.name=shop', body: '' },
  { method: 'POST', path: '/intake/v2/events', body: 'no metadata\n' },
  { method: 'GET', path: '/', body: '' },
];
const kindOf = (index: number): Asked => KINDS[index % KINDS.length] ?? { method: 'GET', path: '/', body: '' };

function textOf({ method, path, body }: Asked): string {
  return `${method} ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: ${token}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

function askBy(agent: Agent, { method, path, body }: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', servername: 'localhost', ca, agent, method, path, headers: { Authorization: token } },
      (answer) => {
        answer.resume();
        answer.once('end', resolve);
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

/** Many connections after each other, sixteen at a time. */
async function inTurns(total: number, one: (index: number) => Promise<void>, atOnce = 16): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next; index < total; index = next) {
      next += 1;
      await one(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** So many requests are sent in one go, and the next when all of them are answered. */
const IN_A_ROW = 50;

async function keptAlive(total: number): Promise<void> {
  const socket = connect({ port: Number(port), host: '127.0.0.1', servername: 'localhost', ca });
  let carried = '';
  let answers = 0;
  let expected = 0;
  let wake = (): void => undefined;
  socket.on('data', (bytes: Buffer) => {
    const text = carried + bytes.toString('latin1');
    answers += text.split('HTTP/1.1 ').length - 1;
    // What may be the beginning of a status line.
    carried = text.slice(-8);
    if (answers === expected) wake();
  });
  await once(socket, 'secureConnect');
  while (expected < total) {
    const some = Math.min(IN_A_ROW, total - expected);
    const lines = Array.from({ length: some }, (_, index) => textOf(kindOf(expected + index)));
    expected += some;
    const answered = new Promise<void>((resolve) => {
      wake = resolve;
    });
    socket.write(lines.join(''));
    await answered;
  }
  socket.destroy();
}

async function short(total: number): Promise<void> {
  await inTurns(total, async (index) => {
    const agent = new Agent({ keepAlive: false });
    await askBy(agent, kindOf(index));
    agent.destroy();
  });
}

/** Sends a request and leaves at once, by turns politely and with a reset. */
function rude(total: number): Promise<void> {
  return inTurns(
    total,
    (index) =>
      new Promise((resolve) => {
        const below = connectTcp(Number(port), '127.0.0.1');
        const socket = connect({ socket: below, servername: 'localhost', ca }, () => {
          socket.write(textOf(kindOf(index)), () => (index % 2 === 0 ? socket.destroy() : below.resetAndDestroy()));
        });
        socket.on('error', () => undefined);
        below.on('error', () => undefined);
        below.once('close', () => resolve());
      }),
  );
}

const GRPC_REQUEST = {
  ':method': 'POST',
  ':path': '/opentelemetry.proto.collector.trace.v1.TraceService/Export',
  'content-type': 'application/grpc',
  'grpc-timeout': '1H',
  authorization: token,
};

function askIn(session: ClientHttp2Session, index: number, isGrpc: boolean): ClientHttp2Stream {
  const { method, path, body } = kindOf(index);
  const stream = isGrpc
    ? session.request(GRPC_REQUEST)
    : session.request({ ':method': method, ':path': path, authorization: token }, { endStream: false });
  stream.end(isGrpc ? Buffer.alloc(5) : body);
  return stream;
}

function answered(stream: ClientHttp2Stream): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('error', reject).once('close', resolve).resume();
  });
}

async function overHttp2(total: number, isGrpc: boolean): Promise<void> {
  const session = connectHttp2(`https://localhost:${port}`, { ca });
  await inTurns(total, (index) => answered(askIn(session, index, isGrpc)), 50);
  session.destroy();
}

/** By turns a call of gRPC and one of the other routes. */
async function shortOverHttp2(total: number): Promise<void> {
  await inTurns(total, async (index) => {
    const session = connectHttp2(`https://localhost:${port}`, { ca });
    await answered(askIn(session, index, index % 2 === 0));
    session.close();
    await once(session, 'close');
  });
}

/** Three streams are begun; then one is reset and the session destroyed, or the connection reset below it. */
function rudeOverHttp2(total: number): Promise<void> {
  return inTurns(
    total,
    (index) =>
      new Promise((resolve) => {
        const below = connectTcp(Number(port), '127.0.0.1');
        const socket = connect({ socket: below, servername: 'localhost', ca, ALPNProtocols: ['h2'] });
        const session = connectHttp2(`https://localhost:${port}`, { createConnection: () => socket });
        for (const each of [session, socket, below]) each.on('error', () => undefined);
        session.once('connect', () => {
          const streams = [0, 1, 2].map((more) => askIn(session, index + more, more === 0));
          for (const stream of streams) stream.on('error', () => undefined);
          // What was written so far is on its way by then.
          session.ping(() => {
            streams[0]?.close(constants.NGHTTP2_CANCEL);
            if (index % 2 === 0) session.destroy();
            else below.resetAndDestroy();
          });
        });
        below.once('close', () => resolve());
      }),
  );
}

const WAYS: Readonly<Record<string, (total: number) => Promise<void>>> = {
  'kept-alive': keptAlive,
  short,
  rude,
  'short-http2': shortOverHttp2,
  'rude-http2': rudeOverHttp2,
  http2: (total) => overHttp2(total, false),
  grpc: (total) => overHttp2(total, true),
};

await WAYS[way]?.(Number(count));
process.stdout.write(`${count}\n`);
