import { join } from 'node:path';
import type { Notice } from '../../contract/index.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { KEPT_ASIDE } from '../host/keep-aside.ts';

/**
 * Says which damaged files and folders still lie in the data folder, apart from those that `told` names already: whichever command met the damage, it may
 * not have been one that shows notices. Null where there are none.
 */
export function keptAsideNotice(
  host: Pick<Host, 'disk'>,
  folders: Pick<Folders, 'home' | 'workspaces'>,
  told: readonly Notice[],
): Notice | null {
  const paths = [folders.home, folders.workspaces]
    .flatMap((folder) => host.disk.list(folder).map((name) => join(folder, name)))
    .filter((path) => KEPT_ASIDE.test(path) && !told.some(({ text }) => text.includes(path)));
  if (paths.length === 0) return null;
  return {
    id: 'kept-aside',
    level: 'attention',
    title: 'Something damaged is kept from earlier',
    text: `Sealwire could not read this and began anew: ${paths.join(', ')}. Delete it once you need nothing from it.`,
    screen: null,
  };
}
