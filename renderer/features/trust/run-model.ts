import type { ProcedureInput, TrustPlan, TrustResult, TrustStep, TrustStore } from '../../../main/contract/index.ts';
import { plural } from '../../ui/format.ts';
import type { Tone } from '../../ui/state-icon.tsx';
import { groupsOf, isFilesAlone, listed } from './model.ts';

export type TrustAction = TrustPlan['action'];

/** One store of a run: not begun, under way, or with what became of it. */
export interface RunItem {
  readonly step: TrustStep;
  readonly isRunning: boolean;
  readonly result: TrustResult | null;
}

/** Stores that a plan is asked for: the one that was named, else every store that there is, so that what is left alone is told with its reason. */
export function plannedIds(action: TrustAction, stores: readonly TrustStore[], named: string | null): string[] {
  if (named !== null) return [named];
  return action === 'install' ? stores.map(({ id }) => id) : [];
}

/** The plan with its steps as the screen has its stores, those that are taken by default before all others. */
export function inOrder(plan: TrustPlan, stores: readonly TrustStore[]): TrustPlan {
  const places = groupsOf(stores).flatMap((group) => group.stores);
  const rank = ({ store }: TrustStep): number => {
    const place = places.findIndex(({ id }) => id === store);
    if (place === -1) return places.length * 2;
    return places[place]?.isDefault === true ? place : places.length + place;
  };
  return { ...plan, steps: plan.steps.toSorted((one, other) => rank(one) - rank(other)) };
}

/** What is ticked at first: a named store, else what needs no other rights and takes effect by itself; for taking back everything. */
export function tickedAtFirst(
  { action, steps }: TrustPlan,
  stores: readonly TrustStore[],
  named: string | null,
): ReadonlySet<string> {
  const isDefault = (id: string): boolean => stores.some((store) => store.id === id && store.isDefault);
  return new Set(
    steps
      .map(({ store }) => store)
      .filter((id) => (named === null ? action === 'uninstall' || isDefault(id) : id === named)),
  );
}

/**
 * The consent to one step of a plan. An id stands for all stores whose ids begin with it (`chromium`, `chromium:snap-chromium`); those were not agreed to with it,
 * so they are given as seen in a state that no store has, and left alone.
 */
export function consentTo(step: TrustStep, plan: TrustPlan): ProcedureInput<'trust.install'> {
  const others = [...plan.steps, ...plan.skipped]
    .map(({ store }) => store)
    .filter((id) => id.startsWith(`${step.store}:`));
  return {
    stores: [step.store],
    agreed: true,
    seen: { ...Object.fromEntries(others.map((id) => [id, 'not agreed to'])), [step.store]: step.seen },
  };
}

/** What became of a store, as its mark and a word. */
export function outcomeOf(
  { outcome, checks }: TrustResult,
  action: TrustAction,
  store?: TrustStore,
): { readonly tone: Tone; readonly words: string } {
  const isRefused = checks.some((check) => check.outcome === 'refused');
  const isVerified = checks.some((check) => check.outcome === 'verified');
  switch (outcome) {
    case 'failed':
      return { tone: 'failed', words: 'failed' };
    case 'by-hand':
      return { tone: 'attention', words: 'for you to run' };
    case 'skipped':
      return isVerified && !isRefused
        ? { tone: 'ok', words: 'was there, verified' }
        : { tone: 'n/a', words: 'nothing to do' };
    case 'done':
      if (action === 'uninstall') return { tone: 'ok', words: 'taken back' };
      if (isRefused) return { tone: 'attention', words: isVerified ? 'verified in part' : 'refused' };
      if (!isVerified && store !== undefined && isFilesAlone(store)) return { tone: 'waiting', words: 'files written' };
      return isVerified ? { tone: 'ok', words: 'verified' } : { tone: 'waiting', words: 'installed, not verified' };
  }
}

/** A run in one sentence, once it is over. */
export function runSummary(items: readonly RunItem[], action: TrustAction): string {
  const results = items.flatMap(({ result }) => result ?? []);
  const of = (outcome: TrustResult['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  const done = of('done') + of('skipped');
  const left = items.length - results.length;
  const counts: readonly (readonly [number, string, string])[] = [
    [done, `is ${action === 'install' ? 'done' : 'taken back'}`, `are ${action === 'install' ? 'done' : 'taken back'}`],
    [of('by-hand'), 'waits for commands that you run', 'wait for commands that you run'],
    [of('failed'), 'has failed', 'have failed'],
    [left, 'was not begun', 'were not begun'],
  ];
  // What is counted is named once, by the first of them.
  const parts = counts
    .filter(([number]) => number > 0)
    .map(([number, one, more], place) =>
      place === 0 ? plural(number, `store ${one}`, `stores ${more}`) : plural(number, one, more),
    );
  return `${listed(parts)}.`;
}
