import type { Host } from '../../main/core/host/host.ts';
import type { TrustStoreKind } from '../../main/core/trust/trust-store.ts';
import { memoryKeyring } from './memory-keyring.ts';
import { cuttable } from './power-cut.ts';

/** A host that stops at effect number `at` (from 1), programs that it runs among them: before such a program where `isAfter` is false, else when it has done its work. */
export function cuttableHost(real: Host, at: number, isAfter: boolean): { readonly host: Host; wasCut(): boolean } {
  const effects = cuttable({ disk: real.disk, keyring: memoryKeyring() }, at, true);
  const host: Host = {
    ...real,
    disk: effects.disk,
    exec: async (file, args, options) => {
      if (isAfter && effects.count() + 1 === at && !effects.wasCut()) await real.exec(file, args, options);
      return effects.effect(() => real.exec(file, args, options));
    },
  };
  return { host, wasCut: effects.wasCut };
}

/** The same stores, but no program is made to connect. */
export function withoutReaders(kinds: readonly TrustStoreKind[]): TrustStoreKind[] {
  return kinds.map((kind) => ({
    ...kind,
    find: async (around) => (await kind.find(around)).map((place) => ({ ...place, readers: () => [] })),
  }));
}
