import { fail, type LedgerEntry } from '../../contract/index.ts';
import type { Ledger } from '../parts.ts';

/** What one kind of change needs to be undone by: its own fields, as the ledger kept them. */
export type Change = NonNullable<LedgerEntry['change']>;

/**
 * Takes one kind of change back as far as it still is ours, and says in a sentence what became of it. Throws where the machine does not let it;
 * the entry then stays as it was, and undoing can be tried again.
 */
export type Undoer = (change: Change) => Promise<string>;

/** One undoer for each kind of change. */
export type Undoers = Readonly<Record<string, Undoer>>;

/** Whether Sealwire can take this change back by itself. One that was only planned may be half done, so it can be too. */
export function canUndo(entry: LedgerEntry, undoers: Undoers): boolean {
  return entry.state !== 'undone' && entry.change !== undefined && Object.hasOwn(undoers, entry.change.kind);
}

/**
 * Undoes the change `id`, or the newest that can be undone. The ledger is told after the machine was changed: a kill in between leaves an entry whose
 * undo finds nothing left to do. Throws `NOT_FOUND` or `NOTHING_TO_UNDO`.
 */
export async function undo(
  ledger: Ledger,
  undoers: Undoers,
  id: string | undefined,
): Promise<{ entry: LedgerEntry; said: string }> {
  const entry = entryToUndo(ledger.list(), undoers, id);
  const { change } = entry;
  const undoer = change === undefined ? undefined : undoers[change.kind];
  if (change === undefined || undoer === undefined) throw fail('NOTHING_TO_UNDO', { why: whyNot(entry) });
  const said = await undoer(change);
  ledger.mark(entry.id, 'undone');
  return { entry: ledger.list().find((each) => each.id === entry.id) ?? entry, said };
}

/** The entry `id`, or the newest that can be undone. Throws `NOT_FOUND` or `NOTHING_TO_UNDO`. */
export function entryToUndo(entries: readonly LedgerEntry[], undoers: Undoers, id: string | undefined): LedgerEntry {
  if (id === undefined) {
    const newest = entries.filter((entry) => canUndo(entry, undoers)).at(-1);
    if (newest === undefined) throw fail('NOTHING_TO_UNDO', { why: 'There is no change that could be undone.' });
    return newest;
  }
  const entry = entries.find((each) => each.id === id);
  if (entry === undefined)
    throw fail('NOT_FOUND', { what: 'change in the ledger', id, fix: 'See `sealwire ledger list`.' });
  if (!canUndo(entry, undoers)) throw fail('NOTHING_TO_UNDO', { why: whyNot(entry) });
  return entry;
}

function whyNot(entry: LedgerEntry): string {
  return entry.state === 'undone'
    ? `The change ${entry.id} was undone already.`
    : `Sealwire cannot undo the change ${entry.id} by itself.`;
}
