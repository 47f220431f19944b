/** Leaves the `most` entries of a map that were put into it last: a Map keeps the order of insertion, so its first key is the oldest. */
export function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
