import { join, posix, resolve, win32 } from 'node:path';
import type { Host } from './host.ts';

/** Where everything of one Sealwire lives (design.md §5). Paths only; nothing is created. */
export interface Folders {
  readonly home: string;
  readonly settings: string;
  readonly ledger: string;
  readonly events: string;
  /** Which words occur in the events. */
  readonly words: string;
  /** What waits to be passed on to a server behind this one. */
  readonly relay: string;
  readonly logs: string;
  readonly run: string;
  readonly vaultFile: string;
  readonly workspaces: string;
  /** Files that programs are pointed to so that they trust the authority, and what the last handshakes showed. */
  readonly trust: string;
  /** What files held before they were changed: those of projects, and the one that a tool of the system may leave cut short. */
  readonly undo: string;
  /** Choices of the desktop app. */
  readonly desktopSettings: string;
  /** What Electron keeps: its profile and the state of the window. */
  readonly desktop: string;
}

/**
 * The data folder: `explicit` (`--home`), else `$SEALWIRE_HOME`, else the platform's own place (XDG base directory specification,
 * `~/Library/Application Support`, `%APPDATA%`).
 */
export function dataFolder(host: Pick<Host, 'platform' | 'env' | 'homeFolder'>, explicit?: string): string {
  const chosen = explicit ?? host.env.SEALWIRE_HOME;
  if (chosen !== undefined && chosen !== '') return chosen;
  if (host.platform === 'win32') {
    return win32.join(host.env.APPDATA ?? win32.join(host.homeFolder, 'AppData', 'Roaming'), 'Sealwire');
  }
  if (host.platform === 'darwin') return posix.join(host.homeFolder, 'Library', 'Application Support', 'Sealwire');
  const xdg = host.env.XDG_DATA_HOME;
  return posix.join(
    xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(host.homeFolder, '.local', 'share'),
    'sealwire',
  );
}

/** Whether `home` is the platform's own place, which is found without `--home` and without `$SEALWIRE_HOME`. */
export function isUsualHome(host: Pick<Host, 'platform' | 'env' | 'homeFolder'>, home: string): boolean {
  const { SEALWIRE_HOME: _, ...env } = host.env;
  return resolve(dataFolder({ ...host, env })) === resolve(home);
}

export function foldersOf(home: string): Folders {
  return {
    home,
    settings: join(home, 'settings.json'),
    ledger: join(home, 'ledger.jsonl'),
    events: join(home, 'events.sqlite'),
    words: join(home, 'words.sqlite'),
    relay: join(home, 'relay.sqlite'),
    logs: join(home, 'logs'),
    run: join(home, 'run'),
    vaultFile: join(home, 'vault.sealed'),
    workspaces: join(home, 'workspaces'),
    trust: join(home, 'trust'),
    undo: join(home, 'undo'),
    desktopSettings: join(home, 'desktop.json'),
    desktop: join(home, 'desktop'),
  };
}
