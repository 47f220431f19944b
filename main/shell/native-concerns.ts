import { realHost } from '../core/host/real-host.ts';
import { setUpClipboard } from './clipboard/set-up-clipboard.ts';
import type { ShellConcerns } from './concerns.ts';
import { setUpFiles } from './files/set-up-files.ts';
import { catchLinks } from './links/catch-links.ts';
import { type LinkQueue, linkQueue } from './links/link-queue.ts';
import { setUpLinks } from './links/set-up-links.ts';
import { startsInTray } from './login/login-change.ts';
import { setUpLogin, wasOpenedAtLogin } from './login/set-up-login.ts';
import { setUpMenu } from './menu/set-up-menu.ts';
import { setUpNotifications } from './notify/set-up-notifications.ts';
import type { ShellParts } from './parts.ts';
import { setUpPower } from './power/set-up-power.ts';
import { type DesktopSettingsFile, openDesktopSettings } from './settings/desktop-settings.ts';
import { openDesktopState } from './settings/desktop-state.ts';
import { setUpAbout } from './settings/set-up-about.ts';
import { setUpFacts } from './settings/set-up-facts.ts';
import { setUpSettings } from './settings/set-up-settings.ts';
import { setUpTheme } from './settings/set-up-theme.ts';
import { setUpZoom } from './settings/set-up-zoom.ts';
import { watchCore } from './status/watch-core.ts';
import { setUpTray } from './tray/set-up-tray.ts';
import { closingMeans, hasTray } from './tray/tray-presence.ts';
import { setUpUpdates } from './updates/set-up-updates.ts';

/** Everything that the app has beyond its window, put together. */
export function nativeConcerns(argv: readonly string[] = process.argv): ShellConcerns {
  let links: LinkQueue = linkQueue();
  let settings: DesktopSettingsFile | null = null;
  let tray: Promise<boolean> = Promise.resolve(false);

  const setUp = (parts: ShellParts): void => {
    const host = realHost();
    const state = openDesktopState(host, parts.folders);
    for (const problem of [settings?.problem, state.problem]) {
      if (typeof problem !== 'string') continue;
      parts.log(problem);
      parts.window.send({ kind: 'said', text: problem });
    }
    const watch = watchCore(parts);
    parts.onClose(() => watch.close());
    const clipboard = setUpClipboard(parts);
    tray = hasTray(parts.platform, host, host.env);
    setUpTheme(parts, state);
    setUpAbout(parts);
    setUpMenu(parts, setUpZoom(parts, state));
    setUpSettings(parts, setUpLogin(parts));
    setUpFacts(parts, tray);
    setUpFiles(parts);
    setUpNotifications(parts, watch, state);
    setUpPower(parts, watch, clipboard);
    setUpUpdates(parts, state);
    setUpLinks(parts, links);
    // The window does not wait for the answer of the desktop's bus.
    let isThere = false;
    parts.window.decideClose(() => {
      const { staysInTray } = parts.settings.get();
      return closingMeans({ platform: parts.platform, hasTray: isThere, staysInTray });
    });
    tray.then((has) => {
      isThere = has;
      if (has) setUpTray(parts, watch, clipboard.copy);
    });
  };

  return {
    begin: () => {
      links = catchLinks(argv);
    },
    openSettings: (host, folders) => {
      settings = openDesktopSettings(host, folders);
      return settings;
    },
    setUp: [setUp],
    startsHidden: async (parts) => {
      const facts = { argv, wasOpenedAtLogin: wasOpenedAtLogin(parts.platform) };
      // Without a sign of login nobody waits for the tray's answer.
      if (!startsInTray({ ...facts, hasTray: true })) return false;
      return startsInTray({ ...facts, hasTray: await tray });
    },
  };
}
