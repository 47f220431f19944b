import type { ReactElement } from 'react';
import type { TrustPlan } from '../../../main/contract/index.ts';
import { Chevron } from '../../ui/chevron.tsx';
import { Cure } from '../../ui/cure.tsx';
import { Empty } from '../../ui/empty.tsx';
import { shortFingerprint } from '../../ui/format.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './plan.module.css';
import { PlanStep } from './plan-step.tsx';

interface PlanViewProps {
  readonly plan: TrustPlan;
  readonly ticked: ReadonlySet<string>;
  /** Nothing was ticked when it opened, although there is something to tick. */
  readonly isUpToYou: boolean;
  readonly onTick: (store: string, isTicked: boolean) => void;
}

/** A plan before it is agreed to: each store with its changes, to be chosen, and those that are left alone with the reason. */
export function PlanView({
  plan: { action, authority, steps, skipped },
  ticked,
  isUpToYou,
  onTick,
}: PlanViewProps): ReactElement {
  return (
    <>
      {steps.length === 0 ? (
        <Empty title={action === 'install' ? 'There is nothing to add' : 'There is nothing to take back'}>
          {action === 'install'
            ? 'Every store that could trust the authority does already, or cannot for the reason below.'
            : 'No store holds anything that Sealwire put there.'}
        </Empty>
      ) : (
        <>
          <p className={styles.quiet}>
            {action === 'install' ? (
              <>
                Programs that read a store you tick will accept certificates of{' '}
                <strong>{authority?.commonName ?? 'the authority'}</strong>
                {authority !== null && (
                  <>
                    {' '}
                    (
                    <code className={styles.print} title={authority.fingerprint256}>
                      {shortFingerprint(authority.fingerprint256)}
                    </code>
                    )
                  </>
                )}
                . This is everything that is changed, and all of it can be taken back.
              </>
            ) : (
              'Files become again what they were, byte for byte. Databases keep every entry that is not Sealwire’s, also those that others added since.'
            )}
          </p>
          {isUpToYou && (
            <p className={styles.note}>
              <StateIcon tone="n/a" size={16} />
              Nothing is ticked: what is left needs other rights, or takes effect only where you set what it prints.
            </p>
          )}
          <ul className={styles.steps}>
            {steps.map((step) => (
              <PlanStep
                key={step.store}
                step={step}
                isOpen={steps.length === 1}
                isTicked={ticked.has(step.store)}
                onTick={(isTicked) => onTick(step.store, isTicked)}
              />
            ))}
          </ul>
        </>
      )}
      {skipped.length > 0 && (
        <details open={steps.length === 0}>
          <summary className={styles.opener}>
            <Chevron />
            Left alone: {skipped.length}
          </summary>
          <ul className={styles.skipped}>
            {skipped.map(({ store, title, reason }) => (
              <li key={store}>
                {title}
                <div className={styles.quiet}>
                  <Cure text={reason} />
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
