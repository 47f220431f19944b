import type { Disk } from '../../main/core/host/host.ts';
import type { KeyringAdapter } from '../../main/core/vault/keyring-adapter.ts';

export interface CuttableEffects {
  readonly disk: Disk;
  readonly keyring: KeyringAdapter;
  /** Effects that have begun so far. */
  count(): number;
  wasCut(): boolean;
  /** Counts anything else as an effect too, such as a program that is run. */
  effect<T>(action: () => T): T;
}

/**
 * Disk and keychain that stop at effect number `at` (from 1). Where that effect writes a file, `isTorn` leaves half of it; otherwise it does
 * not happen. `cut` is what the stop does: by default every later call throws.
 */
export function cuttable(
  real: { readonly disk: Disk; readonly keyring: KeyringAdapter },
  at: number,
  isTorn: boolean,
  cut: () => never = () => {
    throw new Error('the power was cut');
  },
): CuttableEffects {
  let count = 0;
  let isCut = false;
  const effect = <T>(action: () => T, torn?: () => void): T => {
    if (isCut) return cut();
    count += 1;
    if (count === at) {
      isCut = true;
      if (isTorn) torn?.();
      return cut();
    }
    return action();
  };
  const reading = <T>(action: () => T): T => (isCut ? cut() : action());
  const { disk, keyring } = real;
  const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length / 2);
  return {
    count: () => count,
    wasCut: () => isCut,
    effect: (action) => effect(action),
    disk: {
      read: (path) => reading(() => disk.read(path)),
      list: (path) => reading(() => disk.list(path)),
      facts: (path) => reading(() => disk.facts(path)),
      create: (path, bytes, mode) =>
        effect(
          () => disk.create(path, bytes, mode),
          () => disk.create(path, half(bytes), mode),
        ),
      append: (path, bytes, mode) =>
        effect(
          () => disk.append(path, bytes, mode),
          () => disk.append(path, half(bytes), mode),
        ),
      sync: (path) => effect(() => disk.sync(path)),
      syncAll: async (paths) => effect(() => disk.syncAll(paths)),
      rename: (from, to) => effect(() => disk.rename(from, to)),
      makeFolder: (path, mode) => effect(() => disk.makeFolder(path, mode)),
      remove: (path) => effect(() => disk.remove(path)),
      setMode: (path, mode) => effect(() => disk.setMode(path, mode)),
      setOwner: (path, ownerId) => effect(() => disk.setOwner(path, ownerId)),
      link: (target, path) => effect(() => disk.link(target, path)),
      linkTarget: (path) => reading(() => disk.linkTarget(path)),
      fileSystemType: (path) => reading(() => disk.fileSystemType(path)),
    },
    keyring: {
      get: async (service, account) => reading(() => keyring.get(service, account)),
      set: async (service, account, secret) => effect(() => keyring.set(service, account, secret)),
      delete: async (service, account) => effect(() => keyring.delete(service, account)),
    },
  };
}
