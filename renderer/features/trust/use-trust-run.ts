import { useEffect, useRef, useState } from 'react';
import type { TrustPlan, TrustResult, TrustStep } from '../../../main/contract/index.ts';
import { asCallError } from '../../bridge/call-error.ts';
import { useBridge } from '../../bridge/procedure.ts';
import { announceVisibly } from '../../ui/announcer.tsx';
import { consentTo, type RunItem, runSummary } from './run-model.ts';

export interface TrustRun {
  /** Null until it is started. */
  readonly items: readonly RunItem[] | null;
  readonly isOver: boolean;
  readonly isStopping: boolean;
  start(plan: TrustPlan, steps: readonly TrustStep[]): void;
  /** Lets the store that is under way be finished and begins no other. */
  stop(): void;
}

/**
 * Installs into, or uninstalls from, one store after the other, each by a call of its own, so that the person sees which one is under way and can stop before the next.
 * When the dialog goes away meanwhile, the store that is under way is finished and no other is begun.
 */
export function useTrustRun(): TrustRun {
  const bridge = useBridge();
  const [items, setItems] = useState<readonly RunItem[] | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [isStopping, setIsStopping] = useState(false);
  const isStopped = useRef(false);
  const isShown = useRef(true);

  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  async function run(plan: TrustPlan, steps: readonly TrustStep[]): Promise<void> {
    let all: readonly RunItem[] = steps.map((step) => ({ step, isRunning: false, result: null }));
    const put = (place: number, change: Partial<RunItem>): void => {
      all = all.map((item, index) => (index === place ? { ...item, ...change } : item));
      setItems(all);
    };
    for (const [place, step] of steps.entries()) {
      if (isStopped.current || !isShown.current) break;
      put(place, { isRunning: true });
      const { result, isLast } = await changed(plan, step);
      put(place, { isRunning: false, result });
      if (isLast) break;
    }
    setIsOver(true);
    // The dialog says it by itself; who has closed it learns it here.
    if (!isShown.current) announceVisibly(runSummary(all, plan.action));
  }

  /** `isLast` where the call itself failed, which would befall the others too. */
  async function changed(plan: TrustPlan, step: TrustStep): Promise<{ result: TrustResult; isLast: boolean }> {
    const { store, title } = step;
    const nothing = { store, title, commands: [], lines: [], checks: [], ledgerId: null };
    try {
      const { results } = await bridge.call(`trust.${plan.action}`, consentTo(step, plan));
      const own = results.find((result) => result.store === store);
      const gone = { ...nothing, outcome: 'skipped' as const, said: 'It is not here any more.', fix: null };
      return { result: own ?? gone, isLast: false };
    } catch (thrown) {
      const { message, fix } = asCallError(thrown);
      return { result: { ...nothing, outcome: 'failed', said: message, fix }, isLast: true };
    }
  }

  return {
    items,
    isOver,
    isStopping: isStopping && !isOver,
    start: (plan, steps) => {
      setItems(steps.map((step) => ({ step, isRunning: false, result: null })));
      void run(plan, steps);
    },
    stop: () => {
      isStopped.current = true;
      setIsStopping(true);
    },
  };
}
