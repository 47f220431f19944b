import type { KeyringAdapter } from '../../main/core/vault/keyring-adapter.ts';

/** A keychain in memory that outlives the security state that uses it, as the real one does. */
export interface MemoryKeyring extends KeyringAdapter {
  readonly entries: Map<string, string>;
  /** When set, every call rejects with these words, as the real keychain's do. */
  refusal: string | null;
}

export function memoryKeyring(): MemoryKeyring {
  const entries = new Map<string, string>();
  const keyring: MemoryKeyring = {
    entries,
    refusal: null,
    get: async (service, account) => {
      refuse();
      return entries.get(`${service} ${account}`) ?? null;
    },
    set: async (service, account, secret) => {
      refuse();
      entries.set(`${service} ${account}`, secret);
    },
    delete: async (service, account) => {
      refuse();
      entries.delete(`${service} ${account}`);
    },
  };
  const refuse = (): void => {
    if (keyring.refusal !== null) throw new Error(keyring.refusal);
  };
  return keyring;
}
