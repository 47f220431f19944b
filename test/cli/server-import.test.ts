import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../main/contract/index.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { writeKeystore } from '../../main/core/server/keystore-file.ts';
import { entry } from '../support/entry.ts';
import { createTestAuthority, type TestAuthority } from '../support/test-authority.ts';
import { type CommandHome, commandHome } from './command-process.ts';

/* `sealwire server import`: Sealwire stands in for a server that is there already. */

let authority: TestAuthority;
beforeAll(() => {
  authority = createTestAuthority();
});
afterAll(() => authority.remove());
const homes: CommandHome[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) home.close();
});

const REFERENCE = '$'.concat('{THE_TOKEN}');

async function server(
  text: string,
  token = 'g-of-the-server',
): Promise<{ at: CommandHome; folder: string; path: string }> {
  const at = commandHome();
  homes.push(at);
  expect((await at.run('init')).code).toBe(0);
  const folder = join(dirname(at.home), 'server');
  mkdirSync(folder);
  const { chainPem, keyPem } = authority.issue(['localhost']);
  writeFileSync(join(folder, 'server.crt'), chainPem);
  writeFileSync(join(folder, 'server.key'), keyPem.reveal());
  writeKeystore(
    realHost(),
    join(folder, 'the.keystore'),
    new Map([
      ['THE_TOKEN', new Secret(token)],
      ['OTHER', new Secret('x')],
    ]),
  );
  const path = join(folder, 'apm-server.yml');
  writeFileSync(path, text);
  return { at, folder, path };
}

const SETTINGS = `apm-server:
  host: "localhost:0"
  auth.secret_token: "${REFERENCE}"
  ssl.certificate: server.crt
  ssl.key: server.key
  max_event_size: 1000
  kibana.enabled: true
output.console.enabled: true
`;

async function isServed(at: CommandHome, token: string): Promise<number | undefined> {
  const up = at.start('up', '--json', '--no-ui', '--port', '0');
  const ready = JSON.parse(await up.nextLine());
  try {
    return await intake(ready.endpoint, authority.caPem, token);
  } finally {
    up.child.kill('SIGTERM');
    await up.ended;
  }
}

describe('server import', () => {
  test('takes settings and a keystore that lies elsewhere; up serves that very certificate and takes its token', async () => {
    const { at, folder, path } = await server(SETTINGS);
    const { code, stdout, stderr } = await at.run('server', 'import', path, join(folder, 'the.keystore'), '--json');

    expect([code, stderr]).toEqual([0, '']);
    const { config, token, notes } = JSON.parse(stdout);
    expect([config, token]).toEqual([path, 'adopted']);
    expect(notes.join(' ')).toContain('kibana');
    expect(stdout).not.toContain('g-of-the-server');
    expect((await at.run('token', 'show')).stdout).toBe('g-of-the-server\n');
    expect(await isServed(at, 'g-of-the-server')).toBe(202);
    expect(await isServed(at, 'another')).toBe(401);
    expect(readFileSync(join(at.home, 'workspaces', 'default', 'stands-in.json'), 'utf8')).not.toContain(
      'g-of-the-server',
    );

    expect(
      JSON.parse((await at.run('server', 'import', path, join(folder, 'the.keystore'), '--json')).stdout).token,
    ).toBe('same');
    expect((await at.run('server', 'import', '--forget')).code).toBe(0);
    await expect(isServed(at, 'g-of-the-server')).rejects.toThrow(/certificate/);
  });

  test('takes a certificate with its key, and an URL with a token', async () => {
    const { at, folder } = await server('');
    const files = [join(folder, 'server.key'), join(folder, 'server.crt')];
    expect((await at.run('server', 'import', join(folder, 'server.crt'))).stderr).toContain('without its private key');
    const dry = await at.run('server', 'import', ...files, '--dry-run');
    expect(dry.stdout).toContain('Nothing was kept.');
    expect(existsSync(join(at.home, 'workspaces', 'default', 'stands-in.yml'))).toBe(false);
    expect((await at.run('server', 'import', ...files)).code).toBe(0);
    const token = (await at.run('token', 'show')).stdout.trim();
    expect(await isServed(at, token)).toBe(202);

    const { status, stdout } = spawnSync(
      process.execPath,
      [entry, 'server', 'import', '--url', 'https://apm.example.com:8200/x', '--token-stdin'],
      { input: '0123\n', env: at.env, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('agent show AGENT --server https://apm.example.com:8200');
    expect(stdout).toContain('looks like a number');
    expect((await at.run('token', 'show')).stdout).toBe('0123\n');
    expect(existsSync(join(at.home, 'workspaces', 'default', 'stands-in.yml'))).toBe(false);
  });

  test('of a keystore alone takes the token, as the server reads it', async () => {
    const { at, folder } = await server('', '0123');
    const { code, stdout } = await at.run('server', 'import', join(folder, 'the.keystore'));

    expect(code).toBe(0);
    expect(stdout).toContain('APM Server reads the entry THE_TOKEN as another text than it is');
    expect((await at.run('token', 'show')).stdout).toBe('83\n');
  });

  test('keeps nothing where something is wrong, in one sentence and a cure', async () => {
    const { at, folder, path } = await server('apm-server.rum.enabled: perhaps\n');
    const before = (await at.run('token', 'show')).stdout;
    writeFileSync(join(folder, 'broken.keystore'), 'v1AAAA', { mode: 0o600 });
    writeFileSync(join(folder, 'v2.keystore'), 'v2AAAA', { mode: 0o600 });
    writeKeystore(
      realHost(),
      join(folder, 'many.keystore'),
      new Map([
        ['A_TOKEN', new Secret('x')],
        ['B_TOKEN', new Secret('y')],
      ]),
    );
    for (const [args, words] of [
      [[path], 'apm-server.yml:1:25'],
      [[join(folder, 'none')], 'There is no file'],
      [[join(folder, 'broken.keystore')], 'missing information'],
      [[join(folder, 'v2.keystore')], 'FIPS'],
      [[join(folder, 'many.keystore')], 'it holds A_TOKEN, B_TOKEN'],
      [[join(folder, 'server.key')], 'nothing without its certificate'],
      [['--url', 'apm:8200'], 'URL of the server'],
      [['--url', 'https://a:b@apm:8200'], 'leave them out'],
      [[], 'Nothing was given'],
      [[path, path], 'a server has one'],
    ] as const) {
      const { code, stdout, stderr } = await at.run('server', 'import', ...args);
      expect([args, code === 0, stdout]).toEqual([args, false, '']);
      expect(stderr).toContain(words);
    }
    expect(existsSync(join(at.home, 'workspaces', 'default', 'stands-in.json'))).toBe(false);
    expect((await at.run('token', 'show')).stdout).toBe(before);
  });

  test('says what was imported and is gone', async () => {
    const { at, folder, path } = await server(SETTINGS);
    await at.run('server', 'import', path, join(folder, 'the.keystore'));
    writeFileSync(join(folder, 'moved.yml'), readFileSync(path));
    spawnSync('rm', [path]);

    const { code, stderr } = await at.run('up', '--no-ui', '--port', '0');
    expect(code).toBe(1);
    expect(stderr).toContain('server import --forget');
  });
});

function intake(url: string, ca: string, token: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/intake/v2/events`,
      {
        method: 'POST',
        ca,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
        agent: false,
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      },
    );
    sent.on('error', reject);
    sent.end('{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.0.0"}}}}\n');
  });
}
