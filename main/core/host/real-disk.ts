import {
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  promises,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Disk } from './host.ts';

/** The disk of this machine. */
export const realDisk: Disk = {
  read: (path) => absentAs(null, () => readFileSync(path)),
  create: (path, bytes, mode) => writeFileSync(path, bytes, { flag: 'wx', mode }),
  append: (path, bytes, mode) => appendFileSync(path, bytes, { mode }),
  sync: syncPath,
  syncAll,
  rename: (from, to) => renameSync(from, to),
  makeFolder,
  list: (path) => absentAs([], () => readdirSync(path).sort()),
  remove: (path) => {
    // `rmSync` has no code for the system errors that it does not know, such as EROFS; `unlinkSync` has.
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) rmSync(path, { recursive: true, force: true });
    else if (stats !== undefined) absentAs(undefined, () => unlinkSync(path));
  },
  facts: (path) =>
    absentAs(null, () => {
      const stats = statSync(path);
      return { isFolder: stats.isDirectory(), mode: stats.mode & 0o777, ownerId: stats.uid, bytes: stats.size };
    }),
  setMode: (path, mode) => chmodSync(path, mode),
  // -1 leaves the group as it is: chown(2).
  setOwner: (path, ownerId) => chownSync(path, ownerId, -1),
  link: (target, path) => symlinkSync(target, path),
  linkTarget: (path) =>
    absentAs(null, () => (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : null)),
  fileSystemType: (path) => absentAs(null, () => statfsSync(path).type),
};

/** Step by step, because `mkdirSync` with `recursive` reports ENOENT where the truth is EROFS. */
function makeFolder(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (isFolder(path)) return;
    if (!isAbsent(error) || isFolder(dirname(path)) || dirname(path) === path) throw error;
    makeFolder(dirname(path), mode);
    makeFolder(path, mode);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Windows cannot open a folder for syncing (EPERM, EISDIR); its rename is journaled by NTFS instead. */
function syncPath(path: string): void {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** As many at once as Node.js has threads for it, and some that wait. */
const SYNCED_AT_ONCE = 8;

async function syncAll(paths: readonly string[]): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      if (process.platform === 'win32' && statSync(path).isDirectory()) continue;
      const handle = await promises.open(path, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
  };
  await Promise.all(Array.from({ length: SYNCED_AT_ONCE }, work));
}

function absentAs<T>(absent: T, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (isAbsent(error)) return absent;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
