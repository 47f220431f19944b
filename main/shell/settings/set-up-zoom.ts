import type { ShellParts } from '../parts.ts';
import type { DesktopState } from './desktop-state.ts';
import type { KeptFields } from './kept-fields.ts';
import { nextZoom, type ZoomStep } from './next-zoom.ts';

/** Keeps the page's zoom across restarts; returns the function that the View menu steps it with. */
export function setUpZoom(parts: ShellParts, state: KeptFields<DesktopState>): (step: ZoomStep) => void {
  let { zoom } = state.get();
  const step = (direction: ZoomStep): void => {
    const next = nextZoom(zoom, direction);
    if (next === zoom) return;
    zoom = next;
    parts.window.browserWindow()?.webContents.setZoomFactor(zoom);
    try {
      state.change({ zoom });
    } catch (error) {
      // A data folder that cannot be written to: the page is read now, whatever the next start knows of it.
      parts.log(`zoom not kept: ${String(error)}`);
    }
  };
  parts.window.onWindow(({ webContents }) => {
    webContents.on('did-finish-load', () => webContents.setZoomFactor(zoom));
    // Ctrl and the wheel.
    webContents.on('zoom-changed', (_event, direction) => step(direction));
  });
  return step;
}
