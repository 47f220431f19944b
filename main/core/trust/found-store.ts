import { asSealwireError, fail } from '../../contract/index.ts';
import type { StorePlace, StoreSight, TrustedAuthority, TrustStoreKind } from './trust-store.ts';

/** A store together with the kind it is of. */
export interface FoundStore {
  readonly kind: TrustStoreKind;
  readonly place: StorePlace;
}

/** The stores of those ids; `java`, where no store is called so, stands for all that begin with `java:`. Throws `NOT_FOUND`. */
export function namedStores(stores: readonly FoundStore[], ids: readonly string[]): FoundStore[] {
  const whole = new Set(stores.map(({ place }) => place.facts.id));
  const isOf = (id: string, { place }: FoundStore): boolean =>
    whole.has(id) ? place.facts.id === id : place.facts.id.startsWith(`${id}:`);
  for (const id of ids) {
    if (stores.some((store) => isOf(id, store))) continue;
    throw fail('NOT_FOUND', { what: 'trust store', id, fix: 'See `sealwire trust list`.' });
  }
  return stores.filter((store) => ids.some((id) => isOf(id, store)));
}

/** What a store shows of the authority; one that cannot even be looked at shows why, and keeps no other from being shown. */
export async function sightOf({ place }: FoundStore, authority: TrustedAuthority): Promise<StoreSight> {
  try {
    return await place.look(authority);
  } catch (error) {
    const { message, fix } = asSealwireError(error);
    return {
      isHere: true,
      isInstalled: false,
      isOurs: false,
      evidence: 'It cannot be looked at.',
      problem: { message, fix },
      seen: '',
    };
  }
}
