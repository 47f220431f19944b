import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import type { DesktopPlatform, ShellCommand } from '../../contract/desktop.ts';
import type { Host } from '../../core/host/host.ts';
import { onNewPage } from '../electron-age.ts';
import type { Published, ShellWindow } from '../parts.ts';
import { channelOf } from '../relay/channels.ts';
import { APP_ORIGIN, isOurs } from '../relay/sender.ts';
import { keepPage } from './keep-page.ts';
import { keepState, lastState } from './keep-state.ts';
import { windowOptions } from './window-options.ts';

/** The one window of the app, and what the shell alone does with it. */
export interface MainWindow extends ShellWindow {
  publish(name: Published, message: unknown): void;
  isOurs(contents: WebContents): boolean;
  /** The page listens to commands from now on; those that waited are sent. */
  pageListens(): void;
  /** From now on closing closes: the app quits. */
  letClose(): void;
}

/** Commands that wait for a page; a person clicks a handful. */
const MOST_WAITING = 20;

/** Prepares the window; `show` makes it. */
export function mainWindow(options: {
  readonly platform: DesktopPlatform;
  readonly isPackaged: boolean;
  readonly host: Host;
  /** The shell's own part of the data folder. */
  readonly folder: string;
  readonly preload: string;
  readonly icon: string | null;
  readonly didShow: () => void;
  readonly log: (line: string) => void;
}): MainWindow {
  const { platform, isPackaged, host, folder, preload, icon, didShow, log } = options;
  const listeners: ((window: BrowserWindow) => void)[] = [];
  let window: BrowserWindow | null = null;
  let decide = (): 'hide' | 'close' => 'close';
  let isListening = false;
  let waiting: ShellCommand[] = [];

  const publish = (name: Published, message: unknown): void => {
    const contents = window?.webContents;
    // What is shown just now may be an error page of Chromium's own.
    if (contents !== undefined && !contents.isDestroyed() && isOurs(contents.getURL()))
      contents.send(channelOf(name), message);
  };

  const make = (): BrowserWindow => {
    const state = lastState(host, folder, screen);
    const isDark = nativeTheme.shouldUseDarkColors;
    const made = new BrowserWindow(
      windowOptions({ platform, isDark, bounds: state.bounds, preload, icon, isPackaged }),
    );
    made.on('close', (event) => {
      if (decide() !== 'hide') return;
      event.preventDefault();
      made.hide();
    });
    keepState(made, { host, folder, screen, log });
    made.once('closed', () => {
      if (window === made) window = null;
    });
    made.once('ready-to-show', () => {
      if (state.isMaximised) made.maximize();
      made.show();
      didShow();
    });
    onNewPage(made.webContents, () => {
      isListening = false;
    });
    made.webContents.on('render-process-gone', () => {
      isListening = false;
    });
    keepPage(made, log);
    made.loadURL(`${APP_ORIGIN}/`).catch((error: unknown) => log(`The page was not loaded: ${String(error)}`));
    return made;
  };

  return {
    show: () => {
      if (window === null) {
        isListening = false;
        window = make();
        for (const listener of listeners) listener(window);
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    hide: () => window?.hide(),
    isVisible: () => window?.isVisible() ?? false,
    send: (command) => {
      if (isListening && window !== null) publish('onCommand', command);
      else waiting = [...waiting, command].slice(-MOST_WAITING);
    },
    browserWindow: () => window,
    onWindow: (listener) => {
      listeners.push(listener);
      if (window !== null) listener(window);
    },
    decideClose: (decision) => {
      decide = decision;
    },
    publish,
    isOurs: (contents) => window !== null && !window.isDestroyed() && contents === window.webContents,
    pageListens: () => {
      isListening = true;
      const commands = waiting;
      waiting = [];
      for (const command of commands) publish('onCommand', command);
    },
    letClose: () => {
      decide = () => 'close';
    },
  };
}
