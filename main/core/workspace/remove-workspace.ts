import { join } from 'node:path';
import { STANDS_IN } from '../server/stands-in.ts';
import { NOTHING_OPENED } from './open-workspace.ts';
import { keptAside } from './removal-lines.ts';
import { transact } from './transact.ts';
import { accountsOf } from './workspace-record.ts';
import { adopt, forgottenFile, vaultFor, type WorkspaceState } from './workspace-state.ts';

/**
 * Takes away everything that `removalPlan` lists: the record first, then entries and folders, so that a removal that is cut short goes on at
 * the next start. Entries that the vault does not let go of stay announced and are said in a notice.
 */
export async function removeWorkspace(state: WorkspaceState): Promise<void> {
  const { record, store, workspace, host } = state;
  if (record !== null) {
    const { unreached } = await transact(
      store,
      (use) => vaultFor(state, use) ?? (use === 'passphrase' ? forgottenFile(state, keptAside(state)) : null),
      async () => {
        store.announce(accountsOf(workspace, record).map((account) => ({ vault: record.vault, account })));
        return { record: null };
      },
    );
    state.unreached = unreached;
  }
  removeAgentConfig(state);
  for (const path of keptAside(state)) host.disk.remove(path);
  adopt(state, { place: state.place, store: state.durable, record: null, opened: NOTHING_OPENED });
}

/** The central configuration, with what was kept aside of it, and which server it stands in for; the folder goes too where nothing else is in it. */
function removeAgentConfig({ host: { disk }, durable: { folder } }: WorkspaceState): void {
  for (const name of disk
    .list(folder)
    .filter((each) => each.startsWith('agent-config.json') || each.startsWith(STANDS_IN))) {
    disk.remove(join(folder, name));
  }
  if (disk.facts(folder) !== null && disk.list(folder).length === 0) disk.remove(folder);
}
