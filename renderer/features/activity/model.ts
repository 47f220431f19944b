import type { Authority, LedgerEntry } from '../../../main/contract/index.ts';
import type { Tone } from '../../ui/state-icon.tsx';

const STATES: Readonly<Record<LedgerEntry['state'], { readonly tone: Tone; readonly words: string }>> = {
  planned: { tone: 'attention', words: 'not finished' },
  done: { tone: 'ok', words: 'done' },
  undone: { tone: 'n/a', words: 'undone' },
};

/** The state of a change, as its badge says it. */
export function stateOf({ state }: LedgerEntry): { readonly tone: Tone; readonly words: string } {
  return STATES[state];
}

/** Newest first; what was written at the same moment, the later one first. */
export function newestFirst(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.toReversed().toSorted((one, other) => other.at.localeCompare(one.at));
}

/** The trust store that a change is about, by its id; null for other changes. */
export function storeOf({ change }: LedgerEntry): string | null {
  return change?.kind.startsWith('trust-') === true && typeof change.store === 'string' ? change.store : null;
}

/** Whether Sealwire can take it back, which it shows as a plan first. */
export function canUndo({ change, state }: LedgerEntry): boolean {
  return change !== undefined && state !== 'undone';
}

/**
 * The trust store into which a change was begun and not finished, where it can be: for an authority that is not the current one any more it can only be
 * taken back.
 */
export function unfinishedStore(entry: LedgerEntry, authorities: readonly Authority[]): string | null {
  if (entry.state !== 'planned') return null;
  const isCurrent = authorities.some(
    ({ current, fingerprint256 }) =>
      current && fingerprint256.replaceAll(':', '').toLowerCase() === entry.change?.fingerprint256,
  );
  return isCurrent ? storeOf(entry) : null;
}
