import { app } from 'electron';

/**
 * Whether this is the first app of its data folder. Where it is not, the first one comes to the front, and this process has nothing left to do. `show` is called
 * whenever somebody starts the app again, or clicks its icon on macOS.
 */
export function isFirstInstance(show: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', show);
  app.on('activate', show);
  return true;
}
