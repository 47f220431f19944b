import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { entry, root } from '../support/entry.ts';
import { type CommandHome, commandHome } from './command-process.ts';

const homes: CommandHome[] = [];
const newHome = (options?: { readonly passphrase?: boolean }): CommandHome => {
  const home = commandHome(options);
  homes.push(home);
  return home;
};
afterEach(() => {
  for (const home of homes.splice(0)) home.close();
});

const UP = ['up', '--json', '--no-ui', '--port', '0'] as const;

describe('up', () => {
  test('prints the ready line and nothing else, once everything listens', async () => {
    const at = newHome();

    const up = at.start(...UP);
    const ready = JSON.parse(await up.nextLine());

    expect(Object.keys(ready)).toEqual([
      'event',
      'endpoint',
      'ui',
      'ca',
      'vault',
      'workspace',
      'pid',
      'alreadyRunning',
    ]);
    expect(ready).toEqual({
      event: 'ready',
      endpoint: expect.stringMatching(/^https:\/\/localhost:\d+$/),
      ui: null,
      ca: expect.stringMatching(/ca\.pem$/),
      vault: 'passphrase',
      workspace: 'default',
      pid: up.child.pid,
      alreadyRunning: false,
    });
    expect(readFileSync(ready.ca, 'utf8')).toContain('BEGIN CERTIFICATE');
    expect(up.stderr()).toBe('');
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops it cleanly', async (signal) => {
    const at = newHome();
    const up = at.start(...UP);
    await up.nextLine();

    up.child.kill(signal);

    expect(await up.ended).toBe(0);
    expect(up.stderr()).toBe('');
    expect(existsSync(join(at.home, 'run', 'instance.json'))).toBe(false);
    expect(existsSync(join(at.home, 'run', 'control.sock'))).toBe(false);
  });

  test('a second one hands over to the first', async () => {
    const at = newHome();
    const first = at.start(...UP);
    const ready = JSON.parse(await first.nextLine());

    const second = await at.run(...UP);

    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(JSON.parse(second.stdout)).toEqual({ ...ready, alreadyRunning: true });
    expect(first.child.exitCode).toBeNull();
    const third = await at.run('up', '--no-ui', '--rum');
    expect([third.code, third.stderr]).toEqual([0, expect.stringContaining('--rum counts from its start only')]);
  });

  test('two at the same instant make one instance', async () => {
    const at = newHome();

    const ups = [at.start(...UP), at.start(...UP), at.start(...UP)];
    const lines = await Promise.all(ups.map(async (up) => JSON.parse(await up.nextLine())));

    expect(lines.filter(({ alreadyRunning }) => alreadyRunning === false)).toHaveLength(1);
    expect(new Set(lines.map(({ pid, endpoint }) => `${pid} ${endpoint}`)).size).toBe(1);
  });

  test('comes back with the same authority and token', async () => {
    const at = newHome();
    const before = at.start(...UP);
    const { ca } = JSON.parse(await before.nextLine());
    const token = await at.run('token', 'show');
    const pem = readFileSync(ca, 'utf8');
    before.child.kill('SIGTERM');
    await before.ended;

    const after = at.start(...UP);
    const ready = JSON.parse(await after.nextLine());

    expect(readFileSync(ready.ca, 'utf8')).toBe(pem);
    expect((await at.run('token', 'show')).stdout).toBe(token.stdout);
  });

  test('works without any vault, for the session, and says so', async () => {
    const at = newHome({ passphrase: false });

    const up = at.start(...UP);
    const ready = JSON.parse(await up.nextLine());

    expect(ready.vault).toBe('session');
    expect(readFileSync(ready.ca, 'utf8')).toContain('BEGIN CERTIFICATE');
  });

  test('speaks to a person in a few lines, and notes go to stderr', async () => {
    const at = newHome();

    const up = at.start('up', '--no-ui', '--port', '0');
    const lines = [await up.nextLine(), await up.nextLine(), await up.nextLine()];
    up.child.kill('SIGTERM');
    await up.ended;

    expect(lines.map((line) => line.split(' ')[0])).toEqual(['Endpoint', 'Authority', 'Secrets']);
    expect(up.stderr()).toMatch(/^Made the authority .*Press Ctrl\+C to stop\.\nStopping\.\n$/s);
  });

  test('stop ends it and returns when its data folder is free', async () => {
    const at = newHome();
    const up = at.start(...UP);
    const { pid } = JSON.parse(await up.nextLine());

    const stopped = await at.run('stop', '--json');

    expect(JSON.parse(stopped.stdout)).toEqual({ stopped: true, pid });
    expect(await up.ended).toBe(0);
  });

  test("--background returns when it is ready and leaves it running, in no one's way", async () => {
    const at = newHome();

    const up = await at.run('up', '--background', '--json', '--no-ui', '--port', '0');
    const ready = JSON.parse(up.stdout);
    const token = await at.run('token', 'show');
    const again = await at.run('up', '--background', '--json', '--no-ui');
    const stopped = await at.run('stop', '--json');

    expect([up.code, up.stderr]).toEqual([0, '']);
    expect(ready).toMatchObject({ event: 'ready', alreadyRunning: false });
    expect(JSON.parse(again.stdout)).toEqual({ ...ready, alreadyRunning: true });
    expect(JSON.parse(stopped.stdout)).toEqual({ stopped: true, pid: ready.pid });
    expect(readFileSync(join(at.home, 'logs', 'background.log'), 'utf8')).not.toContain(token.stdout.trim());
  });

  test('--background gives the error of the instance that could not start', async () => {
    const at = newHome();
    const other = newHome();
    const up = other.start(...UP);
    const { endpoint } = JSON.parse(await up.nextLine());
    const port = new URL(endpoint).port;

    const refused = await at.run('up', '--background', '--json', '--no-ui', '--port', port);

    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stderr).error).toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringContaining(port),
    });
  });

  test('a port that is taken is said with who has it, and the instance does not stay', async () => {
    const at = newHome();
    const other = newHome();
    const up = other.start(...UP);
    const port = new URL(JSON.parse(await up.nextLine()).endpoint).port;

    const { code, stderr, stdout } = await at.run('up', '--json', '--no-ui', '--port', port);

    expect([code, stdout]).toEqual([1, '']);
    expect(JSON.parse(stderr).error).toMatchObject({ code: 'PORT_TAKEN', fix: expect.stringMatching(/--port \d+/) });
    expect(await connectControl(foldersOf(at.home), realHost({ ...at.env }))).toBeNull();
  });

  test('the reader of its line may go away', async () => {
    const at = newHome();
    const up = at.start(...UP);
    await up.nextLine();

    up.child.stdout?.destroy();
    const status = await at.run('status', '--json');

    expect(JSON.parse(status.stdout).endpoint.listening).toBe(true);
    up.child.kill('SIGTERM');
    expect(await up.ended).toBe(0);
  });

  test('--dry-run says what would happen, and nothing does', async () => {
    const at = newHome();

    const { code, stdout } = await at.run('up', '--dry-run', '--port', '0');
    const fixed = await at.run('up', '--dry-run', '--port', '18200', '--host', '192.0.2.9');

    expect([code, fixed.code]).toEqual([0, 0]);
    expect(stdout).toMatch(/^Would make the authority .*\nWould listen on any free port of localhost\.\n/);
    expect(fixed.stdout).toContain('Would listen on https://localhost:18200, and on 192.0.2.9.');
    expect(existsSync(join(at.home, 'workspaces'))).toBe(false);
  });

  test.each([[['--no-ui', '--open']], [['--json', '--ui-port', '4000']], [['--relay', 'apm']], [['--port', '70000']]])(
    '%j is wrong usage',
    async (args) => {
      const at = newHome();

      expect((await at.run('up', ...args)).code).toBe(2);
    },
  );
});

