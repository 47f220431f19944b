import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOT_FOR_BROWSERS } from '../../main/transport/browser-exclusions.ts';
import { type Desk, layDesk } from './desk.ts';
import { heardIn, isLeft, PATIENCE, textOf, trayLines } from './looks.ts';
import { oldElectron, titleOf } from './old-electron.ts';
import type { RunningShell } from './running-shell.ts';

const electron = oldElectron();

/** One story, in order. The page is a small one, because Chromium 83 does not know the interface's CSS. */
describe.skipIf('problem' in electron)(titleOf('the window in a real Electron 9.4.1', electron), () => {
  let desk: Desk;
  let shell: RunningShell;

  beforeAll(async () => {
    desk = await layDesk(electron);
    shell = await desk.start();
  });
  afterAll(() => desk?.close());

  test('shows, at its own address, and tells the launcher', async () => {
    const said = await shell.said;
    const seen = await shell.inMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => ({
        electron: process.versions.electron,
        url: each.webContents.getURL(),
        title: each.getTitle(),
        isVisible: each.isVisible(),
      })),
    );

    expect(said).toBe('window');
    expect(seen).toEqual([{ electron: '9.4.1', url: 'app://sealwire/', title: 'Sealwire', isVisible: true }]);
  });

  test('shows the state that the running core has', async () => {
    await expect.poll(() => textOf(shell, 'status'), PATIENCE).toBe('Nothing is made secure yet.');

    const status = await desk.withCore((client) => client.call('status', {}));
    const seen = await shell.inPage((face) => face.call('status', {}));

    expect(status.initialised).toBe(false);
    expect(seen).toEqual({ answer: status });
    expect(await textOf(shell, 'link')).toBe('open');
  });

  test('carries a call to the core, and what changed there back as pushes', async () => {
    const before = (await heardIn(shell)).pushes.length;

    const made = await shell.inPage((face) => face.call('init.run', { vault: 'session', port: 0 }));
    const { endpoint } = await desk.withCore((client) => client.call('status', {}));
    await expect.poll(() => textOf(shell, 'status'), PATIENCE).toBe(`Listening on ${endpoint?.url}`);

    expect(made).toHaveProperty('answer');
    expect(endpoint?.listening).toBe(true);
    expect((await heardIn(shell)).pushes.slice(before)).toContainEqual({
      topic: 'changed',
      what: expect.arrayContaining(['endpoint']),
    });
  });

  test('carries what goes wrong as it is', async () => {
    const [reserved = ''] = Object.keys(NOT_FOR_BROWSERS);

    const codes = await shell.inPage(
      async (face, names) => {
        const said = [];
        for (const name of names) said.push(await face.call(name as 'status', { surplus: 1 }));
        return said.map((each) => ('error' in each ? each.error.code : null));
      },
      [reserved, 'no.such', 'init.run'],
    );
    const input = await shell.inPage((face) => face.call('init.run', { port: 'many' }));

    expect(codes.slice(0, 2)).toEqual(['REQUEST_REFUSED', 'PROCEDURE_UNKNOWN']);
    expect(input).toHaveProperty('error.code', 'INPUT_INVALID');
    expect(input).toHaveProperty('error.message', expect.stringContaining('"port"'));
  });

  test('has a native menu, whose lines reach the page', async () => {
    const titles = await shell.inMain(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => [label, submenu?.items.length ?? 0]),
    );
    await shell.inMain(({ Menu }) => {
      const lines = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []);
      lines.find(({ label }) => label === 'Settings…')?.click();
    });

    expect(titles.map(([title]) => title)).toEqual(['File', 'Edit', 'View', 'Go', 'Window', 'Help']);
    await expect
      .poll(async () => (await heardIn(shell)).commands, PATIENCE)
      .toEqual([{ kind: 'show', path: '/settings' }]);
  });

  test('keeps what it is asked for while its page loads, until that listens', async () => {
    await shell.inMain(async ({ BrowserWindow, Menu }) => {
      const contents = BrowserWindow.fromId(1)?.webContents;
      if (contents === undefined) throw new Error('there is no window');
      const lines = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []);
      const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
      contents.once('did-start-navigation', () => lines.find(({ label }) => label === 'Traffic')?.click());
      contents.reload();
      await loaded;
    });

    await expect
      .poll(async () => (await heardIn(shell)).commands, PATIENCE)
      .toEqual([{ kind: 'show', path: '/traffic' }]);
  });

  test('is in the tray, whose menu follows the endpoint and works it', async () => {
    await expect.poll(() => trayLines(shell), PATIENCE).toContain('Pause');

    await shell.inMain(() => {
      const [{ menu = null } = {}] = globalThis.seenTrays;
      menu?.items.find(({ label }) => label === 'Pause')?.click();
    });

    await expect.poll(() => trayLines(shell), PATIENCE).toContain('Resume');
    await expect.poll(() => textOf(shell, 'status'), PATIENCE).toBe('The endpoint is paused.');
    expect((await desk.withCore((client) => client.call('status', {}))).endpoint?.listening).toBe(false);
  });

  test('copies to the clipboard of the system', async () => {
    const staysMs = await shell.inPage((face) => face.copy('sealed', true));

    expect(staysMs).toBe(60_000);
    expect(await shell.inMain(({ clipboard }) => clipboard.readText())).toBe('sealed');
  });

  test('is handed the link of a second start, which ends', async () => {
    const before = shell.processes();

    const second = await desk.start(['sealwire://connect/python']);

    expect(await second.said).toBe('handed-over');
    expect(await second.ended).toEqual({ code: 0, signal: null });
    await expect.poll(() => second.processes(), PATIENCE).toEqual([]);
    await expect
      .poll(async () => (await heardIn(shell)).commands, PATIENCE)
      .toContainEqual({ kind: 'show', path: '/connect/python' });
    expect(shell.processes()).toEqual(before);
  });

  test('keeps its place, and leaves no process when it quits', async () => {
    const pids = shell.processes();
    expect(pids).toContain(desk.corePid());

    await shell.inMain(({ app }) => app.quit());

    expect(await shell.ended).toEqual({ code: 0, signal: null });
    await expect.poll(() => [...shell.processes(), ...pids.filter(isLeft)], PATIENCE).toEqual([]);
    expect(existsSync(join(desk.home, 'run', 'instance.json'))).toBe(false);
    expect(existsSync(join(desk.home, 'desktop', 'window.json'))).toBe(true);
  });
});
