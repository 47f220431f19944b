import { fail } from '../../contract/index.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { readServerFile, type ServerFile } from './read-server-file.ts';
import { readStandsIn } from './stands-in.ts';

/** The settings of the server that the workspace stands in for, read anew; null where none was imported. Throws `NOT_FOUND` where its file is gone, and what `readServerFile` throws. */
export function importedServer(
  host: Pick<Host, 'disk'> & Parameters<typeof readServerFile>[0],
  folders: Pick<Folders, 'workspaces'>,
  workspace: string,
): ServerFile | null {
  const imported = readStandsIn(host, folders, workspace);
  const config = imported?.config ?? null;
  if (config === null) return null;
  if (host.disk.facts(config) === null) {
    throw fail('NOT_FOUND', {
      what: 'file',
      id: config,
      fix: 'It was imported: put it back, or end that with `sealwire server import --forget`.',
    });
  }
  return readServerFile(host, config, { keystore: imported?.keystore ?? null });
}
