import { join } from 'node:path';
import { type ChangedTopic, fail, type Notice, SealwireError, type VaultKind } from '../../contract/index.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { memoryDisk } from '../host/memory-disk.ts';
import type { Preferences } from '../parts.ts';
import { type TokenShelf, tokenShelf } from '../tokens/token-book.ts';
import { probeKeychain } from '../vault/keychain-vault.ts';
import { sessionVault } from '../vault/session-vault.ts';
import type { Vault } from '../vault/vault.ts';
import {
  failedPlace,
  findVault,
  homeKeychain,
  openVault,
  type VaultOptions,
  type VaultPlace,
} from '../vault/vault-place.ts';
import { NOTHING_OPENED, type OpenedWorkspace, openWorkspace } from './open-workspace.ts';
import { writeSessionCa } from './session-ca-file.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';
import { tightenModes } from './tighten-modes.ts';
import { settleQuietly, transact } from './transact.ts';
import type { WorkspaceRecord } from './workspace-record.ts';
import { openWorkspaceStore, type WorkspaceStore } from './workspace-store.ts';

/** Uses of a token are written at most this often, and when the workspace is closed. */
const SAVE_USES_EVERY_MS = 5_000;

export type ReadyPlace = Extract<VaultPlace, { state: 'ready' }>;

/** What an open workspace holds in memory; the functions below and `security.ts` are all that change it. */
export interface WorkspaceState {
  readonly host: Host;
  readonly folders: Folders;
  readonly workspace: string;
  readonly vaultOptions: VaultOptions;
  readonly preferences: Preferences;
  /** The store on disk; `store` is another one, in memory, while secrets last for this session only. */
  readonly durable: WorkspaceStore;
  readonly shelf: TokenShelf;
  readonly startNotices: Notice[];
  store: WorkspaceStore;
  place: VaultPlace;
  record: WorkspaceRecord | null;
  opened: OpenedWorkspace;
  /** Why the keychain does not work; null where it does or was not tried. */
  keychainProblem: SealwireError | null;
  /** Vault entries that nothing names any more and that could not be deleted yet. */
  unreached: number;
  sessionCa: string | null;
  uses: { savedAtMs: number; hasUnsaved: boolean };
}

/** Recovers from what an earlier run left half-done, finds the vault and fetches what running needs. */
export async function openState(options: {
  readonly host: Host;
  readonly folders: Folders;
  readonly workspace: string;
  readonly preferences: Preferences;
  readonly vaultOptions: VaultOptions;
  didChange(topics: ChangedTopic[]): void;
}): Promise<WorkspaceState> {
  const { host, folders, workspace, preferences, vaultOptions } = options;
  const durable = openWorkspaceStore(host, folders, workspace);
  const startNotices = tightenModes(host, folders);
  const { record, asideAs } = durable.read();
  if (asideAs !== null) startNotices.push(asideNotice('The workspace file was damaged', asideAs));

  const { place, keychainProblem } = await firstPlace(vaultOptions, record, preferences.get().vault);
  const state: WorkspaceState = {
    host,
    folders,
    workspace,
    vaultOptions,
    preferences,
    durable,
    shelf: tokenShelf(host, (isNewService) => {
      state.uses.hasUnsaved = true;
      if (isNewService) options.didChange(['tokens']);
      if (host.now().getTime() - state.uses.savedAtMs >= SAVE_USES_EVERY_MS) saveUses(state);
    }),
    startNotices,
    store: durable,
    place,
    record,
    opened: NOTHING_OPENED,
    keychainProblem,
    unreached: 0,
    sessionCa: null,
    uses: { savedAtMs: host.now().getTime(), hasUnsaved: false },
  };
  sweepTemporaryFiles(host, folders.home);
  state.unreached = await settleQuietly(durable, record, (use) => vaultFor(state, use), true);
  await fetchSecrets(state);
  mendBundle(state);
  return state;
}

/** A home of an earlier version has no such file yet, and what it is made from may have been put right just now. A disk that refuses leaves the authority's own file. */
function mendBundle({ record, durable }: WorkspaceState): void {
  try {
    if (record !== null) durable.widenBundle(record);
  } catch (error) {
    if (!(error instanceof SealwireError)) throw error;
  }
}

/** Record and vault of a workspace that can be changed now; throws why it cannot. */
export function ready(state: WorkspaceState): { readonly place: ReadyPlace; readonly record: WorkspaceRecord } {
  if (state.record === null) throw fail('NOT_INITIALISED', { workspace: state.workspace });
  if (state.place.state !== 'ready') throw state.place.problem;
  return { place: state.place, record: withUses(state, state.record) };
}

/** One change within the present vault, all or nothing; resolves with the `result` of `prepare`. */
export async function change<T>(
  state: WorkspaceState,
  prepare: (place: ReadyPlace, record: WorkspaceRecord) => Promise<{ record: WorkspaceRecord; result: T }>,
): Promise<T> {
  const { place, record } = ready(state);
  const outcome = await transact(
    state.store,
    (use) => vaultFor(state, use),
    () => prepare(place, record),
  );
  state.record = outcome.record;
  state.unreached = outcome.unreached;
  return outcome.result;
}

