import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asClient, type SslEndpoint, STANDARD, section, sslEndpoint } from '../../support/ssl-endpoint.ts';

/* Versions, suites, curves and client certificates of an `ssl` section, seen by real clients. What is taken and what is refused agrees with elastic-agent-libs 0.46, by which the real server loads it, wherever nothing else is said. */

let ssl: SslEndpoint;
beforeAll(() => {
  ssl = sslEndpoint();
});
afterEach(() => ssl.close());
afterAll(() => ssl.remove());

describe('what is offered', () => {
  test('the suites of TLS 1.2 by their names there, one of which is misspelled', async () => {
    await ssl.serve({ certificate: 'rsa.pem', key: 'rsa.key', cipher_suites: ['ECDHE-RSA-CHACHA20-POLY1205'] });

    expect(await ssl.ask('-quiet', '-tls1_2')).toContain('200 OK');
    expect(await ssl.running().fact('secured')).toMatchObject({
      cipher: 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
    });
    expect((await ssl.ask('-tls1_2', '-cipher', 'ECDHE-RSA-AES128-GCM-SHA256')).toLowerCase()).toContain(
      'alert handshake failure',
    );
    expect(await ssl.running().fact('tls-failed')).toMatchObject({
      alert: 'handshake_failure',
      by: 'endpoint',
      how: 'alert',
    });
    expect(await ssl.ask('-quiet', '-tls1_3', '-ciphersuites', 'TLS_AES_256_GCM_SHA384')).toContain('200 OK');
    expect(ssl.at.mistake(section({ ...STANDARD, cipher_suites: ['ECDHE-RSA-CHACHA20-POLY1305'] }))).toEqual({
      message: expect.stringMatching(/^apm-server\.yml:2:\d+: APM Server does not know "ECDHE-RSA-CHACHA20-POLY1305"/),
      fix: 'It is spelled ECDHE-RSA-CHACHA20-POLY1205 there.',
    });
  });

  test('every suite that OpenSSL has, each alone', async () => {
    const names: readonly (readonly [string, string])[] = [
      ['ECDHE-ECDSA-AES-128-CBC-SHA', 'ECDHE-ECDSA-AES128-SHA'],
      ['ECDHE-ECDSA-AES-128-CBC-SHA256', 'ECDHE-ECDSA-AES128-SHA256'],
      ['ECDHE-ECDSA-AES-128-GCM-SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256'],
      ['ECDHE-ECDSA-AES-256-CBC-SHA', 'ECDHE-ECDSA-AES256-SHA'],
      ['ECDHE-ECDSA-AES-256-GCM-SHA384', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
      ['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-ECDSA-CHACHA20-POLY1305'],
      ['ECDHE-RSA-AES-128-CBC-SHA', 'ECDHE-RSA-AES128-SHA'],
      ['ECDHE-RSA-AES-128-CBC-SHA256', 'ECDHE-RSA-AES128-SHA256'],
      ['ECDHE-RSA-AES-128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
      ['ECDHE-RSA-AES-256-CBC-SHA', 'ECDHE-RSA-AES256-SHA'],
      ['ECDHE-RSA-AES-256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
      ['RSA-AES-128-CBC-SHA', 'AES128-SHA'],
      ['RSA-AES-128-CBC-SHA256', 'AES128-SHA256'],
      ['RSA-AES-128-GCM-SHA256', 'AES128-GCM-SHA256'],
      ['RSA-AES-256-CBC-SHA', 'AES256-SHA'],
      ['RSA-AES-256-GCM-SHA384', 'AES256-GCM-SHA384'],
    ];
    for (const [name, spoken] of names) {
      const pair = name.includes('ECDSA') ? STANDARD : { certificate: 'rsa.pem', key: 'rsa.key' };
      await ssl.serve({ ...pair, cipher_suites: [name] });
      expect(await ssl.ask('-tls1_2')).toMatch(new RegExp(`Cipher is ${spoken}\\b`));
      await ssl.close();
    }
  });

  test('in the order of Go, whatever a client or the file prefers, but ChaCha20 to a client that has it first', async () => {
    await ssl.serve({
      ...STANDARD,
      cipher_suites: [
        'ECDHE-ECDSA-AES-256-GCM-SHA384',
        'ECDHE-ECDSA-CHACHA20-POLY1305',
        'ECDHE-ECDSA-AES-128-GCM-SHA256',
      ],
    });

    const with12 = (list: string): Promise<string> => ssl.ask('-tls1_2', '-cipher', list);
    const with13 = (list: string): Promise<string> => ssl.ask('-tls1_3', '-ciphersuites', list);
    expect(await with12('ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256')).toContain(
      'Cipher is ECDHE-ECDSA-AES128-GCM-SHA256',
    );
    expect(await with12('ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256')).toContain(
      'Cipher is ECDHE-ECDSA-CHACHA20-POLY1305',
    );
    expect(await with13('TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256')).toContain('Cipher is TLS_AES_128_GCM_SHA256');
    expect(await with13('TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256')).toContain(
      'Cipher is TLS_CHACHA20_POLY1305_SHA256',
    );
  });

  test('only suites of TLS 1.3 leave TLS 1.2 nothing; a suite that OpenSSL lacks is told', async () => {
    await ssl.serve({ ...STANDARD, cipher_suites: ['TLS-AES-128-GCM-SHA256'] });
    expect(await ssl.ask('-quiet', '-tls1_3')).toContain('200 OK');
    expect((await ssl.ask('-tls1_2')).toLowerCase()).toMatch(/alert (?:handshake failure|protocol version)/);

    expect(
      ssl.at.read(section({ ...STANDARD, cipher_suites: ['RSA-RC4-128-SHA', 'ECDHE-ECDSA-AES-128-GCM-SHA256'] })).notes,
    ).toEqual([
      'apm-server.yml: "ssl.cipher_suites": no OpenSSL of today speaks RSA-RC4-128-SHA, and the endpoint does not either.',
    ]);
  });

  test('the versions between the oldest and the newest that is named', async () => {
    await ssl.serve({ ...STANDARD, supported_protocols: ['TLSv1.3', 'TLSv1.1'] });
    const old = ['-cipher', 'ALL:@SECLEVEL=0'];
    for (const version of ['-tls1_1', '-tls1_2', '-tls1_3'])
      expect(await ssl.ask('-quiet', version, ...old)).toContain('200 OK');
    expect((await ssl.ask('-tls1', ...old)).toLowerCase()).toContain('alert protocol version');
    expect(await ssl.running().fact('tls-failed')).toMatchObject({
      alert: 'protocol_version',
      by: 'endpoint',
      how: 'alert',
    });
    await ssl.close();

    await ssl.serve({ ...STANDARD, supported_protocols: 'TLSv1.3' });
    expect((await ssl.ask('-tls1_2')).toLowerCase()).toContain('alert protocol version');
  });

  test('the curves that are named', async () => {
    await ssl.serve({ ...STANDARD, curve_types: ['P-384', 'P-256'] });
    expect(await ssl.ask('-groups', 'P-256')).toMatch(/Server Temp Key: ECDH, prime256v1/);
    expect(await ssl.ask('-groups', 'P-384')).toMatch(/Server Temp Key: ECDH, secp384r1/);
    expect((await ssl.ask('-groups', 'X25519')).toLowerCase()).toContain('alert handshake failure');
    expect(await ssl.running().fact('tls-failed')).toMatchObject({ alert: 'handshake_failure', by: 'endpoint' });
  });

  test('what is named by a number, as the real server also takes it, where it is written as one', async () => {
    const tlsOf = (lines: string) =>
      ssl.at.read(`apm-server.ssl:\n  certificate: server.pem\n  key: server.key\n${lines}`).tls;

    expect(tlsOf('  supported_protocols: [0x302, 0x0304]\n')).toMatchObject({
      minVersion: 'TLSv1.1',
      maxVersion: 'TLSv1.3',
    });
    expect(tlsOf('  supported_protocols: 771\n')).toMatchObject({ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' });
    expect(tlsOf('  cipher_suites: [0xc02b, 0xcca8, ECDHE-RSA-AES-128-GCM-SHA256]\n')?.ciphers).toEqual([
      'ECDHE-ECDSA-AES128-GCM-SHA256',
      'ECDHE-RSA-AES128-GCM-SHA256',
      'ECDHE-RSA-CHACHA20-POLY1305',
    ]);
    expect(tlsOf('  curve_types: [23, 29]\n')?.groups).toEqual(['P-256', 'X25519']);
    expect(tlsOf('  client_authentication: 4\n')?.clientAuth.mode).toBe('required');
    expect(tlsOf('  client_authentication: 3\n')?.clientAuth.mode).toBe('optional');
    expect(tlsOf('  verification_mode: 1\n  ca_sha256: [cGlu]\n')?.clientAuth.pins).toEqual([]);
    await ssl.serve({ ...STANDARD, supported_protocols: [0x304] });
    expect((await ssl.ask('-tls1_2')).toLowerCase()).toContain('alert protocol version');
    expect(await ssl.ask('-quiet', '-tls1_3')).toContain('200 OK');
  });

  test.each([
    [{ supported_protocols: [0x301] }, '"TLSv1.0" is an unsupported tls version'],
    [{ supported_protocols: [1.2] }, '"1.2" is an unsupported tls version'],
    [{ supported_protocols: ['771'] }, '"771" is an unsupported tls version'],
    [{ supported_protocols: [772, 773] }, '"773" is an unsupported tls version'],
    [{ cipher_suites: [7] }, '"ssl.cipher_suites" names "7", which does not exist'],
    [{ curve_types: [1] }, '"ssl.curve_types" names "1", which does not exist'],
    [{ client_authentication: 9 }, '"ssl.client_authentication" has a value that does not exist'],
    [{ supported_protocols: ['TLSv1.2', 'TLSv1.0'] }, '"TLSv1.0" is an unsupported tls version'],
    [{ supported_protocols: ['TLSv1'] }, '"TLSv1" is an unsupported tls version'],
    [{ supported_protocols: ['SSLv3'] }, '"SSLv3" is an unsupported tls version'],
    [{ cipher_suites: ['AES128-SHA'] }, '"ssl.cipher_suites" names "AES128-SHA", which does not exist'],
    [{ curve_types: ['secp256k1'] }, '"ssl.curve_types" names "secp256k1", which does not exist'],
    [{ client_authentication: 'want' }, '"ssl.client_authentication" has a value that does not exist'],
    [{ verification_mode: 'sometimes' }, '"ssl.verification_mode" has a value that does not exist'],
    [
      { certificate_reload: { reload_interval: 'soon' } },
      '"ssl.certificate_reload.reload_interval" takes a span of time such as 30s or 1m30s, and here is "soon"',
    ],
    [
      { certificate_authorities: ['nowhere.pem'] },
      '"ssl.certificate_authorities" names nowhere.pem, and no file can be read there',
    ],
    [{ certificate_authorities: ['text.pem'] }, 'What "ssl.certificate_authorities" names is not a certificate'],
  ])('%j is a mistake with its place', (settings, what) => {
    const { message, fix } = ssl.at.mistake(section({ ...STANDARD, ...settings }));
    expect(message).toMatch(/^apm-server\.yml:2:\d+: /);
    expect(message.replace(/^\S+ /, '')).toBe(`${what}.`);
    expect(fix).toMatch(/^[A-Z].*[.)]$/);
  });
});

describe('certificates of clients', () => {
  const GOOD = asClient('client');
  const FOREIGN = asClient('foreign');
  type Outcome = 'in' | string;

  async function outcome(...client: string[]): Promise<Outcome> {
    const said = await ssl.ask('-tls1_3', ...client);
    return said.includes('200 OK') ? 'in' : (/alert ([a-z ]+):/.exec(said.toLowerCase())?.[1] ?? said);
  }

  test.each([
    [
      'authorities alone make them required',
      { certificate_authorities: ['ca.pem'] },
      'certificate required',
      'in',
      'unknown ca',
    ],
    [
      'required',
      { certificate_authorities: 'ca.pem', client_authentication: 'required' },
      'certificate required',
      'in',
      'unknown ca',
    ],
    ['optional', { certificate_authorities: ['ca.pem'], client_authentication: 'optional' }, 'in', 'in', 'unknown ca'],
    ['none', { certificate_authorities: ['ca.pem'], client_authentication: 'none' }, 'in', 'in', 'in'],
    [
      'named with nothing behind it',
      { certificate_authorities: ['ca.pem'], client_authentication: null },
      'in',
      'in',
      'in',
    ],
    [
      'two authorities in two files',
      { certificate_authorities: ['ca.pem', 'other-ca.pem'] },
      'certificate required',
      'in',
      'in',
    ],
    ['two authorities in one file', { certificate_authorities: ['both-cas.pem'] }, 'certificate required', 'in', 'in'],
    [
      'verification off still checks the chain',
      { certificate_authorities: ['ca.pem'], verification_mode: 'none' },
      'certificate required',
      'in',
      'unknown ca',
    ],
    [
      'verification off looks at no pin',
      { certificate_authorities: ['ca.pem'], verification_mode: 'none', ca_sha256: ['cGlu'] },
      'certificate required',
      'in',
      'unknown ca',
    ],
    [
      'a pin that nobody has',
      { certificate_authorities: ['ca.pem'], ca_sha256: ['cGlu'] },
      'certificate required',
      'bad certificate',
      'unknown ca',
    ],
  ])('%s', async (_name, settings, none, good, foreign) => {
    await ssl.serve({ ...STANDARD, ...settings });

    expect([await outcome(), await outcome(...GOOD), await outcome(...FOREIGN)]).toEqual([none, good, foreign]);
  });

  test('one authority of several that cannot be read is passed over, and told', () => {
    const { tls, notes } = ssl.at.read(section({ ...STANDARD, certificate_authorities: ['nowhere.pem', 'ca.pem'] }));

    expect(tls?.clientAuth.authorities).toHaveLength(1);
    expect(notes).toEqual([
      expect.stringMatching(
        /nowhere\.pem, and no file can be read there; it is passed over, and the other authorities count\.$/,
      ),
    ]);
  });
});
