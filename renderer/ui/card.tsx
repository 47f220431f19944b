import type { ReactElement, ReactNode } from 'react';
import styles from './card.module.css';
import { classNames } from './class-names.ts';

interface CardProps {
  readonly title?: ReactNode;
  /** What stands at the end of the title's line: a badge or quiet buttons. */
  readonly aside?: ReactNode;
  /** The content brings its own padding: lists whose rows reach the edges. */
  readonly isFlush?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A surface with an optional title line. */
export function Card({ title, aside, isFlush = false, className, children }: CardProps): ReactElement {
  return (
    <section className={classNames(styles.card, className)}>
      {(title !== undefined || aside !== undefined) && (
        <div className={styles.head}>
          {title !== undefined && <h2>{title}</h2>}
          {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      <div className={isFlush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
