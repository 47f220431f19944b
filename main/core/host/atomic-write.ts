import { dirname } from 'node:path';
import type { Disk, Host } from './host.ts';

/**
 * Replaces a file's content so that a reader, or a machine that lost power, finds the old content or the new one and never a mixture:
 * a temporary file beside it, fsync, rename, fsync of the folder. `ownerId` makes it another user's, as only an administrator can.
 */
export function writeAtomically(
  host: Pick<Host, 'disk' | 'randomBytes'>,
  path: string,
  content: string | Uint8Array,
  mode = 0o600,
  ownerId: number | null = null,
): void {
  const { disk } = host;
  const temporary = `${path}.${host.randomBytes(6).toString('hex')}.tmp`;
  try {
    disk.create(temporary, typeof content === 'string' ? Buffer.from(content) : content, mode);
    if (ownerId !== null) disk.setOwner(temporary, ownerId);
    disk.sync(temporary);
    disk.rename(temporary, path);
  } catch (error) {
    removeQuietly(disk, temporary);
    throw error;
  }
  disk.sync(dirname(path));
}

/** The first error is the one to report; a leftover `.tmp` is swept at the next start. */
function removeQuietly(disk: Disk, path: string): void {
  try {
    disk.remove(path);
  } catch {
    return;
  }
}
