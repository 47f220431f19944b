import { SealwireError, type VaultKind } from '../../contract/index.ts';
import type { Vault } from '../vault/vault.ts';
import type { WorkspaceRecord } from './workspace-record.ts';
import type { WorkspaceStore } from './workspace-store.ts';

export type VaultFor = (use: VaultKind) => Vault | null;

/**
 * One change, all or nothing: `prepare` writes under new ids and returns the next record (null to take the workspace away), which is then committed.
 * Whatever neither record names is taken away afterwards, now or at the next start; `unreached` counts the vault accounts that have to wait for that.
 */
export async function transact<Outcome extends { readonly record: WorkspaceRecord | null }>(
  store: WorkspaceStore,
  vaultFor: VaultFor,
  prepare: () => Promise<Outcome>,
): Promise<Outcome & { readonly unreached: number }> {
  let outcome: Outcome | undefined;
  try {
    outcome = await prepare();
    if (outcome.record !== null) store.widenBundle(outcome.record);
    store.commit(outcome.record);
  } catch (error) {
    await rollBack(store, vaultFor);
    // The rename may have happened and only the sync after it failed: then the change is what every later start will find.
    if (outcome === undefined || !isCommitted(store, outcome.record)) throw error;
  }
  return { ...outcome, unreached: await settleQuietly(store, outcome.record, vaultFor) };
}

/** Takes away what a change or an earlier run left over. A disk that refuses now is asked again at the next start. */
export async function settleQuietly(
  store: WorkspaceStore,
  record: WorkspaceRecord | null,
  vaultFor: VaultFor,
  isStart = false,
): Promise<number> {
  try {
    return await store.settle(record, vaultFor, isStart);
  } catch (error) {
    if (error instanceof SealwireError) return 0;
    throw error;
  }
}

/** The record on disk decides, not the one in memory. The first error is the one to report, so a second one ends the clean-up only. */
async function rollBack(store: WorkspaceStore, vaultFor: VaultFor): Promise<void> {
  try {
    await store.settle(store.read().record, vaultFor);
  } catch {
    return;
  }
}

function isCommitted(store: WorkspaceStore, next: WorkspaceRecord | null): boolean {
  try {
    return JSON.stringify(store.read().record) === JSON.stringify(next);
  } catch {
    // The disk does not even read any more; the error of the change itself is reported.
    return false;
  }
}
