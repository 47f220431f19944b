import { app } from 'electron';
import type { AppUpdater } from 'electron-updater';
import type { DesktopPlatform } from '../../contract/index.ts';
import type { Feed } from './feed.ts';

/** What can be done about newer versions; everything else of electron-updater stays behind this. */
export interface Updater {
  /** The newer version, or null where there is none. Rejects where the announcement cannot be had or is not signed. */
  check(): Promise<{ readonly version: string; readonly notes: string } | null>;
  /** Resolves once the whole file is there and its sum is the announced one. What an interrupted fetch left is thrown away or, where it was whole, used. */
  fetch(onPercent: (percent: number) => void): Promise<void>;
  /** Quits, installs what was fetched and starts it. Throws where it cannot be installed; then everything is as it was. */
  install(): void;
}

/** Loads electron-updater, which is only then needed, and has it do nothing by itself. */
export async function openUpdater(
  platform: DesktopPlatform,
  appImage: string | undefined,
  feed: Feed,
  key: string,
): Promise<Updater> {
  const { DebUpdater, MacUpdater, NsisUpdater } = await import('electron-updater');
  if (platform === 'linux' && appImage !== undefined) {
    const { ReplacingAppImageUpdater } = await import('./appimage-updater.ts');
    const replacing = new ReplacingAppImageUpdater();
    replacing.startAfterwards = (execPath) => app.relaunch({ execPath, args: [] });
    return updaterOver(replacing, feed.url, key);
  }
  // A deb or rpm is never fetched; the class only finds out what the newest version is.
  const Platform = { darwin: MacUpdater, win32: NsisUpdater, linux: DebUpdater }[platform];
  return updaterOver(new Platform(), feed.url, key);
}

/** The same over a given updater of electron-updater. */
export async function updaterOver(updater: AppUpdater, url: string, key: string): Promise<Updater> {
  const { SignedProvider } = await import('./signed-provider.ts');
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.logger = null;
  // Pieces of two versions put together save bytes and cost certainty about what an interruption left.
  updater.disableDifferentialDownload = true;
  // Errors come as rejections; without a listener the event would end the process.
  updater.on('error', () => undefined);
  updater.setFeedURL({ provider: 'custom', updateProvider: SignedProvider as never, url, key } as never);
  return {
    check: async () => {
      const found = await updater.checkForUpdates();
      if (found?.isUpdateAvailable !== true) return null;
      return { version: found.updateInfo.version, notes: notesOf(found.updateInfo.releaseNotes) };
    },
    fetch: async (onPercent) => {
      const tell = ({ percent }: { readonly percent: number }): void => onPercent(percent);
      updater.on('download-progress', tell);
      try {
        await updater.downloadUpdate();
      } finally {
        updater.off('download-progress', tell);
      }
    },
    install: () => {
      // What stands in the way is told by the event alone, at once.
      const problems: unknown[] = [];
      const note = (problem: unknown): number => problems.push(problem);
      updater.on('error', note);
      updater.quitAndInstall(false, true);
      updater.off('error', note);
      if (problems.length > 0) throw problems[0];
    },
  };
}

/** Release notes as plain text; the page shows text alone. */
function notesOf(notes: unknown): string {
  return typeof notes === 'string' ? notes.slice(0, 20_000) : '';
}
