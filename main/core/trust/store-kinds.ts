import { readdir } from 'node:fs/promises';
import type { TrustStoreKind } from './trust-store.ts';

/** A bundle has no folder to list: its build puts every module of `stores/` here. The source tree leaves it undefined. */
declare const SEALWIRE_TRUST_STORES: readonly unknown[] | undefined;

const FOLDER = new URL('./stores/', import.meta.url);

/** Every kind of trust store that Sealwire knows, system stores first. One file of `stores/` is one kind; a file without a `store` is a defect and throws. */
export async function loadStoreKinds(): Promise<readonly TrustStoreKind[]> {
  const modules = await storeModules();
  const rank = ({ kind }: TrustStoreKind): number => (kind.startsWith('trust-system') ? 0 : 1);
  return modules.map(storeOf).sort((one, other) => rank(one) - rank(other) || one.kind.localeCompare(other.kind, 'en'));
}

async function storeModules(): Promise<readonly unknown[]> {
  if (typeof SEALWIRE_TRUST_STORES !== 'undefined') return SEALWIRE_TRUST_STORES;
  const names = (await readdir(FOLDER)).filter((name) => /\.[jt]s$/.test(name));
  return Promise.all(names.map((name) => import(new URL(name, FOLDER).href)));
}

function storeOf(module: unknown): TrustStoreKind {
  if (!holdsStore(module)) throw new Error('a file of the trust stores exports no store');
  return module.store;
}

function holdsStore(module: unknown): module is { readonly store: TrustStoreKind } {
  return typeof module === 'object' && module !== null && 'store' in module;
}
