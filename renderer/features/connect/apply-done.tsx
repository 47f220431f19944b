import type { ReactElement } from 'react';
import type { AppliedWiring } from '../../../main/contract/index.ts';
import { Link } from '../../app/link.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Prose } from '../../ui/prose.tsx';
import { SecretCode } from '../../ui/secret-code.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './apply.module.css';

/** What was written, how it is taken back, and what is left for the person. */
export function ApplyDone({ done }: { readonly done: AppliedWiring }): ReactElement {
  const { path, remaining, notes } = done;
  return (
    <>
      <p className={styles.wired} role="status">
        <StateIcon tone="ok" />
        <span>
          <Breakable text={path} /> is wired. <Link to="/activity">Undo it in Activity</Link> whenever you like.
        </span>
      </p>
      {remaining.length > 0 && (
        <section className={styles.part} aria-label="Still to be done">
          <h3>Still to be done</h3>
          <ol className={styles.steps}>
            {remaining.map(({ title, path: file, content }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps of one snippet never change places, and two may have one title
              <li key={at} className={styles.step}>
                <p>{file === null ? title : `${title} · ${file}`}</p>
                <SecretCode content={content.trimEnd()} what={file ?? title} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {notes.length > 0 && (
        <details className={styles.notes}>
          <summary>Good to know ({notes.length})</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>
                <Prose text={note} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
