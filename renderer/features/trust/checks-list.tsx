import type { ReactElement } from 'react';
import type { TrustCheck } from '../../../main/contract/index.ts';
import { momentOf } from '../../ui/format.ts';
import { StateIcon, type Tone } from '../../ui/state-icon.tsx';
import styles from './trust.module.css';

const OUTCOMES: Readonly<Record<TrustCheck['outcome'], { readonly tone: Tone; readonly words: string }>> = {
  verified: { tone: 'ok', words: 'verified' },
  refused: { tone: 'failed', words: 'refused' },
  unclear: { tone: 'waiting', words: 'not clear' },
};

/** Every program that was made to connect, what it did, and when. */
export function ChecksList({ checks }: { readonly checks: readonly TrustCheck[] }): ReactElement | null {
  if (checks.length === 0) return null;
  return (
    <ul className={styles.checks} aria-label="Handshakes">
      {checks.map(({ client, program, outcome, reason, at }) => (
        <li key={`${program} ${client}`} className={styles.check}>
          <StateIcon tone={OUTCOMES[outcome].tone} size={16} />
          <div className={styles.words}>
            <p>
              {client} <span className={styles.quiet}>{OUTCOMES[outcome].words}</span>
            </p>
            <p className={styles.quiet}>{reason}</p>
          </div>
          <span className={styles.time} title={program}>
            {momentOf(at)}
          </span>
        </li>
      ))}
    </ul>
  );
}
