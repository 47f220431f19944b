import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFolder } from '../../main/cli/write-folder.ts';
import { SealwireError } from '../../main/contract/index.ts';
import { explainedDisk } from '../../main/core/host/disk-failed.ts';
import { memoryDisk } from '../../main/core/host/memory-disk.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { type CommandHome, commandHome } from './command-process.ts';

let at: CommandHome;
let folder: string;
beforeAll(async () => {
  at = commandHome();
  folder = dirname(at.home);
  expect((await at.run('init')).code).toBe(0);
});
afterAll(() => at.close());

const serverExport = (...args: string[]): ReturnType<CommandHome['run']> => at.run('server', 'export', ...args);
const issued = async (): Promise<number> =>
  JSON.parse((await at.run('cert', 'list', '--json')).stdout).certificates.length;

describe('server export', () => {
  test('writes a folder whose secrets are the owner’s alone, and says the steps', async () => {
    const out = join(folder, 'plain');
    const { code, stdout, stderr } = await serverExport('--name', 'apm.test', '--out', out, '--json');

    expect([code, stderr]).toEqual([0, '']);
    const { dir, target, files, steps } = JSON.parse(stdout);
    expect([dir, target]).toEqual([out, 'standalone']);
    expect(steps.length).toBeGreaterThan(3);
    expect(files.map((file: string) => file.slice(out.length + 1)).sort()).toEqual([
      'README.md',
      'apm-server.yml',
      'certs/apm-server.crt',
      'certs/apm-server.key',
      'certs/ca.crt',
      'data/apm-server.keystore',
    ]);
    for (const file of files)
      expect([file, statSync(file).mode & 0o777]).toEqual([file, /keystore|\.key$/.test(file) ? 0o600 : 0o644]);
    const token = (await at.run('token', 'show')).stdout.trim();
    expect(stdout).not.toContain(token);
    for (const file of files) expect(readFileSync(file, 'latin1'), file).not.toContain(token);
  });

  test('replaces nothing unasked, and issues nothing then', async () => {
    const out = join(folder, 'twice');
    mkdirSync(join(out, 'certs'), { recursive: true });
    writeFileSync(join(out, 'certs', 'ca.crt'), 'somebody’s');
    const before = await issued();

    const refused = await serverExport('--name', 'apm.test', '--out', out);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`${join(out, 'certs', 'ca.crt')} is there already. Nothing was written.`);
    expect(refused.stderr).toContain('--force');
    expect(await issued()).toBe(before);
    expect(readdirSync(out)).toEqual(['certs']);

    expect((await serverExport('--name', 'apm.test', '--out', out, '--force')).code).toBe(0);
    expect(readFileSync(join(out, 'certs', 'ca.crt'), 'utf8')).toContain('BEGIN CERTIFICATE');
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('with --dry-run shows every file with its secrets covered, and makes none', async () => {
    const before = await issued();
    const { code, stdout } = await serverExport(
      '--target',
      'compose',
      '--trial',
      '--out',
      join(folder, 'dry'),
      '--dry-run',
    );

    expect(code).toBe(0);
    expect(stdout).toContain('ELASTIC_PASSWORD=••••••••');
    expect(stdout).toContain('Nothing was written, and no certificate was issued.');
    expect(stdout).not.toContain('PRIVATE KEY-----\n  M');
    expect(existsSync(join(folder, 'dry'))).toBe(false);
    expect(await issued()).toBe(before);
  });

  test('makes one archive that tar unpacks', async () => {
    const path = join(folder, 'hand-over.tar.gz');
    expect((await serverExport('--target', 'systemd', '--name', 'apm.test', '--archive', path)).code).toBe(0);

    expect(statSync(path).mode & 0o777).toBe(0o600);
    const { stdout } = spawnSync('tar', ['-tvzf', path], { encoding: 'utf8' });
    expect(stdout).toMatch(/^-rw------- .* apm-server-systemd\/data\/apm-server\.keystore$/m);
    expect(stdout).toMatch(/^-rw-r--r-- .* apm-server-systemd\/README\.md$/m);
    expect((await serverExport('--name', 'apm.test', '--archive', path)).stderr).toContain('is there already');
  });

  test.each([
    [[], 'under which names'],
    [['--target', 'toaster'], '--target'],
    [['--name', 'apm.test', '--cert', 'x.pem'], 'Give both --cert FILE and --key FILE.'],
    [['--name', 'apm.test', '--cert', 'none.pem', '--key', 'none.key'], 'There is no file none.pem'],
    [['--name', 'apm.test', '--ca', 'x'], 'belong to --cert'],
    [['--name', 'apm.test', '--header', 'X'], 'NAME=VALUE'],
    [['--name', 'apm.test', '--archive', 'a.tar.gz', '--out', 'b'], 'Leave out one of --out and --archive.'],
    [
      ['--name', 'apm.test', '--out', '/etc/hostname/sealwire'],
      'Move that file away, or name another folder with `--out DIR`.',
    ],
  ])('%j is a sentence and a cure', async (args, words) => {
    const before = await issued();
    const { code, stderr, stdout } = await serverExport(...args);

    expect(await issued()).toBe(before);
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n').length).toBeGreaterThan(1);
  });

  test('a TLS client connects with the exported authority and the token, where `up --config` goes by the folder', async () => {
    const out = join(folder, 'served');
    const made = await serverExport(
      '--name',
      'localhost',
      '--port',
      '1',
      '--out',
      out,
      '--encrypt-key',
      '--origin',
      'https://shop.test',
      '--header',
      'X-Frame-Options=DENY',
    );
    expect(made.code).toBe(0);
    const token = (await at.run('token', 'show')).stdout.trim();
    const up = at.start('up', '--json', '--no-ui', '--port', '0', '--config', join(out, 'apm-server.yml'));
    const ready = JSON.parse(await up.nextLine());
    const ca = readFileSync(join(out, 'certs', 'ca.crt'), 'utf8');

    const right = await intake(ready.endpoint, ca, token);
    expect(right).toMatchObject({ status: 202, frame: 'DENY' });
    expect(right.serial.toLowerCase()).toBe(serialOf(join(out, 'certs', 'apm-server.crt')));
    // Anonymous access, which comes with RUM, lets an agent of browsers in and no other.
    expect((await intake(ready.endpoint, ca, 'another')).status).toBe(401);
    up.child.kill('SIGTERM');
    expect(await up.ended).toBe(0);
  });
});

describe('writing a folder', () => {
  const files = [
    { name: 'a', bytes: Buffer.from('1'), isSecret: false },
    { name: 'b/c', bytes: Buffer.from('2'), isSecret: true },
  ];

  test.each(['create', 'rename', 'sync', 'makeFolder'] as const)(
    'leaves nothing behind where the disk is full at %s',
    (step) => {
      for (const isThere of [true, false]) {
        const disk = memoryDisk();
        disk.makeFolder('/out', 0o755);
        if (isThere) disk.makeFolder('/out/dir', 0o755);
        let calls = 0;
        const full = explainedDisk({
          ...disk,
          [step]: (...args: never[]) => {
            calls += 1;
            if (calls === 2 || step === 'rename')
              throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
            return Reflect.apply(disk[step], disk, args);
          },
        });

        expect(() => writeFolder({ ...realHost(), disk: full }, '/out/dir', files)).toThrow(SealwireError);
        expect(disk.list('/out')).toEqual(isThere ? ['dir'] : []);
        expect(disk.list('/out/dir')).toEqual([]);
      }
    },
  );
});

function serialOf(path: string): string {
  const { stdout } = spawnSync('openssl', ['x509', '-in', path, '-noout', '-serial'], { encoding: 'utf8' });
  return stdout.trim().replace('serial=', '').toLowerCase();
}

function intake(
  url: string,
  ca: string,
  token: string,
): Promise<{ status: number | undefined; frame: unknown; serial: string }> {
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
        const { socket } = response;
        const serial =
          'getPeerCertificate' in socket && typeof socket.getPeerCertificate === 'function'
            ? String(socket.getPeerCertificate().serialNumber)
            : '';
        response.resume();
        response.on('end', () =>
          resolve({ status: response.statusCode, frame: response.headers['x-frame-options'], serial }),
        );
      },
    );
    sent.on('error', reject);
    sent.end('{"metadata":{"service":{"name":"shop","agent":{"name":"nodejs","version":"4.0.0"}}}}\n');
  });
}

