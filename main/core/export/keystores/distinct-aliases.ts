/** Longest alias that is kept: far below what a JKS file can hold (65,535 bytes), far above what anybody types. */
const LONGEST_ALIAS = 1_000;

/**
 * Aliases as Java keeps them, all different: Java compares them in lower case, and of two that are the same the later one would replace the earlier. An entry without a name gets one.
 * The first entry of a name keeps it.
 */
export function distinctAliases<T extends { readonly alias: string | null }>(
  entries: readonly T[],
): (T & { readonly alias: string })[] {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return entries.map((entry) => {
    const wanted = (entry.alias ?? '').toLowerCase().slice(0, LONGEST_ALIAS) || 'unnamed';
    let alias = wanted;
    while (taken.has(alias)) {
      const number = (numbers.get(wanted) ?? 1) + 1;
      numbers.set(wanted, number);
      alias = `${wanted}-${number}`;
    }
    taken.add(alias);
    return { ...entry, alias };
  });
}
