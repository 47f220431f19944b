import { execFile, execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ServerFile } from '../../../main/core/server/read-server-file.ts';
import { type RunningEndpoint, runEndpoint } from '../../support/running-endpoint.ts';
import { type ServerFolder, serverFolder } from '../../support/server-file.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/*
 * The `ssl` section of an `apm-server.yml`, seen by real clients of an endpoint that goes by it. What is taken and what is refused agrees with
 * elastic-agent-libs 0.46, by which the real server loads it, wherever nothing else is said.
 */

let at: ServerFolder;
let authority: TestAuthority;
let other: TestAuthority;
let running: RunningEndpoint | null = null;

const PHRASE = 'open sesame';

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { cwd: at.folder, stdio: 'pipe' });
}

beforeAll(() => {
  at = serverFolder({ PHRASE, NUMBER: '0123' });
  authority = createTestAuthority();
  other = createTestAuthority();
  const server = authority.issue(['localhost', '127.0.0.1']);
  at.write('server.pem', server.chainPem);
  at.write('server.key', server.keyPem.reveal());
  const stranger = other.issue(['localhost']);
  at.write('stranger.pem', stranger.chainPem);
  at.write('stranger.key', stranger.keyPem.reveal());
  for (const [name, from] of [
    ['client', authority],
    ['foreign', other],
  ] as const) {
    const { chainPem, keyPem } = from.issue(['client'], { usage: 'clientAuth' });
    at.write(`${name}.pem`, chainPem);
    at.write(`${name}.key`, keyPem.reveal());
  }
  at.write('ca.pem', authority.caPem);
  at.write('other-ca.pem', other.caPem);
  at.write('both-cas.pem', authority.caPem + other.caPem);
  at.write('chain.pem', server.chainPem + authority.caPem);
  at.write('backwards.pem', authority.caPem + server.chainPem);
  at.write('phrase', PHRASE);
  at.write('phrase-with-newline', `${PHRASE}\n`);
  at.write('text.pem', 'no PEM at all');
  at.write('broken.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
  const pass = ['-passout', `pass:${PHRASE}`];
  openssl('pkcs8', '-topk8', '-in', 'server.key', ...pass, '-out', 'pkcs8.key');
  openssl('pkcs8', '-topk8', '-scrypt', '-in', 'server.key', ...pass, '-out', 'scrypt.key');
  openssl('pkcs8', '-topk8', '-v1', 'PBE-SHA1-3DES', '-in', 'server.key', ...pass, '-out', 'pbes1.key');
  openssl('ec', '-aes128', '-in', 'server.key', ...pass, '-out', 'legacy-aes.key');
  openssl('ec', '-des3', '-in', 'server.key', ...pass, '-out', 'legacy-des3.key');
  openssl('genrsa', '-out', 'rsa.key', '2048');
  openssl('req', '-x509', '-key', 'rsa.key', '-out', 'rsa.pem', '-days', '9', '-subj', '/CN=localhost');
  openssl('rsa', '-traditional', '-aes256', '-in', 'rsa.key', ...pass, '-out', 'rsa-legacy.key');
  openssl('genrsa', '-out', 'short.key', '1024');
  openssl('req', '-x509', '-key', 'short.key', '-out', 'short.pem', '-days', '9', '-subj', '/CN=localhost');
  openssl('genpkey', '-algorithm', 'ed25519', '-out', 'ed25519.key');
  openssl('req', '-x509', '-key', 'ed25519.key', '-out', 'ed25519.pem', '-days', '9', '-subj', '/CN=localhost');
  openssl('pkcs8', '-topk8', '-in', 'ed25519.key', ...pass, '-out', 'ed25519-encrypted.key');
  at.write('all-in-one.pem', readFileSync(join(at.folder, 'server.key'), 'utf8') + server.chainPem);
});
afterEach(async () => {
  await running?.close();
  running = null;
});
afterAll(() => {
  at.remove();
  authority.remove();
  other.remove();
});

const STANDARD = { certificate: 'server.pem', key: 'server.key' };

/** An `ssl` section with these settings, as YAML. */
const section = (settings: Readonly<Record<string, unknown>>): string =>
  `apm-server:\n  ssl: ${JSON.stringify(settings)}\n`;

async function serve(settings: Readonly<Record<string, unknown>>): Promise<ServerFile> {
  const file = at.read(section(settings));
  const identity = other.issue(['localhost']);
  running = await runEndpoint(
    identity,
    { server: file.settings },
    { ...(file.tls === null ? {} : { tls: file.tls }), freshTls: () => file.tlsFiles?.fresh() ?? null },
  );
  return file;
}

/** What a client says that connects and asks for `/`; both of its outputs as one text. */
function ask(...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = execFile(
      'openssl',
      ['s_client', '-connect', `127.0.0.1:${running?.port}`, ...args, '-ign_eof'],
      { cwd: at.folder },
      (_error, stdout, stderr) => resolve(stdout + stderr),
    );
    child.stdin?.end('GET / HTTP/1.0\r\n\r\n');
  });
}

