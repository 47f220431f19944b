import { SealwireError, type Secret, type VaultKind } from '../../contract/index.ts';
import { keepAside } from '../host/keep-aside.ts';
import { probeKeychain } from '../vault/keychain-vault.ts';
import { homeKeychain, openVault } from '../vault/vault-place.ts';
import { moveVault } from './move-vault.ts';
import { NOTHING_OPENED } from './open-workspace.ts';
import type { WorkspaceRecord } from './workspace-record.ts';
import { adopt, asideNotice, fetchSecrets, type ReadyPlace, storeFor, type WorkspaceState } from './workspace-state.ts';

/**
 * Makes `use` the place for secrets. Before anything was made it just chooses; after that every secret moves there. The same kind again means another
 * try to reach it, and a fresh beginning where its file is damaged. Where the old vault cannot be opened any more, the workspace is kept aside and a
 * fresh one begins. Rejects with the new vault's problem, and then the old one still counts.
 */
export async function chooseVault(state: WorkspaceState, use: VaultKind, passphrase: Secret | null): Promise<void> {
  const { place, record, preferences } = state;
  if (place.state === 'ready' && place.use === use && passphrase === null) return rememberChoice(state, use);
  const isDamaged = place.problem?.code === 'VAULT_DAMAGED' && use === 'passphrase' && passphrase !== null;
  if (isDamaged) setAside(state);
  const next = await reachable(state, use, passphrase);
  if (isDamaged) {
    adopt(state, { place: next, store: state.durable, record: null, opened: NOTHING_OPENED });
  } else if (record === null || place.use === use) {
    adopt(state, { place: next, store: storeFor(state, use), record, opened: state.opened });
    await fetchSecrets(state);
    if (state.place.state !== 'ready') throw state.place.problem;
  } else if (place.state === 'ready') {
    await moveSecrets(state, record, place, next);
  } else {
    setAside(state);
    adopt(state, { place: next, store: storeFor(state, use), record: null, opened: NOTHING_OPENED });
  }
  if (preferences.get().vault !== use) preferences.set({ vault: use });
}

/** Opens the vault that the workspace is kept in; for a keychain that means another try, and the system asks what it needs to. */
export async function unlockVault(state: WorkspaceState, passphrase: Secret): Promise<void> {
  const use = state.place.use ?? 'passphrase';
  if (state.place.state === 'ready' && use !== 'passphrase') return;
  const next = await reachable(state, use, passphrase);
  adopt(state, { place: next, store: storeFor(state, use), record: state.record, opened: state.opened });
  await fetchSecrets(state);
  if (state.place.state !== 'ready') throw state.place.problem;
}

/** A keychain that refuses on the way is shown as such among the choices. */
async function moveSecrets(
  state: WorkspaceState,
  record: WorkspaceRecord,
  from: ReadyPlace,
  to: ReadyPlace,
): Promise<void> {
  const store = storeFor(state, to.use);
  try {
    const moved = await moveVault(state.workspace, record, { ...from, store: state.store }, { ...to, store });
    state.unreached = moved.unreached;
    adopt(state, { place: to, store, record: moved.record, opened: state.opened });
  } catch (error) {
    if (to.use === 'keychain' && error instanceof SealwireError) state.keychainProblem = error;
    throw error;
  }
}

/** Only a keychain that nothing is in yet needs a probe; elsewhere the secrets themselves show whether it works. */
async function reachable(state: WorkspaceState, use: VaultKind, passphrase: Secret | null): Promise<ReadyPlace> {
  if (use === 'keychain') {
    state.keychainProblem = state.record === null ? await probeKeychain(homeKeychain(state.vaultOptions)) : null;
    if (state.keychainProblem !== null) throw state.keychainProblem;
  }
  const opened = await openVault(state.vaultOptions, use, passphrase);
  if (opened.state === 'ready') return opened;
  // Damage inside the seal shows only now; the next choice of the same place then begins afresh.
  if (opened.problem.code === 'VAULT_DAMAGED' && state.place.use === use) state.place = opened;
  throw opened.problem;
}

/** What cannot be opened any more: the workspace and, unless another workspace of this home may still have its passphrase, the vault file. */
function setAside({ host, durable, folders, startNotices, record, place }: WorkspaceState): void {
  const title = 'The workspace was set aside';
  if (record !== null) startNotices.push(asideNotice(title, keepAside(host, durable.folder)));
  const isShared = host.disk.list(folders.workspaces).some((name) => !name.includes('.damaged-'));
  const isVaultFileLost = place.use === 'passphrase' && (!isShared || place.problem?.code === 'VAULT_DAMAGED');
  if (!isVaultFileLost || host.disk.facts(folders.vaultFile) === null) return;
  startNotices.push(asideNotice(title, keepAside(host, folders.vaultFile)));
}

function rememberChoice({ preferences }: WorkspaceState, use: VaultKind): void {
  if (preferences.get().vault !== use) preferences.set({ vault: use });
}
