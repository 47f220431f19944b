import { fail, SealwireError, type Secret, type VaultKind, type Vault as VaultShape } from '../../contract/index.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { keychainName, keychainService, keychainVault } from './keychain-vault.ts';
import type { KeyringAdapter } from './keyring-adapter.ts';
import { hasVaultFile, openPassphraseVault, passphraseFromEnvironment } from './passphrase-vault.ts';
import { sessionVault } from './session-vault.ts';
import type { Vault } from './vault.ts';

/** Where the secrets of a workspace live, or why they cannot be reached there. */
export type VaultPlace =
  | { readonly state: 'ready'; readonly use: VaultKind; readonly vault: Vault; readonly problem: null }
  | { readonly state: 'locked' | 'unavailable'; readonly use: VaultKind; readonly problem: SealwireError }
  | { readonly state: 'unchosen'; readonly use: null; readonly problem: SealwireError };

export interface VaultOptions {
  readonly host: Host;
  readonly folders: Folders;
  readonly keyring: KeyringAdapter;
  /** Whether there is a person to ask: a terminal or a window. */
  readonly isInteractive: boolean;
}

/**
 * Where secrets go before anything was made: `preferred` where the person chose, else the keychain where it works, else the passphrase file where
 * `SEALWIRE_PASSPHRASE_FILE` is set, else unchosen, or this session where nobody can be asked. `keychain` is the result of `probeKeychain`.
 */
export async function findVault(
  options: VaultOptions,
  preferred: VaultKind | null,
  keychain: SealwireError | null,
): Promise<VaultPlace> {
  if (preferred === 'keychain' && keychain !== null) return failedPlace('keychain', keychain);
  if (preferred !== null) return openVault(options, preferred, null);
  if (keychain === null) return openVault(options, 'keychain', null);
  if ((options.host.env.SEALWIRE_PASSPHRASE_FILE ?? '') !== '') return openVault(options, 'passphrase', null);
  if (!options.isInteractive) return openVault(options, 'session', null);
  return { state: 'unchosen', use: null, problem: keychain };
}

/** One place, opened: the passphrase is the one given, else the one in `SEALWIRE_PASSPHRASE_FILE`. Never falls back to another place. */
export async function openVault(options: VaultOptions, use: VaultKind, passphrase: Secret | null): Promise<VaultPlace> {
  try {
    return { state: 'ready', use, vault: await vaultOf(options, use, passphrase), problem: null };
  } catch (error) {
    if (error instanceof SealwireError) return failedPlace(use, error);
    throw error;
  }
}

/** The keychain of this home as a vault, without asking whether it works. */
export function homeKeychain({ host, folders, keyring }: VaultOptions): Vault {
  return keychainVault(host.platform, keychainService(host, folders.home), keyring);
}

/** A place that was found not to work. A wrong passphrase leaves it locked. */
export function failedPlace(use: VaultKind, problem: SealwireError): VaultPlace {
  const isLocked = problem.code === 'VAULT_LOCKED' || problem.code === 'PASSPHRASE_WRONG';
  return { state: isLocked ? 'locked' : 'unavailable', use, problem };
}

/** The vault as the contract shows it; `keychain` is why the keychain does not work, null where it does or was not tried. */
export function describeVault({ host }: VaultOptions, place: VaultPlace, keychain: SealwireError | null): VaultShape {
  const name = keychainName(host.platform);
  const kinds = { keychain: name.kind, passphrase: 'passphrase', session: 'session' } as const;
  const labels = { keychain: name.label, passphrase: 'Passphrase file', session: 'This session only' } as const;
  const isKeychainLocked = keychain?.code === 'VAULT_LOCKED';
  return {
    kind: place.use === null ? 'none' : kinds[place.use],
    persistent: place.use !== null && place.use !== 'session',
    state: place.state,
    label: place.use === null ? 'Not chosen yet' : labels[place.use],
    reason: place.problem?.message ?? (place.use === 'session' ? sessionReason(keychain) : null),
    choices: [
      {
        use: 'keychain',
        label: labels.keychain,
        available: keychain === null || isKeychainLocked,
        recommended: keychain === null,
        reason: keychain?.message ?? 'Opens with your login and survives a restart.',
      },
      {
        use: 'passphrase',
        label: labels.passphrase,
        available: true,
        recommended: keychain !== null,
        reason: 'An encrypted file in the data folder. You type the passphrase at each start.',
      },
      {
        use: 'session',
        label: labels.session,
        available: true,
        recommended: false,
        reason: 'Authority and token end when Sealwire stops; every agent needs new ones after that.',
      },
    ],
  };
}

async function vaultOf(options: VaultOptions, use: VaultKind, passphrase: Secret | null): Promise<Vault> {
  if (use === 'session') return sessionVault();
  if (use === 'keychain') return homeKeychain(options);
  const { host, folders } = options;
  const given = passphrase ?? passphraseFromEnvironment(host);
  if (given !== null) return openPassphraseVault(host, folders.vaultFile, given);
  if (!hasVaultFile(host, folders.vaultFile)) {
    throw fail('VAULT_UNAVAILABLE', {
      vault: 'passphrase file',
      why: 'no passphrase has been given for it',
      fix: 'Type a new passphrase, or name a file that holds it in SEALWIRE_PASSPHRASE_FILE.',
    });
  }
  throw fail('VAULT_LOCKED', {
    vault: 'passphrase file',
    why: 'its passphrase has not been given since Sealwire started',
    fix: 'Type the passphrase, or name a file that holds it in SEALWIRE_PASSPHRASE_FILE.',
  });
}

function sessionReason(keychain: SealwireError | null): string {
  const because = keychain === null ? '' : ` ${keychain.message}`;
  return `Nothing secret is written; authority and token end when Sealwire stops.${because}`;
}
