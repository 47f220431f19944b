import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asClient, PHRASE, type SslEndpoint, STANDARD, section, sslEndpoint } from '../../support/ssl-endpoint.ts';

/* Certificate and key of an `ssl` section, seen by real clients. What is taken and what is refused agrees with elastic-agent-libs 0.46, by which the real server loads it, wherever nothing else is said. */

let ssl: SslEndpoint;
beforeAll(() => {
  ssl = sslEndpoint();
});
afterEach(() => ssl.close());
afterAll(() => ssl.remove());

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
    await ssl.serve(settings);

    expect(await ssl.seen()).toBe(ssl.printOf(served));
  });

  test('PEM in the settings themselves, which nobody reads anew', async () => {
    const text = (name: string): string => readFileSync(join(ssl.at.folder, name), 'utf8');
    const { tlsFiles } = await ssl.serve({
      certificate: `\n  ${text('server.pem')}`,
      key: text('pkcs8.key'),
      key_passphrase: PHRASE,
      certificate_authorities: [text('ca.pem')],
      client_authentication: 'optional',
    });

    expect(await ssl.seen()).toBe(ssl.printOf('server.pem'));
    expect(tlsFiles).toBeNull();
    expect(await ssl.ask('-quiet', ...asClient('client'))).toContain('200 OK');
  });

  test('are served without a server name, with one that they do not hold, and with an address', async () => {
    await ssl.serve(STANDARD);
    for (const name of [['-noservername'], ['-servername', 'stranger.example'], ['-servername', 'localhost']])
      expect(await ssl.ask(...name, '-CAfile', 'ca.pem')).toMatch(/Verify return code: 0[\s\S]*200 OK/);
  });

  test('the old form of encryption is told, and a passphrase file that ends in a newline', () => {
    expect(ssl.at.read(section({ ...STANDARD, key: 'legacy-aes.key', key_passphrase: PHRASE })).notes).toEqual([
      expect.stringMatching(/^apm-server\.yml: The key in "ssl\.key" is encrypted in an old PEM form/),
    ]);
    expect(
      ssl.at.read(section({ ...STANDARD, key: 'pkcs8.key', key_passphrase_path: 'phrase-with-newline' })).notes,
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
    const { message, fix } = ssl.at.mistake(text);

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

describe('ssl that is off, or not there', () => {
  test.each([
    ['no section', 'apm-server: {}', 'it has no ssl section'],
    ['a section with nothing in it', 'apm-server:\n  ssl:\n', 'it has no ssl section'],
    ['enabled: false', section({ enabled: false, ...STANDARD }), 'ssl is switched off in it'],
  ])("%s has TLS with Sealwire's certificate, and says so", (_name, text, words) => {
    const file = ssl.at.read(text);

    expect([file.tls, file.tlsFiles]).toEqual([null, null]);
    expect(file.summary).toContain(`${words}, and the endpoint has TLS with Sealwire's certificate all the same`);
  });
});
