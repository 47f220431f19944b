import { posix } from 'node:path';
import type { Surroundings } from '../surroundings.ts';

/** A profile of Firefox that has a database of certificates. */
export interface FirefoxProfile {
  readonly name: string;
  readonly folder: string;
  /** How the Firefox it belongs to is packaged, ` (snap)` for one; empty for the usual one. */
  readonly label: string;
  /** What starts that Firefox, with the arguments that come first; null where it is not found. */
  readonly program: string | null;
  readonly before: readonly string[];
}

/** Every profile of this person, of each way to package Firefox; none on Windows, where it reads the system's store since 120 (support.mozilla.org, "automatically trust"). */
export function findProfiles(around: Surroundings): readonly FirefoxProfile[] {
  const { disk } = around.host;
  return homesOf(around).flatMap(({ folder, ...home }) =>
    disk
      .list(folder)
      .filter((name) => disk.facts(posix.join(folder, name, 'cert9.db')) !== null)
      .map((name) => ({ ...home, name, folder: posix.join(folder, name) })),
  );
}

function homesOf(around: Surroundings): readonly Omit<FirefoxProfile, 'name'>[] {
  const { homeFolder, platform, disk } = around.host;
  const existing = (path: string): string | null => (disk.facts(path) === null ? null : path);
  if (platform === 'darwin') {
    const program = existing('/Applications/Firefox.app/Contents/MacOS/firefox');
    const folder = posix.join(homeFolder, 'Library/Application Support/Firefox/Profiles');
    return [{ folder, label: '', program, before: [] }];
  }
  if (platform !== 'linux') return [];
  return [
    {
      folder: posix.join(homeFolder, '.mozilla/firefox'),
      label: '',
      program: nativeFirefox(around),
      before: [],
    },
    {
      folder: posix.join(homeFolder, 'snap/firefox/common/.mozilla/firefox'),
      label: ' (snap)',
      program: existing('/snap/bin/firefox'),
      before: [],
    },
    {
      folder: posix.join(homeFolder, '.var/app/org.mozilla.firefox/.mozilla/firefox'),
      label: ' (flatpak)',
      program: around.program('flatpak'),
      before: ['run', 'org.mozilla.firefox'],
    },
  ];
}

/** The Firefox of the distribution's own package; null where there is none on the PATH. */
export function nativeFirefox(around: Surroundings): string | null {
  return around.program('firefox') ?? around.program('firefox-esr');
}
