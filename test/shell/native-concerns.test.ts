import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type Electron from 'electron';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  type DesktopLink,
  type DesktopSettings,
  type Push,
  SealwireError,
  type ShellCommand,
} from '../../main/contract/index.ts';
import { nativeConcerns } from '../../main/shell/native-concerns.ts';
import type { ShellParts } from '../../main/shell/parts.ts';
import { localClient } from '../../main/transport/local-client.ts';
import { root } from '../support/entry.ts';
import { FAKE_TOKEN, fakeCore } from '../support/fake-core.ts';
import * as data from '../support/fake-data.ts';
import { tempHome } from '../support/temp-home.ts';
import * as electron from './native-double.ts';

vi.mock('electron', () => import('./native-double.ts'));

const { seen } = electron;

beforeEach(() => {
  // Electron's own, where a package keeps what is beside its archive.
  Object.assign(process, { resourcesPath: '/nowhere' });
  for (const emitter of [electron.app, electron.nativeTheme, electron.powerMonitor]) emitter.removeAllListeners();
  Object.assign(seen, {
    trays: [],
    menu: [],
    notifications: [],
    loginItems: [],
    appIds: [],
    popups: [],
    clipboard: '',
    savedTo: null,
    opened: [],
  });
});

/** The concerns as the boot sets them up, over a fake core and a window that is only written about. */
async function setUp(change: Partial<ShellParts> = {}, argv: readonly string[] = []) {
  const core = fakeCore();
  const client = localClient(core);
  const folders = change.folders ?? tempHome();
  const handlers = new Map<string, (input: unknown) => Promise<unknown>>();
  const commands: ShellCommand[] = [];
  const closers: (() => unknown)[] = [];
  const logged: string[] = [];
  const links = new Set<(link: DesktopLink) => void>();
  let decide = (): 'hide' | 'close' => 'close';
  let shows = 0;
  const concerns = nativeConcerns(argv);
  concerns.begin();
  const { realHost } = await import('../../main/core/host/real-host.ts');
  const parts: ShellParts = {
    platform: 'win32',
    version: '0.1.0',
    folders,
    isPackaged: false,
    root: resolve(import.meta.dirname, '..', '..'),
    settings: concerns.openSettings(realHost(), folders),
    core: {
      call: client.call,
      listen: (onPush, onLink) => {
        links.add(onLink);
        onLink({ state: 'open', problem: null });
        return core.listen(onPush);
      },
      restart: async () => undefined,
    },
    window: {
      show: () => {
        shows += 1;
      },
      hide: () => undefined,
      isVisible: () => false,
      send: (command) => commands.push(command),
      browserWindow: () => null,
      onWindow: () => undefined,
      decideClose: (decision) => {
        decide = decision;
      },
    },
    quit: () => undefined,
    handle: (name, schema, handler) => {
      handlers.set(name, (input) => handler(schema.parse(input)));
    },
    publish: () => undefined,
    onClose: (closer) => closers.push(closer),
    log: (line) => logged.push(line),
    ...change,
  };
  for (const each of concerns.setUp) each(parts);
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  onTestFinished(close);
  await vi.waitFor(() => expect(seen.trays[0]?.tooltip).toMatch(/listening/));
  const ask = (name: string, input?: unknown): Promise<unknown> => {
    const handler = handlers.get(name);
    if (handler === undefined) throw new Error(`nobody answers ${name}`);
    return handler(input);
  };
  const push = (pushed: Push): void => core.push(pushed);
  const link = (state: DesktopLink): void => links.forEach((tell) => void tell(state));
  return {
    core,
    parts,
    concerns,
    ask,
    push,
    link,
    commands,
    close,
    logged,
    folders,
    decide: () => decide(),
    shows: () => shows,
  };
}

function click(label: string | RegExp): void {
  const line = seen.trays[0]?.menu.find((item) => item.label?.match(label));
  if (line?.click === undefined) throw new Error(`no line ${label}`);
  (line.click as () => void)();
}

