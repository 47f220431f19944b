import type { ReactElement } from 'react';
import type { AgentSummary, ExplainAnswer } from '../../../main/contract/index.ts';
import { Fixes } from '../../ui/fixes.tsx';
import { plural } from '../../ui/format.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './check.module.css';

interface LoggedListProps {
  readonly logged: ExplainAnswer;
  readonly agents: readonly AgentSummary[];
}

/** Each failure that an agent's log tells of: where, what it means, and what mends it; and whose words they are. */
export function LoggedList({ logged: { agent, candidates, said }, agents }: LoggedListProps): ReactElement {
  const titleOf = (id: string): string => agents.find((each) => each.id === id)?.title ?? id;
  return (
    <>
      <ol className={styles.findings}>
        {said.map(({ lines, count, diagnosis }) => (
          <li key={diagnosis.code} className={styles.finding}>
            <StateIcon tone="failed" />
            <div className={styles.words}>
              <p className={styles.where}>
                line {lines[0]}
                {count > 1 && `, ${plural(count, 'line', 'lines')} in all`} · {diagnosis.confidence}
              </p>
              <p>{diagnosis.summary}</p>
              <p className={styles.quiet}>{diagnosis.cause}</p>
              <Fixes fixes={diagnosis.fixes} />
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.whose}>
        {agent === null
          ? `Several agents write so: ${candidates.map(titleOf).join(', ')}. Choose yours above, and the cure is in its words.`
          : `These are the words of ${titleOf(agent)}.`}
      </p>
    </>
  );
}
