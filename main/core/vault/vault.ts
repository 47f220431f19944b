import type { Secret } from '../../contract/index.ts';

/**
 * One place that keeps secrets. `account` names are Sealwire's own (`default/authority/<id>`, `default/token/<id>`).
 * Every method rejects with `VAULT_LOCKED`, `VAULT_UNAVAILABLE`, `VAULT_DAMAGED` or `VAULT_REFUSED`; a missing account is null, not an error.
 */
export interface Vault {
  /** `secret-service`, `macos-keychain`, `windows-credential-manager`, `passphrase` or `session`. */
  readonly kind: string;
  /** False where the secrets end with this process. */
  readonly persistent: boolean;
  /** How people call it: "GNOME keyring", "macOS keychain", "this session only". */
  readonly label: string;
  get(account: string): Promise<Secret | null>;
  set(account: string, secret: Secret): Promise<void>;
  /** Deleting what is not there is no error. */
  delete(account: string): Promise<void>;
}