describe('the tray of a running app', () => {
  test('copies the token without showing it, and it is gone from the clipboard when the app quits', async () => {
    const { close } = await setUp();

    click('Copy secret token');
    await vi.waitFor(() => expect(seen.clipboard).toBe(FAKE_TOKEN));
    expect(JSON.stringify(seen.trays[0]?.menu)).not.toContain(FAKE_TOKEN);
    await close();

    expect(seen.clipboard).toBe('');
    expect(seen.trays[0]?.isDestroyed).toBe(true);
  });

  test('pauses the endpoint and follows what the core pushes', async () => {
    const { core, push } = await setUp();

    click('Pause');
    expect(core.calls.map(({ name }) => name)).toContain('endpoint.stop');
    core.answer('status', async () => ({
      ...data.status,
      endpoint: { ...data.endpoint, listening: false, since: null },
    }));
    push({ topic: 'changed', what: ['endpoint'] });

    await vi.waitFor(() => expect(seen.trays[0]?.tooltip).toBe('Sealwire · paused'));
    expect(seen.trays[0]?.image).toMatchObject({ path: expect.stringMatching(/stopped-16\.png$/) });
  });

  test('says in the window why something it was asked for did not work', async () => {
    const { core, commands } = await setUp();
    core.answer('token.show', async () => {
      throw new SealwireError({ code: 'VAULT_LOCKED', message: 'The vault is locked.', fix: 'Unlock it.' });
    });

    click('Copy secret token');

    await vi.waitFor(() => expect(commands).toContainEqual({ kind: 'said', text: 'The vault is locked. Unlock it.' }));
    expect(seen.clipboard).toBe('');
  });

  test('keeps the window’s closing from ending the app, unless the person does not want that', async () => {
    const { decide, ask } = await setUp();
    expect(decide()).toBe('hide');
    await ask('changeSettings', { staysInTray: false });
    expect(decide()).toBe('close');
  });
});

test('a storm of pushes asks the core at most once in a while, and draws nothing that did not change', async () => {
  const { core, push } = await setUp();
  const before = core.calls.length;
  const draws = seen.trays[0]?.draws;

  for (let at = 0; at < 500; at += 1) push({ topic: 'changed', what: ['status'] });

  expect(core.calls.length - before).toBeLessThanOrEqual(1);
  expect(seen.trays[0]?.draws).toBe(draws);
});

test('a service that stops is told, and a click on it shows that service', async () => {
  const { push, commands } = await setUp();

  push({ topic: 'service', service: { ...data.service, stoppedAt: 'trusted' } });

  expect(seen.notifications).toHaveLength(1);
  seen.notifications[0]?.emit('click');
  expect(commands).toContainEqual({ kind: 'show', path: '/service/shop?environment=development' });
});

test('waking has the core look at itself, and sleeping takes a secret off the clipboard', async () => {
  const { core, ask } = await setUp();
  await ask('copy', { text: 'sekrit', isSecret: true });

  electron.powerMonitor.emit('suspend');
  await vi.waitFor(() => expect(seen.clipboard).toBe(''));
  electron.powerMonitor.emit('resume');

  await vi.waitFor(() => expect(core.calls.map(({ name }) => name)).toContain('app.wake'));
});

test('a link among the arguments, or of a second start, shows its screen', async () => {
  const { commands } = await setUp({}, ['/opt/sealwire', 'sealwire://connect/python']);
  expect(commands).toContainEqual({ kind: 'show', path: '/connect/python' });

  electron.app.emit('second-instance', {}, ['/opt/sealwire', 'sealwire://tokens']);
  expect(commands).toContainEqual({ kind: 'show', path: '/tokens' });
});

