import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import styles from './explained.module.css';

interface ExplainedProps {
  /** One line that says what the term means. */
  readonly meaning: string;
  readonly children: ReactNode;
}

/** A term of the field with its meaning on hover, focus or press. */
export function Explained({ meaning, children }: ExplainedProps): ReactElement {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger className={styles.term} delay={250} closeOnClick={false} aria-description={meaning}>
        {children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={styles.place}>
          <Tooltip.Popup className={styles.popup}>{meaning}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
