import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CommandKeeper, keepCommand } from '../../../main/core/command/command.ts';
import { foldersOf } from '../../../main/core/host/folders.ts';
import type { Host } from '../../../main/core/host/host.ts';
import { openLedger } from '../../../main/core/ledger/ledger.ts';
import { undo } from '../../../main/core/ledger/undo.ts';
import type { Ledger } from '../../../main/core/parts.ts';
import { memoryKeyring } from '../../support/memory-keyring.ts';
import { cuttable } from '../../support/power-cut.ts';
import { tempHome, testHost } from '../../support/temp-security.ts';

interface Person {
  readonly home: string;
  readonly program: string;
  readonly link: string;
  readonly ledger: Ledger;
  readonly keeper: CommandKeeper;
}

/** A person with a home of their own and a program that says what it was given. */
function person(change: Partial<Host> = {}, env: Record<string, string> = {}): Person {
  const home = tempHome();
  const program = join(home, 'opt', 'bin', 'sealwire');
  mkdirSync(join(home, 'opt', 'bin'), { recursive: true });
  writeFileSync(program, '#!/bin/sh\necho "sealwire was given: $*"\n');
  chmodSync(program, 0o755);
  const host = { ...testHost(home, change), env: { HOME: home, PATH: '/usr/bin:/bin', SHELL: '/bin/bash', ...env } };
  const ledger = openLedger(host, foldersOf(join(home, 'data')));
  return {
    home,
    program,
    link: join(home, '.local', 'bin', 'sealwire'),
    ledger,
    keeper: keepCommand(host, ledger, program),
  };
}

describe.each(['linux', 'darwin'] as const)('the command on the PATH of %s', (platform) => {
  test('is shown as a plan, made as planned, found by a shell, and taken away to the last folder', async () => {
    const { home, program, link, keeper, ledger } = person({ platform });

    const before = await keeper.look();
    const made = await keeper.install();
    const inShell = spawnSync('/bin/sh', ['-c', 'sealwire status --json'], {
      env: { HOME: home, PATH: `${home}/.local/bin:/usr/bin:/bin` },
      encoding: 'utf8',
    });
    const entries = ledger.list();
    const after = await keeper.uninstall();

    expect(before).toMatchObject({ state: 'absent', path: link, program, isOurs: false, problem: null });
    expect(before.plan).toEqual([
      `Make the folder ${home}/.local`,
      `Make the folder ${home}/.local/bin`,
      `Make the link ${link}, which leads to ${program}`,
    ]);
    expect(made).toMatchObject({ state: 'installed', path: link, isOurs: true, plan: [] });
    expect(inShell.stdout).toBe('sealwire was given: status --json\n');
    expect(entries).toMatchObject([{ state: 'done', where: link, undo: `sealwire ledger undo ${entries[0]?.id}` }]);
    expect(after).toMatchObject({ state: 'absent', isOurs: false });
    expect(existsSync(join(home, '.local'))).toBe(false);
    expect(ledger.list()).toMatchObject([{ state: 'undone' }]);
  });

  test('is in the ledger before anything is made', async () => {
    const { home, program } = person({ platform });
    const host = testHost(home, { platform });
    const seen: unknown[] = [];
    const watched: Host = {
      ...host,
      disk: {
        ...host.disk,
        link: (target, path) => {
          seen.push(...openLedger(host, foldersOf(join(home, 'data'))).list());
          host.disk.link(target, path);
        },
      },
    };

    await keepCommand(watched, openLedger(watched, foldersOf(join(home, 'data'))), program).install();

    expect(seen).toMatchObject([{ state: 'planned' }]);
  });

  test('leaves alone what somebody else put there, before and after', async () => {
    const { link, keeper, ledger } = person({ platform });
    mkdirSync(join(link, '..'), { recursive: true });
    writeFileSync(link, 'mine');

    const place = await keeper.look();
    await expect(keeper.install()).rejects.toMatchObject({ code: 'COMMAND_REFUSED', message: place.problem?.message });
    await expect(keeper.uninstall()).rejects.toMatchObject({ code: 'COMMAND_REFUSED' });

    expect(place).toMatchObject({ state: 'foreign', plan: [] });
    expect(ledger.list()).toEqual([]);
    expect(lstatSync(link).isFile()).toBe(true);
  });

  test('undoes only what still is ours', async () => {
    const { home, link, keeper, ledger } = person({ platform });
    await keeper.install();
    rmSync(link);
    symlinkSync('/usr/bin/true', link);

    const { said, entry } = await undo(ledger, keeper.undoers, undefined);

    expect(said).toBe(`${link} is not what Sealwire left there any more, so it stays as it is.`);
    expect(entry.state).toBe('undone');
    expect(readlinkSync(link)).toBe('/usr/bin/true');
    expect(existsSync(join(home, '.local', 'bin'))).toBe(true);
  });

  test('keeps a folder that was made for it and that somebody uses by now', async () => {
    const { link, keeper } = person({ platform });
    await keeper.install();
    writeFileSync(join(link, '..', 'mine'), '');

    await keeper.uninstall();

    expect(existsSync(link)).toBe(false);
    expect(existsSync(join(link, '..', 'mine'))).toBe(true);
  });
});

