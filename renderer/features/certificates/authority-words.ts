import type { Authority } from '../../../main/contract/index.ts';
import { plural } from '../../ui/format.ts';

/** Name constraints as people read them: a name stands for those under it too, a network is written with a slash. */
export function permittedWords(permitted: readonly string[]): string {
  const names = permitted.filter((name) => !name.includes('/'));
  const networks = permitted.filter((name) => name.includes('/'));
  const words = [`${names.join(', ')} and names under them`, `addresses in ${networks.join(', ')}`];
  return words.slice(names.length === 0 ? 1 : 0, networks.length === 0 ? 1 : 2).join('; ');
}

/** How much rests on an authority. */
export function signedWords({ validCertificates }: Authority): string {
  return validCertificates === 0
    ? 'no valid certificate'
    : plural(validCertificates, 'valid certificate', 'valid certificates');
}
