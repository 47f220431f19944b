import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { SealwireError } from '../../main/contract/errors.ts';
import type { ProcedureName } from '../../main/contract/procedures.ts';
import { boot } from '../../main/shell/boot.ts';
import { windowAlone } from '../../main/shell/concerns.ts';
import { cleanEnvironment } from '../../main/shell/core/clean-environment.ts';
import { giveUp } from '../../main/shell/give-up.ts';
import { titleBarColours } from '../../main/shell/settings/title-bar-colours.ts';
import { windowOptions } from '../../main/shell/window/window-options.ts';
import { launcherWords } from '../../main/shell/window-signal.ts';
import { NOT_FOR_WINDOWS } from '../../main/transport/window-exclusions.ts';
import { root } from '../support/entry.ts';
import { exposedFace } from '../support/ipc-client.ts';
import { tempHome } from '../support/temp-home.ts';
import { bootedShell } from './booted-shell.ts';
import { app, reset, screen, seen } from './electron-double/electron.ts';
import { smallInterface } from './small-interface.ts';

describe('the shell', () => {
  beforeEach(reset);

  test('shows its window when the page has painted, and not before', async () => {
    const { window } = await bootedShell();
    const before = window.visible;

    window.emit('ready-to-show');

    expect([before, window.visible]).toEqual([false, true]);
    expect(window.options.show).toBe(false);
  });

  test('tells the page why there is no core, and sends nothing to another that takes its place', async () => {
    const { contents } = await bootedShell();
    const face = await exposedFace();
    const links: unknown[] = [];

    const stop = face.listen(
      () => undefined,
      (link) => links.push(link),
    );
    await expect
      .poll(() => links)
      .toEqual([
        {
          state: 'lost',
          problem: {
            message: 'The window was not told which Node runs the core.',
            fix: 'Start it with `npm start`.',
            canRestart: true,
          },
        },
      ]);
    const count = contents.mainFrame.sent.length;
    const page = contents.mainFrame;
    page.url = 'https://evil.example/';
    await face.restartCore().catch(() => undefined);
    stop();

    expect(page.sent).toHaveLength(count);
    expect(await face.call('status', {})).toHaveProperty('error.code', 'SENDER_REFUSED');
  });

  test.each(Object.keys(NOT_FOR_WINDOWS))('keeps from its page what no page needs: %s', async (name) => {
    await bootedShell();
    const face = await exposedFace();

    expect(await face.call(name as ProcedureName, {})).toHaveProperty('error.code', 'REQUEST_REFUSED');
  });

  test('ends the subscriptions of a page that navigates', async () => {
    const { contents } = await bootedShell();
    const face = await exposedFace();
    face.listen(
      () => undefined,
      () => undefined,
    );
    await expect.poll(() => contents.mainFrame.sent.length).toBeGreaterThan(0);

    contents.isPrevented('did-start-navigation', 'app://sealwire/');
    const count = contents.mainFrame.sent.length;
    await face.restartCore();

    expect(contents.mainFrame.sent).toHaveLength(count);
  });

  test('keeps commands for a page that does not listen yet', async () => {
    const parts: { send(command: { kind: 'palette' }): void }[] = [];
    const { contents } = await bootedShell({ ...windowAlone(), setUp: [({ window }) => parts.push(window)] });
    parts[0]?.send({ kind: 'palette' });
    const early = contents.mainFrame.sent.length;
    const heard: unknown[] = [];

    (await exposedFace()).onCommand((command) => heard.push(command));

    await expect.poll(() => heard).toEqual([{ kind: 'palette' }]);
    expect(early).toBe(0);
  });

  test('closes what was opened, the last first, and quits once', async () => {
    const closed: string[] = [];
    const concern = (name: string) => (parts: { onClose(closer: () => unknown): void }) =>
      parts.onClose(async () => closed.push(name));
    await bootedShell({ ...windowAlone(), setUp: [concern('first'), concern('second')] });

    app.quit();
    app.quit();

    await expect.poll(() => seen.quits).toBe(1);
    expect(closed).toEqual(['second', 'first']);
  });

  test('hides where a concern says so, and closes when the app quits', async () => {
    const { window } = await bootedShell({
      ...windowAlone(),
      setUp: [({ window: it }) => it.decideClose(() => 'hide')],
    });

    window.clickClose();
    const wasDestroyed = window.destroyed;
    app.quit();
    window.clickClose();

    expect([wasDestroyed, window.destroyed]).toEqual([false, true]);
  });

  test('keeps the window where it was, and brings it back from a display that goes', async () => {
    const { window, home } = await bootedShell();
    window.bounds = { x: 3_000, y: 10, width: 1_000, height: 700 };

    screen.emit('display-removed');
    window.clickClose();

    expect(window.bounds).toEqual({ x: 460, y: 170, width: 1_000, height: 700 });
    expect(JSON.parse(readFileSync(join(home, 'desktop', 'window.json'), 'utf8'))).toEqual({
      x: 460,
      y: 170,
      width: 1_000,
      height: 700,
      isMaximised: false,
    });
  });

  test('hands over where another instance runs, and says so to the launcher', async () => {
    const { home } = tempHome();
    const said = join(home, 'said');
    const descriptor = openSync(said, 'w');
    vi.stubEnv('SEALWIRE_HOME', home);
    vi.stubEnv('SEALWIRE_WINDOW_SIGNAL', String(descriptor));
    seen.isFirst = false;

    await boot(smallInterface(), windowAlone());

    expect(seen.windows).toEqual([]);
    expect(seen.quits).toBe(1);
    expect(readFileSync(said, 'utf8')).toBe('{"event":"handed-over"}\n');
    expect(process.env.SEALWIRE_WINDOW_SIGNAL).toBeUndefined();
  });

  test('loads a page again that ended, and after the third quick end in a row asks first', async () => {
    const { window, contents } = await bootedShell();
    const end = (): void => void contents.emit('render-process-gone', {}, { reason: 'crashed' });

    end();
    await expect.poll(() => contents.reloads).toBe(1);
    end();
    await expect.poll(() => contents.reloads, { timeout: 10_000 }).toBe(2);
    const asked = seen.boxes.length;
    end();
    await expect.poll(() => contents.reloads).toBe(3);
    const boxes = [...seen.boxes];
    seen.pressed = 1;
    for (const _ of [1, 2, 3]) end();

    await expect.poll(() => window.destroyed).toBe(true);
    expect([asked, boxes]).toEqual([0, ['The page of this window ended three times in a row.']]);
  });

  test('leaves a page alone that ended by itself', async () => {
    const { contents } = await bootedShell();

    contents.emit('render-process-gone', {}, { reason: 'clean-exit' });

    expect(contents.reloads).toBe(0);
  });

  test('opens its window where the data folder cannot be used, for there the core says why', async () => {
    const { home } = tempHome();
    const blocked = join(home, 'blocked');
    writeFileSync(blocked, 'a file where a folder should be');
    vi.stubEnv('SEALWIRE_HOME', blocked);
    onTestFinished(() => app.quit());

    await boot(smallInterface(), windowAlone());

    expect(seen.windows).toHaveLength(1);
    expect(seen.paths.get('userData')).toMatch(/sealwire-desktop-/);
  });

  test.each([false, true])(
    'that cannot start says why and ends, with a box where it is installed (%s)',
    (isPackaged) => {
      const said: string[] = [];
      vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
      app.isPackaged = isPackaged;
      onTestFinished(() => {
        app.isPackaged = false;
        vi.restoreAllMocks();
      });

      giveUp(new SealwireError({ code: 'DISK_FAILED', message: 'The disk is gone.', fix: 'Put it back.' }));

      expect(said).toEqual(['The disk is gone. Put it back.\n']);
      expect(seen.boxes).toEqual(isPackaged ? ['Sealwire could not start\nThe disk is gone.\n\nPut it back.'] : []);
      expect(seen.exits).toEqual([1]);
    },
  );

  test('takes the words of the launcher out of the environment', () => {
    const environment = { SEALWIRE_NODE: '/n', SEALWIRE_WINDOW_SIGNAL: 'x', PATH: '/bin' };

    expect(launcherWords(environment).node).toBe('/n');
    expect(environment).toEqual({ PATH: '/bin' });
    expect(
      cleanEnvironment({ PATH: '/bin', ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '-r x', SEALWIRE_HOME: '/h' }),
    ).toEqual({
      PATH: '/bin',
      SEALWIRE_HOME: '/h',
    });
  });

  test('has the colours of the page in both themes', () => {
    const tokens = readFileSync(join(root, 'renderer', 'ui', 'tokens.css'), 'utf8');
    const both = ([light, dark]: readonly [string, string]): string => `light-dark(${light}, ${dark});`;
    const [light, dark] = [titleBarColours(false), titleBarColours(true)];

    expect(tokens).toContain(`--background: ${both([light.color, dark.color])}`);
    expect(tokens).toContain(`--text: ${both([light.symbolColor, dark.symbolColor])}`);
  });

  test('has the title bar of its platform, and the colour of its theme before the page', () => {
    const options = (platform: 'darwin' | 'linux' | 'win32', isDark = false): object =>
      windowOptions({ platform, isDark, bounds: { width: 1, height: 1 }, preload: '', icon: null, isPackaged: false });

    expect(options('darwin')).toMatchObject({ titleBarStyle: 'hiddenInset', minWidth: 900, minHeight: 600 });
    expect(options('win32', true)).toMatchObject({ titleBarStyle: 'hidden', titleBarOverlay: { color: '#0e1413' } });
    expect(options('linux')).not.toHaveProperty('titleBarStyle');
    expect(options('linux')).toHaveProperty('backgroundColor', '#f5f7f6');
    expect(options('linux', true)).toHaveProperty('backgroundColor', '#0e1413');
  });
});
