import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import type Electron from 'electron';
import { ContentsDouble, type FrameDouble } from './frame.ts';

/*
 * Stands in for the package `electron` wherever a test runs the shell's code in Node. Each part is typed by Electron's own declarations, so that one that changes
 * fails the type check. What it was told is kept in `seen`.
 */

type Handler = (event: Electron.IpcMainInvokeEvent, ...given: unknown[]) => unknown;

/** Everything that a test looks at, or decides; `reset` makes it fresh. */
export const seen = {
  handlers: new Map<string, Handler>(),
  exposed: new Map<string, unknown>(),
  contents: new ContentsDouble(),
  windows: [] as BrowserWindow[],
  switches: [] as string[],
  schemes: [] as Electron.CustomScheme[],
  schemeHandlers: new Map<string, Parameters<Electron.Protocol['handle']>[1]>(),
  opened: [] as string[],
  paths: new Map<string, string>(),
  isSandboxed: false,
  isFirst: true,
  quits: 0,
  exits: [] as number[],
  boxes: [] as string[],
  /** Which button of the next message box is pressed. */
  pressed: 0,
  permissionRequest: null as Parameters<Electron.Session['setPermissionRequestHandler']>[0],
  permissionCheck: null as Parameters<Electron.Session['setPermissionCheckHandler']>[0],
  beforeRequest: null as ((details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void) | null,
  displays: [{ x: 0, y: 0, width: 1920, height: 1040 }],
  isDark: false,
};

export function reset(): void {
  for (const each of [app, screen, nativeTheme, session.defaultSession]) each.removeAllListeners();
  for (const kept of [seen.handlers, seen.schemeHandlers, seen.paths]) kept.clear();
  Object.assign(seen, {
    contents: new ContentsDouble(),
    windows: [],
    switches: [],
    schemes: [],
    opened: [],
    isSandboxed: false,
    isFirst: true,
    quits: 0,
    exits: [],
    boxes: [],
    pressed: 0,
    permissionRequest: null,
    permissionCheck: null,
    beforeRequest: null,
    displays: [{ x: 0, y: 0, width: 1920, height: 1040 }],
    isDark: false,
  });
}

type AppPart = Pick<
  Electron.App,
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'isPackaged'
  | 'isReady'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady'
> & { commandLine: Pick<Electron.CommandLine, 'appendSwitch'> };

class AppDouble extends EventEmitter implements AppPart {
  isPackaged = false;
  commandLine = { appendSwitch: (name: string): void => void seen.switches.push(name) };
  enableSandbox(): void {
    seen.isSandboxed = true;
  }
  exit(code = 0): void {
    seen.exits.push(code);
  }
  getPath(name: string): string {
    return seen.paths.get(name) ?? tmpdir();
  }
  setPath(name: string, path: string): void {
    seen.paths.set(name, path);
  }
  isReady(): boolean {
    return true;
  }
  async whenReady(): Promise<void> {}
  requestSingleInstanceLock(): boolean {
    return seen.isFirst;
  }
  /** As Electron: before-quit, then will-quit, and where nobody prevents it, the end. */
  quit(): void {
    this.emit('before-quit', {});
    let isPrevented = false;
    this.emit('will-quit', { preventDefault: () => (isPrevented = true) });
    if (isPrevented) return;
    seen.quits++;
    this.emit('quit');
  }
}
export const app = new AppDouble();

export const ipcMain = {
  handle: (channel, handler) => {
    if (seen.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    seen.handlers.set(channel, handler);
  },
} satisfies Pick<Electron.IpcMain, 'handle'>;

/** Sends a message as a frame of a page would; both sides get copies, as over the real thing. */
export async function invokeAs(
  frame: FrameDouble | null,
  channel: string,
  given: readonly unknown[],
  contents = seen.contents,
): Promise<unknown> {
  const handler = seen.handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  const event = { sender: contents, senderFrame: frame } as unknown as Electron.IpcMainInvokeEvent;
  return structuredClone(await handler(event, ...structuredClone(given)));
}

export const ipcRenderer = {
  invoke: (channel, ...given) => invokeAs(seen.contents.mainFrame, channel, given),
  on: (channel, listener) => {
    seen.contents.mainFrame.heard.on(channel, listener);
    return ipcRenderer as Electron.IpcRenderer;
  },
  removeListener: (channel: string, listener: Parameters<FrameDouble['heard']['removeListener']>[1]) => {
    seen.contents.mainFrame.heard.removeListener(channel, listener);
    return ipcRenderer as unknown as Electron.IpcRenderer;
  },
} as Pick<Electron.IpcRenderer, 'invoke' | 'on' | 'removeListener'>;

export const contextBridge = {
  exposeInMainWorld: (name: string, face: unknown) => void seen.exposed.set(name, face),
} satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>;

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => void seen.schemes.push(...schemes),
  handle: (scheme, handler) => void seen.schemeHandlers.set(scheme, handler),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

type SessionPart = Pick<Electron.Session, 'setPermissionCheckHandler' | 'setPermissionRequestHandler'>;

class SessionDouble extends EventEmitter implements SessionPart {
  webRequest = {
    onBeforeRequest: (listener: NonNullable<typeof seen.beforeRequest>): void => {
      seen.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: typeof seen.permissionRequest): void {
    seen.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: typeof seen.permissionCheck): void {
    seen.permissionCheck = handler;
  }
}
export const session = { defaultSession: new SessionDouble() };

class ScreenDouble extends EventEmitter {
  getAllDisplays(): Pick<Electron.Display, 'workArea'>[] {
    return seen.displays.map((workArea) => ({ workArea }));
  }
}
export const screen = new ScreenDouble();

class ThemeDouble extends EventEmitter implements Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'> {
  themeSource: Electron.NativeTheme['themeSource'] = 'system';
  get shouldUseDarkColors(): boolean {
    return seen.isDark;
  }
}
export const nativeTheme = new ThemeDouble();

export const dialog = {
  showErrorBox: (title, content) => void seen.boxes.push(`${title}\n${content}`),
  showMessageBox: async (_window: unknown, options: Electron.MessageBoxOptions) => {
    seen.boxes.push(options.message);
    return { response: seen.pressed, checkboxChecked: false };
  },
} satisfies Pick<Electron.Dialog, 'showErrorBox'> & {
  showMessageBox(window: unknown, options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue>;
};

export const shell = {
  openExternal: async (url: string) => void seen.opened.push(url),
} satisfies Pick<Electron.Shell, 'openExternal'>;

type WindowPart = Pick<
  Electron.BrowserWindow,
  | 'close'
  | 'focus'
  | 'getBounds'
  | 'getNormalBounds'
  | 'hide'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'show'
>;

export class BrowserWindow extends EventEmitter implements WindowPart {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents = seen.contents;
  readonly loaded: string[] = [];
  bounds: Electron.Rectangle;
  visible = false;
  maximised = false;
  destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    seen.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  focus(): void {}
  getBounds(): Electron.Rectangle {
    return this.bounds;
  }
  getNormalBounds(): Electron.Rectangle {
    return this.bounds;
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
  }
  hide(): void {
    this.visible = false;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isMaximized(): boolean {
    return this.maximised;
  }
  isMinimized(): boolean {
    return false;
  }
  isVisible(): boolean {
    return this.visible;
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
  maximize(): void {
    this.maximised = true;
  }
  restore(): void {}
  show(): void {
    this.visible = true;
  }
  close(): void {
    this.clickClose();
  }
  /** A click on the window's cross. */
  clickClose(): void {
    let isPrevented = false;
    this.emit('close', { preventDefault: () => (isPrevented = true) });
    if (isPrevented) return;
    this.destroyed = true;
    this.emit('closed');
  }
}
