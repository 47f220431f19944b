/**
 * The operating system's keychain, as little of it as Sealwire needs. `service` and `account` name an entry; errors are whatever the
 * system says, in its words (`keychain-vault.ts` explains them).
 */
export interface KeyringAdapter {
  get(service: string, account: string): Promise<string | null>;
  set(service: string, account: string, secret: string): Promise<void>;
  /** Deleting what is not there is no error. */
  delete(service: string, account: string): Promise<void>;
}

/**
 * The keychain of this machine through `@napi-rs/keyring`, pinned to the Secret Service on Linux: without the pin it falls back silently to
 * the kernel's in-memory keyring (reference/certificates.md §5). The native module is loaded at the first call. A call that takes longer
 * than `timeoutMs` (an unlock dialog that nobody answers) rejects.
 */
export function nativeKeyring(timeoutMs: number): KeyringAdapter {
  const entry = async (service: string, account: string): Promise<Entry> => {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    return new AsyncEntry(service, account, { linux: { store: 'secret-service' } });
  };
  return {
    get: async (service, account) => within(timeoutMs, (await entry(service, account)).getPassword()),
    set: async (service, account, secret) => within(timeoutMs, (await entry(service, account)).setPassword(secret)),
    delete: async (service, account) => {
      await within(timeoutMs, (await entry(service, account)).deleteCredential());
    },
  };
}

interface Entry {
  getPassword(): Promise<string | null>;
  setPassword(secret: string): Promise<void>;
  deleteCredential(): Promise<boolean>;
}

async function within<T>(timeoutMs: number, call: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs / 1000} seconds`)), timeoutMs);
  try {
    return await Promise.race([call, promise]);
  } finally {
    clearTimeout(timer);
  }
}
