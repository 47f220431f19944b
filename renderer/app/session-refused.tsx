import { type ReactElement, useEffect } from 'react';
import { CopyButton } from '../ui/copy-button.tsx';
import { SealMark } from '../ui/seal-mark.tsx';
import styles from './gate.module.css';
import lineStyles from './session-refused.module.css';

/** Shown where this tab has no session: the link was used before, is too old, or was never followed here. */
export function SessionRefused(): ReactElement {
  useEffect(() => {
    document.title = 'New link needed · Sealwire';
  }, []);

  return (
    <main className={styles.centre}>
      <div className={styles.note}>
        <SealMark size={36} />
        <h1>This tab needs a new link</h1>
        <p>
          A link to Sealwire works once and for 60 seconds, and only in the tab that opened it. That keeps every other
          page and program on this machine out.
        </p>
        <p>Ask for a new one in a terminal:</p>
        <div className={lineStyles.line}>
          <code>sealwire open</code>
          <CopyButton what="the command" text="sealwire open" label="Copy" kind="primary" />
        </div>
        <p>
          From a clone of the repository it is <code>npm run -s sealwire -- open</code>.
        </p>
      </div>
    </main>
  );
}
