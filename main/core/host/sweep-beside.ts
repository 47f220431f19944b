import { basename, dirname, join } from 'node:path';
import type { Host } from './host.ts';

/** Removes temporary files beside a path that an atomic write of it was killed before it could rename. */
export function sweepBeside({ disk }: Pick<Host, 'disk'>, path: string): void {
  const name = basename(path);
  const isLeft = (each: string): boolean =>
    each.startsWith(`${name}.`) && /^\.[0-9a-f]{12}\.tmp$/.test(each.slice(name.length));
  for (const each of disk.list(dirname(path)).filter(isLeft)) disk.remove(join(dirname(path), each));
}
