import type { DesktopFace, ShellCommand } from '../../main/contract/index.ts';
import { announceVisibly } from '../ui/announcer.tsx';
import { setPaletteOpen } from './palette-open.ts';
import { go, placeOf } from './router.ts';
import { screenAt } from './screens.tsx';

/** Does what menu, tray, deep links and notifications ask of the page, until it is ended. They move and prefill; none of them acts. */
export function followShell(face: Pick<DesktopFace, 'onCommand'>): () => void {
  return face.onCommand(obey);
}

/** The address to show for a path that came from outside: itself where a screen is there, else Home. */
export function shownPath(path: string): string {
  const isOwn = /^\/(?![/\\])/.test(path);
  return isOwn && screenAt(placeOf(path).path) !== null ? path : '/';
}

function obey(command: ShellCommand): void {
  switch (command.kind) {
    case 'show':
      setPaletteOpen(false);
      go(shownPath(command.path));
      break;
    case 'palette':
      setPaletteOpen(true);
      break;
    case 'said':
      announceVisibly(command.text);
      break;
  }
}
