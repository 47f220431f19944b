import { posix } from 'node:path';
import type { Host } from './host.ts';

/** A symbolic link can lead to a link; more of them than this is a circle. */
const MOST_LINKS = 16;

/** Where a chain of symbolic links ends, or the path itself. */
export function endOfLinks({ disk }: Pick<Host, 'disk'>, path: string): string {
  let at = path;
  for (let count = 0; count < MOST_LINKS; count += 1) {
    const target = disk.linkTarget(at);
    if (target === null) return at;
    at = posix.resolve(posix.dirname(at), target);
  }
  return at;
}
