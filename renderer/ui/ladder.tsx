import { type ReactElement, useEffect, useRef } from 'react';
import type { LadderStep } from '../../main/contract/index.ts';
import { announce } from './announcer.tsx';
import { classNames } from './class-names.ts';
import { Explained } from './explained.tsx';
import styles from './ladder.module.css';
import { ladderTimes } from './ladder-times.ts';
import { Prose } from './prose.tsx';
import { StateIcon } from './state-icon.tsx';
import { STEP_WORDS } from './steps.ts';

const STATE_WORDS = { ok: 'seen', failed: 'failed', waiting: 'waiting', 'n/a': 'does not apply' } as const;

interface LadderProps {
  readonly steps: readonly LadderStep[];
  /** Say changes of rungs to a screen reader as they happen. */
  readonly isLive?: boolean;
}

/** The evidence ladder: each rung with its state, what was observed, and when. */
export function Ladder({ steps, isLive = false }: LadderProps): ReactElement {
  const times = ladderTimes(steps);
  // What the first waits for, the others wait for too.
  const firstWaiting = steps.findIndex(({ state }) => state === 'waiting');
  useSpokenChanges(steps, isLive);
  return (
    <ol className={styles.ladder}>
      {steps.map(({ step, state, evidence }, place) => (
        <li
          key={step}
          className={classNames(styles.rung, state === 'ok' && styles.climbed)}
          data-step={step}
          data-state={state}
        >
          <StateIcon tone={state} />
          <div className={styles.words}>
            <div className={styles.line}>
              <span className={state === 'ok' || state === 'failed' ? styles.seen : styles.unseen}>
                <Explained meaning={STEP_WORDS[step].claim}>{STEP_WORDS[step].title}</Explained>
                <span className="visually-hidden"> ({STATE_WORDS[state]})</span>
              </span>
              {state === 'n/a' && <span className={styles.time}>n/a</span>}
              {times[place] !== null && state !== 'n/a' && <span className={styles.time}>{times[place]}</span>}
            </div>
            {evidence !== '' && (state !== 'waiting' || place === firstWaiting) && (
              <p className={styles.evidence}>
                <Prose text={evidence} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function useSpokenChanges(steps: readonly LadderStep[], isLive: boolean): void {
  const former = useRef<string | null>(null);
  useEffect(() => {
    const states = steps.map(({ state }) => state).join();
    const changed = former.current?.split(',') ?? null;
    former.current = states;
    if (!isLive || changed === null) return;
    const news = steps.filter(({ state }, place) => state !== changed[place] && (state === 'ok' || state === 'failed'));
    const last = news.find(({ state }) => state === 'failed') ?? news.at(-1);
    if (last !== undefined) announce(`${STEP_WORDS[last.step].title}: ${STATE_WORDS[last.state]}. ${last.evidence}`);
  }, [steps, isLive]);
}
