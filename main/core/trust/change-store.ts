import { asSealwireError, fail, type LedgerEntry, type TrustResult } from '../../contract/index.ts';
import { type Change, type Undoers, undo } from '../ledger/undo.ts';
import type { Ledger } from '../parts.ts';
import { commandLines } from './command-line.ts';
import type { FoundStore } from './found-store.ts';
import { changeName } from './leftovers.ts';
import { standingChanges } from './standing-changes.ts';
import type { Surroundings } from './surroundings.ts';
import type { StorePlace, StoreSight, TrustedAuthority } from './trust-store.ts';

/** What changing a store works with. */
export interface StoreParts {
  readonly around: Surroundings;
  readonly ledger: Ledger;
  readonly undoers: Undoers;
}

/**
 * Makes one store trust the authority. The ledger knows before anything is changed; what fails half-way is taken back at once, and where even that fails the
 * entry stays planned, so that it can be taken back later. Never rejects: what went wrong is the result of this store alone.
 */
export async function installInto(
  parts: StoreParts,
  store: FoundStore,
  authority: TrustedAuthority,
  given: { readonly seen: string | undefined; readonly isNamed: boolean },
): Promise<{ readonly told: TrustResult; readonly isThere: boolean }> {
  const { place } = store;
  const result = resultOf(place);
  try {
    const sight = await place.look(authority);
    const planned = standingChanges(parts.ledger, store).findLast(
      ({ change }) => change?.fingerprint256 === authority.fingerprint256,
    );
    if (!sight.isHere || sight.problem !== null) {
      const said = sight.problem?.message ?? sight.evidence;
      // Nobody asked for this very store, so that it cannot be used is no failure.
      const outcome = given.isNamed ? 'failed' : 'skipped';
      return { told: { ...result, outcome, said, fix: sight.problem?.fix ?? null }, isThere: false };
    }
    if (sight.isInstalled && planned?.state !== 'planned')
      return {
        told: { ...result, outcome: 'skipped', said: sight.evidence, ledgerId: planned?.id ?? null },
        isThere: true,
      };
    assertAsSeen(place, sight, given.seen);
    const change = planned?.change ?? { ...(await place.intend(authority)), store: place.facts.id };
    const { commands } = place.installing(change, authority);
    if (!place.canChange)
      return { told: byHand(parts, place, commands, result, [...place.lines(authority)]), isThere: false };
    const id = await made(parts, store, change, authority, planned?.id ?? null);
    const lines = [...place.lines(authority)];
    const said =
      store.kind.isOwnFolder === true
        ? 'The files are written. They count where you set or use the lines for it.'
        : 'It holds the authority now.';
    return {
      told: { ...result, outcome: 'done', said, fix: place.restart || null, lines, ledgerId: id },
      isThere: true,
    };
  } catch (error) {
    const { message, fix } = asSealwireError(error);
    return { told: { ...result, outcome: 'failed', said: message, fix }, isThere: false };
  }
}

/** The id of its entry in the ledger; null for what lies in Sealwire's own folder. */
async function made(
  { around, ledger, undoers }: StoreParts,
  { kind, place }: FoundStore,
  change: Change,
  authority: TrustedAuthority,
  planned: string | null,
): Promise<string | null> {
  if (kind.isOwnFolder === true) {
    try {
      await place.make(change, authority);
    } catch (error) {
      // The next try makes the same files; the error that counts is the first one.
      await kind.undo(around, change).catch(() => undefined);
      throw error;
    }
    return null;
  }
  const what = `Trust the authority ${authority.commonName} in ${place.facts.title}`;
  const id = planned ?? ledger.plan({ what, where: place.facts.path, undo: null, change });
  try {
    await place.make(change, authority);
    ledger.mark(id, 'done');
  } catch (error) {
    // Where the half of it cannot be taken back either, the entry stays planned and can be undone later.
    await undo(ledger, undoers, id).catch(() => undefined);
    throw error;
  }
  return id;
}

/**
 * Takes out of one store whatever Sealwire put there, by the ledger, and by the fingerprint where the ledger does not know of it; or only what one entry of the
 * ledger is about. Never rejects.
 */
