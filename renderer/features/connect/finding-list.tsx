import type { ReactElement } from 'react';
import type { LintAnswer } from '../../../main/contract/index.ts';
import { Prose } from '../../ui/prose.tsx';
import { StateIcon, type Tone } from '../../ui/state-icon.tsx';
import styles from './check.module.css';

type Finding = LintAnswer['findings'][number];

const TONES: Readonly<Record<Finding['severity'], readonly [Tone, string]>> = {
  error: ['failed', 'Error'],
  warning: ['attention', 'Warning'],
  note: ['n/a', 'Note'],
};

/** Everything that was found, in the order of the text: how bad it is, where, what and why, and the setting as it should be. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  return (
    <ol className={styles.findings}>
      {findings.map(({ rule, severity, line, column, message, fix }) => {
        const [tone, word] = TONES[severity];
        return (
          <li key={`${rule} ${line}:${column}`} className={styles.finding}>
            <StateIcon tone={tone} />
            <div className={styles.words}>
              <p className={styles.where}>
                {word} · line {line} · {rule}
              </p>
              <p>
                <Prose text={message} />
              </p>
              {fix === '' && <p className={styles.fix}>Take it out.</p>}
              {fix !== null && fix !== '' && <pre className={styles.fix}>{fix}</pre>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
