import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ARCHIVE, PROGRAM, VERSION } from './desktop-clone.ts';
import { desktopStarts, instead, opensBrowser, opensWindow } from './desktop-starts.ts';
import { launcherModule } from './launcher-modules.ts';

const { findElectron } = await launcherModule('desktop/electron-binary.mjs');

const START = join('main', 'launcher', 'start.mjs');

const at = desktopStarts();

describe('a person before a screen', () => {
  test('gets Electron fetched, checked and unpacked, and the window', async () => {
    const ended = await at().start();

    expect(ended).toMatchObject(opensWindow);
    expect(ended.stderr).toMatch(
      /^Fetching Electron 45\.4\.1 \(once\) …\n(Fetching .*\n)*Building the window \(once\) …\n$/,
    );
    expect(at().mirror.asked).toEqual([`/v${VERSION}/${ARCHIVE}`]);
    expect(readFileSync(join(at().electron, 'path.txt'), 'utf8')).toBe(PROGRAM);
    expect(readdirSync(at().electron).sort()).toEqual(['checksums.json', 'dist', 'package.json', 'path.txt']);
  });

  test('gets the window at once from then on', async () => {
    await at().start();

    const second = await at().start();

    expect(second).toMatchObject(opensWindow);
    expect(second.stderr).toBe('');
    expect(at().mirror.asked.length).toBe(1);
  });

  test('gets it back without the network after npm has installed the packages again', async () => {
    await at().start();
    rmSync(join(at().electron, 'dist'), { recursive: true });
    rmSync(join(at().electron, 'path.txt'));
    await at().mirror.close();

    expect(await at().start()).toMatchObject(opensWindow);
  });

  test('starts Electron without a switch, with the Node for the core and nothing of a surrounding Electron', async () => {
    const { stdout } = await at().start([], { ELECTRON_RUN_AS_NODE: '1' });

    expect(JSON.parse(stdout)).toEqual({ window: true, switches: [], node: process.execPath, runsAsNode: null });
  });

  test('gets the exit code of the window, and what it said last', async () => {
    at().clone.shellDoes(
      "require('node:fs').writeSync(3, '{\"event\":\"window\"}\\n'); console.error('one\\nthe disk is gone'); process.exitCode = 7;",
    );

    const { code, stderr, stdout } = await at().start();

    expect([code, stdout]).toEqual([7, '']);
    expect(stderr).toMatch(/The window ended with code 7\. the disk is gone\.\n$/);
  });

  test.each([
    ['X', 0, '[880:880:1128/152812.622985:ERROR:ui/gfx/x/connection.cc:64] X connection error received.'],
    ['Wayland', 1, '[1:2:1128/1.1:ERROR:wayland_event_watcher.cc:78] Fatal Wayland communication error: Broken pipe.'],
  ])('whose display goes away is told so, and how to go on: %s', async (_, code, line) => {
    at().clone.shellDoes(
      `require('node:fs').writeSync(3, '{"event":"window"}\\n'); console.error(${JSON.stringify(line)}); process.exitCode = ${code};`,
    );

    const ended = await at().start();

    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toMatch(
      /The display went away, and the window with it\. Start again with npm start; where there is no display it opens in your browser\.\n$/,
    );
  });

  test('gets exit code 0 from a second start, whose window is the first one', async () => {
    at().clone.shellDoes(`require('node:fs').writeSync(3, '{"event":"handed-over"}\\n');`);

    expect(await at().start()).toMatchObject({ code: 0, stdout: '' });
  });

  test('who asks for browser mode gets it, with nothing said and nothing fetched', async () => {
    const ended = await at().start(['--browser', '--port', '9000']);

    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ended.stdout).argv).toEqual(['up', '--ui', '--open', '--port', '9000']);
    expect(at().mirror.asked.length).toBe(0);
    expect(existsSync(join(at().clone.folder, 'dist', 'shell'))).toBe(false);
  });

  test('who contradicts himself is told so before anything happens', async () => {
    const { code, stdout, stderr } = await at().start(['--desktop', '--ui-port', '1']);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('they do not go together.\nLeave one of the two out');
    expect(stderr).toMatch(/npm start -- --ui-port 1\n$/);
  });
});

