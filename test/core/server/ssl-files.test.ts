import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asClient, PHRASE, type SslEndpoint, STANDARD, section, sslEndpoint } from '../../support/ssl-endpoint.ts';

/* The files of an `ssl` section that change while an endpoint goes by them. */

let ssl: SslEndpoint;
beforeAll(() => {
  ssl = sslEndpoint();
});
afterEach(() => ssl.close());
afterAll(() => ssl.remove());

describe('files that change', () => {
  const ALWAYS = { certificate_reload: { reload_interval: '1ns' } };
  const put = (name: string, from: string): string =>
    ssl.at.write(name, readFileSync(join(ssl.at.folder, from), 'utf8'));

  test('are shown to the next client, chain and encrypted key too', async () => {
    put('changing.pem', 'server.pem');
    put('changing.key', 'pkcs8.key');
    await ssl.serve({ certificate: 'changing.pem', key: 'changing.key', key_passphrase: PHRASE, ...ALWAYS });
    expect(await ssl.seen()).toBe(ssl.printOf('server.pem'));

    put('changing.pem', 'rsa.pem');
    expect(await ssl.seen()).toBe(ssl.printOf('server.pem'));
    put('changing.key', 'rsa-legacy.key');
    expect(await ssl.seen()).toBe(ssl.printOf('rsa.pem'));
  });

  test('change who gets in, where they are the authorities of clients', async () => {
    put('changing-ca.pem', 'ca.pem');
    await ssl.serve({ ...STANDARD, certificate_authorities: ['changing-ca.pem'], ...ALWAYS });
    const getsIn = async (name: 'client' | 'foreign'): Promise<boolean> =>
      (await ssl.ask(...asClient(name))).includes('200 OK');
    expect([await getsIn('client'), await getsIn('foreign')]).toEqual([true, false]);

    put('changing-ca.pem', 'other-ca.pem');
    expect([await getsIn('client'), await getsIn('foreign')]).toEqual([false, true]);
  });

  test.each([
    ['reload is off', { certificate_reload: { enabled: false, reload_interval: '1ns' } }],
    ['the time is not over', { certificate_reload: { reload_interval: '1h' } }],
  ])('are not looked at where %s', async (_name, settings) => {
    put('changing.pem', 'server.pem');
    put('changing.key', 'server.key');
    await ssl.serve({ certificate: 'changing.pem', key: 'changing.key', ...settings });

    put('changing.pem', 'rsa.pem');
    put('changing.key', 'rsa.key');

    expect(await ssl.seen()).toBe(ssl.printOf('server.pem'));
  });

  test('are looked at when the time is over, also by a clock that was set back, and told while they are wrong', () => {
    put('changing.pem', 'server.pem');
    put('changing.key', 'server.key');
    let now = 1_000_000;
    const files = ssl.at.read(
      section({ certificate: 'changing.pem', key: 'changing.key' }),
      {},
      { now: () => new Date(now) },
    ).tlsFiles;
    expect(files?.everyMs).toBe(5000);

    put('changing.pem', 'rsa.pem');
    now += 4999;
    expect(files?.fresh()).toBeNull();
    now += 1;
    expect(files?.fresh()).toBeNull();
    expect(files?.problem()).toMatch(/^The key does not belong to the certificate\. Name the key/);
    put('changing.key', 'rsa.key');
    now -= 60_000;
    expect(files?.fresh()?.identity?.served.fingerprint256).toBe(ssl.printOf('rsa.pem'));
    expect(files?.problem()).toBeNull();
    now += 5000;
    expect(files?.fresh()).toBeNull();

    rmSync(join(ssl.at.folder, 'changing.key'));
    now += 5000;
    expect(files?.fresh()).toBeNull();
    expect(files?.problem()).toMatch(
      /^"ssl\.key" names .*changing\.key, and no file can be read there\. Correct the path/,
    );
  });
});
