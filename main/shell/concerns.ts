import type { Folders } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';
import type { ShellParts, ShellSettings } from './parts.ts';

/** What the app has beyond its window. */
export interface ShellConcerns {
  /** Called before the app is ready, when this is known to be the first instance: what has to listen early (links) begins here. */
  readonly begin: () => void;
  readonly openSettings: (host: Host, folders: Folders) => ShellSettings;
  /** Set up in this order once the app is ready, before the window is made; closed in the opposite one. */
  readonly setUp: readonly ((parts: ShellParts) => void)[];
}

/** A window alone. Its settings last for the run. */
export function windowAlone(): ShellConcerns {
  return { begin: () => undefined, openSettings: settingsForNow, setUp: [] };
}

function settingsForNow(): ShellSettings {
  let settings = { startAtLogin: false, staysInTray: false, notifies: false, looksForUpdates: false };
  return {
    get: () => settings,
    change: (change) => {
      settings = { ...settings, ...change };
      return settings;
    },
    listen: () => () => undefined,
  };
}
