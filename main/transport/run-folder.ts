import { join } from 'node:path';
import { fail } from '../contract/errors.ts';
import type { Folders } from '../core/host/folders.ts';
import type { Host } from '../core/host/host.ts';

/** Files of a running instance, in `run/` of its home (design.md §5). */
export interface RunFiles {
  readonly folder: string;
  /** Held by the kernel for as long as an instance lives. */
  readonly lock: string;
  /** Process id of whoever holds the lock, for a person who waits for it. */
  readonly lockHolder: string;
  readonly key: string;
  readonly instance: string;
  readonly socket: string;
}

/** The paths alone; nothing is created. */
export function runFilesOf(folders: Pick<Folders, 'run'>): RunFiles {
  const at = (name: string): string => join(folders.run, name);
  return {
    folder: folders.run,
    lock: at('lock.sqlite'),
    lockHolder: at('lock.pid'),
    key: at('instance.key'),
    instance: at('instance.json'),
    socket: at('control.sock'),
  };
}

/**
 * Throws `PATH_UNSAFE` where a file or folder belongs to somebody else or is open to anybody else. Nothing there is no error. On Windows
 * the folder's access list, inherited from the person's own profile, does this and modes say nothing.
 */
export function assertPrivate(host: Pick<Host, 'disk' | 'platform' | 'userId'>, path: string): void {
  if (host.platform === 'win32') return;
  const facts = host.disk.facts(path);
  if (facts === null) return;
  if (host.userId !== null && facts.ownerId !== host.userId) {
    throw fail('PATH_UNSAFE', {
      path,
      why: `it belongs to user ${facts.ownerId}, and you are user ${host.userId}`,
      fix: 'Run Sealwire as that user, or name a home of your own with `--home`.',
    });
  }
  if ((facts.mode & 0o077) !== 0) {
    throw fail('PATH_UNSAFE', {
      path,
      why: `others may use it (mode ${facts.mode.toString(8)})`,
      fix: 'Stop Sealwire if it runs, remove that path, and run `sealwire up`.',
    });
  }
}

/** Makes `run/` with mode 0700, closes one that stood open, and throws `PATH_UNSAFE` where it is not ours. */
export function prepareRunFolder(host: Pick<Host, 'disk' | 'platform' | 'userId'>, folder: string): void {
  host.disk.makeFolder(folder, 0o700);
  if (host.platform === 'win32') return;
  const facts = host.disk.facts(folder);
  if (facts !== null && facts.ownerId === host.userId && facts.mode !== 0o700) host.disk.setMode(folder, 0o700);
  assertPrivate(host, folder);
}
