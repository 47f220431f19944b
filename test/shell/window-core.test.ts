import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realHost } from '../../main/core/host/real-host.ts';
import { writeStandsIn } from '../../main/core/server/stands-in.ts';
import { connectControl } from '../../main/transport/control-client.ts';
import { acquireInstanceLock } from '../../main/transport/instance-lock.ts';
import { root } from '../support/entry.ts';
import { plainEnvironment } from '../support/running-sealwire.ts';
import { tempHome } from '../support/temp-home.ts';

/** The window's core in a process of its own. */
interface WindowCore {
  readonly child: ChildProcess;
  readonly first: Promise<unknown>;
  readonly ended: Promise<number | string | null>;
}

function startCore(home: string): WindowCore {
  const child = spawn(process.execPath, [join(root, 'main', 'entry', 'core.ts')], {
    env: { ...plainEnvironment(home), SEALWIRE_HOME: home },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  const first = new Promise((resolve) =>
    createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).once('line', (line) =>
      resolve(JSON.parse(line)),
    ),
  );
  return { child, first, ended };
}

describe('the core of a window', () => {
  test('says that it serves, makes nothing by itself, and leaves nothing when stdin ends', async () => {
    const folders = tempHome();
    const core = startCore(folders.home);

    expect(await core.first).toEqual({ event: 'serving', pid: core.child.pid, version: '0.1.0' });
    const client = await connectControl(folders, realHost());
    const status = await client?.call('status', {});
    core.child.stdin?.end();

    expect(status).toMatchObject({ initialised: false, authorities: [] });
    expect(await core.ended).toBe(0);
    await client?.closed;
    const lock = acquireInstanceLock(folders, realHost());
    expect(lock).not.toBeNull();
    lock?.close();
    expect(existsSync(join(folders.run, 'instance.json'))).toBe(false);
  });

  test('ends in order on SIGTERM', async () => {
    const core = startCore(tempHome().home);
    await core.first;

    core.child.kill('SIGTERM');

    expect(await core.ended).toBe(0);
  });

  test('serves where the vault is locked, which is for the person to open', async () => {
    const folders = tempHome();
    const one = startCore(folders.home);
    await one.first;
    const first = await connectControl(folders, realHost());
    await first?.call('vault.use', { use: 'passphrase', passphrase: 'correct horse battery staple' });
    await first?.call('init.run', { listen: false, port: 0 });
    one.child.stdin?.end();
    await one.ended;

    const two = startCore(folders.home);
    await two.first;
    const second = await connectControl(folders, realHost());
    const vault = await second?.call('vault.status', {});
    two.child.stdin?.end();

    expect(vault).toMatchObject({ kind: 'passphrase', state: 'locked' });
    expect(await two.ended).toBe(0);
  });

  test('stands in for the server that was imported, and says where its file has gone', async () => {
    const folders = tempHome();
    const config = join(folders.home, 'apm-server.yml');
    writeFileSync(config, 'apm-server.auth.secret_token: g-theirs\n');
    const imported = { config, keystore: null, url: null, importedAt: '2026-01-01T00:00:00.000Z' };
    writeStandsIn(realHost(), folders, 'default', imported);

    const one = startCore(folders.home);
    await one.first;
    const client = await connectControl(folders, realHost());
    const status = await client?.call('status', {});
    one.child.stdin?.end();
    await one.ended;
    rmSync(config);
    const two = startCore(folders.home);

    expect(status?.rum.by).toBe('file');
    expect(await two.first).toEqual({
      error: {
        code: 'NOT_FOUND',
        message: expect.stringContaining(config),
        fix: expect.stringContaining('sealwire server import --forget'),
      },
    });
    expect(await two.ended).not.toBe(0);
  });

  test('a second one names the first and ends', async () => {
    const { home } = tempHome();
    const one = startCore(home);
    await one.first;

    const two = startCore(home);

    expect(await two.first).toEqual({ event: 'joined', pid: one.child.pid, version: '0.1.0' });
    expect(await two.ended).toBe(0);
    expect(one.child.exitCode).toBeNull();
    one.child.stdin?.end();
    await one.ended;
  });

  test('says in one line why a data folder cannot be used', async () => {
    const { home } = tempHome();
    const blocked = join(home, 'blocked');
    writeFileSync(blocked, 'a file where a folder should be');

    const core = startCore(join(blocked, 'inside'));

    expect(await core.first).toEqual({
      error: {
        code: 'DISK_FAILED',
        message: expect.stringMatching(/^Sealwire could not [^\n]+\.$/),
        fix: expect.stringMatching(/\.$/),
      },
    });
    expect(await core.ended).toBe(3);
  });
});
