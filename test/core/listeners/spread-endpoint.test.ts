import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Endpoint, Secret } from '../../../main/contract/index.ts';
import type { ServerIdentity, TokenBook } from '../../../main/core/endpoint/ports.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../../main/core/endpoint/server-settings.ts';
import { findSocket } from '../../../main/core/evidence/socket-table.ts';
import { openRawClient, type RawClient } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint, TOKEN } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Several threads behind one port: each request is served by one of them, what they have in common is one, and each may die without the others. */

const METADATA = '{"metadata":{"service":{"name":"shop","agent":{"name":"rum-js","version":"5"}}}}\n';
const LOG = '{"log":{"message":"hello"}}\n';

let authority: TestAuthority;
let running: RunningEndpoint;

beforeAll(() => {
  authority = createTestAuthority();
  return () => authority.remove();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await running.close();
});

const start = async (
  ...[settings, options]: Parameters<typeof runEndpoint> extends [unknown, ...infer Rest] ? Rest : never
) => {
  running = await runEndpoint(authority.issue(['localhost']), settings, { spread: {}, ...options });
};

const events = (body = METADATA + LOG, token: string | null = TOKEN) => ({
  method: 'POST',
  path: '/intake/v2/events?verbose',
  body,
  headers: { Accept: 'application/json', ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
});

/** Connections that between them reach every thread. */
async function clientsOfAll(): Promise<RawClient[]> {
  const clients: RawClient[] = [];
  for (const threads = new Set<string>(); threads.size < 2; ) {
    const client = await openRawClient(running.port, authority.caPem);
    const { localPort } = client.socket;
    const { connection } = await running.fact('accepted', ({ remote }) => remote.port === localPort);
    const thread = connection.split('-')[0] ?? '';
    if (threads.has(thread)) client.close();
    else clients.push(client);
    threads.add(thread);
  }
  return clients;
}

describe('threads that share a port', () => {
  test('each serve, decode and store, and everything they observe is told', async () => {
    await start();
    const clients = await clientsOfAll();

    const answers = await Promise.all(clients.map((client) => client.exchange(events())));

    expect(answers.map(({ statusLine }) => statusLine)).toEqual(clients.map(() => 'HTTP/1.1 202 Accepted'));
    expect(await running.store.query({ limit: 10 })).toHaveLength(2);
    for (const { socket } of clients) {
      const { connection } = await running.fact('accepted', ({ remote }) => remote.port === socket.localPort);
      await running.fact('stored', (fact) => fact.connection === connection && fact.counts.log === 1);
      socket.destroy();
      await running.fact('closed', (fact) => fact.connection === connection);
    }
    expect(running.endpoint.state().connections).toBe(0);
  });

  test('leave a client of this machine in its handshake until who listens to them has looked for it', async () => {
    const sockets: (string | undefined)[] = [];
    await start(undefined, {
      sink: (fact) => {
        if (fact.kind !== 'accepted') return;
        // Long enough for a client that turns the certificate down to be gone.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
        sockets.push(findSocket(readFileSync('/proc/net/tcp', 'utf8'), fact.remote, fact.local)?.inode);
      },
    });
    const line = `import socket, ssl
ssl.create_default_context().wrap_socket(socket.create_connection(("127.0.0.1", ${running.port})), server_hostname="localhost")`;

    await once(spawn('python3', ['-c', line], { stdio: 'ignore' }), 'exit');

    expect(sockets).toEqual([expect.stringMatching(/^\d+$/)]);
  });

  test('let a token in as soon as it is made', async () => {
    const tokens = new Map([['first', 'sekrit-1']]);
    const book: TokenBook = {
      accepted: () => [...tokens].map(([id, text]) => ({ id, state: 'active' as const, value: new Secret(text) })),
      retired: () => [],
      didUse: () => undefined,
    };
    const identity = authority.issue(['localhost']);
    await start({}, { tokenBook: book });
    const clients = await clientsOfAll();

    for (const name of ['second', 'third']) {
      tokens.set(name, `sekrit-${name}`);
      running.endpoint.present(identity);
      for (const client of clients)
        expect((await client.exchange(events(METADATA + LOG, `sekrit-${name}`))).statusLine).toContain('202');
    }
    tokens.delete('second');
    running.endpoint.present(identity);
    for (const client of clients)
      expect((await client.exchange(events(METADATA + LOG, 'sekrit-second'))).statusLine).toContain('401');
  });

  test('present a renewed certificate to new connections and keep the open ones', async () => {
    let identity: ServerIdentity = authority.issue(['localhost']);
    await start({}, { identity: () => identity });
    const clients = await clientsOfAll();

    identity = authority.issue(['localhost', 'renewed.test']);
    running.endpoint.present(identity);

    for (let connection = 0; connection < 8; connection += 1) {
      const client = await openRawClient(running.port, authority.caPem);
      expect((client.socket as TLSSocket).getPeerCertificate().subjectaltname).toContain('renewed.test');
      client.close();
    }
    for (const client of clients) expect((await client.exchange(events())).statusLine).toContain('202');
  });

  test('take from one allowance, whichever of them an address comes to', async () => {
    const { auth, rum } = DEFAULT_SERVER_SETTINGS;
    const anonymous = { ...auth.anonymous, rateLimit: { eventLimit: 1, ipLimit: 10 } };
    const server = { ...DEFAULT_SERVER_SETTINGS, rum: { ...rum, enabled: true }, auth: { ...auth, anonymous } };
    await start({ server });
    const [one, other] = await clientsOfAll();

    // Three at once: a request and its event from one thread, the last one for a request to the other.
    const answers = [
      await one?.exchange(events(METADATA + LOG, null)),
      await other?.exchange(events(METADATA + LOG + LOG, null)),
    ];

    expect(answers.map((answer) => answer?.statusLine.split(' ')[1])).toEqual(['202', '429']);
  });

  test('answer from one central configuration', async () => {
    const asked: string[] = [];
    await start(
      {},
      {
        agentConfig: (service, environment, tag, mayKnow) => {
          asked.push(`${service} ${environment} ${tag} ${mayKnow}`);
          return { etag: 'e1', settings: { transaction_sample_rate: '0.5' }, reached: 'sent' };
        },
      },
    );
    for (const client of await clientsOfAll()) {
      const path = '/config/v1/agents?service.name=shop&service.environment=test';
      const headers = { Authorization: `Bearer ${TOKEN}`, 'If-None-Match': '"e0"' };
      const answer = await client.exchange({ path, headers });

      expect(JSON.parse(answer.body)).toEqual({ transaction_sample_rate: '0.5' });
      expect(answer.headers).toContainEqual(['Etag', '"e1"']);
    }
    expect(asked).toEqual(['shop test e0 null', 'shop test e0 null']);
    await running.fact('configured', ({ reached }) => reached === 'sent');
    expect(running.facts.filter(({ kind }) => kind === 'configured').length).toBeGreaterThan(0);
  });

  test('stop and start again on the same port', async () => {
    await start();
    const { port } = running;
    for (let round = 0; round < 3; round += 1) {
      await running.endpoint.stop();
      await expect(openRawClient(port, authority.caPem)).rejects.toThrow('ECONNREFUSED');
      const settings = { port, hosts: [], auth: 'token', durable: false, server: DEFAULT_SERVER_SETTINGS } as const;
      expect((await running.endpoint.start(settings)).port).toBe(port);
      const client = await openRawClient(port, authority.caPem);
      expect((await client.exchange(events())).statusLine).toContain('202');
      client.close();
    }
  });
});

describe('a port that is shared with somebody else', () => {
  test('is refused at the start, though the system would allow it', async () => {
    await start();
    await running.endpoint.stop();
    const other = createServer();
    other.listen({ port: running.port, host: '127.0.0.1', reusePort: true });
    await once(other, 'listening');
    const settings = {
      port: running.port,
      hosts: [],
      auth: 'token',
      durable: false,
      server: DEFAULT_SERVER_SETTINGS,
    } as const;

    await expect(running.endpoint.start(settings)).rejects.toMatchObject({ code: 'PORT_TAKEN' });
    other.close();
  });

  test('is told while it lasts, with the name of the other program', async () => {
    const states: Endpoint[] = [];
    await start({}, { spread: { lookEveryMs: 50 }, didChange: (state) => states.push(state) });
    const listen = `require('net').createServer().listen({port:${running.port},host:'127.0.0.1',reusePort:true},()=>console.log('up'))`;
    const other = spawn(process.execPath, ['-e', listen], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(other.stdout, 'data');

    await vi.waitFor(() => expect(running.endpoint.state().problem).toMatchObject({ code: 'PORT_SHARED' }), 20_000);
    expect(running.endpoint.state().problem?.message).toContain(`(process ${other.pid})`);
    other.kill();
    await vi.waitFor(() => expect(running.endpoint.state().problem).toBeNull(), 20_000);
    expect(states.at(-1)?.listening).toBe(true);
  });
});

describe('a thread that dies', () => {
  /** The threads that listen, the writer of the store first. */
  function watchedWorkers(): Worker[] {
    const workers: Worker[] = [];
    const { postMessage } = Worker.prototype;
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, ...args) {
      const [message] = args;
      if (isListenerOrder(message) && !workers.includes(this)) workers.push(this);
      return postMessage.apply(this, args);
    });
    return workers;
  }

  const isListenerOrder = (message: unknown): boolean =>
    typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'listener';

  /** Sends a request but for the last byte of its body, and has it taken up. */
  const begin = async (client: RawClient): Promise<void> => {
    const head = `POST /intake/v2/events HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\nAuthorization: Bearer ${TOKEN}`;
    client.send(`${head}\r\nContent-Length: ${METADATA.length + LOG.length}\r\n\r\n${METADATA}${LOG.slice(0, -1)}`);
    const { localPort } = client.socket;
    const { connection } = await running.fact('accepted', ({ remote }) => remote.port === localPort);
    await running.fact('metadata', (fact) => fact.connection === connection);
  };

  test.each([
    ['the writer', 0],
    ['another', 1],
  ])('of a fault of ours (%s) answers what it has with 503; it is replaced, and the others go on', async (_, index) => {
    const workers = watchedWorkers();
    await start();
    const clients = await clientsOfAll();
    await Promise.all(clients.map(begin));

    // No thread is ever told nothing, so nothing is prepared for it.
    workers[index]?.postMessage(null);
    const answers = clients.map((client) => client.answer());
    const first = await Promise.race(answers);
    for (const { socket } of clients) if (socket.writable) socket.write('\n');

    expect(first.statusLine).toBe('HTTP/1.1 503 Service Unavailable');
    const statuses = (await Promise.all(answers)).map(({ statusLine }) => statusLine.split(' ')[1]);
    expect(statuses.toSorted()).toEqual(['202', '503']);
    const notice = index === 0 ? 'events-restarted' : 'events-decoder';
    await vi.waitFor(() => expect(running.store.notices().map(({ id }) => id)).toContain(notice), 60_000);
    await vi.waitFor(
      async () => {
        for (const client of await clientsOfAll()) {
          expect((await client.exchange(events())).statusLine).toContain('202');
          client.close();
        }
      },
      { timeout: 60_000, interval: 100 },
    );
  });

  test('without warning ends its connections, which are told as closed by us', async () => {
    const workers = watchedWorkers();
    await start();
    const clients = await clientsOfAll();

    for (const worker of workers) await worker.terminate();

    await Promise.all(clients.map((client) => client.ended()));
    await running.fact('closed', ({ by }) => by === 'endpoint');
    await vi.waitFor(
      async () => {
        const client = await openRawClient(running.port, authority.caPem);
        expect((await client.exchange(events())).statusLine).toContain('202');
        client.close();
      },
      { timeout: 60_000, interval: 100 },
    );
  });
});