/** Takes over what was made or opened, and lets the endpoint in on it. */
export function adopt(
  state: WorkspaceState,
  next: Pick<WorkspaceState, 'place' | 'store' | 'record' | 'opened'>,
): void {
  Object.assign(state, next);
  shelve(state);
  renewSessionCa(state);
}

/** Where secrets last for this session, the file for agents lies elsewhere than everything else, which is in memory; here it gets what belongs into it. */
export function renewSessionCa(state: WorkspaceState): void {
  const { store, durable, host, folders } = state;
  const pem = store === durable ? null : store.host.disk.read(store.bundlePath);
  if (pem === null && state.sessionCa !== null) host.disk.remove(state.sessionCa);
  state.sessionCa = pem === null ? null : writeSessionCa(host, folders, pem.toString(), process.pid);
}

/** Fetches the secrets of the record; a vault that cannot be reached turns `place` into that. */
export async function fetchSecrets(state: WorkspaceState): Promise<void> {
  const { place, record } = state;
  state.opened = NOTHING_OPENED;
  if (record === null || place.state !== 'ready') return;
  try {
    state.opened = await openWorkspace(state.store, place.vault, record);
  } catch (error) {
    if (!(error instanceof SealwireError)) throw error;
    state.place = failedPlace(place.use, error);
    if (place.use === 'keychain') state.keychainProblem = error;
  }
  shelve(state);
}

/** The store that belongs to a vault: nothing sealed is written to disk while secrets last for this session only. */
export function storeFor(state: WorkspaceState, use: VaultKind): WorkspaceStore {
  if (use !== 'session') return state.durable;
  if (state.store !== state.durable) return state.store;
  return openWorkspaceStore({ ...state.host, disk: memoryDisk() }, state.folders, state.workspace);
}

/** The vault of that kind as far as it can be reached without asking anybody; for deleting what nothing names any more. */
export function vaultFor(state: WorkspaceState, use: VaultKind): Vault | null {
  if (state.place.state === 'ready' && state.place.use === use) return state.place.vault;
  if (use === 'keychain') return homeKeychain(state.vaultOptions);
  return use === 'passphrase' && state.record?.vault !== 'passphrase' ? forgottenFile(state, []) : null;
}

/**
 * A passphrase file that is locked cannot be emptied entry by entry. Where this workspace is the only one (besides folders that are `going` too), the
 * whole file goes, and what is left is an empty vault; otherwise null.
 */
export function forgottenFile({ host, folders, durable }: WorkspaceState, going: readonly string[]): Vault | null {
  const all = host.disk.list(folders.workspaces).map((name) => join(folders.workspaces, name));
  if (all.some((path) => path !== durable.folder && !going.includes(path))) return null;
  host.disk.remove(folders.vaultFile);
  return sessionVault();
}

/** True where *Make it secure* has to make a new authority, because the present one cannot sign any more. */
export function needsNewAuthority({ host, record, opened }: WorkspaceState): boolean {
  const authority = record?.authorities.find(({ current }) => current);
  if (authority === undefined) return true;
  return opened.authorityProblem !== null || Date.parse(authority.notAfter) <= host.now().getTime();
}

/** Writes who used which token. Losing the last seconds of it is no reason to fail a request; the next save tries again. */
export function saveUses(state: WorkspaceState): void {
  const { record, uses } = state;
  if (!uses.hasUnsaved || record === null || state.place.state !== 'ready') return;
  uses.savedAtMs = state.host.now().getTime();
  try {
    const next = withUses(state, record);
    state.store.commit(next);
    state.record = next;
    uses.hasUnsaved = false;
  } catch (error) {
    if (!(error instanceof SealwireError)) throw error;
  }
}

/** Says where something that could not be read was kept. */
export function asideNotice(title: string, path: string): Notice {
  return {
    id: `aside-${path}`,
    level: 'attention',
    title,
    text: `What was found is kept as ${path}, and nothing in it was changed.`,
    screen: '/settings',
  };
}

async function firstPlace(
  options: VaultOptions,
  record: WorkspaceRecord | null,
  preferred: VaultKind | null,
): Promise<Pick<WorkspaceState, 'place' | 'keychainProblem'>> {
  // The record knows where its secrets are; only before there is one, a place is looked for.
  if (record !== null) return { place: await openVault(options, record.vault, null), keychainProblem: null };
  const asks = preferred === null || preferred === 'keychain';
  const keychainProblem = asks ? await probeKeychain(homeKeychain(options)) : null;
  return { place: await findVault(options, preferred, keychainProblem), keychainProblem };
}

/** Gives the endpoint the tokens whose value is known. */
export function shelve({ record, opened, shelf }: WorkspaceState): void {
  const known = (record?.tokens ?? []).flatMap((token) => {
    const value = opened.tokens.get(token.id);
    return value === undefined ? [] : [{ ...token, value }];
  });
  shelf.put(known);
}

function withUses({ shelf }: WorkspaceState, record: WorkspaceRecord): WorkspaceRecord {
  const used = record.tokens.map((token) => {
    const { lastUsedAt, usedBy } = shelf.use(token.id);
    return lastUsedAt === null ? token : { ...token, lastUsedAt, usedBy: [...usedBy] };
  });
  return { ...record, tokens: used };
}