describe('where there can be no window, the browser opens and one line says why', () => {
  test.each<[string, Record<string, string>, string]>([
    ['no display', { DISPLAY: '' }, 'there is no display here'],
    ['SSH', { SSH_CONNECTION: '1 2 3 4' }, 'this SSH session forwards no display'],
    ['a CI job', { CI: 'true' }, 'this is a CI job'],
    ['a container', { container: 'podman' }, 'this is a container'],
  ])('%s', async (_, env, because) => {
    const ended = await at().start([], env);

    expect(ended).toMatchObject(opensBrowser);
    expect(ended.stderr).toBe(`${instead(because)}\n`);
    expect(at().mirror.asked.length).toBe(0);
  });

  test('--desktop fetches nothing where it cannot be', async () => {
    const ended = await at().start(['--desktop'], { DISPLAY: '' });

    expect(ended).toMatchObject(opensBrowser);
    expect(ended.stderr).toBe(`${instead('there is no display here')}\n`);
    expect(at().mirror.asked.length).toBe(0);
  });

  test.skipIf(process.getuid?.() !== 0)('root, as this very process is (needs to run as root)', async () => {
    const ended = await at().clone.run(START, ['--desktop'], { DISPLAY: ':99', ELECTRON_MIRROR: at().mirror.url });

    expect(ended).toMatchObject(opensBrowser);
    expect(ended.stderr).toBe(`${instead('as root, Electron cannot make its sandbox')}\n`);
    expect(at().mirror.asked.length).toBe(0);
  });

  test.skipIf(!canBeNobody())('and nobody is not root (needs root, and setpriv to become somebody else)', async () => {
    spawnSync('chmod', ['-R', 'a+rwX', join(at().clone.folder, '..')]);
    await at().start();
    const launcher = [process.execPath, join(at().clone.folder, START), '--desktop'];
    const nobody = spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', ...launcher], {
      env: { ...at().clone.env, DISPLAY: ':99' },
      cwd: '/',
      encoding: 'utf8',
    });

    expect(nobody).toMatchObject({ status: 0, stdout: expect.stringContaining('"window":true'), stderr: '' });
  });
});

describe('an Electron of the person', () => {
  test('is taken from ELECTRON_OVERRIDE_DIST_PATH', async () => {
    const own = join(at().clone.folder, 'own');
    mkdirSync(own);
    writeFileSync(join(own, 'electron'), '#!/bin/sh\nexec node "$@"\n', { mode: 0o755 });

    expect(await at().start([], { ELECTRON_OVERRIDE_DIST_PATH: own })).toMatchObject(opensWindow);
    expect(at().mirror.asked.length).toBe(0);
  });

  test('that is not there is told', async () => {
    const ended = await at().start(['--desktop'], { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' });

    expect(ended).toMatchObject(opensBrowser);
    expect(ended.stderr).toContain('ELECTRON_OVERRIDE_DIST_PATH names /nowhere, and there is no Electron in it');
  });

  test('whose package npm left out is told too', async () => {
    rmSync(at().electron, { recursive: true });

    const ended = await at().start(['--desktop']);

    expect(ended).toMatchObject(opensBrowser);
    expect(ended.stderr).toBe(`${instead('the electron package is not installed')}\n`);
  });

  test('of another version, or half unpacked, is fetched again', async () => {
    await at().start();
    writeFileSync(join(join(at().electron, 'dist'), 'version'), '44.0.0');
    expect(findElectron(at().clone.folder, {}).state).toBe('absent');

    expect(await at().start()).toMatchObject(opensWindow);
    expect(readFileSync(join(join(at().electron, 'dist'), 'version'), 'utf8')).toBe(VERSION);
    expect(findElectron(at().clone.folder, { platform: 'plan9' }).state).toBe('unusable');
  });
});

/** Root that may become nobody, who can read this clone's packages. */
function canBeNobody(): boolean {
  const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  const reads = [
    'test',
    '-r',
    join(import.meta.dirname, '..', '..', 'node_modules', '@electron', 'get', 'package.json'),
  ];
  return process.getuid?.() === 0 && spawnSync('setpriv', [...nobody, ...reads]).status === 0;
}
