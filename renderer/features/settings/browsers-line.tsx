import type { ReactElement } from 'react';
import type { Settings } from '../../../main/contract/index.ts';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { isRealDefault, rumFile } from './browsers-model.ts';
import styles from './settings.module.css';

interface BrowsersLineProps {
  readonly rum: Settings['rum'];
  readonly command: string;
}

/** The same for the command line: one line where it has one, else the lines of a real server's settings file. */
export function BrowsersLine({ rum, command }: BrowsersLineProps): ReactElement {
  if (isRealDefault(rum)) {
    return (
      <div className={styles.stack}>
        <p className={styles.quiet}>The same for one run, from a terminal:</p>
        <Lines what="the command" content={`${command} up --rum`} />
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>
        The same in an <code>apm-server.yml</code>, also for a real server. Here it is read by{' '}
        <code>{command} up --config apm-server.yml</code>.
      </p>
      <Lines what="the lines for apm-server.yml" content={rumFile(rum)} />
    </div>
  );
}

function Lines({ what, content }: { readonly what: string; readonly content: string }): ReactElement {
  return (
    <div className={styles.preview}>
      <Code content={content} />
      <CopyButton what={what} text={content} />
    </div>
  );
}
