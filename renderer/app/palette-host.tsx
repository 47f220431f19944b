import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import type { Status } from '../../main/contract/index.ts';
import { isPaletteKey } from './shortcut.ts';

const Palette = lazy(() => import('./palette.tsx'));

interface PaletteHostProps {
  readonly status: Status;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Opens the command palette on its shortcut; it is loaded when it is first asked for. */
export function PaletteHost({ status, isOpen, onToggle }: PaletteHostProps): ReactElement | null {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (!isPaletteKey(event)) return;
      event.preventDefault();
      onToggle(!isOpen);
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOpen, onToggle]);

  return isOpen ? (
    <Suspense fallback={null}>
      <Palette status={status} onClose={() => onToggle(false)} />
    </Suspense>
  ) : null;
}
