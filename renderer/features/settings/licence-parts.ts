/** One part of the licence text: a package with its licence. */
export interface LicencePart {
  readonly place: number;
  readonly words: string;
}

/** The text in its parts, which stand between lines of dashes or equals signs; without such lines it is one part. */
export function partsOf(text: string): LicencePart[] {
  return text
    .split(/^[ \t]*[-=]{8,}[ \t]*$/m)
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .map((words, place) => ({ place, words }));
}

/** The parts that hold every word of what is looked for. */
export function holding(parts: readonly LicencePart[], wanted: string): readonly LicencePart[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return parts;
  return parts.filter((part) => {
    const text = part.words.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
