import { EventEmitter } from 'node:events';
import type Electron from 'electron';

/*
 * Stands in for the parts of `electron` that tray, menu, notifications and the rest use, typed by Electron's own declarations. What it was told is kept in `seen`.
 */

export const seen = {
  trays: [] as Tray[],
  menu: [] as Electron.MenuItemConstructorOptions[],
  notifications: [] as Notification[],
  loginItems: [] as Electron.Settings[],
  appIds: [] as string[],
  popups: [] as (Electron.PopupOptions | undefined)[],
  clipboard: '',
  savedTo: null as string | null,
  opened: [] as string[],
};

type AppPart = Pick<
  Electron.App,
  | 'getLoginItemSettings'
  | 'getPath'
  | 'setAboutPanelOptions'
  | 'setAppUserModelId'
  | 'setLoginItemSettings'
  | 'showAboutPanel'
>;

class AppDouble extends EventEmitter implements AppPart {
  getPath(): string {
    return '/home/ada/Downloads';
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    const openAtLogin = seen.loginItems.at(-1)?.openAtLogin ?? false;
    const is = { openAtLogin, openAsHidden: false, restoreState: false, executableWillLaunchAtLogin: false };
    return { ...is, wasOpenedAtLogin: false, status: 'not-registered', launchItems: [] };
  }
  setLoginItemSettings(settings: Electron.Settings): void {
    seen.loginItems.push(settings);
  }
  setAppUserModelId(id: string): void {
    seen.appIds.push(id);
  }
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {}
}
export const app = new AppDouble();

type Template = Electron.MenuItemConstructorOptions[];

export const Menu = {
  buildFromTemplate: (template: Template) =>
    Object.assign(template, {
      popup: (options?: Electron.PopupOptions) => void seen.popups.push(options),
    }) as unknown as Electron.Menu,
  setApplicationMenu: (menu: Electron.Menu | null) => {
    seen.menu = menu as unknown as Template;
  },
} satisfies Pick<typeof Electron.Menu, 'setApplicationMenu'> & { buildFromTemplate(template: Template): Electron.Menu };

export const nativeImage = {
  createFromPath: (path: string) => ({ path, setTemplateImage: () => undefined }) as unknown as Electron.NativeImage,
} satisfies Pick<typeof Electron.nativeImage, 'createFromPath'>;

type TrayPart = Pick<Electron.Tray, 'destroy' | 'setContextMenu' | 'setImage' | 'setToolTip'>;

export class Tray extends EventEmitter implements TrayPart {
  image: unknown;
  tooltip = '';
  menu: Template = [];
  draws = 0;
  isDestroyed = false;
  constructor(image: Electron.NativeImage | string) {
    super();
    this.image = image;
    seen.trays.push(this);
  }
  setImage(image: Electron.NativeImage | string): void {
    this.image = image;
  }
  setToolTip(tooltip: string): void {
    this.tooltip = tooltip;
  }
  setContextMenu(menu: Electron.Menu | null): void {
    this.menu = menu as unknown as Template;
    this.draws += 1;
  }
  destroy(): void {
    this.isDestroyed = true;
  }
}

export class Notification extends EventEmitter implements Pick<Electron.Notification, 'close' | 'show'> {
  readonly options: Electron.NotificationConstructorOptions | undefined;
  static isSupported(): boolean {
    return true;
  }
  constructor(options?: Electron.NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  show(): void {
    seen.notifications.push(this);
  }
  close(): void {}
}

class NativeThemeDouble
  extends EventEmitter
  implements Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'>
{
  themeSource: Electron.NativeTheme['themeSource'] = 'system';
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  }
}
export const nativeTheme = new NativeThemeDouble();

export const powerMonitor = new EventEmitter();

export const clipboard = {
  readText: async () => seen.clipboard,
  writeText: async (text) => {
    seen.clipboard = text;
  },
  clear: () => {
    seen.clipboard = '';
  },
} satisfies Pick<Electron.Clipboard, 'clear' | 'readText' | 'writeText'>;

export const dialog = {
  showSaveDialog: async () => ({ canceled: seen.savedTo === null, filePath: seen.savedTo ?? '' }),
  showOpenDialog: async () => ({
    canceled: seen.savedTo === null,
    filePaths: seen.savedTo === null ? [] : [seen.savedTo],
  }),
} satisfies {
  showSaveDialog(): Promise<Electron.SaveDialogReturnValue>;
  showOpenDialog(): Promise<Electron.OpenDialogReturnValue>;
};

export const shell = {
  openPath: async (path) => {
    seen.opened.push(path);
    return '';
  },
  openExternal: async (url) => {
    seen.opened.push(url);
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath'>;
