/** A header line: its name as Go writes names, and its value. */
export type Header = readonly [name: string, value: string];

/**
 * Header lines that settings add to answers (reference A0 rule 11), with names as Go's net/http writes them: a capital at the beginning and after each hyphen.
 * A name that is no token keeps its spelling.
 */
export function settingsHeaders(given: Readonly<Record<string, readonly string[]>>): Header[] {
  return Object.entries(given).flatMap(([name, values]) => values.map((value): Header => [canonicalName(name), value]));
}

function canonicalName(name: string): string {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return name;
  return name.toLowerCase().replace(/(^|-)([a-z])/g, (_whole, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });
}
