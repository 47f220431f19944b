import type { DesktopPlatform } from '../../contract/index.ts';
import type { Host } from '../../core/host/host.ts';

/** Who shows tray icons on a Linux desktop: the owner of this name on the session bus (StatusNotifierItem specification). */
const WATCHER = 'org.kde.StatusNotifierWatcher';

/** Desktops that show tray icons where the bus could not be asked; GNOME without an extension does not. */
const WITH_TRAY = /^(kde|xfce|x-cinnamon|cinnamon|mate|lxqt|lxde|unity|budgie|deepin|pantheon|ubuntu)$/i;

/**
 * Whether this system shows tray icons. macOS and Windows always do. On Linux Electron makes a tray without an error also where nobody shows it, so the session bus is asked
 * whether anybody does; without an answer the name of the desktop decides.
 */
export async function hasTray(
  platform: DesktopPlatform,
  host: Pick<Host, 'exec'>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  if (platform !== 'linux') return true;
  const bus = ['--session', '--dest=org.freedesktop.DBus', '--print-reply=literal', '/org/freedesktop/DBus'];
  const asked = await host.exec('dbus-send', [...bus, 'org.freedesktop.DBus.NameHasOwner', `string:${WATCHER}`], {
    timeoutMs: 1_000,
    env: withoutGaps(env),
  });
  const answer = /\bboolean\s+(true|false)\b/.exec(asked.stdout)?.[1];
  if (asked.code === 0 && answer !== undefined) return answer === 'true';
  return (env.XDG_CURRENT_DESKTOP ?? '').split(':').some((name) => WITH_TRAY.test(name));
}

/** What closing the window means: staying in the tray where there is one and the person wants it; macOS apps stay in the dock. Elsewhere the app ends with its last window. */
export function closingMeans(facts: {
  readonly platform: DesktopPlatform;
  readonly hasTray: boolean;
  readonly staysInTray: boolean;
}): 'hide' | 'close' {
  if (facts.platform === 'darwin') return 'hide';
  return facts.hasTray && facts.staysInTray ? 'hide' : 'close';
}

function withoutGaps(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
