import type { ReactElement } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Prose } from '../../ui/prose.tsx';
import { typedIn } from './model.ts';
import styles from './trust.module.css';

/** The next step after something went wrong; what is to be typed can be copied. */
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
