import type { LedgerEntry, TrustPlan, TrustStep } from '../../contract/index.ts';
import type { Change } from '../ledger/undo.ts';
import { isGone, type StoreParts } from './change-store.ts';
import { commandLines } from './command-line.ts';
import { isDefault } from './describe-store.ts';
import { type FoundStore, namedStores, sightOf } from './found-store.ts';
import { apart, changeName, namedChange } from './leftovers.ts';
import { orphanedChanges, standingChanges } from './standing-changes.ts';
import type { StoreSight, StoreSteps, TrustedAuthority } from './trust-store.ts';

/** What would be done and what would not, for a person. */
export interface TrustPlanning {
  readonly steps: TrustStep[];
  readonly skipped: TrustPlan['skipped'];
}

/**
 * What would be done with the stores of those ids; without any, with those that need no other rights, or with all that hold something of ours. For taking back an id may
 * also stand for one change of the ledger.
 */
export async function planFor(
  parts: StoreParts,
  action: 'install' | 'uninstall',
  authority: TrustedAuthority | null,
  stores: readonly FoundStore[],
  ids: readonly string[],
): Promise<TrustPlanning> {
  const steps: TrustStep[] = [];
  const skipped: TrustPlan['skipped'] = [];
  const named = action === 'uninstall' ? apart(ids) : { stores: ids, changes: [] };
  for (const store of ids.length === 0 ? stores : namedStores(stores, named.stores)) {
    const { id, title } = store.place.facts;
    const sight = authority === null ? null : await sightOf(store, authority);
    const reason = whyNot(parts, action, store, sight, ids.length > 0);
    if (reason !== null) {
      skipped.push({ store: id, title, reason });
      continue;
    }
    steps.push(await stepOf(parts, action, authority, store, sight));
  }
  for (const id of named.changes) {
    const { entry, store } = namedChange(parts, stores, id);
    if (entry.state === 'undone')
      skipped.push({ store: changeName(id), title: entry.what, reason: 'It was taken back already.' });
    else if (store === null) steps.push(orphanStep(entry));
    else steps.push(await changeStep(parts, authority, store, entry));
  }
  if (action === 'uninstall' && ids.length === 0) steps.push(...orphanedChanges(parts, stores).map(orphanStep));
  return { steps, skipped };
}

function whyNot(
  { ledger }: StoreParts,
  action: 'install' | 'uninstall',
  store: FoundStore,
  sight: StoreSight | null,
  isNamed: boolean,
): string | null {
  const standing = standingChanges(ledger, store);
  if (action === 'uninstall') {
    if (standing.length > 0 || sight?.isOurs === true) return null;
    return sight?.isInstalled === true
      ? 'It trusts the authority, but not by anything that Sealwire put there.'
      : 'Nothing of Sealwire is in it.';
  }
  if (sight === null) return 'There is no authority.';
  if (sight.problem !== null) return `${sight.problem.message} ${sight.problem.fix}`;
  if (!sight.isHere) return sight.evidence;
  if (sight.isInstalled && !standing.some(({ state }) => state === 'planned'))
    return 'It trusts the authority already.';
  if (isNamed || isDefault(store, sight)) return null;
  const why =
    store.kind.isOwnFolder === true
      ? 'It takes effect only where you set what it prints'
      : store.place.facts.needs === 'admin'
        ? "It needs an administrator's rights"
        : 'It is changed by hand alone';
  return `${why}, so it is left alone unless you name it: sealwire trust install ${store.place.facts.id}`;
}

async function stepOf(
  parts: StoreParts,
  action: 'install' | 'uninstall',
  authority: TrustedAuthority | null,
  store: FoundStore,
  sight: StoreSight | null,
): Promise<TrustStep> {
  const { place } = store;
  const changes = await changesOf(parts, action, authority, store, sight);
  const isInstalling = action === 'install' && authority !== null;
  const standing = standingChanges(parts.ledger, store).flatMap(({ change }) => change ?? []);
  if (!isInstalling && isGone(store, sight, authority, standing)) return goneStep(store, sight);
  const each = changes.map((change) =>
    isInstalling ? place.installing(change, authority) : place.uninstalling(change),
  );
  return { ...stepWith(parts, store, each, sight), lines: isInstalling ? [...place.lines(authority)] : [] };
}

/** One change of a store alone, whatever else stands there. */
async function changeStep(
  parts: StoreParts,
  authority: TrustedAuthority | null,
  store: FoundStore,
  { id, change }: LedgerEntry,
): Promise<TrustStep> {
  const sight = authority === null ? null : await sightOf(store, authority);
  const known = change === undefined ? [] : [change];
  if (isGone(store, sight, authority, known)) return { ...goneStep(store, sight), store: changeName(id) };
  const each = known.map((one) => store.place.uninstalling(one));
  return { ...stepWith(parts, store, each, sight), store: changeName(id) };
}

function stepWith(
  { around }: StoreParts,
  { place }: FoundStore,
  each: readonly StoreSteps[],
  sight: StoreSight | null,
): TrustStep {
  const { id, title, path, needs } = place.facts;
  const byHand = !place.canChange;
  return {
    store: id,
    title,
    path,
    needs,
    does: each.flatMap(({ does }) => does),
    commands: each.flatMap(({ commands }) => commandLines(around.host, commands, byHand && needs === 'admin')),
    files: each.flatMap(({ files }) => files),
    byHand,
    asks: each[0]?.asks ?? '',
    lines: [],
    seen: sight?.seen ?? '',
  };
}

/** The person has taken it out already, so that nothing but the ledger is changed. */
function goneStep({ place: { facts } }: FoundStore, sight: StoreSight | null): TrustStep {
  const { id, title, path } = facts;
  const does = ['Nothing of it is there any more, so only the ledger is told'];
  const nothing = { commands: [], files: [], lines: [], asks: '', byHand: false };
  return { store: id, title, path, needs: 'user', does, ...nothing, seen: sight?.seen ?? '' };
}

/** The changes that stand in the ledger, or the one that would be made. */
async function changesOf(
  { ledger }: StoreParts,
  action: 'install' | 'uninstall',
  authority: TrustedAuthority | null,
  store: FoundStore,
  sight: StoreSight | null,
): Promise<Change[]> {
  const standing = standingChanges(ledger, store);
  if (action === 'uninstall' && standing.length > 0) {
    const changes = standing.flatMap(({ change }) => change ?? []);
    // A second entry about the same thing has nothing left to do.
    return changes.filter(
      (change, index) => changes.findIndex(({ fingerprint256 }) => fingerprint256 === change.fingerprint256) === index,
    );
  }
  return authority === null || sight === null ? [] : [await store.place.intend(authority)];
}

/** A change whose store is gone is taken back by what the ledger knows of it alone. */
function orphanStep({ id, what, where }: LedgerEntry): TrustStep {
  return {
    store: changeName(id),
    title: what,
    path: where,
    needs: 'user',
    does: [`Take back what is left of it in ${where}`],
    commands: [],
    files: [],
    byHand: false,
    asks: '',
    lines: [],
    seen: '',
  };
}
