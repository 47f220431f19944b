import { type ReactElement, type ReactNode, useEffect } from 'react';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The one primary action of the screen. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: its heading (which takes the focus when one moves to it), a line below it, its primary action, its content. */
export function Page({ title, lead, action, children }: PageProps): ReactElement {
  useEffect(() => {
    document.title = `${title} · Sealwire`;
  }, [title]);

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div className={styles.words}>
          <h1 tabIndex={-1} data-page-heading="">
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </header>
      {children}
    </div>
  );
}
