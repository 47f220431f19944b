import type { ReactElement } from 'react';
import type { Diagnosis } from '../../main/contract/index.ts';
import { Fixes } from './fixes.tsx';
import styles from './nothing-yet.module.css';
import { Prose } from './prose.tsx';

/** What to look at while a ladder waits: nothing has failed, so it stays folded until it is asked for. */
export function NothingYet({ diagnosis }: { readonly diagnosis: Diagnosis }): ReactElement {
  return (
    <details className={styles.help}>
      <summary className={styles.summary}>What if nothing happens?</summary>
      <div className={styles.content}>
        <p className={styles.cause}>
          <Prose text={diagnosis.cause} />
        </p>
        <Fixes fixes={diagnosis.fixes} />
      </div>
    </details>
  );
}