describe('server export --merge', () => {
  test('shows the change, keeps what is there, and can be taken back', async () => {
    const dir = join(folder, 'existing');
    mkdirSync(dir);
    const path = join(dir, 'apm-server.yml');
    const text = '# ours\napm-server:\n  host: "127.0.0.1:0" # loopback\noutput.console.enabled: true\n';
    writeFileSync(path, text, { mode: 0o640 });
    const merge = (...args: string[]): ReturnType<CommandHome['run']> =>
      serverExport('--name', 'localhost', '--merge', path, ...args);

    const dry = await merge('--dry-run');
    expect(dry.stdout).toContain('+  ssl.enabled: true');
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(dir)).toEqual(['apm-server.yml']);
    expect((await merge()).stderr).toContain('--yes');
    expect((await merge('--target', 'helm')).stderr).toContain('for the targets standalone and systemd');

    const done = await merge('--yes', '--json');
    expect([done.code, done.stderr]).toEqual([0, '']);
    const { entry } = JSON.parse(done.stdout);
    const merged = readFileSync(path, 'utf8');
    expect(merged).toContain('host: "127.0.0.1:0" # loopback\noutput.console.enabled: true\n');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(dir).sort()).toEqual(['apm-server.yml', 'certs', 'data']);
    const token = (await at.run('token', 'show')).stdout.trim();
    expect(merged).not.toContain(token);

    const up = at.start('up', '--json', '--no-ui', '--config', path);
    const ready = JSON.parse(await up.nextLine());
    expect((await intake(ready.endpoint, readFileSync(join(dir, 'certs', 'ca.crt'), 'utf8'), token)).status).toBe(202);
    up.child.kill('SIGTERM');
    await up.ended;

    const again = await merge('--yes', '--force', '--json');
    expect(JSON.parse(again.stdout).steps[0]).toContain('SECRET_TOKEN --from-token');
    expect((await at.run('ledger', 'undo', entry, '--yes')).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
