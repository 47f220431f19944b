import { app, Menu, shell } from 'electron';
import type { ShellParts } from '../parts.ts';
import type { ZoomStep } from '../settings/next-zoom.ts';
import { applicationMenu, type MenuAct } from './application-menu.ts';

/** Puts up the application menu. `openDocumentation` goes through the allow-list of links. */
export function setUpMenu(
  parts: ShellParts,
  acts: { readonly zoom: (step: ZoomStep) => void; readonly openDocumentation: () => unknown },
): void {
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
        acts.zoom(wanted.step);
        return;
      case 'documentation':
        acts.openDocumentation();
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
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(facts, act)));
}
