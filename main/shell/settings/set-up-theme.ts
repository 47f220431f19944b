import { nativeTheme } from 'electron';
import { z } from 'zod';
import type { ShellParts } from '../parts.ts';
import type { DesktopState } from './desktop-state.ts';
import type { KeptFields } from './kept-fields.ts';
import { titleBarColours } from './title-bar-colours.ts';

/** Native menus, dialogs and the title bar follow the page's theme, and the system's where that is what the page follows. */
export function setUpTheme(parts: ShellParts, state: KeptFields<DesktopState>): void {
  const paint = (): void => {
    const window = parts.window.browserWindow();
    const colours = titleBarColours(nativeTheme.shouldUseDarkColors);
    window?.setBackgroundColor(colours.color);
    // macOS draws its own buttons, and only a window with an overlay has colours to set.
    if (parts.platform === 'darwin') return;
    try {
      window?.setTitleBarOverlay?.(colours);
    } catch (error) {
      // Thrown where this window has the system's own title bar; then there is nothing to paint.
      parts.log(`title bar not painted: ${String(error)}`);
    }
  };
  nativeTheme.themeSource = state.get().theme;
  nativeTheme.on('updated', paint);
  parts.onClose(() => nativeTheme.off('updated', paint));
  parts.handle('setTheme', z.enum(['system', 'light', 'dark']), async (theme) => {
    nativeTheme.themeSource = theme;
    paint();
    if (state.get().theme === theme) return;
    try {
      state.change({ theme });
    } catch (error) {
      // A data folder that cannot be written to; the core says so where it matters.
      parts.log(`theme not kept: ${String(error)}`);
    }
  });
}
