import type { ReactElement, ReactNode } from 'react';
import styles from './problem.module.css';
import { Prose } from './prose.tsx';
import { StateIcon } from './state-icon.tsx';

interface ProblemProps {
  /** What happened and why, and the next step: the two sentences of the error catalogue. */
  readonly problem: { readonly message: string; readonly fix: string };
  readonly tone?: 'failed' | 'attention';
  /** The button that takes the next step, where there is one. */
  readonly children?: ReactNode;
}

/** Something that went wrong, in place: one sentence, its cure, and the button that applies it. */
export function Problem({ problem, tone = 'failed', children }: ProblemProps): ReactElement {
  return (
    <div className={styles.problem} role="alert">
      <StateIcon tone={tone} />
      <div className={styles.words}>
        <p className={styles.message}>
          <Prose text={problem.message} />
        </p>
        <p className={styles.fix}>
          <Prose text={problem.fix} />
        </p>
      </div>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