test('only its packages make Sealwire the one that opens its links, so that the running app changes nothing for it', async () => {
  const sources = readdirSync(join(root, 'main', 'shell'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const claiming = sources.filter((name) =>
    readFileSync(join(root, 'main', 'shell', name), 'utf8').includes('setAsDefaultProtocolClient'),
  );

  expect(claiming).toEqual([]);
});

test('Windows knows an installed app by the name of its start menu entry, else it shows no notification', async () => {
  const appId = /^appId: (\S+)$/m.exec(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))?.[1];

  await setUp({ isPackaged: true });
  await setUp({ platform: 'linux', isPackaged: true });

  expect(seen.appIds).toEqual([appId]);
});

describe('the menu of a window', () => {
  /** A window as the menu uses one; it starts at 150 %. */
  const withWindow = () => {
    const zooms: number[] = [];
    const walks: string[] = [];
    const contents = Object.assign(new EventEmitter(), {
      getZoomFactor: () => 1.5,
      setZoomFactor: (factor: number) => zooms.push(factor),
      navigationHistory: { goBack: () => walks.push('back'), goForward: () => walks.push('forward') },
    });
    const grounds: string[] = [];
    const window = {
      webContents: contents,
      isFocused: () => false,
      setBackgroundColor: (colour: string) => grounds.push(colour),
    } as unknown as Electron.BrowserWindow;
    const parts = (folders = tempHome()): Partial<ShellParts> => ({
      folders,
      window: {
        show: () => undefined,
        hide: () => undefined,
        isVisible: () => true,
        send: () => undefined,
        browserWindow: () => window,
        onWindow: (listener) => listener(window),
        decideClose: () => undefined,
      },
    });
    return { window, contents, zooms, walks, grounds, parts };
  };
  const choose = (label: string): void => {
    const lines = seen.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const chosen = lines.find((line) => line.label === label);
    if (chosen?.click === undefined) throw new Error(`no line ${label}`);
    (chosen.click as () => void)();
  };

  test('opens where the page asks for it, whatever its zoom', async () => {
    const { window, parts } = withWindow();
    const { ask } = await setUp(parts());

    await ask('showMenu', { x: 1000, y: 40 });

    expect(seen.popups).toEqual([{ window, x: 1500, y: 60 }]);
    expect(() => ask('showMenu', { x: -1, y: 0 })).toThrow();
  });

  test('walks back and forward', async () => {
    const { walks, parts } = withWindow();
    await setUp(parts());

    choose('Back');
    choose('Forward');

    expect(walks).toEqual(['back', 'forward']);
  });

  test('zooms, also with the wheel, and the next start has it', async () => {
    const folders = tempHome();
    const first = withWindow();
    await setUp(first.parts(folders));
    choose('Zoom in');
    first.contents.emit('zoom-changed', {}, 'in');
    const second = withWindow();

    await setUp(second.parts(folders));
    second.contents.emit('did-finish-load');

    expect([first.zooms, second.zooms]).toEqual([[1.1, 1.25], [1.25]]);
  });

  test('zooms where nothing can be kept, and the log says so', async () => {
    const { zooms, grounds, parts } = withWindow();
    const folders = tempHome();
    writeFileSync(folders.desktop, 'a file where a folder should be');
    const { logged, ask } = await setUp(parts(folders));

    choose('Zoom in');
    choose('Zoom in');
    await ask('setTheme', 'dark');

    expect(zooms).toEqual([1.1, 1.25]);
    expect(electron.nativeTheme.themeSource).toBe('dark');
    expect(grounds.at(-1)).toBe('#0e1413');
    expect(logged.filter((line) => /(zoom|theme) not kept/.test(line))).toHaveLength(3);
  });
});

describe('the settings of the app', () => {
  test('change the machine first, and stay where that did not work', async () => {
    const { ask, core, parts } = await setUp();

    expect(await ask('changeSettings', { startAtLogin: true })).toMatchObject({ startAtLogin: true });
    expect(seen.loginItems).toEqual([{ openAtLogin: true, args: ['--at-login'] }]);
    core.answer('desktop.login', async () => {
      throw new Error('no ledger');
    });
    await expect(ask('changeSettings', { startAtLogin: false })).rejects.toThrow('no ledger');

    expect(parts.settings.get().startAtLogin).toBe(true);
  });

  test('are kept with what a later version wrote, and a damaged file is kept aside and said', async () => {
    const folders = tempHome();
    writeFileSync(folders.desktopSettings, JSON.stringify({ notifies: false, later: { a: 1 } }));
    const first = await setUp({ folders });
    expect(await first.ask('settings')).toMatchObject({
      notifies: false,
      staysInTray: true,
    } satisfies Partial<DesktopSettings>);
    await first.ask('changeSettings', { staysInTray: false });
    expect(JSON.parse(readFileSync(folders.desktopSettings, 'utf8'))).toMatchObject({
      notifies: false,
      staysInTray: false,
      later: { a: 1 },
    });

    writeFileSync(folders.desktopSettings, '{"notif');
    const second = await setUp({ folders });
    expect(await second.ask('settings')).toMatchObject({ notifies: true });
    expect(second.commands).toContainEqual({ kind: 'said', text: expect.stringContaining('desktop.json.damaged-') });
    expect(existsSync(folders.desktopSettings)).toBe(false);
  });

  test('fall back to the defaults where they cannot be read at all', async () => {
    const folders = tempHome();
    mkdirSync(folders.desktopSettings);

    const { ask, commands } = await setUp({ folders });

    expect(await ask('settings')).toMatchObject({ notifies: true, looksForUpdates: false });
    expect(commands).toContainEqual({ kind: 'said', text: expect.stringContaining('could not be read') });
  });
});

test('the theme of the page is the theme of native menus, also after the next start', async () => {
  const folders = tempHome();
  const { ask } = await setUp({ folders });
  await ask('setTheme', 'dark');
  expect(electron.nativeTheme.themeSource).toBe('dark');

  electron.nativeTheme.themeSource = 'system';
  await setUp({ folders });
  expect(electron.nativeTheme.themeSource).toBe('dark');
  expect(existsSync(join(folders.desktop, 'state.json'))).toBe(true);
});

test('a start at login shows no window, any other start does', async () => {
  const login = await setUp({}, ['/opt/sealwire', '--at-login']);
  expect(await login.concerns.startsHidden(login.parts)).toBe(true);
  const click_ = await setUp({}, ['/opt/sealwire']);
  expect(await click_.concerns.startsHidden(click_.parts)).toBe(false);
});

test('updates are off in a clone and say so', async () => {
  const { ask } = await setUp();
  expect(await ask('checkForUpdate')).toMatchObject({ state: 'off', reason: expect.stringContaining('sources') });
});
