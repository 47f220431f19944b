import type { ShellParts } from '../parts.ts';
import type { DesktopState } from './desktop-state.ts';
import type { KeptFields } from './kept-fields.ts';
import { nextZoom, type ZoomStep } from './next-zoom.ts';

/** Keeps the page's zoom across restarts; returns the function that the View menu steps it with. */
export function setUpZoom(parts: ShellParts, state: KeptFields<DesktopState>): (step: ZoomStep) => void {
  const step = (direction: ZoomStep): void => {
    const zoom = nextZoom(state.get().zoom, direction);
    if (zoom === state.get().zoom) return;
    state.change({ zoom });
    parts.window.browserWindow()?.webContents.setZoomFactor(zoom);
  };
  parts.window.onWindow(({ webContents }) => {
    webContents.on('did-finish-load', () => webContents.setZoomFactor(state.get().zoom));
    // Ctrl and the wheel.
    webContents.on('zoom-changed', (_event, direction) => step(direction));
  });
  return step;
}
