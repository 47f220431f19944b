import { fail } from '../../contract/index.ts';
import type { StorePlace, TrustStoreKind } from './trust-store.ts';

/** A store together with the kind it is of. */
export interface FoundStore {
  readonly kind: TrustStoreKind;
  readonly place: StorePlace;
}

/** The stores of those ids; `java` stands for all that begin with `java:`. Throws `NOT_FOUND`. */
export function namedStores(stores: readonly FoundStore[], ids: readonly string[]): FoundStore[] {
  const isOf = (id: string, { place }: FoundStore): boolean =>
    place.facts.id === id || place.facts.id.startsWith(`${id}:`);
  for (const id of ids) {
    if (stores.some((store) => isOf(id, store))) continue;
    throw fail('NOT_FOUND', { what: 'trust store', id, fix: 'See `sealwire trust list`.' });
  }
  return stores.filter((store) => ids.some((id) => isOf(id, store)));
}
