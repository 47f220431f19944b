import type { Secret } from '../../contract/index.ts';
import type { Vault } from './vault.ts';

/** Keeps secrets in this process alone; they end with it. */
export function sessionVault(): Vault {
  const secrets = new Map<string, Secret>();
  return {
    kind: 'session',
    persistent: false,
    label: 'this session only',
    get: async (account) => secrets.get(account) ?? null,
    set: async (account, secret) => {
      secrets.set(account, secret);
    },
    delete: async (account) => {
      secrets.delete(account);
    },
  };
}
