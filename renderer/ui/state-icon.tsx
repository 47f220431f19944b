import type { ReactElement } from 'react';
import styles from './state-icon.module.css';

export type Tone = 'ok' | 'attention' | 'failed' | 'waiting' | 'n/a';

interface StateIconProps {
  readonly tone: Tone;
  readonly size?: number;
}

/** The mark of a state. Each has a shape of its own, so that it is told apart without colour; the words stand beside it. */
export function StateIcon({ tone, size = 20 }: StateIconProps): ReactElement {
  return (
    <svg
      className={styles[tone === 'n/a' ? 'none' : tone]}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[tone]}
    </svg>
  );
}

const SHAPES: Readonly<Record<Tone, ReactElement>> = {
  ok: (
    <>
      <circle cx="10" cy="10" r="10" fill="currentColor" />
      <path className={styles.glyph} d="m5.8 10.3 2.9 2.9 5.5-6" />
    </>
  ),
  failed: (
    <>
      <rect width="20" height="20" rx="4" fill="currentColor" />
      <path className={styles.glyph} d="m6.5 6.5 7 7m0-7-7 7" />
    </>
  ),
  attention: (
    <>
      <path
        d="M10 1.2 19.4 18H.6Z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path className={styles.glyph} d="M10 7v5m0 2.6v.2" />
    </>
  ),
  waiting: (
    <circle cx="10" cy="10" r="8.8" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="3.6 3.3" />
  ),
  'n/a': <path d="M5 10h10" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
};
