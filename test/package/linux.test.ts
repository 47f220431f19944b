import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thisProgram } from '../../main/cli/this-program.ts';
import { readFuses, setNinthFuse } from '../../main/launcher/package/fuses.ts';
import { linuxPackage } from '../../main/launcher/package/linux-tree.ts';
import { appDir, packageAppImage } from '../../main/launcher/package/package-appimage.ts';
import { runBuilder } from '../../main/launcher/package/run-builder.ts';
import type { Target } from '../../main/launcher/package/target.ts';
import { writeUpdateFeed, writeUpdatePlace } from '../../main/launcher/package/update-feed.ts';
import { root } from '../support/entry.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { filesBelow, OWN_LINUX, type Packaged, packaged } from './packaged.ts';
import { fuseWire } from './stub-electron.ts';

const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** As `packaged.ts` has it; the suite is skipped where there is none. */
const OWN: Target = OWN_LINUX ?? { platform: 'linux', arch: 'x64' };
const suite = OWN_LINUX === null ? describe.skip : describe;
let app: Packaged;
beforeAll(async () => {
  if (OWN_LINUX !== null) app = await packaged(OWN_LINUX);
}, 120_000);
afterAll(() => app?.close());

suite(`the Linux folder${OWN_LINUX === null ? ' (needs Linux on x64 or arm64)' : ''}`, () => {
  const archive = (): string => join(app.resources, 'app.asar');
  const archived = (): string[] =>
    listPackage(archive(), { isPack: false }).filter((path) => /\.[a-zA-Z0-9]+$/.test(path));

  test('has an archive of shell, interface, icons and licences and of nothing else', () => {
    const unexpected = archived().filter(
      (path) =>
        !/^\/dist\/ui\/(index\.html|manifest\.json|assets\/[\w.-]+\.(js|css|svg))$/.test(path) &&
        !/^\/dist\/shell\/(main|preload)\.cjs(\.LEGAL\.txt)?$/.test(path) &&
        !/^\/assets\/icons\/(\d+x\d+\.png|icon\.(png|ico))$/.test(path) &&
        !/^\/assets\/icons\/tray\/[\w@.-]+\.(png|ico)$/.test(path) &&
        !['/licences.txt', '/package.json', '/assets/update-key.pem'].includes(path),
    );

    expect(unexpected).toEqual([]);
    expect(archived()).toEqual(
      expect.arrayContaining([
        '/dist/shell/main.cjs',
        '/dist/shell/preload.cjs',
        '/dist/ui/index.html',
        '/licences.txt',
        '/package.json',
      ]),
    );
  });

  test('has an archive of 8 MB at most, without source maps and without paths of this machine', () => {
    const bytes = readFileSync(archive());

    expect(bytes.length).toBeLessThan(8 * 1024 * 1024);
    expect(bytes.includes('sourceMappingURL')).toBe(false);
    expect(bytes.includes(root)).toBe(false);
  });

  test('says in the archive who it is and where it starts', () => {
    expect(JSON.parse(extractFile(archive(), 'package.json').toString())).toEqual({
      name: 'sealwire',
      productName: 'Sealwire',
      version: own.version,
      description: own.description,
      license: 'Apache-2.0',
      author: own.author,
      main: 'dist/shell/main.cjs',
    });
  });

  test('has every fuse as it was decided', async () => {
    expect(await readFuses(join(app.unpacked, 'sealwire-desktop'))).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
  });

  test('is not made from an Electron that is not there, which is told in one sentence', async () => {
    const staged = { app: join(app.work, 'staged', 'app'), resources: join(app.work, 'staged', 'resources') };
    const options = { isFolder: true, output: join(app.work, 'none'), electron: join(app.work, 'nowhere') };

    const failure = await runBuilder(root, OWN, staged, options).catch((error: unknown) => error);

    expect(failure).toMatchObject({
      name: 'SetupFailure',
      message: expect.stringMatching(/^electron-builder could not package linux-\w+: [^\n]*nowhere[^\n]*[.]$/),
    });
  });

  test('is not made from an Electron that has a fuse nobody decided about', async () => {
    const newer = join(app.work, 'newer electron');
    writeFileSync(newer, fuseWire(10));

    await expect(setNinthFuse(newer)).rejects.toThrow('This Electron has 10 fuses, and 9 are decided');
  });

  test('ships core, Node, keychain package, templates and command, and none of the sources', () => {
    const files = filesBelow(app.resources).filter(
      (path) => !/^core\/(dist|assets\/(snippets|preload|agents))\//.test(path),
    );
    const native = `core/node_modules/@napi-rs/keyring-linux-${OWN_LINUX?.arch}-gnu`;

    expect(files).toEqual(
      [
        'app.asar',
        'bin/sealwire',
        `${native}/LICENSE.third-party.md`,
        `${native}/keyring.linux-${OWN_LINUX?.arch}-gnu.node`,
        `${native}/package.json`,
        'core/node_modules/@napi-rs/keyring/LICENSE',
        'core/node_modules/@napi-rs/keyring/index.js',
        'core/node_modules/@napi-rs/keyring/package.json',
        'core/package.json',
        'linux/apparmor-profile',
        'node/node',
      ].sort(),
    );
    expect(
      filesBelow(app.resources).filter((path) => /\.(tsx?|map|pyc)$/.test(path) && !path.includes('/snippets/')),
    ).toEqual([]);
  });

  test('holds none of what Electron brings for developers', () => {
    const files = filesBelow(app.unpacked);

    expect(files).not.toContain('version');
    expect(files.filter((path) => path.includes('default_app'))).toEqual([]);
  });

  test('keeps its programs executable and the licences of Electron and Chromium beside them', () => {
    for (const program of ['sealwire-desktop', 'chrome-sandbox', 'resources/node/node', 'resources/bin/sealwire'])
      expect(statSync(join(app.unpacked, program)).mode & 0o777, program).toBe(0o755);
    for (const notice of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(statSync(join(app.unpacked, notice)).size, notice).toBeGreaterThan(0);
  });

  test('runs the command with nothing in its environment, from any folder, through links and spaces', () => {
    const bin = join(app.work, 'bin');
    mkdirSync(bin);
    symlinkSync(join(app.resources, 'bin', 'sealwire'), join(bin, 'one'));
    symlinkSync('one', join(bin, 'sealwire'));

    const printed = execFileSync('/usr/bin/env', ['-i', join(bin, 'sealwire'), 'version', '--json'], {
      cwd: '/',
      encoding: 'utf8',
    });

    expect(JSON.parse(printed)).toEqual({ version: own.version, node: process.versions.node });
  });

  test('starts and stops the whole core with its own Node and no other', async () => {
    const command = join(app.resources, 'bin', 'sealwire');

    const ready = await upAndDown(command, join(app.work, 'home of up'));

    expect(ready).toMatchObject({ event: 'ready', alreadyRunning: false, ui: null });
    expect(ready.endpoint).toMatch(/^https:\/\/localhost:\d+$/);
    expect(ready.node).toBe(join(app.resources, 'node', 'node'));
  });

  test('knows by which name it is called', () => {
    const entry = join(app.resources, 'core', 'dist', 'cli', 'sealwire.js');
    const bin = join(app.work, 'bin');

    expect(thisProgram({ platform: 'linux', env: { PATH: '/usr/bin' } }, entry).command).toBe(
      join(app.resources, 'bin', 'sealwire'),
    );
    expect(thisProgram({ platform: 'linux', env: { PATH: `/usr/bin:${bin}` } }, entry).command).toBe('sealwire');
    const image = join(app.resources, 'node', 'node');
    const images = join(app.work, 'images');
    mkdirSync(images);
    symlinkSync(image, join(images, 'sealwire'));
    expect(thisProgram({ platform: 'linux', env: { PATH: images, APPIMAGE: image } }, entry).command).toBe('sealwire');
  });

  test("starts the window's core, which stops when the window is gone", async () => {
    const home = join(app.work, 'home of the window');
    const core = spawn(join(app.resources, 'node', 'node'), [join(app.resources, 'core', 'dist', 'cli', 'core.js')], {
      env: { HOME: home, SEALWIRE_HOME: home },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const line = JSON.parse(await firstLine(core));

    core.stdin?.end();
    const [code] = await once(core, 'exit');

    expect(line).toMatchObject({ event: 'serving', pid: core.pid, version: own.version });
    expect(code).toBe(0);
  });

  test('loads the keychain package that it ships', () => {
    const answer = execFileSync(
      join(app.resources, 'node', 'node'),
      ['-e', "process.stdout.write(typeof require('@napi-rs/keyring').AsyncEntry)"],
      { cwd: join(app.resources, 'core'), env: {}, encoding: 'utf8' },
    );

    expect(answer).toBe('function');
  });
});

suite(`the contents of the AppImage${OWN_LINUX === null ? ' (need Linux on x64 or arm64)' : ''}`, () => {
  let folder: string;
  beforeAll(() => {
    folder = join(app.work, 'AppDir');
    appDir(root, app.unpacked, folder);
  });

  test('have start, menu entry and icon where the format wants them', () => {
    expect(statSync(join(folder, 'AppRun')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(folder, 'sealwire-desktop.desktop'), 'utf8')).toContain(
      'MimeType=x-scheme-handler/sealwire;',
    );
    expect(readFileSync(join(folder, '.DirIcon')).subarray(1, 4).toString()).toBe('PNG');
  });

  test('run command and core where they are called as sealwire', async () => {
    const printed = execFileSync(join(folder, 'AppRun'), ['version'], {
      env: { ARGV0: '/home/person/.local/bin/sealwire' },
    });

    expect(printed.toString().trim()).toBe(own.version);
    expect(
      await upAndDown(join(folder, 'AppRun'), join(app.work, 'home of AppRun'), { ARGV0: 'sealwire' }),
    ).toMatchObject({
      event: 'ready',
    });
  });

  test(`make an image behind the runtime that is given${isOnPath('mksquashfs') ? '' : ' (needs mksquashfs)'}`, ({
    skip,
  }) => {
    if (!isOnPath('mksquashfs')) skip();
    const runtime = join(app.work, 'runtime');
    const small = join(app.work, 'small');
    writeFileSync(runtime, Buffer.alloc(4096, 'r'));
    mkdirSync(join(small, 'usr'), { recursive: true });
    copyFileSync(join(folder, 'AppRun'), join(small, 'AppRun'));

    const image = packageAppImage({ platform: 'linux', arch: 'x64' }, linuxPackage(root, {}), small, {
      runtime,
      output: app.work,
    });

    const bytes = readFileSync(image);
    expect(bytes.subarray(0, 4096)).toEqual(readFileSync(runtime));
    expect(bytes.toString('latin1', 4096, 4100)).toBe('hsqs');
    expect(statSync(image).mode & 0o777).toBe(0o755);
    const listed = execFileSync('unsquashfs', ['-l', '-offset', '4096', image], { encoding: 'utf8' });
    expect(listed).toContain('squashfs-root/AppRun');
    const feed = readFileSync(
      writeUpdateFeed({ platform: 'linux', arch: 'arm64' }, own.version, image, new Date(0)),
      'utf8',
    );
    expect(feed).toContain(`sha512: ${createHash('sha512').update(bytes).digest('base64')}\n    size: ${bytes.length}`);
    expect(feed).toContain("releaseDate: '1970-01-01T00:00:00.000Z'");
  });

  test('look for updates where the packager said, and nowhere else', () => {
    const target = { platform: 'linux', arch: 'x64' } as const;
    const place = join(app.work, 'place');
    mkdirSync(place);

    writeUpdatePlace(target, place, undefined);
    expect(existsSync(join(place, 'app-update.yml'))).toBe(false);
    expect(existsSync(join(app.resources, 'app-update.yml'))).toBe(false);
    writeUpdatePlace(target, place, 'https://updates.example/sealwire/');
    expect(readFileSync(join(place, 'app-update.yml'), 'utf8')).toContain(
      'url: "https://updates.example/sealwire/linux-x64"\n',
    );
  });

  test('never switch the sandbox off', () => {
    const start = readFileSync(join(folder, 'AppRun'), 'utf8');
    const entry = readFileSync(join(folder, 'sealwire-desktop.desktop'), 'utf8');

    expect(`${start}${entry}`).not.toContain('no-sandbox');
  });
});

/** Starts `up` with next to nothing in its environment, reads its first line and which program it is, and stops it. */
async function upAndDown(
  command: string,
  home: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly endpoint: string; readonly node: string; readonly event: string }> {
  const core = spawn(command, ['up', '--json', '--no-ui', '--port', '0'], {
    env: { PATH: '/usr/bin:/bin', HOME: home, SEALWIRE_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
  });
  const ready = JSON.parse(await firstLine(core));
  const node = execFileSync('readlink', [`/proc/${core.pid}/exe`], { encoding: 'utf8' }).trim();
  core.kill('SIGTERM');
  const [code] = await once(core, 'exit');
  expect(code).toBe(0);
  return { ...ready, node };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('a child without stdout');
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`ended with ${code} before its first line`))),
  ]);
  return String(line);
}
