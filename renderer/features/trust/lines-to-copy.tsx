import type { ReactElement } from 'react';
import type { TrustLines } from '../../../main/contract/index.ts';
import { SecretCode } from '../../ui/secret-code.tsx';
import styles from './trust.module.css';

/** What the person sets or writes themselves, each with its button to copy it. */
export function LinesToCopy({ lines }: { readonly lines: readonly TrustLines[] }): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <>
      {lines.map(({ title, content }) => (
        <div key={title} className={styles.lines}>
          <p className={styles.quiet}>{title}</p>
          <SecretCode content={content} what={`the lines: ${title}`} />
        </div>
      ))}
    </>
  );
}
