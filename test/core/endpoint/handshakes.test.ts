import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ServerIdentity } from '../../../main/core/endpoint/ports.ts';
import type { FactKind } from '../../../main/core/evidence/facts.ts';
import { openRawClient } from '../../support/raw-exchange.ts';
import { type RunningEndpoint, runEndpoint } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* What the endpoint sees of real clients, each in a process of its own, above all of those that turn away. */

let authority: TestAuthority;
let identity: ServerIdentity;
let running: RunningEndpoint;

beforeAll(() => {
  authority = createTestAuthority();
  identity = authority.issue(['localhost', '127.0.0.1']);
});
afterAll(() => authority.remove());
beforeEach(async () => {
  running = await runEndpoint(identity, {}, { limits: { handshakeMs: 3_000, silentMs: 200 } });
});
afterEach(() => running.close());

/** Runs a client to its end, whatever that is. */
function client(file: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve) => {
    const child = execFile(file, [...args], (_error, stdout) => resolve(stdout));
    child.stdin?.end(input);
  });
}

const python = (port: number, name: string, ca: string | null): Promise<string> =>
  client('python3', [
    '-c',
    `import socket, ssl
context = ssl.create_default_context(cafile=${ca === null ? 'None' : JSON.stringify(ca)})
context.wrap_socket(socket.create_connection(("127.0.0.1", ${port})), server_hostname="${name}")`,
  ]);

const node = (port: number, options: string): Promise<string> =>
  client(process.execPath, [
    '-e',
    `require("node:https").get({ host: "localhost", port: ${port}, ${options} }).on("error", () => {})`,
  ]);

const openssl = (port: number, ...args: string[]): Promise<string> =>
  client('openssl', ['s_client', '-connect', `127.0.0.1:${port}`, ...args]);

async function kindsOfFirstConnection(): Promise<FactKind[]> {
  const { connection } = await running.fact('closed');
  return running.facts.filter((fact) => fact.connection === connection).map(({ kind }) => kind);
}

