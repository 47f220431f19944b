import type { ReactElement } from 'react';
import styles from './prose.module.css';

/** A sentence of the core; what stands between backticks in it is something to type, and looks like it. */
export function Prose({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split('`').map((part, place) =>
        place % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
          <code key={place} className={styles.code}>
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </>
  );
}
