import type { ReactElement } from 'react';
import type { TrustStore } from '../../../main/contract/index.ts';
import { useAct } from '../../bridge/procedure.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Cure } from '../../ui/cure.tsx';
import { Problem } from '../../ui/problem.tsx';
import { SecretCode } from '../../ui/secret-code.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { ChecksList } from './checks-list.tsx';
import { LinesToCopy } from './lines-to-copy.tsx';
import { stateOf } from './model.ts';
import styles from './plan.module.css';
import { Refusals } from './refusals.tsx';
import { outcomeOf, type RunItem, type TrustAction } from './run-model.ts';

interface RunListProps {
  readonly items: readonly RunItem[];
  readonly action: TrustAction;
  readonly isOver: boolean;
  readonly stores: readonly TrustStore[];
}

/** A run, store by store: what is under way, what became of each, and what is left for the person to do. */
export function RunList({ items, ...rest }: RunListProps): ReactElement {
  return (
    <ul className={styles.steps}>
      {items.map((item) => (
        <RunRow key={item.step.store} item={item} {...rest} />
      ))}
    </ul>
  );
}

interface RunRowProps {
  readonly item: RunItem;
  readonly action: TrustAction;
  readonly isOver: boolean;
  readonly stores: readonly TrustStore[];
}

function RunRow({ item: { step, isRunning, result }, action, isOver, stores }: RunRowProps): ReactElement {
  const store = stores.find(({ id }) => id === step.store);
  const outcome = result === null ? null : outcomeOf(result, action, store);
  return (
    <li className={styles.step} aria-current={isRunning ? 'step' : undefined} data-outcome={result?.outcome}>
      <StateIcon tone={outcome?.tone ?? (isRunning ? 'waiting' : 'n/a')} size={16} />
      <div className={styles.words}>
        <div className={styles.head}>
          <span className={styles.title}>{step.title}</span>
          {outcome !== null && <Badge tone={outcome.tone}>{outcome.words}</Badge>}
        </div>
        {result === null ? (
          <p className={styles.quiet}>
            {isRunning
              ? action === 'install'
                ? 'Changing it, then the programs that read it connect…'
                : 'Taking it back…'
              : isOver
                ? 'Not begun, nothing was changed.'
                : 'Waits for its turn.'}
          </p>
        ) : (
          <>
            <p className={styles.said}>{result.said}</p>
            {result.outcome === 'by-hand' ? (
              <ByHand store={store ?? null} title={step.title} commands={result.commands} />
            ) : (
              result.fix !== null && <Cure text={result.fix} />
            )}
            <ChecksList checks={result.checks} />
            {store !== undefined && <Refusals store={store} checks={result.checks} stores={stores} />}
            <LinesToCopy lines={result.lines} />
          </>
        )}
      </div>
    </li>
  );
}

interface ByHandProps {
  /** Null where what was taken back is not one store of the list, so that there is none to look at. */
  readonly store: TrustStore | null;
  readonly title: string;
  readonly commands: readonly string[];
}

/** The exact commands that the person runs themselves, and a look whether it has worked. */
function ByHand({ store, title, commands }: ByHandProps): ReactElement {
  const check = useAct('trust.check');
  const seen = check.data?.stores.find(({ id }) => id === store?.id);
  const then = store === null ? ':' : ', then check:';
  return (
    <>
      <p className={styles.quiet}>
        {commands.length > 0 ? `Run this in a terminal${then}` : `Do what is written below${then}`}
      </p>
      {commands.length > 0 && <SecretCode content={commands.join('\n')} what={`the commands for ${title}`} />}
      {store !== null && (
        <div className={styles.checkNow}>
          <Button
            isBusy={check.isPending}
            aria-label={`Check now: ${title}`}
            onClick={() => check.mutate({ stores: [store.id] })}
          >
            {check.isPending ? 'Checking…' : 'Check now'}
          </Button>
          <span role="status" className={styles.quiet}>
            {seen !== undefined && (
              <>
                <Badge tone={stateOf(seen).tone}>{stateOf(seen).words}</Badge> {seen.evidence}
              </>
            )}
          </span>
        </div>
      )}
      {check.error !== null && <Problem problem={check.error} />}
    </>
  );
}
