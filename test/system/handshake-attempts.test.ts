import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Attempt, Client } from '../../main/contract/index.ts';
import { entry } from '../support/entry.ts';
import { createTestAuthority, type TestAuthority } from '../support/test-authority.ts';
import { type Instance, systemHome } from './system-home.ts';

/*
 * Every try to connect is an attempt, with the alert that ended it and who sent it: real clients against a started Sealwire, seen through `attempts list --json`.
 */

let authority: TestAuthority;
beforeAll(() => {
  authority = createTestAuthority();
});
afterAll(() => authority.remove());

type Home = Awaited<ReturnType<typeof systemHome>>;

function openssl(instance: Instance, ...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = execFile(
      'openssl',
      ['s_client', '-connect', `127.0.0.1:${instance.port}`, ...args, '-ign_eof'],
      (_error, stdout, stderr) => resolve(stdout + stderr),
    );
    child.stdin?.end('GET / HTTP/1.0\r\n\r\n');
  });
}

/** `sealwire tail` as a person sees it, in a process of its own that ends with the test. */
function follow(at: Home) {
  const tail = spawn(process.execPath, [entry, 'tail'], { env: { ...at.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const look of waiting) look();
  };
  tail.stdout.on('data', hear);
  tail.stderr.on('data', hear);
  onTestFinished(() => {
    tail.kill();
  });
  const says = (words: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!text.includes(words)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { text: () => text, says, hasBegun: says('Waiting for attempts and events') };
}

/** All attempts, the newest first, once there are so many; pushes tell when to look. */
async function attemptsOf(at: Home, client: Client, count: number): Promise<Attempt[]> {
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      client.call('attempt.list', {}).then(({ attempts }) => {
        if (attempts.length < count) return;
        stop();
        resolve();
      }, reject);
    };
    const stop = client.listen(look);
    look();
  });
  const { attempts } = (await at.json('attempts', 'list')) as { attempts: Attempt[] };
  return attempts;
}

