import type { LedgerEntry } from '../../contract/index.ts';
import type { Ledger } from '../parts.ts';
import type { FoundStore } from './found-store.ts';

/** Changes of a store that the ledger has as planned or done, oldest first. */
export function standingChanges(ledger: Ledger, { kind, place }: FoundStore): LedgerEntry[] {
  return ledger
    .list()
    .filter(({ state, change }) => state !== 'undone' && change?.kind === kind.kind && change.store === place.facts.id);
}
