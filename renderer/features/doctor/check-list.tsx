import type { ReactElement } from 'react';
import type { DoctorCheck, DoctorDetail } from '../../../main/contract/index.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { Chevron } from '../../ui/chevron.tsx';
import { Cure } from '../../ui/cure.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import styles from './doctor.module.css';
import { type Row, STATE_WORDS, TONES } from './model.ts';

/** Every check under the other, as it becomes known: what was found, by what, and what mends it. */
export function CheckList({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  return (
    <ol className={styles.checks} aria-label="Checks">
      {rows.map(({ id, title, check, isNow }) => (
        <li key={id} className={styles.item} data-check={id} data-state={check?.state ?? (isNow ? 'now' : 'waiting')}>
          {check === null ? <Pending title={title} isNow={isNow} /> : <Found check={check} />}
        </li>
      ))}
    </ol>
  );
}

function Pending({ title, isNow }: { readonly title: string; readonly isNow: boolean }): ReactElement {
  return (
    <div className={styles.row}>
      <StateIcon tone="waiting" size={16} />
      <span className={styles.title}>{title}</span>
      <span className={styles.quiet}>{isNow ? 'Looking…' : 'Not looked at yet'}</span>
    </div>
  );
}

function Found({ check }: { readonly check: DoctorCheck }): ReactElement {
  const { title, state, summary, evidence, fix, details } = check;
  const words = (
    <>
      <StateIcon tone={TONES[state]} size={16} />
      <span className={styles.title}>
        {title}
        <span className="visually-hidden"> ({STATE_WORDS[state]})</span>
      </span>
      <span className={state === 'skipped' ? styles.quiet : styles.summary}>{summary}</span>
    </>
  );
  if (evidence === '' && fix === null && details.length === 0) return <div className={styles.row}>{words}</div>;
  return (
    <details open={state === 'failed' || state === 'warning'}>
      <summary className={styles.row}>
        {words}
        <Chevron />
      </summary>
      <div className={styles.more}>
        {fix !== null && <Cure text={fix} />}
        {evidence !== '' && (
          <p className={styles.quiet}>
            Seen: <Breakable text={evidence} />
          </p>
        )}
        {details.length > 0 && (
          <ul className={styles.details}>
            {details.map((detail) => (
              <Detail key={`${detail.what} ${detail.text}`} detail={detail} />
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

function Detail({ detail: { what, state, text } }: { readonly detail: DoctorDetail }): ReactElement {
  return (
    <li className={styles.detail}>
      <StateIcon tone={TONES[state]} size={14} />
      <span>
        {what}
        <span className="visually-hidden"> ({STATE_WORDS[state]})</span>
      </span>
      <span className={styles.quiet}>
        <Breakable text={text} />
      </span>
    </li>
  );
}
