import { extname, join } from 'node:path';
import { fail } from '../contract/index.ts';
import type { Disk } from '../core/host/host.ts';

/** One file of the built interface, ready to be sent. */
export interface UiFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly cache: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The build puts a hash of its content into the name of every file in this folder. */
const HASHED = /^\/assets\//;

/**
 * Reads the built interface once and answers by exact path: a request can name what was there at the start and nothing else, so no
 * path leads out of the folder. A page of the interface's own (`/traffic`) gets `index.html`. Throws `UI_MISSING` where it is not built.
 */
export function openUiFiles(disk: Disk, folder: string): (path: string, isPage: boolean) => UiFile | null {
  const files = new Map<string, UiFile>();
  const collect = (prefix: string): void => {
    for (const name of disk.list(join(folder, prefix))) {
      const path = `${prefix}/${name}`;
      if (disk.facts(join(folder, path))?.isFolder === true) collect(path);
      else files.set(path, fileOf(path, disk.read(join(folder, path)) ?? Buffer.alloc(0)));
    }
  };
  collect('');
  const index = files.get('/index.html');
  if (index === undefined) throw fail('UI_MISSING');

  return (path, isPage) => {
    if (path === '/') return index;
    return files.get(path) ?? (isPage && !HASHED.test(path) ? index : null);
  };
}

function fileOf(path: string, bytes: Buffer): UiFile {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return { bytes, type, cache: HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-store' };
}