describe('the command on the PATH', () => {
  test('is where an installed package has put it already, and that is not ours to take', async () => {
    const { home, program } = person();
    const folder = join(home, 'usr', 'bin');
    mkdirSync(folder, { recursive: true });
    symlinkSync(program, join(folder, 'sealwire'));
    const host = { ...testHost(home), env: { PATH: `/bin:${folder}` } };

    const place = await keepCommand(host, openLedger(host, foldersOf(join(home, 'data'))), program).look();

    expect(place).toMatchObject({ state: 'installed', path: join(folder, 'sealwire'), isOurs: false, advice: null });
  });

  test.each([
    ['/bin/bash', 'linux', '~/.bashrc', 'export PATH="$HOME/.local/bin:$PATH"'],
    ['/bin/bash', 'darwin', '~/.bash_profile', 'export PATH="$HOME/.local/bin:$PATH"'],
    ['/usr/bin/zsh', 'linux', '~/.zshrc', 'export PATH="$HOME/.local/bin:$PATH"'],
    ['/bin/zsh', 'darwin', '~/.zprofile', 'export PATH="$HOME/.local/bin:$PATH"'],
    ['/usr/bin/fish', 'linux', '~/.config/fish/config.fish', 'fish_add_path ~/.local/bin'],
    ['/bin/dash', 'linux', '~/.profile', 'export PATH="$HOME/.local/bin:$PATH"'],
  ] as const)('says what %s on %s needs, and writes no file of the shell', async (SHELL, platform, file, line) => {
    const { home, keeper } = person({ platform }, { SHELL });

    const { advice } = await keeper.install();

    expect(advice).toMatchObject({ file, line });
    expect(existsSync(file.replace('~', home))).toBe(false);
  });

  test('has no advice where its folder is on the PATH', async () => {
    const { home, program } = person();
    const host = { ...testHost(home), env: { PATH: `/bin:${home}/.local/bin` } };
    const keeper = keepCommand(host, openLedger(host, foldersOf(join(home, 'data'))), program);

    expect((await keeper.install()).advice).toBeNull();
  });

  test.each([
    ['/tmp/.mount_SealwirAbC/resources/bin/sealwire', 'linux', 'AppImage'],
    [
      '/private/var/folders/x/T/AppTranslocation/1-2/d/Sealwire.app/Contents/Resources/bin/sealwire',
      'darwin',
      'Applications',
    ],
    ['/Volumes/Sealwire/Sealwire.app/Contents/Resources/bin/sealwire', 'darwin', 'Applications'],
  ] as const)('does not lead to %s, which will not last', async (program, platform, word) => {
    const home = tempHome();
    const host = testHost(home, { platform });
    const keeper = keepCommand(host, openLedger(host, foldersOf(join(home, 'data'))), program);

    expect(await keeper.look()).toMatchObject({
      state: 'impossible',
      problem: { message: expect.stringContaining(word) },
    });
    await expect(keeper.install()).rejects.toMatchObject({ code: 'COMMAND_REFUSED' });
  });

  test('can be undone after a kill at any moment of its making', async () => {
    let isCut = true;
    for (let at = 1; isCut; at += 1) {
      const { home, program } = person();
      const host = testHost(home);
      const folders = foldersOf(join(home, 'data'));
      const effects = cuttable({ disk: host.disk, keyring: memoryKeyring() }, at, true);
      const cut: Host = { ...host, disk: effects.disk };
      await Promise.resolve()
        .then(() => keepCommand(cut, openLedger(cut, folders), program).install())
        .catch((error: unknown) => {
          if (!effects.wasCut()) throw error;
        });
      isCut = effects.wasCut();

      const ledger = openLedger(host, folders);
      const keeper = keepCommand(host, ledger, program);
      if (ledger.list().length > 0) await undo(ledger, keeper.undoers, undefined);

      expect(existsSync(join(home, '.local')), `cut at effect ${at}`).toBe(false);
      expect(await keeper.look()).toMatchObject({ state: 'absent' });
    }
  });

  test('says why it could not be made, and takes back the half of it', async () => {
    const { home, program } = person();
    const host = testHost(home);
    const refusing: Host = {
      ...host,
      disk: {
        ...host.disk,
        link: () => {
          throw Object.assign(new Error('EROFS'), { code: 'EROFS', syscall: 'symlink' });
        },
      },
    };
    const ledger = openLedger(refusing, foldersOf(join(home, 'data')));

    await expect(keepCommand(refusing, ledger, program).install()).rejects.toThrow('EROFS');

    expect(ledger.list()).toMatchObject([{ state: 'undone' }]);
    expect(existsSync(join(home, '.local'))).toBe(false);
  });
});
