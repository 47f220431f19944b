import type { Certificate } from '../../main/contract/index.ts';

const SHOWN_NAMES = 4;

/** The first names of a certificate and how many more there are; its id where it has none. */
export function namesInShort({ shownNames, id }: Pick<Certificate, 'shownNames' | 'id'>): string {
  if (shownNames.length === 0) return id;
  const more = shownNames.length - SHOWN_NAMES;
  const first = shownNames.slice(0, SHOWN_NAMES).join(', ');
  return more > 0 ? `${first} and ${more} more` : first;
}
