import { slipsBetween } from './slips-between.ts';

/** A word that is only begun, or has something behind it, is recognised from so many letters on. */
const BEGINNING = 3;

/**
 * The word of `known` that differs from `typed` by the fewest slips, or null where none is near (a third of its letters) and none begins alike.
 */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  const ranked = known
    .map((word) => ({ word, slips: slipsBetween(typed.slice(0, 64).toLowerCase(), word) }))
    .sort((one, other) => one.slips - other.slips);
  const [best] = ranked;
  if (best !== undefined && best.slips <= Math.max(1, Math.floor(best.word.length / 3))) return best.word;
  return ranked.find(({ word }) => beginsAlike(typed.toLowerCase(), word))?.word ?? null;
}

function beginsAlike(typed: string, word: string): boolean {
  const [shorter, longer] = typed.length < word.length ? [typed, word] : [word, typed];
  return shorter.length >= BEGINNING && longer.startsWith(shorter);
}
