import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepCommand } from '../../../main/core/command/command.ts';
import { foldersOf } from '../../../main/core/host/folders.ts';
import type { Disk, ExecOptions, Host } from '../../../main/core/host/host.ts';
import { openLedger } from '../../../main/core/ledger/ledger.ts';
import { undo } from '../../../main/core/ledger/undo.ts';
import { tempHome, testHost } from '../../support/temp-security.ts';

const LOCAL = 'C:\\Users\\Zoë\\AppData\\Local';
const FOLDER = `${LOCAL}\\Sealwire\\bin`;
const SCRIPT = `${FOLDER}\\sealwire.cmd`;
const PROGRAM = `${LOCAL}\\Programs\\Sealwire\\resources\\bin\\sealwire.cmd`;

interface Registry {
  value: string | null;
  kind: 'ExpandString' | 'String' | 'None';
  /** What was written, in order. */
  readonly written: { value: string | null; kind: string }[];
  /** Something that happens to the value between reading and writing. */
  between?: () => void;
}

/** A disk on which `C:\` is a folder of this machine. */
function windowsDisk(root: string, disk: Disk): Disk {
  const at = (path: string): string =>
    path.startsWith('C:\\') ? join(root, ...path.slice('C:\\'.length).split('\\')) : path;
  return {
    read: (path) => disk.read(at(path)),
    create: (path, bytes, mode) => disk.create(at(path), bytes, mode),
    append: (path, bytes, mode) => disk.append(at(path), bytes, mode),
    sync: (path) => disk.sync(at(path)),
    syncAll: (paths) => disk.syncAll(paths.map(at)),
    rename: (from, to) => disk.rename(at(from), at(to)),
    makeFolder: (path, mode) => disk.makeFolder(at(path), mode),
    list: (path) => disk.list(at(path)),
    remove: (path) => disk.remove(at(path)),
    facts: (path) => disk.facts(at(path)),
    setMode: (path, mode) => disk.setMode(at(path), mode),
    setOwner: (path, ownerId) => disk.setOwner(at(path), ownerId),
    link: (target, path) => disk.link(target, at(path)),
    linkTarget: (path) => disk.linkTarget(at(path)),
    fileSystemType: (path) => disk.fileSystemType(at(path)),
  };
}

