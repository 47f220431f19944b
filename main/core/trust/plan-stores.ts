import type { LedgerEntry, TrustPlan, TrustStep } from '../../contract/index.ts';
import type { Change } from '../ledger/undo.ts';
import type { StoreParts } from './change-store.ts';
import { commandLines } from './command-line.ts';
import { isDefault } from './describe-store.ts';
import { type FoundStore, namedStores, sightOf } from './found-store.ts';
import { orphanedChanges, standingChanges } from './standing-changes.ts';
import type { StoreSight, TrustedAuthority } from './trust-store.ts';

/** What would be done and what would not, for a person. */
export interface TrustPlanning {
  readonly steps: TrustStep[];
  readonly skipped: TrustPlan['skipped'];
}

/** What would be done with the stores of those ids; without any, with those that need no other rights, or with all that hold something of ours. */
export async function planFor(
  parts: StoreParts,
  action: 'install' | 'uninstall',
  authority: TrustedAuthority | null,
  stores: readonly FoundStore[],
  ids: readonly string[],
): Promise<TrustPlanning> {
  const steps: TrustStep[] = [];
  const skipped: TrustPlan['skipped'] = [];
  for (const store of ids.length === 0 ? stores : namedStores(stores, ids)) {
    const { id, title } = store.place.facts;
    const sight = authority === null ? null : await sightOf(store, authority);
    const reason = whyNot(parts, action, store, sight, ids.length > 0);
    if (reason !== null) {
      skipped.push({ store: id, title, reason });
      continue;
    }
    steps.push(await stepOf(parts, action, authority, store, sight));
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
  const { host } = parts.around;
  const { id, title, path, needs } = place.facts;
  const byHand = !place.canChange;
  const changes = await changesOf(parts, action, authority, store, sight);
  const each = changes.map((change) =>
    action === 'install' && authority !== null ? place.installing(change, authority) : place.uninstalling(change),
  );
  return {
    store: id,
    title,
    path,
    needs,
    does: each.flatMap(({ does }) => does),
    commands: each.flatMap(({ commands }) => commandLines(host, commands, byHand && needs === 'admin')),
    files: each.flatMap(({ files }) => files),
    byHand,
    asks: each[0]?.asks ?? '',
    lines: action === 'install' && authority !== null ? [...place.lines(authority)] : [],
    seen: sight?.seen ?? '',
  };
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
    store: `ledger:${id}`,
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