export async function uninstallFrom(
  parts: StoreParts,
  store: FoundStore,
  authority: TrustedAuthority | null,
  seen: string | undefined,
  only: LedgerEntry | null = null,
): Promise<TrustResult> {
  const { kind, place } = store;
  const { around, ledger, undoers } = parts;
  const result = resultOf(place);
  try {
    const sight = authority === null ? null : await place.look(authority);
    const standing = only === null ? standingChanges(ledger, store) : [only];
    if (standing.length === 0 && sight?.isOurs !== true)
      return { ...result, outcome: 'skipped', said: 'Nothing of Sealwire is in it.' };
    if (sight !== null) assertAsSeen(place, sight, seen);
    const known = standing.flatMap(({ change }) => change ?? []);
    const changes = known.length > 0 || authority === null ? known : [await place.intend(authority)];
    if (isGone(store, sight, authority, known)) {
      for (const { id } of standing) ledger.mark(id, 'undone');
      return { ...result, outcome: 'done', said: 'It was not there any more.', ledgerId: standing.at(-1)?.id ?? null };
    }
    if (!place.canChange)
      return byHand(
        parts,
        place,
        changes.flatMap((change) => place.uninstalling(change).commands),
        result,
        [],
      );
    const said: string[] = [];
    for (const { id } of standing.toReversed()) said.push((await undo(ledger, undoers, id)).said);
    if (standing.length === 0) for (const change of changes) said.push(await kind.undo(around, change));
    const ledgerId = standing.at(-1)?.id ?? null;
    return { ...result, outcome: 'done', said: said[0] ?? '', fix: place.restart || null, ledgerId };
  } catch (error) {
    const { message, fix } = asSealwireError(error);
    return { ...result, outcome: 'failed', said: message, fix };
  }
}

/**
 * Whether nothing of these changes is there any more in a store that Sealwire may not change, as after the person has run the commands: then only the ledger is left
 * to be told.
 */
export function isGone(
  { place }: FoundStore,
  sight: StoreSight | null,
  authority: TrustedAuthority | null,
  changes: readonly Change[],
): boolean {
  if (place.canChange || sight === null || changes.length === 0) return false;
  if (!sight.isHere || sight.problem !== null || sight.isInstalled || sight.isOurs) return false;
  // What is seen is about the current authority alone.
  return changes.every(({ fingerprint256 }) => fingerprint256 === authority?.fingerprint256);
}

/** Takes back a change whose store is not found any more, by what the ledger knows of it. Never rejects. */
export async function undoOrphan({ ledger, undoers }: StoreParts, entry: LedgerEntry): Promise<TrustResult> {
  const { id, what, where } = entry;
  const result = { store: changeName(id), title: what, fix: null, commands: [], lines: [], checks: [], ledgerId: id };
  try {
    return { ...result, outcome: 'done', said: (await undo(ledger, undoers, id)).said };
  } catch (error) {
    const { message, fix } = asSealwireError(error);
    return { ...result, outcome: 'failed', said: `${where}: ${message}`, fix };
  }
}

/** Consent was given to a plan; a store that is no longer what the plan was made for needs another one. */
function assertAsSeen({ facts }: StorePlace, sight: StoreSight, seen: string | undefined): void {
  if (seen === undefined || seen === sight.seen) return;
  throw fail('TRUST_REFUSED', {
    why: `${facts.title} was changed by another program since the plan was shown, so it was left alone.`,
    fix: 'Look at the new plan and agree to it.',
  });
}

function byHand(
  { around }: StoreParts,
  { facts }: StorePlace,
  commands: Parameters<typeof commandLines>[1],
  result: TrustResult,
  lines: TrustResult['lines'],
): TrustResult {
  return {
    ...result,
    outcome: 'by-hand',
    said:
      facts.needs === 'admin'
        ? "Changing it needs an administrator's rights, which Sealwire has not, so nothing was changed."
        : 'Sealwire does not change it by itself, so nothing was changed.',
    fix: 'Run these commands yourself, then `sealwire trust check`.',
    commands: commandLines(around.host, commands, facts.needs === 'admin'),
    lines,
  };
}

function resultOf({ facts: { id, title } }: StorePlace): TrustResult {
  return {
    store: id,
    title,
    outcome: 'failed',
    said: '',
    fix: null,
    commands: [],
    lines: [],
    checks: [],
    ledgerId: null,
  };
}
