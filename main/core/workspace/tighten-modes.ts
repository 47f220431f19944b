import { join } from 'node:path';
import { type Notice, SealwireError } from '../../contract/index.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';

/**
 * Takes everybody else's rights off the data folder (folders 0700, files 0600) where somebody widened them, and says so. Windows has no such modes:
 * there `%APPDATA%` is the user's own by its access list.
 */
export function tightenModes(host: Host, folders: Folders): Notice[] {
  if (host.platform === 'win32') return [];
  const wide = [folders.home, folders.settings, folders.vaultFile, folders.ledger, folders.run]
    .filter((path) => isWide(host, path))
    .concat(wideUnder(host, folders.workspaces));
  if (wide.length === 0) return [];
  const where = wide.length === 1 ? wide[0] : `${wide[0]} and ${wide.length - 1} more below it`;
  try {
    for (const path of wide) host.disk.setMode(path, host.disk.facts(path)?.isFolder === true ? 0o700 : 0o600);
  } catch (error) {
    if (!(error instanceof SealwireError)) throw error;
    return [notice('failed', `${where} can be read by other users. ${error.message} ${error.fix}`)];
  }
  return [notice('attention', `${where} could be read by other users. Now only you can read it.`)];
}

function wideUnder(host: Host, folder: string): string[] {
  return host.disk.facts(folder)?.isFolder !== true
    ? []
    : [
        ...(isWide(host, folder) ? [folder] : []),
        ...host.disk.list(folder).flatMap((name) => {
          const path = join(folder, name);
          if (host.disk.facts(path)?.isFolder === true) return wideUnder(host, path);
          return isWide(host, path) ? [path] : [];
        }),
      ];
}

function isWide(host: Host, path: string): boolean {
  const facts = host.disk.facts(path);
  return facts !== null && (facts.mode & 0o077) !== 0;
}

function notice(level: Notice['level'], text: string): Notice {
  return { id: 'modes-too-wide', level, title: 'The data folder was open to other users', text, screen: '/settings' };
}