const asClient = (name: string): string[] => ['-cert', `${name}.pem`, '-key', `${name}.key`];
const fact = (kind: 'secured' | 'tls-failed'): Promise<object> => running?.fact(kind) ?? Promise.reject();

/** The fingerprint that `node:tls` sees. */
function seen(): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: running?.port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.fingerprint256 ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

const printOf = (name: string): string => new X509Certificate(readFileSync(join(at.folder, name))).fingerprint256;

describe('certificate and key', () => {
  const secret = '$'.concat('{PHRASE}');

  test.each([
    ['files, relative to the folder of the settings', STANDARD, 'server.pem'],
    ['a chain', { certificate: 'chain.pem', key: 'server.key' }, 'server.pem'],
    ['one file for both', { certificate: 'all-in-one.pem', key: 'all-in-one.pem' }, 'server.pem'],
    ['PKCS#8, encrypted', { ...STANDARD, key: 'pkcs8.key', key_passphrase: PHRASE }, 'server.pem'],
    ['PKCS#8 with scrypt', { ...STANDARD, key: 'scrypt.key', key_passphrase: PHRASE }, 'server.pem'],
    ['a passphrase from the keystore', { ...STANDARD, key: 'pkcs8.key', key_passphrase: secret }, 'server.pem'],
    ['a passphrase file', { ...STANDARD, key: 'pkcs8.key', key_passphrase_path: 'phrase' }, 'server.pem'],
    [
      'a passphrase before its file',
      { ...STANDARD, key: 'pkcs8.key', key_passphrase: PHRASE, key_passphrase_path: 'text.pem' },
      'server.pem',
    ],
    [
      'the old form of encryption with an ECDSA key',
      { ...STANDARD, key: 'legacy-aes.key', key_passphrase: PHRASE },
      'server.pem',
    ],
    ['the old form with 3DES', { ...STANDARD, key: 'legacy-des3.key', key_passphrase: PHRASE }, 'server.pem'],
    [
      'the old form with an RSA key',
      { certificate: 'rsa.pem', key: 'rsa-legacy.key', key_passphrase: PHRASE },
      'rsa.pem',
    ],
    ['a passphrase for a key that needs none', { ...STANDARD, key_passphrase: 'superfluous' }, 'server.pem'],
    ['an RSA key', { certificate: 'rsa.pem', key: 'rsa.key' }, 'rsa.pem'],
    ['an Ed25519 key', { certificate: 'ed25519.pem', key: 'ed25519.key' }, 'ed25519.pem'],
  ])('%s', async (_name, settings, served) => {
    await serve(settings);

    expect(await seen()).toBe(printOf(served));
  });

  test('PEM in the settings themselves, which nobody reads anew', async () => {
    const text = (name: string): string => readFileSync(join(at.folder, name), 'utf8');
    const { tlsFiles } = await serve({
      certificate: `\n  ${text('server.pem')}`,
      key: text('pkcs8.key'),
      key_passphrase: PHRASE,
      certificate_authorities: [text('ca.pem')],
      client_authentication: 'optional',
    });

    expect(await seen()).toBe(printOf('server.pem'));
    expect(tlsFiles).toBeNull();
    expect(await ask('-quiet', ...asClient('client'))).toContain('200 OK');
  });

  test('are served without a server name, with one that they do not hold, and with an address', async () => {
    await serve(STANDARD);
    for (const name of [['-noservername'], ['-servername', 'stranger.example'], ['-servername', 'localhost']])
      expect(await ask(...name, '-CAfile', 'ca.pem')).toMatch(/Verify return code: 0[\s\S]*200 OK/);
  });

  test('the old form of encryption is told, and a passphrase file that ends in a newline', () => {
    expect(at.read(section({ ...STANDARD, key: 'legacy-aes.key', key_passphrase: PHRASE })).notes).toEqual([
      expect.stringMatching(/^apm-server\.yml: The key in "ssl\.key" is encrypted in an old PEM form/),
    ]);
    expect(
      at.read(section({ ...STANDARD, key: 'pkcs8.key', key_passphrase_path: 'phrase-with-newline' })).notes,
    ).toEqual([expect.stringContaining('has white space around the passphrase')]);
  });

  test.each([
    [
      'no certificate',
      { key: 'server.key' },
      'ssl',
      '"ssl.certificate" is missing in the ssl section (certificate file not configured)',
    ],
    [
      'no key',
      { certificate: 'server.pem' },
      'ssl',
      '"ssl.key" is missing in the ssl section (key file not configured)',
    ],
    ['nothing at all', {}, 'ssl', '"ssl.certificate" is missing in the ssl section (certificate file not configured)'],
    [
      'a certificate without a key where TLS is off',
      { enabled: false, certificate: 'server.pem' },
      'ssl',
      '"ssl.key" is missing in the ssl section (key file not configured)',
    ],
    [
      'a key without a certificate where TLS is off',
      { enabled: false, key: 'server.key' },
      'ssl',
      '"ssl.certificate" is missing in the ssl section (certificate file not configured)',
    ],
    [
      'a file that is not there',
      { ...STANDARD, certificate: 'nowhere.pem' },
      'nowhere',
      '"ssl.certificate" names nowhere.pem, and no file can be read there',
    ],
    ['a folder', { ...STANDARD, key: 'data' }, 'data', '"ssl.key" names data, and no file can be read there'],
    [
      'a path with a line break',
      { ...STANDARD, key: 'a\nb' },
      'a\\nb',
      '"ssl.key" names a path, and no file can be read there',
    ],
    [
      'a text that is no certificate',
      { ...STANDARD, certificate: 'text.pem' },
      'text.pem',
      'What "ssl.certificate" names is not a certificate',
    ],
    [
      'a certificate that is none inside',
      { ...STANDARD, certificate: 'broken.pem' },
      'broken.pem',
      'What "ssl.certificate" names is not a certificate',
    ],
    [
      'a key in its place',
      { ...STANDARD, certificate: 'server.key' },
      'server.key',
      'What "ssl.certificate" names is not a certificate',
    ],
    [
      'a certificate in place of the key',
      { ...STANDARD, key: 'server.pem' },
      '"key":"server.pem',
      'What "ssl.key" names is no private key',
    ],
    [
      'a chain backwards',
      { ...STANDARD, certificate: 'backwards.pem' },
      'backwards.pem',
      "The server's own certificate is not the first in its file",
    ],
    [
      "somebody else's key",
      { ...STANDARD, key: 'stranger.key' },
      'stranger.key',
      'The key does not belong to the certificate',
    ],
    [
      'no passphrase',
      { ...STANDARD, key: 'pkcs8.key' },
      'pkcs8.key',
      'The key is encrypted, and there is no passphrase',
    ],
    [
      'no passphrase, old form',
      { ...STANDARD, key: 'legacy-aes.key' },
      'legacy-aes.key',
      'The key is encrypted, and there is no passphrase',
    ],
    [
      'a wrong passphrase',
      { ...STANDARD, key: 'pkcs8.key', key_passphrase: 'gsecret' },
      'pkcs8.key',
      'The passphrase does not open the key',
    ],
    [
      'a wrong passphrase, old form',
      { ...STANDARD, key: 'legacy-aes.key', key_passphrase: 'gsecret' },
      'legacy-aes.key',
      'The passphrase does not open the key',
    ],
    [
      'a passphrase file that is not there',
      { ...STANDARD, key: 'pkcs8.key', key_passphrase_path: 'nowhere' },
      'nowhere',
      '"ssl.key_passphrase_path" names nowhere, and no file can be read there',
    ],
    [
      'the old form where it is refused',
      { ...STANDARD, key: 'legacy-aes.key', key_passphrase: PHRASE, disable_legacy_pem_support: true },
      'legacy-aes.key',
      'The key is encrypted in the old PEM form, which "ssl.disable_legacy_pem_support" refuses',
    ],
    [
      'an encryption that Go does not open',
      { ...STANDARD, key: 'pbes1.key', key_passphrase: PHRASE },
      'pbes1.key',
      'The key is encrypted in a form of PKCS#8 that APM Server does not open (it is not PBES2)',
    ],
    [
      'an encrypted Ed25519 key',
      { certificate: 'ed25519.pem', key: 'ed25519-encrypted.key', key_passphrase: PHRASE },
      'ed25519-encrypted.key',
      'APM Server opens encrypted keys of RSA and ECDSA alone, and this is another',
    ],
    [
      'a key that OpenSSL finds too short, other than Go',
      { certificate: 'short.pem', key: 'short.key' },
      'ssl',
      'OpenSSL refuses to serve TLS as this section has it (ee key too small)',
    ],
  ])('%s is a mistake with its place, and a next step', (_name, settings, marker, what) => {
    const text = section(settings);
    const { message, fix } = at.mistake(text);

    const line = text.split('\n')[1] ?? '';
    const column =
      marker === 'ssl'
        ? line.indexOf('{') + 1
        : line.lastIndexOf('"', line.indexOf(marker, marker.startsWith('"') ? 0 : 9) - 1) + 1;
    const place = marker === '"key":"server.pem' ? line.indexOf('"server.pem"', line.indexOf('"key"')) + 1 : column;
    expect(message).toBe(`apm-server.yml:2:${place}: ${what}.`);
    expect(fix).toMatch(/^[A-Z].*[.)]$/);
    expect(message + fix).not.toMatch(/gsecret|sesame/);
  });
});

