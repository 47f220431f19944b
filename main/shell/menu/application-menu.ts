import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopPlatform } from '../../contract/index.ts';
import type { ZoomStep } from '../settings/next-zoom.ts';
import { SCREENS } from '../status/screens.ts';

/** What a line of the menu does that no role of Electron's does. */
export type MenuAct =
  | { readonly kind: 'show'; readonly path: string }
  | { readonly kind: 'palette' }
  | { readonly kind: 'zoom'; readonly step: ZoomStep }
  | { readonly kind: 'walk'; readonly to: 'back' | 'forward' }
  | { readonly kind: 'documentation' }
  | { readonly kind: 'licences' }
  | { readonly kind: 'logs' }
  | { readonly kind: 'about' }
  | { readonly kind: 'quit' };

/**
 * The application menu by the platform's habits: on macOS an app menu with settings, services and hiding; elsewhere settings and quit under File. Reload and the
 * developer tools are there in development alone. Quitting goes through `act`, because it waits for the core to end.
 */
export function applicationMenu(
  facts: { readonly platform: DesktopPlatform; readonly isDevelopment: boolean },
  act: (wanted: MenuAct) => void,
): MenuItemConstructorOptions[] {
  const line = (label: string, wanted: MenuAct, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => act(wanted),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const settings = line('Settings…', { kind: 'show', path: '/settings' }, 'CmdOrCtrl+,');
  const about = line('About Sealwire', { kind: 'about' });
  const isMac = facts.platform === 'darwin';

  const app: MenuItemConstructorOptions = {
    label: 'Sealwire',
    submenu: [
      about,
      DIVIDER,
      settings,
      DIVIDER,
      { role: 'services' },
      DIVIDER,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      DIVIDER,
      line('Quit Sealwire', { kind: 'quit' }, 'Cmd+Q'),
    ],
  };
  // Windows knows no shortcut to quit but Alt F4, which closes the window; GNOME and KDE have Ctrl Q.
  const quit = facts.platform === 'linux' ? line('Quit', { kind: 'quit' }, 'Ctrl+Q') : line('Exit', { kind: 'quit' });
  const file: MenuItemConstructorOptions = {
    label: 'File',
    submenu: isMac ? [{ role: 'close' }] : [settings, DIVIDER, { role: 'close' }, quit],
  };
  const development: MenuItemConstructorOptions[] = facts.isDevelopment
    ? [DIVIDER, { role: 'reload' }, { role: 'toggleDevTools' }]
    : [];
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      line('Zoom in', { kind: 'zoom', step: 'in' }, 'CmdOrCtrl+Plus'),
      line('Zoom out', { kind: 'zoom', step: 'out' }, 'CmdOrCtrl+-'),
      line('Actual size', { kind: 'zoom', step: 'reset' }, 'CmdOrCtrl+0'),
      // Where plus is typed with shift, people press the key without it; and there are the keys of the number pad.
      unseen(line('Zoom in', { kind: 'zoom', step: 'in' }, 'CmdOrCtrl+=')),
      unseen(line('Zoom in', { kind: 'zoom', step: 'in' }, 'CmdOrCtrl+numadd')),
      unseen(line('Zoom out', { kind: 'zoom', step: 'out' }, 'CmdOrCtrl+numsub')),
      unseen(line('Actual size', { kind: 'zoom', step: 'reset' }, 'CmdOrCtrl+num0')),
      DIVIDER,
      { role: 'togglefullscreen' },
      ...development,
    ],
  };
  const screens = SCREENS.filter(({ path }) => path !== '/settings');
  const go: MenuItemConstructorOptions = {
    label: 'Go',
    submenu: [
      line('Command palette…', { kind: 'palette' }, 'CmdOrCtrl+K'),
      DIVIDER,
      line('Back', { kind: 'walk', to: 'back' }, isMac ? 'Cmd+[' : 'Alt+Left'),
      line('Forward', { kind: 'walk', to: 'forward' }, isMac ? 'Cmd+]' : 'Alt+Right'),
      DIVIDER,
      ...screens.map(({ path, title }, at) => line(title, { kind: 'show', path }, `CmdOrCtrl+${at + 1}`)),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: 'Help',
    submenu: [
      line('Documentation of the agents', { kind: 'documentation' }, isMac ? 'Cmd+?' : 'F1'),
      line('Licences', { kind: 'licences' }),
      line('Show logs', { kind: 'logs' }),
      ...(isMac ? [] : [DIVIDER, about]),
    ],
  };
  return [...(isMac ? [app] : []), file, { role: 'editMenu' }, view, go, { role: 'windowMenu' }, help];
}

/** A line for its shortcut alone. */
function unseen(line: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return { ...line, visible: false, acceleratorWorksWhenHidden: true };
}

const DIVIDER: MenuItemConstructorOptions = { type: 'separator' };
