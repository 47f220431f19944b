import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, protocol, session } from 'electron';
import { z } from 'zod';
import type { DesktopPlatform } from '../contract/desktop.ts';
import { dataFolder, foldersOf } from '../core/host/folders.ts';
import { realHost } from '../core/host/real-host.ts';
import { openClosers } from './closers.ts';
import type { ShellConcerns } from './concerns.ts';
import { coreLink } from './core/core-link.ts';
import { superviseCore } from './core/real-supervision.ts';
import { desktopFolder } from './desktop-folder.ts';
import { desktopLog } from './desktop-log.ts';
import { guardContents } from './guards/guard-contents.ts';
import { guardSession } from './guards/guard-session.ts';
import { openLinks } from './guards/open-links.ts';
import type { ShellParts } from './parts.ts';
import { announceScheme, serveInterface } from './protocol/app-protocol.ts';
import { guardedHandle } from './relay/guarded-handle.ts';
import { relayCore } from './relay/relay-core.ts';
import { endWithPage, relayedSubscriptions } from './relay/subscriptions.ts';
import { isFirstInstance } from './single-instance.ts';
import { mainWindow } from './window/main-window.ts';
import { launcherWords } from './window-signal.ts';

/** How long each part may take to close when the app quits; the core's own three steps fit into it. */
const CLOSE_WITHIN_MS = 15_000;

/** Chromium's own conversations with the network: the app makes no call that the person did not ask for. */
const QUIET = ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings'];

/** Starts the desktop app. `root` holds `dist`, `assets` and `package.json`. Resolves when the window is on its way, or when another instance has taken over. */
export async function boot(root: string, concerns: ShellConcerns): Promise<void> {
  const { node, signal } = launcherWords(process.env);
  const host = realHost();
  const folders = foldersOf(resolve(dataFolder(host)));
  const log = desktopLog(host, folders.logs);
  const folder = desktopFolder(folders.home);
  const version = versionIn(root);
  const { isPackaged } = app;

  app.setPath('userData', folder);
  app.enableSandbox();
  for (const name of QUIET) app.commandLine.appendSwitch(name);
  announceScheme();
  if (!isFirstInstance(() => app.isReady() && window.show())) {
    signal('handed-over');
    app.quit();
    return;
  }
  concerns.begin();

  const closers = openClosers(CLOSE_WITHIN_MS, log);
  // The slowest part of the start goes first, in a process of its own.
  const supervision = superviseCore({
    host,
    folders,
    version,
    isPackaged,
    resources: process.resourcesPath,
    root,
    node,
    log,
  });
  closers.add(() => supervision.close());
  const core = coreLink(supervision);
  const window = mainWindow({
    platform: platformOf(process.platform),
    isPackaged,
    host,
    folder,
    preload: join(root, 'dist', 'shell', 'preload.cjs'),
    icon: join(root, 'assets', 'icons', 'icon.png'),
    didShow: () => signal('window'),
    log,
  });
  quitInOrder(closers.closeAll, window.letClose);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  const guarded = guardedHandle(window.isOurs, log);
  const subscriptions = relayedSubscriptions(core, window.isOurs);
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, log);
    endWithPage(contents, subscriptions);
  });

  await app.whenReady();
  guardSession(session.defaultSession, { isPackaged, isOurWindow: window.isOurs });
  serveInterface(protocol, host.disk, root);
  relayCore(guarded, core, subscriptions);
  guarded('onCommand', z.undefined(), async () => window.pageListens());
  const parts: ShellParts = {
    platform: platformOf(process.platform),
    version,
    folders,
    isPackaged,
    root,
    settings: concerns.openSettings(host, folders),
    core,
    window,
    quit: () => app.quit(),
    handle: (name, schema, handler) => guarded(name, schema, (input) => handler(input)),
    publish: window.publish,
    onClose: closers.add,
    log,
  };
  openLinks(parts.handle);
  for (const setUp of concerns.setUp) setUp(parts);
  window.show();
}

/** Everything is closed before the app ends; whoever asks to quit meanwhile waits for the same end. */
function quitInOrder(closeAll: () => Promise<void>, letClose: () => void): void {
  let state: 'running' | 'closing' | 'closed' = 'running';
  app.on('before-quit', letClose);
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    closeAll().then(() => {
      state = 'closed';
      app.quit();
    });
  });
}

function platformOf(platform: NodeJS.Platform): DesktopPlatform {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}

function versionIn(root: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return version;
}