describe('what is offered', () => {
  test('the suites of TLS 1.2 by their names there, one of which is misspelled', async () => {
    await serve({ certificate: 'rsa.pem', key: 'rsa.key', cipher_suites: ['ECDHE-RSA-CHACHA20-POLY1205'] });

    expect(await ask('-quiet', '-tls1_2')).toContain('200 OK');
    expect(await fact('secured')).toMatchObject({ cipher: 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256' });
    expect((await ask('-tls1_2', '-cipher', 'ECDHE-RSA-AES128-GCM-SHA256')).toLowerCase()).toContain(
      'alert handshake failure',
    );
    expect(await fact('tls-failed')).toMatchObject({ alert: 'handshake_failure', by: 'endpoint', how: 'alert' });
    expect(await ask('-quiet', '-tls1_3', '-ciphersuites', 'TLS_AES_256_GCM_SHA384')).toContain('200 OK');
    expect(at.mistake(section({ ...STANDARD, cipher_suites: ['ECDHE-RSA-CHACHA20-POLY1305'] }))).toEqual({
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
      await serve({ ...pair, cipher_suites: [name] });
      expect(await ask('-tls1_2')).toMatch(new RegExp(`Cipher is ${spoken}\\b`));
      await running?.close();
      running = null;
    }
  });

  test('in the order of Go, whatever a client or the file prefers, but ChaCha20 to a client that has it first', async () => {
    await serve({
      ...STANDARD,
      cipher_suites: [
        'ECDHE-ECDSA-AES-256-GCM-SHA384',
        'ECDHE-ECDSA-CHACHA20-POLY1305',
        'ECDHE-ECDSA-AES-128-GCM-SHA256',
      ],
    });

    const with12 = (list: string): Promise<string> => ask('-tls1_2', '-cipher', list);
    const with13 = (list: string): Promise<string> => ask('-tls1_3', '-ciphersuites', list);
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
    await serve({ ...STANDARD, cipher_suites: ['TLS-AES-128-GCM-SHA256'] });
    expect(await ask('-quiet', '-tls1_3')).toContain('200 OK');
    expect((await ask('-tls1_2')).toLowerCase()).toMatch(/alert (?:handshake failure|protocol version)/);

    expect(
      at.read(section({ ...STANDARD, cipher_suites: ['RSA-RC4-128-SHA', 'ECDHE-ECDSA-AES-128-GCM-SHA256'] })).notes,
    ).toEqual([
      'apm-server.yml: "ssl.cipher_suites": no OpenSSL of today speaks RSA-RC4-128-SHA, and the endpoint does not either.',
    ]);
  });

  test('the versions between the oldest and the newest that is named', async () => {
    await serve({ ...STANDARD, supported_protocols: ['TLSv1.3', 'TLSv1.1'] });
    const old = ['-cipher', 'ALL:@SECLEVEL=0'];
    for (const version of ['-tls1_1', '-tls1_2', '-tls1_3'])
      expect(await ask('-quiet', version, ...old)).toContain('200 OK');
    expect((await ask('-tls1', ...old)).toLowerCase()).toContain('alert protocol version');
    expect(await fact('tls-failed')).toMatchObject({ alert: 'protocol_version', by: 'endpoint', how: 'alert' });
    await running?.close();

    await serve({ ...STANDARD, supported_protocols: 'TLSv1.3' });
    expect((await ask('-tls1_2')).toLowerCase()).toContain('alert protocol version');
  });

  test('the curves that are named', async () => {
    await serve({ ...STANDARD, curve_types: ['P-384', 'P-256'] });
    expect(await ask('-groups', 'P-256')).toMatch(/Server Temp Key: ECDH, prime256v1/);
    expect(await ask('-groups', 'P-384')).toMatch(/Server Temp Key: ECDH, secp384r1/);
    expect((await ask('-groups', 'X25519')).toLowerCase()).toContain('alert handshake failure');
    expect(await fact('tls-failed')).toMatchObject({ alert: 'handshake_failure', by: 'endpoint' });
  });

  test.each([
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
    const { message, fix } = at.mistake(section({ ...STANDARD, ...settings }));
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
    const said = await ask('-tls1_3', ...client);
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
    await serve({ ...STANDARD, ...settings });

    expect([await outcome(), await outcome(...GOOD), await outcome(...FOREIGN)]).toEqual([none, good, foreign]);
  });

  test('one authority of several that cannot be read is passed over, and told', () => {
    const { tls, notes } = at.read(section({ ...STANDARD, certificate_authorities: ['nowhere.pem', 'ca.pem'] }));

    expect(tls?.clientAuth.authorities).toHaveLength(1);
    expect(notes).toEqual([
      expect.stringMatching(
        /nowhere\.pem, and no file can be read there; it is passed over, and the other authorities count\.$/,
      ),
    ]);
  });
});

describe('ssl that is off, or not there', () => {
  test.each([
    ['no section', 'apm-server: {}', 'it has no ssl section'],
    ['a section with nothing in it', 'apm-server:\n  ssl:\n', 'it has no ssl section'],
    ['enabled: false', section({ enabled: false, ...STANDARD }), 'ssl is switched off in it'],
  ])("%s has TLS with Sealwire's certificate, and says so", (_name, text, words) => {
    const file = at.read(text);

    expect([file.tls, file.tlsFiles]).toEqual([null, null]);
    expect(file.summary).toContain(`${words}, and the endpoint has TLS with Sealwire's certificate all the same`);
  });
});
