import { connect, type Socket } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { runDoctor } from '../../../main/core/doctor/run-doctor.ts';
import { openKit } from './certificate-kit.ts';
import { examined, TOKEN, world } from './examined.ts';
import { plainServer, rawServer, standIn } from './stand-in-server.ts';

const kit = openKit();
afterAll(() => kit.remove());

const root = kit.root();
const good = kit.leaf(root);
const rsa = kit.leaf(root, { key: 'rsa-2048' });

describe('names and addresses', () => {
  test('a name that leads nowhere is the first thing that is told, and the only one', async () => {
    const { report, check } = await examined(
      { url: 'https://nowhere.test:8200' },
      { lookup: () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })) },
    );

    expect(check('addresses')).toMatchObject({
      state: 'failed',
      summary: 'The name nowhere.test leads nowhere.',
      evidence: 'ENOTFOUND',
    });
    expect(report.checks.filter(({ state }) => state !== 'skipped').map(({ id }) => id)).toEqual(['addresses']);
    expect(check('test-event').summary).toBe('It needs "Name and addresses", which failed.');
  });

  test('a name server that never answers is not waited for', async () => {
    const { check } = await examined(
      { url: 'https://nowhere.test:8200' },
      { lookup: () => new Promise(() => undefined) },
    );

    expect(check('addresses')).toMatchObject({ state: 'failed', evidence: 'no name server answers' });
  });

  test('each address is tried by itself, and one that does not answer is told', async () => {
    const { url } = await standIn(good);

    const { check } = await examined(
      { url, ca: root.cert },
      {
        lookup: async () => [
          { address: '::1', family: 6 },
          { address: '127.0.0.1', family: 4 },
        ],
      },
    );

    expect(check('tcp')).toMatchObject({
      state: 'warning',
      summary: expect.stringContaining('is reached at 127.0.0.1'),
    });
    expect(check('tcp').details).toEqual([
      { what: 'IPv6 ::1', state: 'warning', text: expect.stringMatching(/ECONNREFUSED|EADDRNOTAVAIL/) },
      { what: 'IPv4 127.0.0.1', state: 'ok', text: 'connects' },
    ]);
    expect(check('certificate').state).toBe('ok');
  });

  test('a port that nothing listens on fails', async () => {
    const { check } = await examined({ url: 'https://127.0.0.1:1' });

    expect(check('tcp')).toMatchObject({
      state: 'failed',
      evidence: '127.0.0.1: nothing listens there (ECONNREFUSED)',
      fix: expect.stringContaining('port 1'),
    });
  });

  test('addresses with different certificates are told', async () => {
    const one = await standIn(good);
    const other = await standIn(kit.leaf(root));

    const { check } = await examined(
      { url: one.url, ca: root.cert },
      {
        lookup: async () => [
          { address: '127.0.0.1', family: 4 },
          { address: '127.0.0.2', family: 4 },
        ],
        connect: (address, port) => connect({ host: '127.0.0.1', port: address === '127.0.0.1' ? port : other.port }),
      },
    );

    expect(check('proxy')).toMatchObject({
      state: 'warning',
      summary: expect.stringContaining('different certificates'),
    });
  });
});

