/** A typed list of names added to those there are, without doubles, in order. */
export function addNames(names: readonly string[], typed: string): string[] {
  const added = typed.split(/[\s,;]+/).filter((name) => name !== '');
  return [...new Set([...names, ...added])];
}
