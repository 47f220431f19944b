import type { ReactElement } from 'react';
import type { TrustStore } from '../../../main/contract/index.ts';
import { useAnswer } from '../../bridge/procedure.ts';
import { Problem } from '../../ui/problem.tsx';
import { SecretCode } from '../../ui/secret-code.tsx';
import { canTrust } from './model.ts';
import styles from './trust.module.css';

/** What the person runs for a store that Sealwire may not change, ready to be copied: to trust the authority, or to take it back where it does. */
export function CommandsToRun({ store }: { readonly store: TrustStore }): ReactElement | null {
  const action = canTrust(store) ? 'install' : 'uninstall';
  const plan = useAnswer('trust.plan', { action, stores: [store.id] });
  if (plan.error !== null) return <Problem problem={plan.error} />;
  const step = plan.data?.steps.find((each) => each.store === store.id);
  if (step === undefined || step.commands.length === 0) return null;
  return (
    <div className={styles.lines}>
      <p className={styles.quiet}>
        {action === 'install'
          ? 'To trust the authority here, run this in a terminal, then check:'
          : 'To take it back, run this in a terminal:'}
      </p>
      <SecretCode content={step.commands.join('\n')} what={`the commands for ${store.title}`} />
    </div>
  );
}
