import type { Host } from '../host/host.ts';
import { NOTHING_LEFT, ownSteps, type UndoPlanner } from '../ledger/plan-undo.ts';
import type { Undoer } from '../ledger/undo.ts';
import { autostartPath, isUntouched } from './autostart-file.ts';

/** The kind under which the ledger keeps the autostart entry of an XDG desktop. */
export const AUTOSTART = 'autostart';

/** Takes the autostart entry away where it still is what Sealwire left; one that was changed since is the person's and stays. */
export function undoAutostart(host: Pick<Host, 'disk' | 'env' | 'homeFolder'>): Undoer {
  return async () => {
    const path = autostartPath(host);
    const found = host.disk.read(path)?.toString();
    if (found === undefined) return `${path} was gone already.`;
    if (!isUntouched(found)) return `${path} was changed since, so it is left as it is.`;
    host.disk.remove(path);
    return `${path} is removed: Sealwire no longer starts at login.`;
  };
}

/** What `undoAutostart` would do at this moment. */
export function planAutostart(host: Pick<Host, 'disk' | 'env' | 'homeFolder'>): UndoPlanner {
  return async () => {
    const path = autostartPath(host);
    const found = host.disk.read(path)?.toString();
    const seen = found ?? '';
    if (found === undefined) return ownSteps({ does: [NOTHING_LEFT], files: [], seen });
    return isUntouched(found)
      ? ownSteps({
          does: [`Remove ${path}, so that Sealwire no longer starts at login`],
          files: [{ path, change: 'remove' }],
          seen,
        })
      : ownSteps({ does: [`Leave ${path} as it is, because it was changed since`], files: [], seen });
  };
}
