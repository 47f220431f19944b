import type { ReactElement } from 'react';
import styles from './expiry-bar.module.css';
import { daysText } from './format.ts';

interface ExpiryBarProps {
  readonly notBefore: string;
  readonly notAfter: string;
  readonly daysLeft: number;
}

/** How much of a certificate's life is left, as a bar and in words. */
export function ExpiryBar({ notBefore, notAfter, daysLeft }: ExpiryBarProps): ReactElement {
  const life = (Date.parse(notAfter) - Date.parse(notBefore)) / 86_400_000;
  return (
    <span className={styles.expiry}>
      <meter
        className={styles.bar}
        min={0}
        max={Math.max(life, 1)}
        low={Math.min(30, life / 3)}
        optimum={life}
        value={Math.max(daysLeft, 0)}
        aria-label="Life left"
      >
        {daysText(daysLeft)}
      </meter>
      <span>{daysText(daysLeft)}</span>
    </span>
  );
}
