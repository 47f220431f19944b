import type { ReactElement } from 'react';
import { CopyButton } from './copy-button.tsx';
import styles from './cure.module.css';
import { Prose } from './prose.tsx';
import { typedIn } from './typed-in.ts';

/** A sentence that says what to do next; what is to be typed in it can be copied beside it. */
export function Cure({ text }: { readonly text: string }): ReactElement {
  return (
    <p className={styles.cure}>
      <Prose text={text} />
      {typedIn(text).map((line) => (
        <CopyButton key={line} what={line} text={line} />
      ))}
    </p>
  );
}
