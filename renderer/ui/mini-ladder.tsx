import type { ReactElement } from 'react';
import type { LadderStep } from '../../main/contract/index.ts';
import styles from './mini-ladder.module.css';
import { StateIcon } from './state-icon.tsx';
import { ladderSummary } from './steps.ts';

/** A ladder in one line: six marks, and where it stands in words. */
export function MiniLadder({ steps }: { readonly steps: readonly LadderStep[] }): ReactElement {
  return (
    <span className={styles.mini}>
      <span className={styles.marks} aria-hidden="true">
        {steps.map(({ step, state }) => (
          <StateIcon key={step} tone={state} size={14} />
        ))}
      </span>
      <span className={styles.words}>{ladderSummary(steps)}</span>
    </span>
  );
}
