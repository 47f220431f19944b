import type { ReactElement } from 'react';
import { classNames } from '../ui/class-names.ts';
import { SealMark } from '../ui/seal-mark.tsx';
import { Link } from './link.tsx';
import styles from './rail.module.css';
import { SCREENS } from './screens.tsx';

/** Screens that belong under another in the rail. */
const UNDER: Readonly<Record<string, string>> = { '/service': '/', '/attempt': '/traffic', '/doctor': '/hand-over' };

/** The rail on the left: every screen that is built. Narrow windows show the marks alone, with their names on hover. */
export function Rail({ current }: { readonly current: string | null }): ReactElement {
  const lit = current === null ? null : (UNDER[current] ?? current);
  return (
    <nav className={styles.rail} aria-label="Screens" data-window-drag="">
      <div className={styles.brand}>
        <SealMark size={22} />
        <span className={styles.word}>Sealwire</span>
      </div>
      <ul className={styles.list}>
        {SCREENS.map(({ path, title, icon: Icon }) =>
          Icon === null ? null : (
            <li key={path} className={path === '/settings' ? styles.last : undefined}>
              <Link
                to={path}
                title={title}
                aria-current={lit === path ? 'page' : undefined}
                className={classNames(styles.item, lit === path && styles.current)}
              >
                <Icon size={18} strokeWidth={1.9} aria-hidden="true" />
                <span className={styles.word}>{title}</span>
              </Link>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}
