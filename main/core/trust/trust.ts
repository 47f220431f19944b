import { fail, type TrustCheck, type TrustLeftover, type TrustResult, type TrustStore } from '../../contract/index.ts';
import type { Change, Undoers } from '../ledger/undo.ts';
import type { Ledger } from '../parts.ts';
import { installInto, type StoreParts, undoOrphan, uninstallFrom } from './change-store.ts';
import type { ChecksBook } from './checks-book.ts';
import { commandLines } from './command-line.ts';
import { canBeDefault, describeStore } from './describe-store.ts';
import { type FoundStore, namedStores, sightOf } from './found-store.ts';
import { apart, changeName, leftoversOf, namedChange } from './leftovers.ts';
import { planFor, type TrustPlanning } from './plan-stores.ts';
import { orphanedChanges, standingChanges } from './standing-changes.ts';
import type { Surroundings } from './surroundings.ts';
import type { TrustedAuthority, TrustStoreKind } from './trust-store.ts';
import { sweepTries, type VerifyingIdentities, verifyReader } from './verify/verify-store.ts';

/** Everything that can be done with the trust stores of this machine. */
export interface Trust {
  list(authority: TrustedAuthority): Promise<TrustStore[]>;
  /** Changes that were interrupted, or whose store is gone. */
  leftovers(authority: TrustedAuthority): Promise<TrustLeftover[]>;
  plan(
    action: 'install' | 'uninstall',
    authority: TrustedAuthority | null,
    ids: readonly string[],
  ): Promise<TrustPlanning>;
  install(
    authority: TrustedAuthority,
    ids: readonly string[],
    seen: Readonly<Record<string, string>>,
  ): Promise<TrustResult[]>;
  uninstall(
    authority: TrustedAuthority | null,
    ids: readonly string[],
    seen: Readonly<Record<string, string>>,
  ): Promise<TrustResult[]>;
  check(authority: TrustedAuthority, ids: readonly string[]): Promise<TrustStore[]>;
  readonly undoers: Undoers;
}

/** `identities` is what programs are made to connect to, or why they cannot be. */
export function keepTrust(parts: {
  readonly around: Surroundings;
  readonly kinds: readonly TrustStoreKind[];
  readonly ledger: Ledger;
  readonly checks: ChecksBook;
  identities(): Promise<VerifyingIdentities | { readonly why: string }>;
}): Trust {
  const { around, kinds, ledger, checks } = parts;
  const undoers: Undoers = Object.fromEntries(
    kinds.map((kind) => [kind.kind, (change: Change) => undoing(around, kind, change)]),
  );
  const own: StoreParts = { around, ledger, undoers };

  const found = async (): Promise<FoundStore[]> => {
    const each = await Promise.all(
      kinds.map(async (kind) => (await kind.find(around)).map((place) => ({ kind, place }))),
    );
    return each.flat();
  };

  const verify = async (authority: TrustedAuthority, { place }: FoundStore): Promise<TrustCheck[]> => {
    sweepTries(around);
    const identities = await parts.identities();
    const made: TrustCheck[] = [];
    // One after the other: browsers and Javas side by side would starve each other on a small machine.
    for (const reader of place.readers(authority)) {
      made.push(
        'why' in identities
          ? {
              client: reader.client,
              program: reader.program,
              outcome: 'unclear',
              reason: identities.why,
              at: around.host.now().toISOString(),
            }
          : await verifyReader(around, reader, identities),
      );
    }
    checks.keep(place.facts.id, authority.fingerprint256, made);
    return made;
  };

  const describe = async (authority: TrustedAuthority, store: FoundStore): Promise<TrustStore> =>
    describeStore(store, authority, await sightOf(store, authority), {
      checks: checks.of(store.place.facts.id, authority.fingerprint256),
      standing: standingChanges(ledger, store).at(-1)?.id ?? null,
    });

  return {
    undoers,
    list: async (authority) => {
      const stores = await found();
      return Promise.all(stores.map((store) => describe(authority, store)));
    },
    leftovers: async (authority) => leftoversOf(own, await found(), authority),
    plan: async (action, authority, ids) => planFor(own, action, authority, await found(), ids),
    install: async (authority, ids, seen) => {
      const stores = await found();
      const chosen = ids.length > 0 ? namedStores(stores, ids) : stores.filter(canBeDefault);
      const results: TrustResult[] = [];
      for (const store of chosen) {
        const given = { seen: seen[store.place.facts.id], isNamed: ids.length > 0 };
        const result = await installInto(own, store, authority, given);
        results.push(result.isThere ? { ...result.told, checks: await verify(authority, store) } : result.told);
      }
      return results;
    },
    uninstall: async (authority, ids, seen) => {
      const stores = await found();
      const results: TrustResult[] = [];
      const named = apart(ids);
      const changes = named.changes.map((id) => namedChange(own, stores, id));
      for (const store of ids.length > 0 ? namedStores(stores, named.stores) : stores) {
        const { id } = store.place.facts;
        const result = await uninstallFrom(own, store, authority, seen[id]);
        if (result.outcome === 'done') checks.forget(id);
        if (ids.length > 0 || result.outcome !== 'skipped') results.push(result);
      }
      for (const { entry, store } of changes) {
        const name = changeName(entry.id);
        const result =
          store === null || entry.state === 'undone'
            ? await undoOrphan(own, entry)
            : { ...(await uninstallFrom(own, store, authority, seen[name], entry)), store: name };
        if (result.outcome === 'done' && store !== null) checks.forget(store.place.facts.id);
        results.push(result);
      }
      const orphans = ids.length > 0 ? [] : orphanedChanges(own, stores);
      for (const entry of orphans) results.push(await undoOrphan(own, entry));
      return results;
    },
    check: async (authority, ids) => {
      const stores = await found();
      const chosen = ids.length === 0 ? stores : namedStores(stores, ids);
      const described: TrustStore[] = [];
      for (const store of chosen) {
        const { isInstalled } = await store.place.look(authority);
        if (isInstalled) await verify(authority, store);
        described.push(await describe(authority, store));
      }
      return described;
    },
  };
}

/** What `ledger undo` does: told in one sentence with the commands where the rights are missing. */
async function undoing(around: Surroundings, kind: TrustStoreKind, change: Change): Promise<string> {
  const store = (await kind.find(around)).find(({ facts }) => facts.path === change.path || facts.id === change.store);
  if (store !== undefined && !store.canChange) {
    const commands = commandLines(around.host, store.uninstalling(change).commands, store.facts.needs === 'admin');
    throw fail('TRUST_BY_HAND', { what: store.facts.title, commands: commands.join(' && ') });
  }
  return kind.undo(around, change);
}
