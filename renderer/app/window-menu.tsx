import { Menu } from 'lucide-react';
import type { ReactElement } from 'react';
import { desktop } from '../bridge/desktop.ts';
import { announceVisibly } from '../ui/announcer.tsx';
import styles from './window-menu.module.css';

/** The application menu as a button, beside the buttons that Windows draws over the page: a window without a frame has no menu bar there. */
export function WindowMenu(): ReactElement | null {
  const face = desktop();
  if (face === null || document.documentElement.dataset.titleBar !== 'windows') return null;
  return (
    <button
      type="button"
      className={styles.menu}
      aria-label="Menu"
      aria-haspopup="menu"
      title="Menu"
      onClick={({ currentTarget }) => {
        const { left: x, bottom: y } = currentTarget.getBoundingClientRect();
        face.showMenu({ x, y }).catch((error: unknown) => announceVisibly(`The menu did not open: ${String(error)}`));
      }}
    >
      <Menu size={16} aria-hidden="true" />
    </button>
  );
}
