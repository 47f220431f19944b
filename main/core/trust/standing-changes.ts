import type { LedgerEntry } from '../../contract/index.ts';
import type { Undoers } from '../ledger/undo.ts';
import type { Ledger } from '../parts.ts';
import type { FoundStore } from './found-store.ts';

/** Changes of a store that the ledger has as planned or done, oldest first. */
export function standingChanges(ledger: Ledger, { kind, place }: FoundStore): LedgerEntry[] {
  return ledger
    .list()
    .filter(({ state, change }) => state !== 'undone' && change?.kind === kind.kind && change.store === place.facts.id);
}

/** Changes to take back whose store is not found any more, such as that of a Java that was removed. */
export function orphanedChanges(
  { ledger, undoers }: { readonly ledger: Ledger; readonly undoers: Undoers },
  stores: readonly FoundStore[],
): LedgerEntry[] {
  const known = stores.flatMap((store) => standingChanges(ledger, store).map(({ id }) => id));
  return ledger
    .list()
    .filter(
      ({ id, state, change }) =>
        state !== 'undone' && Object.hasOwn(undoers, change?.kind ?? '') && !known.includes(id),
    );
}
