import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { TrustPlan, TrustStore } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { Button } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { Modal } from '../../ui/modal.tsx';
import { Problem } from '../../ui/problem.tsx';
import { isFilesAlone } from './model.ts';
import styles from './plan.module.css';
import { PlanView } from './plan-view.tsx';
import { RunList } from './run-list.tsx';
import { inOrder, plannedIds, runSummary, type TrustAction, tickedAtFirst } from './run-model.ts';
import { useTrustRun } from './use-trust-run.ts';

const TITLES: Readonly<Record<TrustAction, string>> = {
  install: 'Trust your authority on this machine',
  uninstall: 'Take trust back',
};

interface TrustDialogProps {
  readonly action: TrustAction;
  readonly stores: readonly TrustStore[];
  /** The one store that it is about, or null for all. */
  readonly named: string | null;
  readonly onClose: () => void;
}

/** Shows what would be done and asks; then does it store by store and shows what became of each. */
export function TrustDialog({ action, stores, named, onClose }: TrustDialogProps): ReactElement {
  const asked = useAct('trust.plan');
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  const run = useTrustRun();
  const end = useRef<HTMLButtonElement>(null);
  const { mutate: ask } = asked;
  // What the plan is asked for stays as it was when the dialog opened, whatever the list says meanwhile.
  const [first] = useState(() => ({ stores, ids: plannedIds(action, stores, named) }));

  useEffect(() => ask({ action, stores: first.ids }), [ask, action, first]);
  const isRunning = run.items !== null && !run.isOver;
  const phase = run.items === null ? 'plan' : run.isOver ? 'over' : 'running';
  useEffect(() => {
    if (phase === 'plan') return;
    end.current?.focus({ preventScroll: true });
    // Whoever scrolled through a long plan begins at the top of what comes of it.
    end.current?.closest('dialog')?.scrollTo(0, 0);
  }, [phase]);

  const plan = asked.data === undefined ? undefined : inOrder(asked.data, first.stores);
  const atFirst = plan === undefined ? new Set<string>() : tickedAtFirst(plan, first.stores, named);
  const chosen = ticked ?? atFirst;
  const steps = plan?.steps.filter(({ store }) => chosen.has(store)) ?? [];
  const begun = run.items?.findIndex((item) => item.isRunning) ?? -1;
  const finished = run.items?.filter(({ result }) => result !== null).length ?? 0;

  return (
    <Modal title={TITLES[action]} isWide onClose={onClose}>
      {asked.error !== null && (
        <Problem problem={asked.error}>
          <Button onClick={() => ask({ action, stores: first.ids })}>Look again</Button>
        </Problem>
      )}
      {asked.isPending && <p role="status">Looking at the stores to say what would be done…</p>}
      {plan !== undefined && run.items === null && (
        <PlanView
          plan={plan}
          ticked={chosen}
          isUpToYou={action === 'install' && atFirst.size === 0}
          onTick={(store, isTicked) => setTicked(withStore(chosen, store, isTicked))}
        />
      )}
      {run.items !== null && (
        <>
          <div className={styles.progress}>
            <p role="status">
              {run.isOver
                ? runSummary(run.items, action)
                : `Store ${begun + 1} of ${run.items.length}: ${run.items[begun]?.step.title ?? '…'}`}
            </p>
            {isRunning && run.items.length > 1 && (
              <progress aria-label="Stores finished" max={run.items.length} value={finished} />
            )}
          </div>
          <RunList items={run.items} action={action} isOver={run.isOver} stores={stores} />
        </>
      )}
      <div className={styles.foot}>
        {phase === 'plan' && (
          <>
            <Button onClick={onClose}>Change nothing</Button>
            <Button
              kind="primary"
              disabled={plan === undefined || steps.length === 0}
              onClick={() => plan !== undefined && run.start(plan, steps)}
            >
              {agreeing(action, steps, stores)}
            </Button>
          </>
        )}
        {phase === 'running' && (
          <Button ref={end} isBusy={run.isStopping} onClick={run.stop}>
            {run.isStopping ? 'Stopping after this store…' : 'Stop after this store'}
          </Button>
        )}
        {phase === 'over' && (
          <Button ref={end} kind="primary" onClick={onClose}>
            Done
          </Button>
        )}
      </div>
    </Modal>
  );
}

function withStore(ticked: ReadonlySet<string>, store: string, isTicked: boolean): ReadonlySet<string> {
  return new Set(isTicked ? [...ticked, store] : [...ticked].filter((each) => each !== store));
}

/** Where nothing would be done but printing commands, the button does not promise more. */
function agreeing(action: TrustAction, steps: TrustPlan['steps'], stores: readonly TrustStore[]): string {
  if (steps.length === 0) return action === 'install' ? 'Trust' : 'Take back';
  if (steps.every(({ byHand }) => byHand)) return 'Show the commands to run';
  const areFiles = steps.every(({ store }) => stores.some((each) => each.id === store && isFilesAlone(each)));
  if (action === 'install' && areFiles) return 'Write the files';
  const many = plural(steps.length, 'store', 'stores');
  return action === 'install' ? `Trust in ${many}` : `Take back from ${many}`;
}
