import type { KnownAs } from './lint-types.ts';

/** `Go`, `Go and Python`, `Go, Java and Python`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The agents of some meanings, by title, each once. */
export function titlesOf(known: readonly KnownAs[]): string {
  return listed([...new Set(known.map(({ agent }) => agent.title))]);
}
