import type { ReactElement } from 'react';
import type { Fix } from '../../main/contract/index.ts';
import styles from './fixes.module.css';
import { Prose } from './prose.tsx';
import { SecretCode } from './secret-code.tsx';

interface FixesProps {
  readonly fixes: readonly Fix[];
  /** The first of them is the next thing to do on this screen. */
  readonly isPrimary?: boolean;
}

/** What mends it: a sentence each, and the line to paste where there is one. */
export function Fixes({ fixes, isPrimary = false }: FixesProps): ReactElement | null {
  if (fixes.length === 0) return null;
  return (
    <ol className={styles.fixes}>
      {fixes.map(({ text, snippet }, place) => (
        <li key={`${text}${snippet}`} className={styles.fix}>
          <p>
            <Prose text={text} />
          </p>
          {snippet !== null && (
            <SecretCode
              content={snippet}
              what="the fix"
              label="Copy fix"
              kind={isPrimary && place === 0 ? 'primary' : 'plain'}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
