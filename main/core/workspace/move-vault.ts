import { join } from 'node:path';
import { fail, type VaultKind } from '../../contract/index.ts';
import type { Vault } from '../vault/vault.ts';
import { transact, type VaultFor } from './transact.ts';
import { accountsOf, type WorkspaceRecord } from './workspace-record.ts';
import type { PendingAccount, WorkspaceStore } from './workspace-store.ts';

interface Place {
  readonly use: VaultKind;
  readonly vault: Vault;
  readonly store: WorkspaceStore;
}

/**
 * Moves a workspace from one vault to another: copies every secret (and, to or from this session, every file), commits the record that names the new
 * vault, then deletes what is left in the old one. Until the commit the old vault counts. Resolves with the new record and how many
 * old entries could not be deleted yet.
 */
export async function moveVault(
  workspace: string,
  record: WorkspaceRecord,
  from: Place,
  to: Place,
): Promise<{ readonly record: WorkspaceRecord; readonly unreached: number }> {
  const accounts = accountsOf(workspace, record);
  const next: WorkspaceRecord = { ...record, vault: to.use };
  const vaultFor: VaultFor = (use) => [from, to].find((place) => place.use === use)?.vault ?? null;
  const announced = (places: readonly Place[]): PendingAccount[] =>
    places.flatMap(({ use }) => accounts.map((account) => ({ vault: use, account })));
  const isSameStore = to.store === from.store;
  const { unreached } = await transact(to.store, vaultFor, async () => {
    // Between two stores the old entries are given up only once the old record is gone, below.
    to.store.announce(announced(isSameStore ? [from, to] : [to]));
    for (const account of accounts) await copySecret(from.vault, to.vault, account);
    if (!isSameStore) copyFiles(record, from.store, to.store);
    return { record: next };
  });
  if (isSameStore) return { record: next, unreached };
  const left = await transact(from.store, vaultFor, async () => {
    from.store.announce(announced([from]));
    return { record: null };
  });
  return { record: next, unreached: unreached + left.unreached };
}

/** A secret that is gone already was said when the workspace was opened; it stays gone. */
async function copySecret(from: Vault, to: Vault, account: string): Promise<void> {
  const secret = await from.get(account);
  if (secret === null) return;
  await to.set(account, secret);
  const kept = await to.get(account);
  if (kept?.reveal() !== secret.reveal()) {
    throw fail('VAULT_REFUSED', {
      vault: to.label,
      action: 'keep a secret',
      why: 'it handed out something else than what was put in',
      fix: 'Choose another vault.',
    });
  }
}

function copyFiles(record: WorkspaceRecord, from: WorkspaceStore, to: WorkspaceStore): void {
  const folders = [
    ...record.authorities.map(({ id }) => [from.authorityFolder(id), to.authorityFolder(id)] as const),
    ...record.certificates.map(({ id }) => [from.certificateFolder(id), to.certificateFolder(id)] as const),
  ];
  for (const [source, target] of folders) {
    const names = from.host.disk.list(source);
    const contents = names.map((name) => [name, from.host.disk.read(join(source, name))?.toString() ?? ''] as const);
    to.createFolder(target, Object.fromEntries(contents));
  }
}
