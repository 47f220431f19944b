import { fail } from '../../contract/index.ts';
import { nearestWord } from '../words/nearest-word.ts';

/**
 * The one of `known` that is called `name`; the first where no name is given. Throws `AGENT_UNKNOWN` or `USAGE` with the nearest
 * name, or with all of them where none is near.
 */
export function choose<Item>(
  what: 'agent' | 'form' | 'framework' | 'shell',
  name: string | undefined,
  known: readonly Item[],
  nameOf: (item: Item) => string,
): Item {
  const chosen = name === undefined ? known[0] : known.find((item) => nameOf(item) === name);
  if (chosen !== undefined) return chosen;
  const names = known.map(nameOf);
  const near = nearestWord(name ?? '', names);
  const fix = near === null ? `It knows ${names.join(', ')}.` : `Did you mean ${near}? It knows ${names.join(', ')}.`;
  if (what === 'agent') throw fail('AGENT_UNKNOWN', { agent: name ?? '', fix });
  throw fail('USAGE', { what: `Sealwire knows no ${what} "${name}" here.`, fix });
}
