import type { TrustLines, TrustStore } from '../../contract/index.ts';
import { sumOf } from './certificate-text.ts';
import type { Command, StorePlace, TrustedAuthority } from './trust-store.ts';

/** A store that Sealwire never changes by itself: it prints what to do. */
export interface ByHand {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly group: TrustStore['group'];
  readonly needs: 'user' | 'admin';
  readonly serves: readonly string[];
  readonly does: string;
  readonly undoes: string;
  isInstalled(authority: TrustedAuthority): boolean;
  evidence(isInstalled: boolean): string;
  install(authority: TrustedAuthority): readonly Command[];
  uninstall(): readonly Command[];
  lines(authority: TrustedAuthority): readonly TrustLines[];
  readonly readers: StorePlace['readers'];
}

export function byHandStore(store: ByHand): StorePlace {
  const { id, title, path, group, needs, serves } = store;
  return {
    facts: { id, title, path, group, needs, serves: [...serves], isProven: false },
    canChange: false,
    look: async (authority) => {
      const isInstalled = store.isInstalled(authority);
      const evidence = store.evidence(isInstalled);
      return {
        isHere: true,
        isInstalled,
        isOurs: isInstalled,
        evidence,
        problem: null,
        seen: sumOf(String(isInstalled)),
      };
    },
    intend: async ({ fingerprint256 }) => ({ kind: store.kind, path, fingerprint256 }),
    installing: (_change, authority) => ({
      does: [store.does],
      commands: store.install(authority),
      files: [],
      asks: '',
    }),
    uninstalling: () => ({ does: [store.undoes], commands: store.uninstall(), files: [], asks: '' }),
    make: async () => undefined,
    readers: store.readers,
    lines: store.lines,
  };
}