describe('an endpoint as it comes', () => {
  const REFUSED: readonly (readonly [name: string, args: string[], alert: string, said: RegExp])[] = [
    ['TLS 1.0', ['-tls1', '-cipher', 'ALL:@SECLEVEL=0'], 'protocol_version', /alert protocol version/],
    ['TLS 1.1', ['-tls1_1', '-cipher', 'ALL:@SECLEVEL=0'], 'protocol_version', /alert protocol version/],
    [
      'no common suite',
      ['-tls1_2', '-cipher', 'DHE-RSA-AES128-SHA256'],
      'handshake_failure',
      /alert handshake failure/,
    ],
    ['an unknown ALPN protocol', ['-alpn', 'spdy/3'], 'no_application_protocol', /alert no application protocol/],
    [
      'a client that knows no authority',
      ['-verify_return_error'],
      'unknown_ca',
      /unable to get local issuer|self.signed/,
    ],
  ];

  test('tells the alert of every handshake that failed, whoever sent it', async () => {
    const at = await systemHome('session');
    const instance = await at.up();
    const client = await instance.connect();

    for (const [index, [name, args, alert, said]] of REFUSED.entries()) {
      expect((await openssl(instance, ...args)).toLowerCase(), name).toMatch(said);
      const [attempt] = await attemptsOf(at, client, index + 1);
      expect(attempt, name).toMatchObject({
        alert,
        outcome: 'failed',
        status: null,
        diagnosis: { code: expect.any(String) },
      });
    }
  });

  const SERVED: readonly (readonly [name: string, args: string[], tls: object])[] = [
    ['no server name, no ALPN', ['-noservername'], { sni: null, alpn: null }],
    [
      'a server name that the certificate does not hold',
      ['-servername', 'stranger.example'],
      { sni: 'stranger.example', alpn: null },
    ],
    ['ALPN http/1.1', ['-servername', 'localhost', '-alpn', 'http/1.1'], { sni: 'localhost', alpn: 'http/1.1' }],
    [
      'ALPN with an unknown one first',
      ['-servername', 'localhost', '-alpn', 'spdy/3,http/1.1'],
      { sni: 'localhost', alpn: 'http/1.1' },
    ],
    [
      'TLS 1.2',
      ['-noservername', '-tls1_2'],
      { version: 'TLSv1.2', cipher: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256' },
    ],
    ['TLS 1.3', ['-noservername', '-tls1_3'], { version: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256' }],
  ];

  test('serves with and without a server name and ALPN, and tells what was agreed on', async () => {
    const at = await systemHome('session');
    const instance = await at.up();
    const client = await instance.connect();

    for (const [index, [name, args, tls]] of SERVED.entries()) {
      expect(await openssl(instance, ...args), name).toContain('200 OK');
      const [attempt] = await attemptsOf(at, client, index + 1);
      expect(attempt, name).toMatchObject({ alert: null, tls });
    }
  });

  test('cleartext, noise, silence and a half of a ClientHello are attempts too', async () => {
    const at = await systemHome('session');
    const instance = await at.up();
    const send = async (bytes: string): Promise<void> => {
      const socket = connectTcp(instance.port, '127.0.0.1').on('error', () => undefined);
      await once(socket, 'connect');
      socket.end(Buffer.from(bytes, 'latin1'));
      socket.resume();
      await once(socket, 'close');
    };

    for (const bytes of [
      'GET / HTTP/1.1\r\nHost: a\r\n\r\n',
      '\x00\x01\x02',
      '',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc',
    ])
      await send(bytes);

    const attempts = await attemptsOf(at, await instance.connect(), 4);
    expect(attempts).toHaveLength(4);
    expect(attempts.every(({ outcome, tls, alert }) => outcome === 'failed' && tls === null && alert === null)).toBe(
      true,
    );
  });
});

describe('an endpoint that asks for certificates of clients', () => {
  test('tells who came without one, and with one that it does not know', async () => {
    const at = await systemHome('session');
    const server = authority.issue(['localhost', '127.0.0.1']);
    const good = authority.issue(['client'], { usage: 'clientAuth' });
    const stranger = createTestAuthority();
    const bad = stranger.issue(['client'], { usage: 'clientAuth' });
    stranger.remove();
    writeFileSync(join(at.folder, 'server.pem'), server.chainPem);
    writeFileSync(join(at.folder, 'server.key'), server.keyPem.reveal());
    const path = join(at.folder, 'apm-server.yml');
    writeFileSync(
      path,
      `apm-server.ssl: {certificate: server.pem, key: server.key, certificate_authorities: ["${authority.caPath}"]}\n`,
    );
    const instance = await at.up(['--config', path]);
    const reach = (shown: typeof good | null): Promise<string> =>
      new Promise((resolve) => {
        const pair = shown === null ? {} : { cert: shown.chainPem, key: shown.keyPem.reveal() };
        const socket = connect({ port: instance.port, host: '127.0.0.1', ca: authority.caPem, ...pair });
        socket.once('error', (error: Error & { readonly code?: string }) => resolve(error.code ?? error.message));
        socket.once('data', (answer) => resolve(answer.toString().slice(9, 12)));
        socket.write('GET / HTTP/1.0\r\n\r\n');
      });

    expect(await reach(null)).toMatch(/CERTIFICATE_REQUIRED/);
    expect(await reach(bad)).toMatch(/UNKNOWN_CA/);
    expect(await reach(good)).toBe('200');

    const attempts = await attemptsOf(at, await instance.connect(), 3);
    expect(attempts.map(({ alert }) => alert).sort()).toEqual(['certificate_required', 'unknown_ca', null].sort());
    expect(attempts.filter(({ alert }) => alert !== null).every(({ outcome }) => outcome === 'failed')).toBe(true);
  });

  test('names each way to be refused and its cure, in the list, in the ladder, to whoever follows, and in one attempt', async () => {
    const at = await systemHome('session');
    const server = authority.issue(['localhost', '127.0.0.1']);
    writeFileSync(join(at.folder, 'server.pem'), server.chainPem);
    writeFileSync(join(at.folder, 'server.key'), server.keyPem.reveal());
    const path = join(at.folder, 'apm-server.yml');
    writeFileSync(
      path,
      `apm-server.ssl: {certificate: server.pem, key: server.key, certificate_authorities: ["${authority.caPath}"]}\n`,
    );
    const stranger = createTestAuthority();
    const shown = {
      'unknown-ca': stranger.issue(['client'], { usage: 'clientAuth' }),
      expired: authority.issue(['client'], { usage: 'clientAuth', days: -1 }),
      usage: authority.issue(['client'], { usage: 'serverAuth' }),
    };
    stranger.remove();
    for (const [name, { chainPem, keyPem }] of Object.entries(shown)) {
      writeFileSync(join(at.folder, `${name}.pem`), chainPem);
      writeFileSync(join(at.folder, `${name}.key`), keyPem.reveal());
    }
    const instance = await at.up(['--config', path]);
    const client = await instance.connect();
    const followed = follow(at);
    await followed.hasBegun;

    const WAYS: readonly (readonly [name: string | null, code: string, alert: string, cause: RegExp])[] = [
      [null, 'CLIENT_CERTIFICATE_MISSING', 'certificate_required', /client_authentication is "required"/],
      ['unknown-ca', 'CLIENT_CERTIFICATE_UNKNOWN_CA', 'unknown_ca', /"CN=Test authority", is not among/],
      ['expired', 'CLIENT_CERTIFICATE_EXPIRED', 'certificate_expired', /has expired or is not good yet/],
      ['usage', 'CLIENT_CERTIFICATE_REFUSED', 'bad_certificate', /lacks clientAuth/],
    ];
    for (const [index, [name, code, alert, cause]] of WAYS.entries()) {
      const file = (end: string): string => join(at.folder, `${name}.${end}`);
      await openssl(instance, ...(name === null ? [] : ['-cert', file('pem'), '-key', file('key')]));
      const [attempt] = await attemptsOf(at, client, index + 1);
      expect(attempt).toMatchObject({ alert, outcome: 'failed', diagnosis: { code, confidence: 'certain' } });
      expect(attempt?.diagnosis?.cause).toMatch(cause);
      expect(attempt?.diagnosis?.fixes.length).toBeGreaterThan(0);
      const { diagnosis } = await client.call('attempt.show', { id: attempt?.id ?? '' });
      expect(diagnosis).toEqual(attempt?.diagnosis);
      const { services } = (await at.json('status')) as { services: { stoppedAt: string; diagnosis: object }[] };
      expect(services[0]).toMatchObject({ stoppedAt: 'encrypted', diagnosis: { code } });
      await followed.says(attempt?.diagnosis?.cause ?? '');
    }
    expect(followed.text()).toContain('    Give the client a certificate and its key');
  });
});