describe('up with the interface', () => {
  test('waits for the click, and prints the ready line after it', async () => {
    const at = newHome();
    const hasInterface = existsSync(join(root, 'dist', 'ui', 'index.html'));
    if (!hasInterface) standInInterface();

    const up = at.start('up', '--json', '--ui', '--no-open', '--port', '0');
    const waiting = JSON.parse(await up.nextLine());
    const second = await at.run('up', '--json', '--ui', '--no-open');
    const client = await connectControl(foldersOf(at.home), realHost({ ...at.env }));
    await client?.call('init.run', {});
    const ready = JSON.parse(await up.nextLine());
    await client?.close();

    expect(waiting).toMatchObject({
      event: 'ui',
      ui: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#/),
      pid: up.child.pid,
      alreadyRunning: false,
    });
    expect(JSON.parse(second.stdout)).toMatchObject({ event: 'ui', pid: up.child.pid, alreadyRunning: true });
    expect(ready).toMatchObject({
      event: 'ready',
      endpoint: expect.stringMatching(/^https/),
      ui: expect.stringContaining('/#'),
    });
    expect(ready.ui).not.toBe(waiting.ui);
    const opened = JSON.parse((await at.run('open', '--no-open', '--json')).stdout);
    expect(opened.ui).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#/);
  });

  test('opens a browser through a private page, so that the code is in no argument', async () => {
    const at = newHome();
    if (!existsSync(join(root, 'dist', 'ui', 'index.html'))) standInInterface();
    const bin = join(at.home, '..', 'bin');
    const seen = join(at.home, '..', 'opened');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'xdg-open'),
      `#!/bin/sh\n{ echo "$*"; stat -c %a "$1"; cat "$1"; } >'${seen}.part'; mv '${seen}.part' '${seen}'\n`,
      {
        mode: 0o755,
      },
    );
    const watched = signalOf(join(at.home, '..'), 'opened');

    const up = spawn(process.execPath, [entry, 'up', '--ui', '--open', '--port', '0'], {
      env: { ...at.env, DISPLAY: ':0', PATH: `${bin}:${at.env.PATH}` },
      stdio: 'ignore',
    });
    await watched;
    up.kill('SIGTERM');
    await once(up, 'exit');

    const [argument = '', mode, ...page] = readFileSync(seen, 'utf8').split('\n');
    expect(argument).toMatch(/\/run\/open-[0-9a-f]+\.html$/);
    expect(mode).toBe('600');
    expect(page.join('\n')).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#[\w-]{20,}/);
  });
});

/** Resolves when a file of that name appears in the folder. */
function signalOf(folder: string, name: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, () => {
      if (!existsSync(join(folder, name))) return;
      watcher.close();
      resolve();
    });
  });
}

/** Enough for the carrier to serve; the real interface has its own tier. */
function standInInterface(): void {
  mkdirSync(join(root, 'dist', 'ui'), { recursive: true });
  writeFileSync(join(root, 'dist', 'ui', 'index.html'), '<!doctype html><title>Sealwire</title>');
}
