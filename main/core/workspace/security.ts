import { join } from 'node:path';
import {
  type Authority,
  type Certificate,
  type ChangedTopic,
  fail,
  type SealwireError,
  type Vault as VaultShape,
} from '../../contract/index.ts';
import { permittedInWords, permittedNames } from '../authority/permitted-names.ts';
import { ownHostName } from '../certificates/suggested-names.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { Preferences, Security } from '../parts.ts';
import { type KeyringAdapter, nativeKeyring } from '../vault/keyring-adapter.ts';
import { describeVault } from '../vault/vault-place.ts';
import { certificatePem, issueCertificate } from './certificate-changes.ts';
import { newId } from './change-workspace.ts';
import { chooseVault, unlockVault } from './choose-vault.ts';
import { initialise } from './initialise.ts';
import { authorityName, plannedNames } from './make-secure.ts';
import { removalLines } from './removal-lines.ts';
import { removeWorkspace } from './remove-workspace.ts';
import { activeToken, retireToken, rotateToken } from './token-changes.ts';
import { leftoverNotices, timeNotices, vaultNotices } from './workspace-notices.ts';
import type { AuthorityRecord, CertificateRecord } from './workspace-record.ts';
import { authorityShape, certificateDetails, certificateShape, tokenShape } from './workspace-shapes.ts';
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

  return {
    workspace: state.workspace,
    initialised: () => state.record !== null,
    identity: () => state.opened.identity,
    whyNoIdentity: () => whyNoIdentity(state),
    tokenBook: state.shelf.book,
    caPath: () => caPath(state),
    authorities: () => (state.record?.authorities ?? []).map((authority) => showAuthority(state, authority)),
    certificates: () => (state.record?.certificates ?? []).map((certificate) => showCertificate(state, certificate)),
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
          authority: { ...showAuthority(state, authority), milliseconds: milliseconds.authority },
          certificate: { ...showCertificate(state, certificate), milliseconds: milliseconds.certificate },
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
    issueCertificate: (names) =>
      exclusive(['certificates', 'status'], async () => showCertificate(state, await issueCertificate(state, names))),
    showCertificate: (id) => {
      const { record, pem } = certificatePem(state, id);
      return certificateDetails(showCertificate(state, record), pem);
    },
    showToken: async () => activeToken(state),
    rotateToken: () =>
      exclusive(['tokens', 'status'], async () => {
        const token = await rotateToken(state);
        return tokenShape(token, state.shelf.use(token.id));
      }),
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

/** The file that agents are given; where secrets last for this session, the one that lasts for this run. */
function caPath(state: WorkspaceState): string | null {
  const current = state.record?.authorities.find((authority) => authority.current);
  if (state.store !== state.durable) return state.sessionCa;
  return current === undefined ? null : join(state.durable.authorityFolder(current.id), 'ca.pem');
}

function showAuthority(state: WorkspaceState, authority: AuthorityRecord): Authority {
  const own = join(state.durable.authorityFolder(authority.id), 'ca.pem');
  const path = (authority.current ? caPath(state) : null) ?? own;
  return authorityShape(state.host.now(), authority, path, state.record?.certificates ?? []);
}

function showCertificate(state: WorkspaceState, certificate: CertificateRecord): Certificate {
  const folder = state.store === state.durable ? state.durable.certificateFolder(certificate.id) : null;
  const successor = state.record?.certificates.find(({ renews }) => renews === certificate.id);
  return certificateShape(certificate, {
    now: state.host.now(),
    folder,
    caPath: caPath(state),
    renewedBy: successor?.id ?? null,
    renewsItselfAt: null,
  });
}
