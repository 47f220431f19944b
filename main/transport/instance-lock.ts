import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fail } from '../contract/errors.ts';
import { writeAtomically } from '../core/host/atomic-write.ts';
import type { Folders } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';
import { removeShortFolder } from './control-address.ts';
import { readInstance } from './instance-file.ts';
import { prepareRunFolder, runFilesOf } from './run-folder.ts';

/** The right to be the one instance of a home. The kernel takes it back when the process ends, however it ends. */
export interface InstanceLock {
  close(): void;
}

/** SQLITE_BUSY: somebody else holds the lock. */
const BUSY = 5;

/**
 * How long SQLite itself tries again. Two that start at the same instant can get in each other's way for a moment although neither
 * holds the lock yet; after this long, whoever is in the way does hold it.
 */
const CONTENTION_MS = 100;

/** A database that is collected as garbage is closed, and its lock with it; so whoever holds one stays reachable from here. */
const held = new Set<DatabaseSync>();

/**
 * Becomes the one instance of this home, or returns null because there is one. The lock is an exclusive transaction on an empty SQLite
 * database: fcntl(2) locks on Linux and macOS, LockFileEx on Windows, all released by the kernel. What a killed instance left in
 * `run/` is swept by whoever gets it. Throws `PATH_UNSAFE` or `DISK_FAILED`.
 */
export function acquireInstanceLock(folders: Pick<Folders, 'run'>, host: Host): InstanceLock | null {
  const files = runFilesOf(folders);
  prepareRunFolder(host, files.folder);
  const database = lockedDatabase(files.lock);
  if (database === null) return null;
  held.add(database);
  // SQLite makes its file as the umask says.
  if (host.platform !== 'win32') host.disk.setMode(files.lock, 0o600);
  sweep(folders, host);
  writeAtomically(host, files.lockHolder, `${process.pid}\n`);
  return {
    close: () => {
      if (!held.delete(database)) return;
      host.disk.remove(files.lockHolder);
      database.close();
    },
  };
}

/** Process id of the instance that holds the lock, as far as it has written it down. */
export function lockHolder(folders: Pick<Folders, 'run'>, host: Pick<Host, 'disk'>): number | null {
  const pid = Number(host.disk.read(runFilesOf(folders).lockHolder)?.toString('utf8'));
  return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
}

/**
 * The file must not be opened by anything else in this process: closing any other handle of it would drop an fcntl lock. In memory the
 * journal of the transaction, so that no second file appears.
 */
function lockedDatabase(path: string): DatabaseSync | null {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { timeout: CONTENTION_MS });
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return null;
    throw fail(
      'DISK_FAILED',
      {
        action: 'lock',
        path,
        why: error instanceof Error ? error.message : String(error),
        fix: 'Remove that file if no Sealwire runs, and see that its folder can be written to.',
      },
      { cause: error },
    );
  }
}

/** Nobody else runs now, so whatever an instance leaves only while it runs was left by one that was killed. */
function sweep(folders: Pick<Folders, 'run'>, host: Host): void {
  const stale = readInstance(folders, host);
  if (stale !== null) removeShortFolder(host, stale.socket);
  const files = runFilesOf(folders);
  for (const name of host.disk.list(files.folder)) {
    const path = join(files.folder, name);
    if (LEFT_OVER.test(name) && host.disk.facts(path)?.isFolder === false) host.disk.remove(path);
  }
}

/** The instance's own files, links that were being opened, and unfinished writes. No instance makes a folder of such a name. */
const LEFT_OVER = /^(instance\.(json|key)|control\.sock|lock\.pid|open-[0-9a-f]+\.html)$|\.tmp$/;
