import { join } from 'node:path';
import { keychainName } from '../vault/keychain-vault.ts';
import { accountsOf } from './workspace-record.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Paths beside the workspace's own folder in which unreadable state was kept. */
export function keptAside({ host, folders, workspace }: WorkspaceState): string[] {
  const names = host.disk.list(folders.workspaces).filter((name) => name.startsWith(`${workspace}.damaged-`));
  return names.map((name) => join(folders.workspaces, name));
}

/** Everything that this workspace keeps, in folders and in the vault, as lines for a person. */
export function removalLines(state: WorkspaceState): string[] {
  const { record, durable, host, sessionCa, workspace } = state;
  const places = {
    keychain: `the ${keychainName(host.platform).label}`,
    passphrase: `the passphrase file ${state.folders.vaultFile}`,
    session: 'memory',
  } as const;
  const made =
    record === null
      ? []
      : [
          counted(record.authorities.length, 'authority', 'authorities'),
          counted(record.certificates.length, 'certificate', 'certificates'),
          counted(record.tokens.length, 'secret token', 'secret tokens'),
          `${counted(accountsOf(workspace, record).length, 'entry', 'entries')} in ${places[record.vault]}`,
        ];
  return [
    ...made,
    ...(host.disk.facts(durable.folder) === null ? [] : [`The folder ${durable.folder}`]),
    ...keptAside(state).map((path) => `The folder ${path}, kept aside earlier`),
    ...(sessionCa === null ? [] : [`The file ${sessionCa}`]),
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
