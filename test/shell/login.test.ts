import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Client } from '../../main/contract/index.ts';
import { createCore } from '../../main/core/core.ts';
import { foldersOf } from '../../main/core/host/folders.ts';
import { realHost } from '../../main/core/host/real-host.ts';
import { autostartEntry, autostartPath, isUntouched } from '../../main/core/login/autostart-file.ts';
import { changeLogin, type LoginOptions, startsAtLogin, startsInTray } from '../../main/shell/login/login-change.ts';
import { localClient } from '../../main/transport/local-client.ts';
import { tempHome } from '../support/temp-security.ts';

/** A core on a home of its own, and what turns *start at login* on and off beside it. */
async function openLogin(change: Partial<LoginOptions> = {}) {
  const home = tempHome();
  const host = realHost({ HOME: home });
  const core = await createCore({
    host,
    folders: foldersOf(join(home, 'data')),
    workspace: 'default',
    facts: {
      version: '1.2.3',
      home: join(home, 'data'),
      startedIn: home,
      command: 'sealwire',
      script: '/opt/sealwire',
    },
    control: { stop: () => undefined, link: () => null },
    endpoint: { port: 0, auth: 'token', durable: false },
    isInteractive: true,
  });
  onTestFinished(() => core.close());
  const client: Client = localClient(core);
  const items: boolean[] = [];
  const options: LoginOptions = {
    platform: 'linux',
    host,
    program: '/opt/Seal wire/sealwire',
    items: { set: (isOn) => void items.push(isOn), isOn: () => items.at(-1) ?? false },
    call: client.call,
    ...change,
  };
  const states = async () => (await client.call('ledger.list', {})).entries.map(({ state }) => state);
  return { client, options, items, states, path: autostartPath(host) };
}

describe('start at login', () => {
  test('writes one file that the desktop understands, planned and done in the ledger, and takes it away again', async () => {
    const { client, options, states, path } = await openLogin();

    await changeLogin(options, true);
    expect(readFileSync(path, 'utf8')).toContain('\nExec="/opt/Seal wire/sealwire" "--at-login"\n');
    expect(statSync(path).mode & 0o777).toBe(0o644);
    expect((await client.call('ledger.list', {})).entries).toMatchObject([
      { what: 'Start Sealwire at login', where: path, state: 'done' },
    ]);

    await changeLogin(options, false);
    expect(existsSync(path)).toBe(false);
    expect(await states()).toEqual(['undone']);
  });

  test('leaves a file alone that somebody changed, in both directions, and says so', async () => {
    const { options, states, path } = await openLogin();
    await changeLogin(options, true);
    const changed = readFileSync(path, 'utf8').replace('Terminal=false', 'Terminal=true');
    writeFileSync(path, changed);

    await expect(changeLogin(options, false)).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining(path),
    });
    await expect(changeLogin(options, true)).rejects.toMatchObject({ code: 'USAGE' });

    expect(readFileSync(path, 'utf8')).toBe(changed);
    expect(await states()).not.toContain('planned');
  });

  test('is the system’s own list on macOS and Windows, in the ledger all the same', async () => {
    const { options, items, states, path } = await openLogin({ platform: 'win32' });

    await changeLogin(options, true);
    await changeLogin(options, false);

    expect(items).toEqual([true, false]);
    expect(await states()).toEqual(['undone']);
    expect(existsSync(path)).toBe(false);
  });

  test('that could not be turned on is undone in the ledger', async () => {
    const refusal = new Error('no');
    const { options, states } = await openLogin({
      platform: 'darwin',
      items: {
        set: () => {
          throw refusal;
        },
        isOn: () => false,
      },
    });

    await expect(changeLogin(options, true)).rejects.toBe(refusal);
    expect(await states()).toEqual(['undone']);
  });

  test('is taken back from the ledger too, and the switch then shows it off', async () => {
    const { client, options, path } = await openLogin();
    await changeLogin(options, true);
    expect(startsAtLogin(options)).toBe(true);

    const { entry, said } = await client.call('ledger.undo', {});

    expect(entry.state).toBe('undone');
    expect(said).toContain(path);
    expect(existsSync(path)).toBe(false);
    expect(startsAtLogin(options)).toBe(false);
  });

  test('goes away with everything else, unless the person changed it', async () => {
    const { client, options, path } = await openLogin();
    await changeLogin(options, true);

    const { plan } = await client.call('app.remove', { confirm: false });
    expect(plan.join('\n')).toContain(path);
    await client.call('app.remove', { confirm: true });
    expect(existsSync(path)).toBe(false);

    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '[Desktop Entry]\nName=mine\n');
    await client.call('app.remove', { confirm: true });
    expect(existsSync(path)).toBe(true);
  });

  test('shows the tray alone, and the window where there is no tray', () => {
    const argv = ['/opt/sealwire', '--at-login'];
    expect(startsInTray({ argv, wasOpenedAtLogin: false, hasTray: true })).toBe(true);
    expect(startsInTray({ argv, wasOpenedAtLogin: false, hasTray: false })).toBe(false);
    expect(startsInTray({ argv: [], wasOpenedAtLogin: true, hasTray: true })).toBe(true);
    expect(startsInTray({ argv: [], wasOpenedAtLogin: false, hasTray: true })).toBe(false);
  });
});

describe('the autostart entry', () => {
  test('is known again whatever the program is called, and not after any change', () => {
    const program = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(program, fc.nat(), fc.constantFrom('x', '', '\n'), (name, at, other) => {
        const entry = autostartEntry([name, '--at-login']);
        expect(isUntouched(entry)).toBe(true);
        const place = at % entry.length;
        const changed = entry.slice(0, place) + other + entry.slice(place + 1);
        if (changed !== entry) expect(isUntouched(changed)).toBe(false);
      }),
    );
  });

  test('names the program so that nothing in its path runs by itself', () => {
    const line = /^Exec=(.*)$/m.exec(autostartEntry(['/a "b" $(c) `d` %f \\e']))?.[1];
    expect(line).toBe('"/a \\\\"b\\\\" \\\\$(c) \\\\`d\\\\` %%f \\\\\\\\e"');
  });
});

test.skipIf(!hasValidator())(
  `the autostart entry passes desktop-file-validate${hasValidator() ? '' : ' (skipped: the tool is not installed)'}`,
  () => {
    const path = join(tempHome(), 'sealwire.desktop');
    writeFileSync(path, autostartEntry(['/opt/Seal wire/100%/sealwire', '--at-login']));
    expect(execFileSync('desktop-file-validate', [path], { encoding: 'utf8' })).toBe('');
  },
);

function hasValidator(): boolean {
  try {
    execFileSync('desktop-file-validate', ['--help'], { stdio: 'ignore' });
    return true;
  } catch {
    // ENOENT: the tool is not installed here.
    return false;
  }
}
