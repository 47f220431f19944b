import { app, Notification } from 'electron';
import type { ShellParts } from '../parts.ts';
import type { DesktopState } from '../settings/desktop-state.ts';
import type { KeptFields } from '../settings/kept-fields.ts';
import type { CoreWatch } from '../status/watch-core.ts';
import { considered, type NotifyMemory, type Told } from './considered.ts';

/** Days turn also while nothing happens. */
const LOOK_EVERY_MS = 3_600_000;

/** `appId` of electron-builder.yml, which the installer gives the entry in the start menu. */
const APP_ID = 'app.sealwire.desktop';

/** Tells outside the window what the person should know while they are not looking at it. */
export function setUpNotifications(
  parts: ShellParts,
  watch: CoreWatch,
  state: KeptFields<DesktopState>,
  now: () => Date = () => new Date(),
): void {
  // Windows shows nothing of a program that it cannot name by an entry in the start menu; a clone has none, and goes by its program.
  if (parts.platform === 'win32') app.setAppUserModelId(parts.isPackaged ? APP_ID : process.execPath);
  let memory: NotifyMemory = { stopped: null, expiries: state.get().told, isLossTold: false };
  // A notification that nobody refers to is collected, and its click is lost.
  const shown = new Set<Notification>();

  const look = (): void => {
    const isFocused = parts.window.browserWindow()?.isFocused() === true;
    const { notifies } = parts.settings.get();
    const next = considered(memory, watch.get(), { isFocused, notifies, now: now() });
    memory = next.memory;
    for (const told of next.told) show(told);
    if (memory.expiries !== state.get().told) remember(memory.expiries);
  };
  const remember = (told: readonly string[]): void => {
    try {
      state.change({ told: [...told] });
    } catch (error) {
      // A disk that refuses: it is told again after the next start, which is better than never.
      parts.log(`told expiries not kept: ${String(error)}`);
    }
  };
  const show = ({ title, body, path }: Told): void => {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    shown.add(notification);
    notification.on('click', () => {
      shown.delete(notification);
      parts.window.show();
      parts.window.send({ kind: 'show', path });
    });
    notification.on('close', () => shown.delete(notification));
    notification.show();
  };

  const end = watch.listen(look);
  const timer = setInterval(look, LOOK_EVERY_MS);
  parts.onClose(() => {
    end();
    clearInterval(timer);
    for (const notification of shown) notification.close();
  });
}
