/**
 * The word of `known` that differs from `typed` by the fewest slips, or null where none is near (a third of its letters). A slip is a letter that was
 * changed, added or left out, or two neighbours that changed places (optimal string alignment, the restricted Damerau–Levenshtein distance).
 */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  const ranked = known
    .map((word) => ({ word, slips: slipsBetween(typed.slice(0, 64).toLowerCase(), word) }))
    .sort((one, other) => one.slips - other.slips);
  const [best] = ranked;
  if (best === undefined || best.slips > Math.max(1, Math.floor(best.word.length / 3))) return null;
  return best.word;
}

function slipsBetween(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const changed = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      const swapped = isSwapped ? (beforeLast[column - 2] ?? Number.POSITIVE_INFINITY) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(changed, swapped, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    beforeLast = last;
    last = current;
  }
  return last.at(-1) ?? 0;
}
