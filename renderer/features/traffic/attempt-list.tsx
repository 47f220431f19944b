import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import type { Attempt } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { clockTime, duration } from '../../ui/format.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './attempt-list.module.css';
import { reachedWords, remark, whoseAttempt } from './model.ts';

const ROW_PX = 44;

/** Attempts in rows. Only those in view are in the page; arrow keys, Home and End move, one tab stop. */
export function AttemptList({ attempts }: { readonly attempts: readonly Attempt[] }): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const [reachable, setReachable] = useState(0);
  const virtual = useVirtualizer({
    count: attempts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (place) => attempts[place]?.id ?? place,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const stop = rows.some(({ index }) => index === reachable) ? reachable : (rows[0]?.index ?? 0);

  function press(event: KeyboardEvent): void {
    const to = placeAfter(event.key, stop, attempts.length);
    if (to === null) return;
    event.preventDefault();
    setReachable(to);
    virtual.scrollToIndex(to);
    // The row may come into the page only with the next frame.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-place="${to}"] a`)?.focus());
  }

  return (
    <div className={styles.list}>
      <div className={styles.headRow} aria-hidden="true">
        <span>Outcome</span>
        <span>Time</span>
        <span>Who</span>
        <span>Reached</span>
        <span>Took</span>
      </div>
      <div ref={scroller} className={styles.scroller}>
        <ol className={styles.space} aria-label="Attempts" style={{ blockSize: virtual.getTotalSize() }}>
          {rows.map(({ index, start, key }) => {
            const attempt = attempts[index];
            return attempt === undefined ? null : (
              <li
                key={key}
                className={styles.row}
                style={{ translate: `0 ${start}px` }}
                aria-posinset={index + 1}
                aria-setsize={attempts.length}
                data-place={index}
              >
                <AttemptRow
                  attempt={attempt}
                  isReachable={index === stop}
                  onFocus={() => setReachable(index)}
                  onKey={press}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}

interface AttemptRowProps {
  readonly attempt: Attempt;
  readonly isReachable: boolean;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

function AttemptRow({ attempt, isReachable, onFocus, onKey }: AttemptRowProps): ReactElement {
  const isFailed = attempt.outcome === 'failed';
  return (
    <>
      <span className={styles.outcome}>
        <StateIcon tone={isFailed ? 'failed' : 'ok'} size={16} />
        <span className={isFailed ? styles.failed : styles.quiet}>{isFailed ? 'Failed' : 'OK'}</span>
      </span>
      <span className={styles.time}>{clockTime(attempt.at)}</span>
      <span className={styles.who}>
        <Link
          to={`/attempt/${encodeURIComponent(attempt.id)}`}
          className={styles.link}
          tabIndex={isReachable ? 0 : -1}
          onFocus={onFocus}
          onKeyDown={onKey}
        >
          {whoseAttempt(attempt)}
        </Link>
        <span className={styles.remark}>{remark(attempt)}</span>
      </span>
      <span className={styles.quiet}>{reachedWords(attempt)}</span>
      <span className={styles.time}>{duration(attempt.durationMs)}</span>
    </>
  );
}

function placeAfter(key: string, place: number, length: number): number | null {
  const places: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(place + 1, length - 1),
    ArrowUp: Math.max(place - 1, 0),
    Home: 0,
    End: length - 1,
  };
  return places[key] ?? null;
}
