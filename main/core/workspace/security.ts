import { type ChangedTopic, fail, type SealwireError, type Vault as VaultShape } from '../../contract/index.ts';
import { permittedInWords, permittedNames } from '../authority/permitted-names.ts';
import { ownHostName } from '../certificates/suggested-names.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { Preferences, Security } from '../parts.ts';
import { type KeyringAdapter, nativeKeyring } from '../vault/keyring-adapter.ts';
import { describeVault } from '../vault/vault-place.ts';
import { caPath } from './ca-path.ts';
import { certificateBook } from './certificate-book.ts';
import { newId } from './change-workspace.ts';
import { chooseVault, unlockVault } from './choose-vault.ts';
import { initialise } from './initialise.ts';
import { authorityName, plannedNames } from './make-secure.ts';
import { removalLines } from './removal-lines.ts';
import { removeWorkspace } from './remove-workspace.ts';
import { activeToken, adoptToken, retireToken, rotateToken } from './token-changes.ts';
import { leftoverNotices, timeNotices, vaultNotices } from './workspace-notices.ts';
import { tokenShape } from './workspace-shapes.ts';
import { openState, saveUses, type WorkspaceState } from './workspace-state.ts';

export interface SecurityOptions {
  readonly host: Host;
  readonly folders: Folders;
  readonly workspace: string;
  readonly preferences: Preferences;
  /** The operating system's keychain; the real one where it is left out. */
  readonly keyring?: KeyringAdapter;
  didChange(topics: ChangedTopic[]): void;
  /** Whether there is a person to ask where secrets should live: a terminal or a window. */
  readonly isInteractive: boolean;
}

/**
 * Opens the security state of a workspace: recovers from what an earlier run left half-done, finds the vault and fetches what running needs. Rejects only
 * where the data folder cannot be read; a vault that is locked or out of reach is a state that `vault()` and `notices()` tell.
 */
export async function openSecurity(options: SecurityOptions): Promise<Security> {
  const { host, folders, didChange, isInteractive } = options;
  const keyring = options.keyring ?? nativeKeyring(isInteractive ? 60_000 : 5_000);
  const state = await openState({ ...options, vaultOptions: { host, folders, keyring, isInteractive } });
  let nextAuthorityId = newId(state.durable);
  let queue: Promise<unknown> = Promise.resolve();

  /** One change after the other: each starts from what the one before committed. */
  const exclusive = <T>(topics: ChangedTopic[], action: () => Promise<T>): Promise<T> => {
    const result = queue.then(action);
    // The caller gets the error; the queue only needs to know that it is over.
    queue = result.catch(() => undefined);
    return result.finally(() => didChange(topics));
  };
  const everything: ChangedTopic[] = ['status', 'vault', 'certificates', 'tokens', 'settings'];
  const describe = (): VaultShape => describeVault(state.vaultOptions, state.place, state.keychainProblem);

  const book = certificateBook(state, exclusive);
  const shown = <T extends { readonly id: string }>(list: readonly T[], { id }: { readonly id: string }): T => {
    const found = list.find((each) => each.id === id);
    if (found === undefined) throw fail('INTERNAL', { why: 'what was just made is not there' });
    return found;
  };

  return {
    ...book,
    workspace: state.workspace,
    initialised: () => state.record !== null,
    identity: () => state.opened.identity,
    whyNoIdentity: () => whyNoIdentity(state),
    tokenBook: state.shelf.book,
    caPath: () => caPath(state),
    tokens: () => (state.record?.tokens ?? []).map((token) => tokenShape(token, state.shelf.use(token.id))),
    vault: describe,
    notices: () => [
      ...state.startNotices,
      ...vaultNotices(state.place, state.record !== null),
      ...state.opened.notices,
      ...timeNotices(host.now(), state.record),
      ...leftoverNotices(state.unreached),
    ],
    plan: async () => ({
      authority: {
        commonName: authorityName(host, nextAuthorityId),
        permitted: permittedInWords(permittedNames(ownHostName(host), [])),
      },
      names: plannedNames(host),
      vault: describe(),
    }),
    initialise: (input) =>
      exclusive(everything, async () => {
        const id = nextAuthorityId;
        const { authority, certificate, token, milliseconds } = await initialise(state, id, input);
        nextAuthorityId = newId(state.durable);
        return {
          authority: { ...shown(book.authorities(), authority), milliseconds: milliseconds.authority },
          certificate: { ...shown(book.certificates(), certificate), milliseconds: milliseconds.certificate },
          token: { ...tokenShape(token, state.shelf.use(token.id)), milliseconds: milliseconds.token },
        };
      }),
    useVault: (use, passphrase) =>
      exclusive(everything, async () => {
        await chooseVault(state, use, passphrase);
        return describe();
      }),
    unlockVault: (passphrase) =>
      exclusive(everything, async () => {
        await unlockVault(state, passphrase);
        return describe();
      }),
    showToken: async () => activeToken(state),
    rotateToken: (until) =>
      exclusive(['tokens', 'status'], async () => {
        const token = await rotateToken(state, { until: until ?? null });
        return tokenShape(token, state.shelf.use(token.id));
      }),
    adoptToken: (value) => exclusive(['tokens', 'status'], () => adoptToken(state, value)),
    retireToken: (id) => exclusive(['tokens', 'status'], () => retireToken(state, id)),
    removalPlan: () => removalLines(state),
    removeAll: () => exclusive(everything, () => removeWorkspace(state)),
    close: async () => {
      await queue;
      saveUses(state);
      if (state.sessionCa !== null) host.disk.remove(state.sessionCa);
    },
  };
}

/** The vault comes first: while it is out of reach, nothing else can be judged. */
function whyNoIdentity({ workspace, record, place, opened }: WorkspaceState): SealwireError {
  if (record === null) return fail('NOT_INITIALISED', { workspace });
  return place.problem ?? opened.identityProblem ?? fail('NOT_INITIALISED', { workspace });
}
