import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import { asSealwireError } from '../../contract/index.ts';
import type { CopyText } from '../clipboard/clipboard-keeper.ts';
import type { ShellParts } from '../parts.ts';
import { paced, realTimers, type Timers } from '../status/paced.ts';
import type { CoreWatch } from '../status/watch-core.ts';
import { trayIcon, trayMark, trayTooltip } from './tray-mark.ts';
import { type TrayAct, type TrayLine, trayMenu } from './tray-menu.ts';

/** The tray is drawn anew at most this often: some desktops close a menu that is open when it is replaced. */
export const DRAW_EVERY_MS = 250;

/** Puts Sealwire into the tray and keeps icon, tooltip and menu true. */
export function setUpTray(parts: ShellParts, watch: CoreWatch, copy: CopyText, timers: Timers = realTimers): Tray {
  const say = (error: unknown): void => {
    const { message, fix } = asSealwireError(error).toShape();
    parts.window.show();
    parts.window.send({ kind: 'said', text: `${message} ${fix}` });
  };
  const act = (wanted: TrayAct): void => {
    perform(parts, copy, wanted).catch(say);
  };
  const image = () => {
    const icon = nativeImage.createFromPath(
      join(parts.root, 'assets', 'icons', 'tray', trayIcon(parts.platform, trayMark(watch.get()))),
    );
    if (parts.platform === 'darwin') icon.setTemplateImage(true);
    return icon;
  };

  const tray = new Tray(image());
  let drawn = '';
  const draw = paced(
    () => {
      const view = watch.get();
      const lines = trayMenu(view);
      const looks = JSON.stringify([trayMark(view), trayTooltip(view), lines]);
      if (looks === drawn) return;
      drawn = looks;
      tray.setImage(image());
      tray.setToolTip(trayTooltip(view));
      tray.setContextMenu(Menu.buildFromTemplate(lines.map((line) => itemOf(line, act))));
    },
    DRAW_EVERY_MS,
    timers,
  );
  const end = watch.listen(draw);
  // On macOS a click opens the menu; elsewhere it opens the window, where the desktop tells of clicks at all.
  if (parts.platform !== 'darwin') tray.on('click', () => parts.window.show());
  parts.onClose(() => {
    end();
    draw.close();
    tray.destroy();
  });
  return tray;
}

async function perform(parts: ShellParts, copy: CopyText, act: TrayAct): Promise<void> {
  switch (act.kind) {
    case 'copy-url':
      await copy(act.url, false);
      return;
    case 'copy-token': {
      const { token } = await parts.core.call('token.show', {});
      await copy(token, true);
      return;
    }
    case 'pause':
      await parts.core.call('endpoint.stop', {});
      return;
    case 'resume':
      await parts.core.call('endpoint.start', {});
      return;
    case 'restart':
      await parts.core.restart();
      return;
    case 'open':
      parts.window.show();
      if (act.path !== null) parts.window.send({ kind: 'show', path: act.path });
      return;
    case 'quit':
      parts.quit();
  }
}

/** A menu takes a single ampersand for the mark of an access key; two stand for one. */
function itemOf(line: TrayLine, act: (wanted: TrayAct) => void): MenuItemConstructorOptions {
  if (line === null) return { type: 'separator' };
  const { label, act: wanted } = line;
  return wanted === null
    ? { label: label.replace(/&/g, '&&'), enabled: false }
    : { label: label.replace(/&/g, '&&'), click: () => act(wanted) };
}
