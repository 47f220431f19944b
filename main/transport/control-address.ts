import { basename, dirname, join } from 'node:path';
import { fail } from '../contract/errors.ts';
import type { Host } from '../core/host/host.ts';
import { assertPrivate } from './run-folder.ts';

/** Room for a socket's path without its closing zero byte: `sun_path` has 108 bytes on Linux (unix(7)), 104 on macOS and the BSDs. */
const MOST_PATH_BYTES: Readonly<Partial<Record<NodeJS.Platform, number>>> = { linux: 107 };
const LEAST_PATH_BYTES = 103;

const SHORT_FOLDER = /^sealwire-[0-9a-f]{16}$/;

/**
 * Where the control socket is to listen: `preferred` where the system can address it; otherwise in a new folder of mode 0700 with a
 * random name, in the first of `$XDG_RUNTIME_DIR`, `$TMPDIR` and `/tmp` that is short enough; on Windows a pipe with a random name.
 */
export function controlAddress(
  host: Pick<Host, 'disk' | 'platform' | 'userId' | 'env' | 'randomBytes'>,
  preferred: string,
): string {
  if (host.platform === 'win32') return `\\\\.\\pipe\\sealwire-${host.randomBytes(16).toString('hex')}`;
  if (isShortEnough(host.platform, preferred)) return preferred;
  for (const base of [host.env.XDG_RUNTIME_DIR, host.env.TMPDIR, '/tmp']) {
    if (base === undefined || host.disk.facts(base)?.isFolder !== true) continue;
    const folder = join(base, `sealwire-${host.randomBytes(8).toString('hex')}`);
    const address = join(folder, 's');
    if (!isShortEnough(host.platform, address)) continue;
    host.disk.makeFolder(folder, 0o700);
    assertPrivate(host, folder);
    return address;
  }
  throw fail('PATH_UNSAFE', {
    path: preferred,
    why: 'it is too long for a socket, and there is no shorter folder to put one in',
    fix: 'Name a home with a shorter path with `--home`, or set TMPDIR to a folder that exists.',
  });
}

/** Takes away the folder that `controlAddress` made for an address; any other address, and a folder that is not ours, is left alone. */
export function removeShortFolder(host: Pick<Host, 'disk' | 'platform' | 'userId'>, address: string): void {
  const folder = dirname(address);
  if (host.platform === 'win32' || !SHORT_FOLDER.test(basename(folder))) return;
  const facts = host.disk.facts(folder);
  if (facts?.isFolder === true && facts.ownerId === host.userId) host.disk.remove(folder);
}

function isShortEnough(platform: NodeJS.Platform, path: string): boolean {
  return Buffer.byteLength(path) <= (MOST_PATH_BYTES[platform] ?? LEAST_PATH_BYTES);
}
