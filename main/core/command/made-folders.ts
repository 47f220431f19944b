import { posix, win32 } from 'node:path';
import type { Host } from '../host/host.ts';

/** The folders that have to be made for `folder` to be there, innermost first. */
export function foldersToMake({ platform, disk }: Pick<Host, 'platform' | 'disk'>, folder: string): string[] {
  const { dirname } = platform === 'win32' ? win32 : posix;
  const missing: string[] = [];
  for (let at = folder; disk.facts(at) === null && dirname(at) !== at; at = dirname(at)) missing.push(at);
  return missing;
}

/** What `removeEmptyFolders` would do, in words: those that are there. */
export function emptyFolderLines({ disk }: Pick<Host, 'disk'>, folders: readonly string[]): string[] {
  return folders
    .filter((folder) => disk.facts(folder)?.isFolder === true)
    .map((folder) => `Remove the folder ${folder}, where nothing else is in it`);
}

/** Takes away the folders that Sealwire made, as long as nothing is in them; one that is gone already, as after an interruption, is passed over. */
export function removeEmptyFolders({ disk }: Pick<Host, 'disk'>, folders: readonly string[]): void {
  for (const folder of folders) {
    const facts = disk.facts(folder);
    if (facts === null) continue;
    if (!facts.isFolder || disk.list(folder).length > 0) return;
    disk.remove(folder);
  }
}
