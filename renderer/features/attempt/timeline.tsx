import type { ReactElement } from 'react';
import type { TimelineEntry } from '../../../main/contract/index.ts';
import { duration } from '../../ui/format.ts';
import { Prose } from '../../ui/prose.tsx';
import { StateIcon, type Tone } from '../../ui/state-icon.tsx';
import styles from './attempt.module.css';

const TONES: Readonly<Record<TimelineEntry['state'], Tone>> = { ok: 'ok', failed: 'failed', note: 'n/a' };

/** What was observed, in order, each with the time since the connection was accepted. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactElement {
  return (
    <ol className={styles.timeline}>
      {entries.map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a timeline only grows at its end
        <li key={place} className={styles.entry}>
          <StateIcon tone={TONES[entry.state]} size={16} />
          <div className={styles.words}>
            <p className={styles.line}>
              <span>
                {entry.title}
                {entry.state === 'failed' && <span className="visually-hidden"> (failed)</span>}
              </span>
              <span className={styles.time}>
                {entry.phase} · {entry.offsetMs < 1 ? '0 ms' : `+${duration(entry.offsetMs)}`}
              </span>
            </p>
            {entry.detail !== '' && (
              <p className={styles.detail}>
                <Prose text={entry.detail} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
