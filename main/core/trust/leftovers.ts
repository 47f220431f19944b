import { fail, type LedgerEntry, type TrustLeftover } from '../../contract/index.ts';
import type { StoreParts } from './change-store.ts';
import type { FoundStore } from './found-store.ts';
import { orphanedChanges, standingChanges } from './standing-changes.ts';
import type { TrustedAuthority } from './trust-store.ts';

const PREFIX = 'ledger:';

/** How one change of the ledger is named where stores are. */
export function changeName(ledgerId: string): string {
  return `${PREFIX}${ledgerId}`;
}

/** Names as they were asked for, told apart: stores, and single changes of the ledger. */
export function apart(names: readonly string[]): { readonly stores: string[]; readonly changes: string[] } {
  return {
    stores: names.filter((name) => !name.startsWith(PREFIX)),
    changes: names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)),
  };
}

/** A change of the ledger that is about a trust store; `store` is null where that is not found any more. */
export interface NamedChange {
  readonly entry: LedgerEntry;
  readonly store: FoundStore | null;
}

/** The change of that id. Throws `NOT_FOUND` where the ledger has none, or one about something else. */
export function namedChange(
  { ledger, undoers }: Pick<StoreParts, 'ledger' | 'undoers'>,
  stores: readonly FoundStore[],
  id: string,
): NamedChange {
  const entry = ledger.list().find((each) => each.id === id);
  if (entry === undefined || !Object.hasOwn(undoers, entry.change?.kind ?? ''))
    throw fail('NOT_FOUND', { what: 'change of a trust store', id, fix: 'See `sealwire ledger list`.' });
  return { entry, store: stores.find((store) => isAbout(entry, store)) ?? null };
}

/** What waits for the person, oldest first. */
export function leftoversOf(
  parts: Pick<StoreParts, 'ledger' | 'undoers'>,
  stores: readonly FoundStore[],
  authority: TrustedAuthority,
): TrustLeftover[] {
  const unfinished = stores.flatMap((store) =>
    standingChanges(parts.ledger, store)
      .filter(({ state }) => state === 'planned')
      .map((entry) => {
        const isCurrent = entry.change?.fingerprint256 === authority.fingerprint256;
        return leftover(entry, 'unfinished', isCurrent ? store.place.facts.id : null);
      }),
  );
  const gone = orphanedChanges(parts, stores).map((entry) => leftover(entry, 'store-gone', null));
  return [...unfinished, ...gone].toSorted((one, other) => one.at.localeCompare(other.at));
}

function leftover(
  { id, what, where, at }: LedgerEntry,
  why: TrustLeftover['why'],
  finishIn: string | null,
): TrustLeftover {
  return { ledgerId: id, what, where, at, why, finishIn };
}

function isAbout({ change }: LedgerEntry, { kind, place }: FoundStore): boolean {
  return change?.kind === kind.kind && change.store === place.facts.id;
}
