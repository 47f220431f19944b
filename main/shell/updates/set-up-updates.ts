import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ShellParts } from '../parts.ts';
import type { DesktopState } from '../settings/desktop-state.ts';
import type { KeptFields } from '../settings/kept-fields.ts';
import { readFeed, takesUpdates, whyOff } from './feed.ts';
import { openUpdater } from './open-updater.ts';
import { updateDesk } from './update-desk.ts';

const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = 3_600_000;

/** Answers the page about newer versions. Once a day they are looked for, where the person turned that on; whatever follows is theirs to decide. */
export function setUpUpdates(parts: ShellParts, state: KeptFields<DesktopState>): void {
  const feed = parts.isPackaged ? readFeed(textOf(join(process.resourcesPath, 'app-update.yml')) ?? '') : null;
  const key = textOf(join(parts.root, 'assets', 'update-key.pem'));
  const appImage = process.env.APPIMAGE;
  const { platform, isPackaged } = parts;
  const desk = updateDesk({
    whyOff: () => whyOff({ platform, isPackaged, feed, key, looksForUpdates: parts.settings.get().looksForUpdates }),
    open: () => openUpdater(platform, appImage, feed ?? { url: '', publishers: [] }, key ?? ''),
    downloadPage: takesUpdates(platform, appImage) ? null : (feed?.url ?? null),
    now: () => new Date(),
    didChange: (update) => parts.publish('onUpdate', update),
  });

  parts.handle('update', z.undefined(), async () => desk.get());
  parts.handle('checkForUpdate', z.undefined(), () => desk.check());
  parts.handle('fetchUpdate', z.undefined(), () => desk.fetch());
  parts.handle('installUpdate', z.undefined(), () => desk.install());

  const look = (): void => {
    const last = Date.parse(state.get().lookedForUpdateAt ?? '');
    const isDue = Number.isNaN(last) || Math.abs(Date.now() - last) >= DAY_MS;
    if (!isDue || desk.get().state === 'off') return;
    try {
      state.change({ lookedForUpdateAt: new Date().toISOString() });
    } catch (error) {
      parts.log(`time of the look for updates not kept: ${String(error)}`);
    }
    desk.check().catch((error: unknown) => parts.log(`updates not looked for: ${String(error)}`));
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const end = parts.settings.listen(() => {
    desk.reconsider();
    look();
  });
  parts.onClose(() => {
    clearInterval(timer);
    end();
  });
  look();
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // ENOENT: this package was built without it, which `whyOff` says.
    return null;
  }
}
