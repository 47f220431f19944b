import { type BrowserWindow, dialog } from 'electron';
import { restartPolicy } from '../core/restart-policy.ts';

/** Asked after the third quick end of the page in a row; the core and its endpoint do not depend on it. */
const PAGE_DIES = {
  message: 'The page of this window ended three times in a row.',
  detail: 'Sealwire itself goes on. Load the page again; if it ends again, read desktop.log in the logs folder.',
  buttons: ['Load it again', 'Close the window'],
  defaultId: 0,
  cancelId: 1,
};

/** Loads a page again that ended, and asks first where it goes on ending. */
export function keepPage(window: BrowserWindow, log: (line: string) => void): void {
  const deaths = restartPolicy();
  let loadedAt = performance.now();
  const load = (): void => {
    if (window.isDestroyed()) return;
    loadedAt = performance.now();
    window.webContents.reload();
  };
  const ask = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox(window, { type: 'error', ...PAGE_DIES });
    deaths.reset();
    if (response !== PAGE_DIES.cancelId) load();
    else if (!window.isDestroyed()) window.close();
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`The page ended (${reason}).`);
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const waitMs = deaths.didDie(performance.now() - loadedAt);
    // Not at once: Electron may still be telling of the death, and dies of a reload in the midst of it (electron/electron#51900).
    if (waitMs !== null) setTimeout(load, waitMs);
    else ask().catch((error: unknown) => log(`Nobody could be asked about the page: ${String(error)}`));
  });
}
