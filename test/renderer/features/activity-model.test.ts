import { describe, expect, test } from 'vitest';
import { canUndo, newestFirst, stateOf, storeOf, unfinishedStore } from '../../../renderer/features/activity/model.ts';
import { authority, interruptedEntry, ledgerEntry } from '../../support/fake-ui-data.ts';

describe('the ledger on the screen', () => {
  test('has the newest change first, also among those of one moment', () => {
    const at = ledgerEntry.at;
    const entries = [
      { ...ledgerEntry, id: 'a', at },
      { ...ledgerEntry, id: 'b', at },
      { ...interruptedEntry, id: 'c' },
    ];

    expect(newestFirst(entries).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  test('offers to finish what was begun for the authority that is current', () => {
    const older = { ...authority, current: false };

    expect(unfinishedStore(interruptedEntry, [authority])).toBe('firefox:work');
    expect(unfinishedStore(interruptedEntry, [older])).toBeNull();
    expect(unfinishedStore({ ...interruptedEntry, state: 'done' }, [authority])).toBeNull();
    expect(unfinishedStore({ ...ledgerEntry, state: 'planned' }, [authority])).toBeNull();
  });

  test('knows the store of a change of trust, and says that a planned one is not finished', () => {
    expect(storeOf(interruptedEntry)).toBe('firefox:work');
    expect(storeOf(ledgerEntry)).toBeNull();
    expect([canUndo(interruptedEntry), canUndo({ ...interruptedEntry, state: 'undone' })]).toEqual([true, false]);
    expect([canUndo(ledgerEntry), canUndo({ ...ledgerEntry, change: undefined })]).toEqual([true, false]);
    expect(stateOf(interruptedEntry)).toEqual({ tone: 'attention', words: 'not finished' });
  });
});
