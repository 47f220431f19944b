import { type DesktopSettings, desktopSettings } from '../../contract/desktop.ts';
import type { Folders } from '../../core/host/folders.ts';
import type { Host } from '../../core/host/host.ts';
import { openKeptFields } from './kept-fields.ts';

/** What holds until the person says otherwise: nothing is started at login and nothing is looked for on the network. */
export const DEFAULT_DESKTOP_SETTINGS: DesktopSettings = {
  startAtLogin: false,
  staysInTray: true,
  notifies: true,
  looksForUpdates: false,
};

export interface DesktopSettingsFile {
  get(): DesktopSettings;
  /** Rejects with `DISK_FAILED`, leaving everything as it was. Listeners are told after the write. */
  change(change: Partial<DesktopSettings>): DesktopSettings;
  listen(listener: (settings: DesktopSettings) => void): () => void;
  /** What was wrong with the file that was found, in one sentence; null where nothing was. */
  readonly problem: string | null;
}

/** The choices in `desktop.json` of the data folder. */
export function openDesktopSettings(
  host: Pick<Host, 'disk' | 'randomBytes' | 'now'>,
  folders: Folders,
): DesktopSettingsFile {
  const place = { folder: folders.home, path: folders.desktopSettings };
  const kept = openKeptFields(host, place, desktopSettings, DEFAULT_DESKTOP_SETTINGS);
  const listeners = new Set<(settings: DesktopSettings) => void>();
  return {
    get: kept.get,
    problem: kept.problem,
    change: (change) => {
      const settings = kept.change(change);
      for (const listener of [...listeners]) listener(settings);
      return settings;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
