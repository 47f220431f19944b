import type { ReactElement } from 'react';
import { useMissed } from '../../bridge/missed.ts';
import { plural } from '../../ui/format.ts';
import styles from './missed-line.module.css';

/** A quiet count of what came faster than this page takes it; nothing where there is nothing to say. */
export function MissedLine(): ReactElement | null {
  const { attempts, events } = useMissed();
  const missed = [
    ...(attempts > 0 ? [plural(attempts, 'attempt', 'attempts')] : []),
    ...(events > 0 ? [plural(events, 'event', 'events')] : []),
  ];
  if (missed.length === 0) return null;
  return (
    <p className={styles.line}>
      {missed.join(' and ')} came faster than this page shows them. Every event is stored, and the lists here are
      brought up to date by themselves.
    </p>
  );
}
