import { dirname } from 'node:path';
import type { Host } from './host.ts';

/** The end of every path that `keepAside` returns. */
export const KEPT_ASIDE = /\.damaged-\d{8}T\d{6}Z(-\d+)?$/;

/**
 * Moves a damaged file or folder out of the way, to `<path>.damaged-<time>` beside it, and returns that path. Nothing that Sealwire cannot read is ever deleted.
 */
export function keepAside(host: Pick<Host, 'disk' | 'now'>, path: string): string {
  const stamp = host
    .now()
    .toISOString()
    .replace(/[-:]|\.\d+/g, '');
  const wanted = `${path}.damaged-${stamp}`;
  const free = (candidate: string, next: number): string =>
    host.disk.facts(candidate) === null ? candidate : free(`${wanted}-${next}`, next + 1);
  const aside = free(wanted, 2);
  host.disk.rename(path, aside);
  host.disk.sync(dirname(path));
  return aside;
}