describe('a client that refuses the certificate', () => {
  test('Python with an unknown authority sends unknown_ca', async () => {
    await python(running.port, 'localhost', null);

    expect(await running.fact('tls-failed')).toMatchObject({ alert: 'unknown_ca', by: 'client', how: 'alert' });
    expect(await running.fact('hello')).toMatchObject({
      sni: 'localhost',
      versions: expect.arrayContaining(['TLSv1.3', 'TLSv1.2']),
    });
    expect(await kindsOfFirstConnection()).toEqual(['accepted', 'hello', 'tls-failed', 'closed']);
  });

  test('Python with the wrong name sends bad_certificate', async () => {
    await python(running.port, 'other.example', authority.caPath);

    expect(await running.fact('tls-failed')).toMatchObject({ alert: 'bad_certificate', by: 'client', how: 'alert' });
    expect(await running.fact('hello')).toMatchObject({ sni: 'other.example' });
  });

  test('curl with an unknown authority sends unknown_ca, and the certificate it saw is told', async () => {
    await client('curl', ['-s', `https://localhost:${running.port}/`]);

    expect(await running.fact('tls-failed')).toMatchObject({ alert: 'unknown_ca', certificate: identity.served });
  });

  test('openssl s_client with an unknown authority and verification on sends unknown_ca', async () => {
    await openssl(running.port, '-verify_return_error');

    expect(await running.fact('tls-failed')).toMatchObject({ alert: 'unknown_ca', by: 'client' });
  });

  test('Node.js leaves a TLS 1.3 handshake without a word', async () => {
    await node(running.port, '');

    expect(await running.fact('tls-failed')).toMatchObject({ alert: null, by: 'client' });
    expect((await running.fact('tls-failed')).how).toMatch(/^(?:closed|reset)$/);
  });

  test('http.rb looks at the name after the handshake and keeps its socket, which is noted while it is open', async () => {
    const keeping = connectTls({
      port: running.port,
      host: 'localhost',
      servername: 'other.test',
      ca: authority.caPem,
      checkServerIdentity: () => undefined,
    });
    await once(keeping, 'secureConnect');

    const { connection } = await running.fact('silent');

    const kinds = running.facts.filter((fact) => fact.connection === connection).map(({ kind }) => kind);
    expect(kinds).toEqual(['accepted', 'hello', 'secured', 'silent']);
    keeping.end('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    await running.fact('request', (fact) => fact.connection === connection);
    await running.fact('closed', (fact) => fact.connection === connection);
  });

  test('Node.js finishes a TLS 1.2 handshake and leaves without a byte', async () => {
    await node(running.port, 'maxVersion: "TLSv1.2"');

    expect(await running.fact('closed')).toMatchObject({ bytesRead: 0 });
    expect(await running.fact('secured')).toMatchObject({ version: 'TLSv1.2', sni: 'localhost', alpn: null });
    expect(await kindsOfFirstConnection()).toEqual(['accepted', 'hello', 'secured', 'closed']);
  });

  test('curl finishes the handshake before it looks at the name, and leaves without a byte', async () => {
    await client('curl', [
      '-s',
      '--cacert',
      authority.caPath,
      '--connect-to',
      `x.example::127.0.0.1:${running.port}`,
      'https://x.example/',
    ]);

    expect(await running.fact('closed')).toMatchObject({ bytesRead: 0 });
    expect(await running.fact('secured')).toMatchObject({ sni: 'x.example', alpn: 'h2' });
  });
});

describe('a client that the endpoint cannot serve', () => {
  test('asks for TLS 1.1 and gets protocol_version', async () => {
    await openssl(running.port, '-tls1_1', '-cipher', 'ALL:@SECLEVEL=0');

    expect(await running.fact('tls-failed')).toMatchObject({ alert: 'protocol_version', by: 'endpoint', how: 'alert' });
  });

  test('shares no cipher and gets handshake_failure', async () => {
    await openssl(running.port, '-tls1_2', '-cipher', 'DHE-RSA-AES128-SHA256');

    expect(await running.fact('tls-failed')).toMatchObject({ alert: 'handshake_failure', by: 'endpoint' });
  });

  test('offers protocols that are not spoken and gets no_application_protocol', async () => {
    await openssl(running.port, '-alpn', 'spdy/3');

    expect(await running.fact('hello')).toMatchObject({ alpn: ['spdy/3'] });
    expect(await running.fact('tls-failed')).toMatchObject({ alert: 'no_application_protocol', by: 'endpoint' });
  });
});

describe('a client that never gets as far as TLS', () => {
  /** The beginning of a ClientHello of 508 bytes, the rest of which never comes. */
  const partialHello = Buffer.from('1603010200010001fc0303', 'hex');

  /** What Node.js would send first. */
  function wholeHello(): Promise<Buffer> {
    return new Promise((resolve) => {
      const wire = new Duplex({ read: () => undefined, write: (chunk: Buffer) => resolve(chunk) });
      connectTls({ socket: wire, servername: 'localhost' }).on('error', () => undefined);
    });
  }

  async function connected(): Promise<Socket> {
    const socket = connect(running.port, '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }

  test('goes silent within its ClientHello: timeout', async () => {
    const socket = await connected();
    socket.write(partialHello);

    expect(await running.fact('tls-failed')).toMatchObject({ how: 'timeout', alert: null });
    expect(await running.fact('closed')).toMatchObject({ bytesRead: partialHello.length });
    socket.destroy();
  });

  test('closes within its ClientHello: closed', async () => {
    const socket = await connected();
    socket.end(partialHello);

    expect(await running.fact('tls-failed')).toMatchObject({ how: 'closed', alert: null });
  });

  test('resets the connection when it has seen the certificate: reset', async () => {
    const socket = await connected();
    socket.write(await wholeHello());
    await once(socket, 'data');
    socket.resetAndDestroy();

    expect(await running.fact('tls-failed')).toMatchObject({ how: 'reset', alert: null });
  });

  test('sends nothing at all: closed, and no failed handshake', async () => {
    (await connected()).end();

    expect(await kindsOfFirstConnection()).toEqual(['accepted', 'closed']);
  });

  test('speaks cleartext HTTP: the raw sentence of the real server, and its request line without secrets', async () => {
    const answer = await client('curl', [
      '-s',
      '--http0.9',
      '-i',
      '-d',
      'x'.repeat(5000),
      `http://127.0.0.1:${running.port}/intake/v2/events?secret_token=hunter2&verbose`,
    ]);

    expect(answer).toBe('HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n');
    expect(await running.fact('plain-http')).toMatchObject({
      requestLine: 'POST /intake/v2/events?secret_token=[redacted]&verbose HTTP/1.1',
      userAgent: expect.stringMatching(/^curl\/\d/),
    });
  });

  test('speaks something else: not-tls', async () => {
    (await connected()).write('\x00\x01\x02\x03');

    expect(await kindsOfFirstConnection()).toEqual(['accepted', 'not-tls', 'closed']);
  });
});

describe('a client of this machine, while another thread looks who it is', () => {
  /** The first connection is looked at until `release` is called, the others not at all. */
  const startHeld = async (): Promise<{ release(): void }> => {
    await running.close();
    const held = Promise.withResolvers<void>();
    let asked = 0;
    running = await runEndpoint(
      identity,
      {},
      {
        heard: () => {
          asked += 1;
          return asked === 1 ? held.promise : Promise.resolve();
        },
      },
    );
    return { release: held.resolve };
  };
  const first = { method: 'GET', path: '/' };

  test('is not answered its ClientHello, and goes on afterwards', async () => {
    const { release } = await startHeld();
    const waiting = openRawClient(running.port, authority.caPem);
    const { connection } = await running.fact('hello');
    const other = await openRawClient(running.port, authority.caPem);
    expect((await other.exchange(first)).statusLine).toBe('HTTP/1.1 200 OK');
    expect(running.facts.filter((fact) => fact.connection === connection).map(({ kind }) => kind)).toEqual([
      'accepted',
      'hello',
    ]);

    release();

    const client = await waiting;
    expect((await client.exchange(first)).statusLine).toBe('HTTP/1.1 200 OK');
    client.close();
    other.close();
  });

  test('is not turned away where it speaks cleartext', async () => {
    const { release } = await startHeld();
    const waiting = await openRawClient(running.port, null);
    let isAnswered = false;
    const answer = waiting.exchange(first).finally(() => {
      isAnswered = true;
    });
    await running.fact('plain-http');
    const other = await openRawClient(running.port, null);
    await other.exchange(first);
    expect(isAnswered).toBe(false);

    release();

    expect((await answer).statusLine).toBe('HTTP/1.0 400 Bad Request');
    waiting.close();
    other.close();
  });
});

describe('a certificate that changes', () => {
  test('is served to new connections, and open ones live on', async () => {
    const old = connectTls({ port: running.port, host: '127.0.0.1', ca: authority.caPem, servername: 'localhost' });
    await once(old, 'secureConnect');
    const next = authority.issue(['localhost']);

    running.endpoint.present(next);
    const fresh = connectTls({ port: running.port, host: '127.0.0.1', ca: authority.caPem, servername: 'localhost' });
    await once(fresh, 'secureConnect');
    old.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const [answer] = await once(old, 'data');

    expect(fresh.getPeerCertificate().fingerprint256).toBe(next.served.fingerprint256);
    expect(old.getPeerCertificate().fingerprint256).toBe(identity.served.fingerprint256);
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 OK/);
    old.destroy();
    fresh.destroy();
  });

  test('is served without a server name, and with one that it does not hold', async () => {
    await openssl(running.port, '-noservername', '-CAfile', authority.caPath);
    await openssl(running.port, '-servername', 'stranger', '-CAfile', authority.caPath);

    const secured = await running.fact('secured', ({ sni }) => sni === 'stranger');
    const without = await running.fact('secured', ({ sni }) => sni === null);
    expect([secured.certificate, without.certificate]).toEqual([identity.served, identity.served]);
  });
});
