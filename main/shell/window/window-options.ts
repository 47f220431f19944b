import type { BrowserWindowConstructorOptions } from 'electron';
import type { DesktopPlatform } from '../../contract/desktop.ts';
import { type TitleBarColours, titleBarColours } from '../settings/title-bar-colours.ts';
import type { Bounds } from './window-state.ts';

/** The interface works from this size on. */
export const LEAST_SIZE = { width: 900, height: 600 } as const;
export const USUAL_SIZE = { width: 1280, height: 800 } as const;

/** Height of the interface's top bar, which is the title bar on Windows, without the line below it (renderer/app/top-bar.module.css). */
const TITLE_BAR_HEIGHT = 55;

/**
 * How the window is made. Everything that keeps the page from the machine is said, also where it is the default: defaults have changed between versions of
 * Electron (security checklist, points 2 to 6 and 9 to 12).
 */
export function windowOptions(wish: {
  readonly platform: DesktopPlatform;
  readonly isDark: boolean;
  readonly bounds: Bounds;
  readonly preload: string;
  readonly icon: string | null;
  readonly isPackaged: boolean;
}): BrowserWindowConstructorOptions {
  const { platform, isDark, bounds, preload, icon, isPackaged } = wish;
  const colours = titleBarColours(isDark);
  return {
    ...bounds,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title: 'Sealwire',
    show: false,
    // The window has the page's colour before the page has painted.
    backgroundColor: colours.color,
    ...(platform === 'linux' && icon !== null ? { icon } : {}),
    ...titleBar(platform, colours),
    webPreferences: {
      preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: !isPackaged,
      // Chromium fetches its dictionaries from the network, and nobody writes prose here.
      spellcheck: false,
    },
  };
}

/** The buttons of macOS stand in the page's own bar, those of Windows are laid over it, and Linux keeps the frame of its window manager. */
function titleBar(platform: DesktopPlatform, colours: TitleBarColours): BrowserWindowConstructorOptions {
  if (platform === 'darwin') return { titleBarStyle: 'hiddenInset' };
  if (platform === 'linux') return { autoHideMenuBar: true };
  return { titleBarStyle: 'hidden', titleBarOverlay: { ...colours, height: TITLE_BAR_HEIGHT } };
}
