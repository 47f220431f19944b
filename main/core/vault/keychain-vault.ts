import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fail, SealwireError, Secret } from '../../contract/index.ts';
import { isUsualHome } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { KeyringAdapter } from './keyring-adapter.ts';
import type { Vault } from './vault.ts';

interface KeychainName {
  readonly kind: string;
  readonly label: string;
  readonly unlock: string;
}

/**
 * The names of this platform's keychain. Which program answers for the Secret Service (GNOME keyring, KWallet, KeePassXC) is not asked,
 * so none is named.
 */
export function keychainName(platform: NodeJS.Platform): KeychainName {
  if (platform === 'darwin') {
    return { kind: 'macos-keychain', label: 'macOS keychain', unlock: 'Unlock your login keychain in Keychain Access' };
  }
  if (platform === 'win32') {
    return {
      kind: 'windows-credential-manager',
      label: 'Windows Credential Manager',
      unlock: 'Log in to Windows with your own account',
    };
  }
  return {
    kind: 'secret-service',
    label: 'Secret Service keychain',
    unlock: 'Unlock your keyring (log in to the desktop, or open Passwords and Keys)',
  };
}

/**
 * The service name under which a home keeps its entries: `sealwire` for the default data folder, with a hash of the path for any other, so
 * that a person who looks into the keychain can tell two homes apart and no home finds the entries of its own copy.
 */
export function keychainService(host: Pick<Host, 'platform' | 'env' | 'homeFolder'>, home: string): string {
  if (isUsualHome(host, home)) return 'sealwire';
  return `sealwire-${createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12)}`;
}

/** The operating system's keychain as a vault; what it refuses comes out as a catalogue error with the next step. */
export function keychainVault(platform: NodeJS.Platform, service: string, keyring: KeyringAdapter): Vault {
  const { kind, label } = keychainName(platform);
  const explained = async <T>(action: string, call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw keychainFailed(platform, action, error);
    }
  };
  return {
    kind,
    persistent: true,
    label,
    get: (account) =>
      explained('hand out a secret', async () => {
        const text = await keyring.get(service, account);
        return text === null ? null : new Secret(text);
      }),
    set: (account, secret) => explained('keep a secret', () => keyring.set(service, account, secret.reveal())),
    delete: (account) => explained('forget a secret', () => keyring.delete(service, account)),
  };
}

/**
 * Whether the keychain really keeps something: null, or the error that says why not. Writes and deletes one entry, because only a write finds
 * out about a profile without a collection and about a locked one (reading what is not there succeeds in both).
 */
export async function probeKeychain(vault: Vault): Promise<SealwireError | null> {
  try {
    await vault.set(PROBE, new Secret('probe'));
    await vault.delete(PROBE);
    return null;
  } catch (error) {
    if (error instanceof SealwireError) return error;
    throw error;
  }
}

const PROBE = 'probe';

const ELSEWHERE = 'or choose another place: `sealwire vault use passphrase` or `sealwire vault use session`.';

/** The words of the keychains, as measured (reference/certificates.md §5) or documented, put into the catalogue's. */
function keychainFailed(platform: NodeJS.Platform, action: string, error: unknown): SealwireError {
  const { label, unlock } = keychainName(platform);
  const words = error instanceof Error ? error.message : String(error);
  if (/no result found/i.test(words)) {
    return unavailable(
      label,
      error,
      'it has no keyring to put secrets in',
      `Create a keyring named "Login" in Passwords and Keys, ${ELSEWHERE}`,
    );
  }
  if (/prompt was dismissed|is locked|interaction (is )?not allowed|within \d+ seconds/i.test(words)) {
    const why = /within/.test(words) ? `it gave ${words}` : 'nobody unlocked it';
    return fail('VAULT_LOCKED', { vault: label, why, fix: `${unlock} and try again, ${ELSEWHERE}` }, { cause: error });
  }
  if (/DBUS_SESSION_BUS_ADDRESS|Failed to connect to socket|Connection refused/i.test(words)) {
    return unavailable(
      label,
      error,
      'there is no D-Bus session here',
      `Start Sealwire from your desktop session, ${ELSEWHERE}`,
    );
  }
  if (/D-?Bus|ServiceUnknown|did not receive a reply/i.test(words)) {
    return unavailable(
      label,
      error,
      'no program answers for the Secret Service (GNOME keyring, KWallet or KeePassXC)',
      `Install or start one of them, ${ELSEWHERE}`,
    );
  }
  if (/cannot find (module|native)|dlopen|ERR_MODULE_NOT_FOUND/i.test(words)) {
    return unavailable(
      label,
      error,
      'the keychain module does not load on this machine',
      `Install Sealwire anew, ${ELSEWHERE}`,
    );
  }
  return fail('VAULT_REFUSED', { vault: label, action, why: words, fix: `Try again, ${ELSEWHERE}` }, { cause: error });
}

function unavailable(vault: string, cause: unknown, why: string, fix: string): SealwireError {
  return fail('VAULT_UNAVAILABLE', { vault, why, fix }, { cause });
}