describe('versions of TLS', () => {
  test('1.0 and 1.1 alone fail, and everything else is looked at all the same', async () => {
    const { url } = await standIn(rsa, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' });

    const { check } = await examined({ url, ca: root.cert });

    expect(check('tls')).toMatchObject({ state: 'ok', evidence: expect.stringContaining('TLS 1.1') });
    expect(check('tls-versions')).toMatchObject({
      state: 'failed',
      summary: 'The server takes TLS 1.1 and TLS 1.0 alone, which agents refuse: they want TLS 1.2 or 1.3.',
    });
    expect(check('certificate').state).toBe('ok');
    expect(check('trust').state).toBe('ok');
  });

  test('1.0 beside newer ones is a warning, as is a broken suite', async () => {
    const { url } = await standIn(rsa, {
      minVersion: 'TLSv1',
      ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-SHA:NULL-SHA256:@SECLEVEL=0',
    });

    const { check } = await examined({ url, ca: root.cert });

    expect(check('tls-versions')).toMatchObject({
      state: 'warning',
      summary: expect.stringContaining('TLS 1.1 and TLS 1.0'),
    });
    expect(check('tls-versions').details.map(({ what, state }) => `${what} ${state}`)).toEqual([
      'TLS 1.3 ok',
      'TLS 1.2 ok',
      'TLS 1.1 warning',
      'TLS 1.0 warning',
    ]);
    expect(check('ciphers')).toMatchObject({ state: 'warning', evidence: 'RSA_WITH_NULL_SHA256' });
  });

  test('1.3 alone passes, and its chain is read all the same', async () => {
    const { url } = await standIn(good, { minVersion: 'TLSv1.3' });

    const { check } = await examined({ url, ca: root.cert });

    expect(check('tls-versions')).toMatchObject({ state: 'ok', summary: 'The server takes TLS 1.3.' });
    expect(check('ciphers').state).toBe('ok');
    expect(check('chain').evidence).toBe('localhost');
  });

  test.each(['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'])(
    'the chain is read with %s',
    async (ciphers) => {
      const { url } = await standIn(good, { minVersion: 'TLSv1.3', ciphers });

      expect((await examined({ url, ca: root.cert })).check('chain')).toMatchObject({
        state: 'ok',
        evidence: 'localhost',
      });
    },
  );

  test('suites without forward secrecy are told and are no warning', async () => {
    const { url } = await standIn(rsa, { ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:AES128-GCM-SHA256' });

    expect((await examined({ url, ca: root.cert })).check('ciphers')).toMatchObject({
      state: 'ok',
      evidence: 'RSA_WITH_AES_128_GCM_SHA256',
    });
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'a server that insists on a certificate of the client is told, over %s',
    async (version) => {
      const { url } = await standIn(good, {
        minVersion: version,
        maxVersion: version,
        requestCert: true,
        rejectUnauthorized: true,
        ca: root.cert,
      });

      const { check, report } = await examined({ url, ca: root.cert });

      expect(check('tls').summary).toMatch(/certificate of the client/);
      expect(check('tls').fix).toContain('client_authentication');
      expect(report.verdict).toBe('failed');
    },
  );
});

describe('what is no server at all', () => {
  test.each<readonly [string, (socket: Socket) => void, string, RegExp, RegExp]>([
    ['closes at once', (socket) => socket.destroy(), 'tls', /hangs up when TLS is spoken/, /log of the server/],
    [
      'closes after a ClientHello',
      (socket) => socket.once('data', () => socket.end()),
      'tls',
      /hangs up when TLS is spoken/,
      /load balancer/,
    ],
    ['says nothing', () => undefined, 'tls', /says nothing/, /firewall/],
    [
      'answers with nonsense',
      (socket) => socket.once('data', () => socket.end('\u0000\u0001 nonsense \u001b[31m')),
      'tls',
      /does not speak TLS/,
      /another program/,
    ],
    [
      'is an SSH server',
      (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'),
      'tls',
      /does not speak TLS/,
      /another program/,
    ],
    [
      'speaks HTTP',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      'tls',
      /speaks HTTP without TLS/,
      /ssl\.enabled/,
    ],
    [
      'sends an alert',
      (socket) => socket.once('data', () => socket.end(Buffer.of(21, 3, 3, 0, 2, 2, 112))),
      'tls',
      /refuses every handshake/,
      /knows no server named localhost/,
    ],
    [
      'sends records without an end',
      (socket) => {
        const record = Buffer.concat([Buffer.of(22, 3, 3, 0x40, 0), Buffer.alloc(16_384, 2)]);
        const more = (): void => {
          while (socket.writable && socket.write(record));
        };
        socket.on('drain', more);
        more();
      },
      'tls',
      /No handshake comes about|hangs up/,
      /log of the server/,
    ],
  ])('a port that %s', async (_what, talk, id, summary, fix) => {
    const { url } = await rawServer(talk);

    const { check, report } = await examined({ url, token: TOKEN });

    expect(check(id)).toMatchObject({
      state: 'failed',
      summary: expect.stringMatching(summary),
      fix: expect.stringMatching(fix),
    });
    expect(report.checks.filter(({ state }) => state === 'failed').map((each) => each.id)).toEqual([id]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    expect(report.checks.map(({ evidence }) => evidence).join('')).not.toMatch(/[\u0000-\u001f]/);
  });

  test('a URL without TLS fails by that, and what can be asked without a secret is asked', async () => {
    const seen: string[] = [];
    const { port } = await plainServer((request, response) => {
      seen.push(`${request.method} ${request.headers.authorization ?? ''}`);
      response.end(request.url === '/' ? '{"version":"9.2.0","publish_ready":true}' : '');
    });

    const { check } = await examined({ url: `http://127.0.0.1:${port}`, token: TOKEN });

    expect(check('tls')).toMatchObject({ state: 'failed', fix: expect.stringContaining('https://') });
    expect(check('identity').summary).toBe('It is APM Server 9.2.0.');
    expect(check('token')).toMatchObject({ state: 'skipped', summary: expect.stringContaining('http://') });
    expect(seen.filter((line) => !/ $/.test(line))).toEqual([]);
  });
});

describe('a run', () => {
  test('ends where it is asked to, with the reason', async () => {
    const { url } = await rawServer(() => undefined);
    const stop = new AbortController();

    const run = runDoctor(
      { url, known: null, credential: null, origin: null, send: false, catalogue: [], version: '0.1.0' },
      world,
      ({ id }) => {
        if (id === 'tcp') stop.abort(new Error('enough'));
      },
      stop.signal,
    );

    await expect(run).rejects.toThrow('enough');
  });

  test('skips what is not done when its time is over, and says so', async () => {
    const { url } = await rawServer(() => undefined);

    const report = await runDoctor(
      { url, known: null, credential: null, origin: null, send: false, catalogue: [], version: '0.1.0' },
      world,
      () => undefined,
      undefined,
      200,
    );

    expect(report.checks.find(({ id }) => id === 'tls')?.state).toBe('failed');
    expect(report.checks.find(({ id }) => id === 'http')).toMatchObject({
      state: 'skipped',
      summary: 'The time of an examination was over.',
    });
  });

  test.each([
    'localhost:8200',
    'ftp://localhost',
    'https://user:secret@localhost',
    'https://localhost/?a=b',
    'https://localhost/#x',
    '',
  ])('refuses "%s" as a URL, and repeats no password', async (url) => {
    await expect(examined({ url })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.not.stringContaining('secret@'),
    });
  });
});
