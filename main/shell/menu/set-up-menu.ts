import { app, Menu, shell } from 'electron';
import { menuPlace } from '../../contract/desktop.ts';
import { openLink } from '../guards/open-links.ts';
import type { ShellParts } from '../parts.ts';
import type { ZoomStep } from '../settings/next-zoom.ts';
import { applicationMenu, type MenuAct } from './application-menu.ts';

/** What the agents' makers say of their agents; Sealwire's own words are in the app. */
const DOCUMENTATION = 'https://www.elastic.co/docs/reference/apm-agents';

/** Puts up the application menu, and opens it where the page asks for it. */
export function setUpMenu(parts: ShellParts, zoom: (step: ZoomStep) => void): void {
  const show = (path: string): void => {
    parts.window.show();
    parts.window.send({ kind: 'show', path });
  };
  const act = (wanted: MenuAct): void => {
    switch (wanted.kind) {
      case 'show':
        show(wanted.path);
        return;
      case 'palette':
        parts.window.show();
        parts.window.send({ kind: 'palette' });
        return;
      case 'zoom':
        zoom(wanted.step);
        return;
      case 'walk': {
        const history = parts.window.browserWindow()?.webContents.navigationHistory;
        if (wanted.to === 'back') history?.goBack();
        else history?.goForward();
        return;
      }
      case 'documentation':
        openLink(DOCUMENTATION).catch((error: unknown) => parts.log(`not opened: ${String(error)}`));
        return;
      case 'licences':
        show('/settings?show=licences');
        return;
      case 'logs':
        shell.openPath(parts.folders.logs).then((why) => why !== '' && parts.log(`logs not shown: ${why}`));
        return;
      case 'about':
        app.showAboutPanel();
        return;
      case 'quit':
        parts.quit();
    }
  };
  const facts = { platform: parts.platform, isDevelopment: !parts.isPackaged };
  const menu = Menu.buildFromTemplate(applicationMenu(facts, act));
  Menu.setApplicationMenu(menu);
  parts.handle('showMenu', menuPlace, async ({ x, y }) => {
    const window = parts.window.browserWindow();
    if (window === null) return;
    const zoom = window.webContents.getZoomFactor();
    menu.popup({ window, x: Math.round(x * zoom), y: Math.round(y * zoom) });
  });
}
