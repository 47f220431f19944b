import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { KeyringAdapter } from '../../main/core/vault/keyring-adapter.ts';

/** A keychain in a file, which a child process can share with the test and which survives the child's end. */
export function fileKeyring(path: string): KeyringAdapter & { readonly entries: Map<string, string> } {
  const read = (): Map<string, string> =>
    new Map(existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as [string, string][]) : []);
  const write = (entries: Map<string, string>): void => {
    writeFileSync(`${path}.new`, JSON.stringify([...entries]));
    renameSync(`${path}.new`, path);
  };
  return {
    get entries() {
      return read();
    },
    get: async (service, account) => read().get(`${service} ${account}`) ?? null,
    set: async (service, account, secret) => write(read().set(`${service} ${account}`, secret)),
    delete: async (service, account) => {
      const entries = read();
      entries.delete(`${service} ${account}`);
      write(entries);
    },
  };
}
