import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../main/contract/index.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { writeKeystore } from '../../main/core/server/keystore-file.ts';
import { createTestAuthority, type TestAuthority } from '../support/test-authority.ts';
import { type CommandHome, commandHome } from './command-process.ts';

/* `sealwire up --config FILE`, in front and in the background. */

let authority: TestAuthority;
beforeAll(() => {
  authority = createTestAuthority();
});
afterAll(() => authority.remove());
const homes: CommandHome[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) home.close();
});

/** A home, and beside it a settings file with a keystore that holds one token. */
function homeWith(text: string): { at: CommandHome; path: string } {
  const at = commandHome();
  homes.push(at);
  const folder = join(dirname(at.home), 'conf');
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeKeystore(
    realHost(),
    join(folder, 'data', 'apm-server.keystore'),
    new Map([['SECRET_TOKEN', new Secret('g-from-the-keystore')]]),
  );
  const { chainPem, keyPem } = authority.issue(['localhost']);
  writeFileSync(join(folder, 'chain.pem'), chainPem + authority.caPem);
  writeFileSync(join(folder, 'server.pem'), chainPem);
  writeFileSync(join(folder, 'server.key'), keyPem.reveal());
  const path = join(folder, 'apm-server.yml');
  writeFileSync(path, text);
  return { at, path };
}

const REFERENCE = '$'.concat('{SECRET_TOKEN}');

describe('up --config', () => {
  test('goes by the file, says where it does not, and lets its token in', async () => {
    const { at, path } = homeWith(
      'apm-server:\n  host: 0.0.0.0:0\n  auth.secret_token: g-file-token\n  idel_timeout: 1s\n',
    );

    const up = at.start('up', '--json', '--no-ui', '--config', path);
    const ready = JSON.parse(await up.nextLine());

    const text = await noticeOf(at);
    expect(text).toMatch(/in force, but for this: it listens on loopback and not on 0\.0\.0\.0/);
    expect(text).toContain('apm-server.yml:4:3: APM Server has no setting');
    expect(await intakeStatus(ready, 'g-file-token')).toBe(202);
    expect(await intakeStatus(ready, 'another')).toBe(401);
  });

  test('a mistake in the file is said with its place, and nothing is started', async () => {
    const { at, path } = homeWith('apm-server:\n  rum.enabled: perhaps\n');

    for (const more of [['--no-ui'], ['--no-ui', '--background'], ['--json', '--background']]) {
      const { code, stderr } = await at.run('up', ...more, '--config', path);

      expect(code).toBe(2);
      expect(stderr.replaceAll('\\"', '"')).toContain('apm-server.yml:2:16: "rum.enabled" takes true or false');
      expect(existsSync(join(at.home, 'run', 'instance.json'))).toBe(false);
    }
  });

  test('in the background, with a token of the keystore under its name of before 8.0', async () => {
    const { at, path } = homeWith(`apm-server:\n  host: 127.0.0.1:0\n  secret_token: "${REFERENCE}"\n`);

    const { code, stdout, stderr } = await at.run('up', '--background', '--json', '--config', path);
    const ready = JSON.parse(stdout);
    try {
      expect(code).toBe(0);
      expect(await noticeOf(at)).toContain('"secret_token" is a name that APM Server knew before 8.0');
      expect(await intakeStatus(ready, 'g-from-the-keystore')).toBe(202);
      expect(await intakeStatus(ready, 'g-another')).toBe(401);
      expect(stdout + stderr + readFileSync(join(at.home, 'logs', 'background.log'), 'utf8')).not.toContain(
        'g-from-the-keystore',
      );
    } finally {
      expect((await at.run('stop')).code).toBe(0);
    }
  });

  test('with a chain that ends in its root: clients, the probe and snippets trust that', async () => {
    const { at, path } = homeWith('apm-server:\n  host: ":0"\n  ssl: {certificate: chain.pem, key: server.key}\n');
    const chain = join(dirname(path), 'chain.pem');

    const up = at.start('up', '--json', '--no-ui', '--config', path);
    const ready = JSON.parse(await up.nextLine());

    expect(ready.ca).toBe(chain);
    expect(await intakeStatus(ready, 'wrong')).toBe(401);
    const probe = await at.run('probe', '--json');
    expect(JSON.parse(probe.stdout).steps).toContainEqual(expect.objectContaining({ step: 'reporting', state: 'ok' }));
    expect((await at.run('agent', 'show', 'python', '--as', 'env')).stdout).toContain(chain);
    const again = JSON.parse((await at.run('up', '--json', '--no-ui')).stdout);
    expect(again).toMatchObject({ event: 'ready', alreadyRunning: true, pid: ready.pid, ca: chain });
    const status = await at.run('status', '--json');
    expect(JSON.parse(status.stdout).endpoint.ca).toBe(chain);
    expect((await at.run('status')).stdout).toMatch(new RegExp(`Agents trust +${chain}`));
  });

  test('with a certificate whose root is not in the file: that agents need it is said', async () => {
    const { at, path } = homeWith('apm-server:\n  host: ":0"\n  ssl: {certificate: server.pem, key: server.key}\n');

    const up = at.start('up', '--json', '--no-ui', '--config', path);
    const ready = JSON.parse(await up.nextLine());

    expect(await noticeOf(at)).toContain(
      'agents must trust who issued it (CN=Test authority), whose own certificate is not in that file.',
    );
    expect(ready.ca).toBeNull();
    expect(JSON.parse((await at.run('up', '--json', '--no-ui')).stdout)).toMatchObject({
      alreadyRunning: true,
      ca: null,
    });
    expect((await at.run('up', '--no-ui')).stdout).toMatch(/Authority +whoever issued the certificate/);
    expect((await at.run('agent', 'show', 'python', '--as', 'env')).stdout).toContain('Issuer: CN=Test authority.');
    const run = await at.run('run', '--agent', 'nodejs', '--', 'node', 'app.js');
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('that CN=Test authority issued')]);
    expect(await intakeStatus({ ...ready, ca: authority.caPath }, 'wrong')).toBe(401);
  });
});

async function noticeOf(at: CommandHome): Promise<string> {
  const status = JSON.parse((await at.run('status', '--json')).stdout);
  return status.notices.find(({ id }: { id: string }) => id === 'server-file').text;
}

function intakeStatus({ endpoint, ca }: { endpoint: string; ca: string }, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' };
    request(`${endpoint}/intake/v2/events`, { method: 'POST', headers, ca: readFileSync(ca) }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once('error', reject)
      .end('{"metadata":{"service":{"name":"a","agent":{"name":"nodejs","version":"1"}}}}\n');
  });
}