/** PowerShell with the registry of one person behind it: it answers as the two scripts of the command do. */
function powershell(registry: Registry): Host['exec'] {
  return async (file, args, options: ExecOptions = {}) => {
    expect(file).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    expect(args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand']);
    const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
    // Nothing of a person's values may be part of a script.
    expect(script).not.toMatch(/Sealwire\\|Zoë|Tools/);
    const { env = {} } = options;
    if (script.includes('SetValue')) {
      registry.between?.();
      if ((registry.value ?? '') !== env.SEALWIRE_PATH_BEFORE)
        return { code: 9, stdout: '', stderr: '', failure: null };
      registry.value = env.SEALWIRE_PATH_AFTER === '' ? null : (env.SEALWIRE_PATH_AFTER ?? null);
      registry.kind = env.SEALWIRE_PATH_KIND as Registry['kind'];
      registry.written.push({ value: registry.value, kind: registry.kind });
      return { code: 0, stdout: '', stderr: '', failure: null };
    }
    const { value, kind } = registry;
    return { code: 0, stdout: `${JSON.stringify({ value, kind })}\r\n`, stderr: '', failure: null };
  };
}

function windows(value: string | null, kind: Registry['kind'], env: Record<string, string> = {}) {
  const root = tempHome();
  const registry: Registry = { value, kind, written: [] };
  const real = testHost(root);
  const host: Host = {
    ...real,
    platform: 'win32',
    env: { LOCALAPPDATA: LOCAL, USERPROFILE: 'C:\\Users\\Zoë', SystemRoot: 'C:\\Windows', ...env },
    homeFolder: 'C:\\Users\\Zoë',
    disk: windowsDisk(root, real.disk),
    exec: powershell(registry),
  };
  mkdirSync(join(root, 'Users', 'Zoë', 'AppData', 'Local'), { recursive: true });
  const ledger = openLedger(host, foldersOf(join(root, 'data')));
  const file = (path: string): string => join(root, ...path.slice('C:\\'.length).split('\\'));
  return { registry, host, ledger, keeper: keepCommand(host, ledger, PROGRAM), file };
}

describe('the command on the PATH of Windows', () => {
  test('is a script that starts the program, in a folder at the end of the person’s PATH, whose kind stays', async () => {
    const { registry, keeper, file, ledger } = windows('%USERPROFILE%\\Tools;D:\\bin', 'ExpandString');

    const before = await keeper.look();
    const made = await keeper.install();

    expect(before).toMatchObject({ state: 'absent', path: SCRIPT, program: PROGRAM, advice: null });
    expect(before.plan).toEqual([
      `Make the folder ${LOCAL}\\Sealwire`,
      `Make the folder ${FOLDER}`,
      `Write the file ${SCRIPT}, which starts ${PROGRAM}`,
      `Add ${FOLDER} to the end of your own PATH; the PATH of other people stays as it is`,
    ]);
    expect(made).toMatchObject({ state: 'installed', isOurs: true });
    expect(readFileSync(file(SCRIPT), 'utf8')).toBe(
      '@echo off\r\nrem Made by Sealwire: starts the Sealwire of this machine.\r\n"%LOCALAPPDATA%\\Programs\\Sealwire\\resources\\bin\\sealwire.cmd" %*\r\n',
    );
    expect(registry.written).toEqual([{ value: `%USERPROFILE%\\Tools;D:\\bin;${FOLDER}`, kind: 'ExpandString' }]);
    expect(ledger.list()).toMatchObject([{ state: 'done', where: SCRIPT }]);
  });

  test.each([
    ['%USERPROFILE%\\Tools;;D:\\bin;', 'ExpandString', '%USERPROFILE%\\Tools;;D:\\bin;'],
    ['D:\\bin', 'String', 'D:\\bin'],
    [null, 'None', null],
    [`D:\\${'long\\'.repeat(400)};E:\\x`, 'ExpandString', `D:\\${'long\\'.repeat(400)};E:\\x`],
  ] as const)('gives back a PATH of %j kept as %s', async (value, kind, after) => {
    const { registry, keeper, file } = windows(value, kind);
    await keeper.install();
    expect(registry.value?.endsWith(FOLDER)).toBe(true);

    await keeper.uninstall();

    expect((registry.value ?? '').replace(/;$/, '')).toBe((after ?? '').replace(/;$/, ''));
    expect(registry.written.every((each) => each.kind === (kind === 'None' ? 'ExpandString' : kind))).toBe(true);
    expect(existsSync(dirname(dirname(file(SCRIPT))))).toBe(false);
  });

  test('takes out its folder alone from a PATH that has changed since', async () => {
    const { registry, keeper } = windows('D:\\bin', 'String');
    await keeper.install();
    registry.value = `E:\\new;${FOLDER.toUpperCase()}\\;D:\\bin`;

    await keeper.uninstall();

    expect(registry.value).toBe('E:\\new;D:\\bin');
  });

  test('does not take out a folder that was in the PATH before', async () => {
    const { registry, keeper } = windows(`${FOLDER};D:\\bin`, 'String');
    await keeper.install();

    await keeper.uninstall();

    expect(registry.value).toBe(`${FOLDER};D:\\bin`);
    expect(registry.written).toEqual([]);
  });

  test('does not write over what another program writes at the same moment, and takes its script back', async () => {
    const { registry, keeper, file, ledger } = windows('D:\\bin', 'String');
    registry.between = () => {
      registry.value = 'D:\\bin;F:\\other';
    };

    await expect(keeper.install()).rejects.toMatchObject({ code: 'COMMAND_REFUSED', fix: 'Try again.' });

    expect(registry.value).toBe('D:\\bin;F:\\other');
    expect(existsSync(file(SCRIPT))).toBe(false);
    expect(ledger.list()).toMatchObject([{ state: 'undone' }]);
  });

  test('leaves alone what somebody else put there', async () => {
    const { host, ledger, keeper, file, registry } = windows('D:\\bin', 'String');
    await keeper.install();
    writeFileSync(file(SCRIPT), '@echo mine');

    const place = await keeper.look();
    const { said } = await undo(ledger, keeper.undoers, undefined);

    expect(place.state).toBe('foreign');
    expect(said).toContain('not what Sealwire left there');
    expect(host.disk.read(SCRIPT)?.toString()).toBe('@echo mine');
    expect(registry.value).toContain(FOLDER);
  });

  test('refuses a path that a script cannot name in every code page', async () => {
    const { host, ledger } = windows('D:\\bin', 'String');
    const keeper = keepCommand(host, ledger, 'D:\\Programme für alle\\sealwire.cmd');

    expect(await keeper.look()).toMatchObject({ state: 'impossible' });
    await expect(keeper.install()).rejects.toMatchObject({ code: 'COMMAND_REFUSED' });
  });

  test('says what Windows said where PowerShell is not allowed', async () => {
    const { host, ledger } = windows('D:\\bin', 'String');
    const exec: Host['exec'] = async () => ({
      code: 1,
      stdout: '',
      stderr: 'Access is denied.\r\nmore',
      failure: null,
    });

    await expect(keepCommand({ ...host, exec }, ledger, PROGRAM).look()).rejects.toMatchObject({
      code: 'COMMAND_REFUSED',
      message: 'Windows did not let Sealwire read your PATH: Access is denied.',
    });
  });
});
