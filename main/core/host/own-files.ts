import { basename, join } from 'node:path';
import type { Folders } from './folders.ts';
import type { Disk } from './host.ts';

/**
 * Takes away what Sealwire keeps in its data folder, with what it set aside or left half-written there, and then the folder itself if nothing else is in
 * it: a folder that a person chose may hold files of theirs.
 */
export function removeOwnFiles(disk: Disk, folders: Folders): void {
  const { home, desktop, ...own } = folders;
  const names = Object.values(own).map((path) => basename(path));
  // The desktop folder by its exact name: `desktop.ini` is Windows' and the person's.
  const isOwn = (name: string): boolean =>
    name === basename(desktop) ||
    names.some((each) => name === each || name.startsWith(`${each}.`) || name.startsWith(`${each}-`));
  for (const name of disk.list(home).filter(isOwn)) disk.remove(join(home, name));
  if (disk.list(home).length === 0) disk.remove(home);
}
