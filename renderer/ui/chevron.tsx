import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import styles from './chevron.module.css';

/** Shows in the line of a `<summary>` that it opens, and whether it is open. */
export function Chevron(): ReactElement {
  return <ChevronRight size={16} className={styles.chevron} aria-hidden="true" />;
}
