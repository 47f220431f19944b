import type { ReactElement } from 'react';
import { Prose } from '../../ui/prose.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './issue.module.css';

/** What the core says has to be known or done now, a sentence each. */
export function Notes({ notes }: { readonly notes: readonly string[] }): ReactElement | null {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note} className={styles.note}>
          <StateIcon tone="attention" size={16} />
          <span>
            <Prose text={note} />
          </span>
        </li>
      ))}
    </ul>
  );
}
