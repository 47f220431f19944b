import { z } from 'zod';
import { type DesktopSettings, desktopSettings } from '../../contract/desktop.ts';
import type { Login } from '../login/set-up-login.ts';
import type { ShellParts } from '../parts.ts';

/**
 * Answers the page about the desktop's choices. Starting at login is changed on the machine first and kept only where that worked: a switch never shows what
 * is not so.
 */
export function setUpSettings(parts: ShellParts, login: Login): void {
  const asTheyAre = (settings: DesktopSettings): DesktopSettings => ({ ...settings, startAtLogin: login.isOn() });
  parts.handle('settings', z.undefined(), async () => asTheyAre(parts.settings.get()));
  parts.handle('changeSettings', desktopSettings.partial(), async (change) => {
    const given = withoutGaps(change);
    const { startAtLogin } = given;
    if (startAtLogin !== undefined && startAtLogin !== login.isOn()) await login.change(startAtLogin);
    return asTheyAre(parts.settings.change(given));
  });
}

/** zod hands on keys that were left out as undefined; a change holds only what is to change. */
function withoutGaps(
  change: { [Key in keyof DesktopSettings]?: DesktopSettings[Key] | undefined },
): Partial<DesktopSettings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
