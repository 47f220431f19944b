import type { ReactElement, ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';
import { StateIcon, type Tone } from './state-icon.tsx';

interface BadgeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A short fact in a pill; with a tone it carries that tone's mark as well as its colour. */
export function Badge({ tone, children }: BadgeProps): ReactElement {
  return (
    <span className={classNames(styles.badge, tone !== undefined && tone !== 'n/a' && styles[tone])}>
      {tone !== undefined && <StateIcon tone={tone} size={12} />}
      {children}
    </span>
  );
}
