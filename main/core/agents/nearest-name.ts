/** The name of `known` that differs from `typed` by the fewest letters, or null where none is near (a third of its length). */
export function nearestName(typed: string, known: readonly string[]): string | null {
  const ranked = known
    .map((name) => ({ name, steps: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.steps - other.steps);
  const best = ranked[0];
  if (best === undefined) return null;
  const isPart = typed.length > 1 && (best.name.includes(typed) || typed.includes(best.name));
  return isPart || best.steps <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null;
}

/** Levenshtein distance: letters to change, add or take away. */
function distance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...right].entries()) {
      const changed = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(changed, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
