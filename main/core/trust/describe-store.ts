import type { TrustCheck, TrustStore } from '../../contract/index.ts';
import type { FoundStore } from './found-store.ts';
import type { StoreSight, TrustedAuthority } from './trust-store.ts';

/** A store as the contract shows it. */
export function describeStore(
  store: FoundStore,
  authority: TrustedAuthority,
  sight: StoreSight,
  known: { readonly checks: readonly TrustCheck[]; readonly standing: string | null },
): TrustStore {
  const { place } = store;
  const checks = sight.isInstalled ? [...known.checks] : [];
  const verified = checks.filter(({ outcome }) => outcome === 'verified').map(({ client }) => client);
  const isVerified = verified.length > 0;
  return {
    ...place.facts,
    serves: [...place.facts.serves],
    state: !sight.isHere ? 'absent' : !sight.isInstalled ? 'not-installed' : isVerified ? 'verified' : 'installed',
    evidence: isVerified
      ? `${verified.join(', ')} finished a handshake on a certificate of the authority. ${sight.evidence}`
      : sight.evidence,
    problem: sight.problem,
    checks,
    lines: [...place.lines(authority)],
    ledgerId: known.standing,
    canChange: place.canChange,
    isDefault: isDefault(store, sight),
  };
}

/** What is taken where no store is named: what is there and the person may change without other rights. */
export function isDefault(store: FoundStore, sight: Pick<StoreSight, 'isHere' | 'problem'>): boolean {
  return canBeDefault(store) && sight.isHere && sight.problem === null;
}

/** Files that do nothing until a variable is set are not taken unasked. */
export function canBeDefault({ kind, place }: FoundStore): boolean {
  return kind.isOwnFolder !== true && place.facts.needs === 'user' && place.canChange;
}
