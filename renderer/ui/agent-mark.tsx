import type { ReactElement } from 'react';
import styles from './agent-mark.module.css';
import { SealMark } from './seal-mark.tsx';

const MARKS: Readonly<Record<string, string>> = import.meta.glob<string>('../../assets/agents/*.svg', {
  eager: true,
  query: '?url',
  import: 'default',
});

interface AgentMarkProps {
  readonly agent: string;
  readonly size?: number;
}

/** The mark drawn for an agent, and Sealwire's own for its test transactions; one that has none yet gets its first letter. Always beside the agent's name, so it says nothing. */
export function AgentMark({ agent, size = 32 }: AgentMarkProps): ReactElement {
  if (agent === 'sealwire') {
    return (
      <span className={styles.letter}>
        <SealMark size={20} />
      </span>
    );
  }
  const mark = MARKS[`../../assets/agents/${agent}.svg`];
  return mark === undefined ? (
    <span className={styles.letter} aria-hidden="true">
      {agent.charAt(0).toUpperCase()}
    </span>
  ) : (
    <img className={styles.mark} src={mark} alt="" width={size} height={size} />
  );
}
