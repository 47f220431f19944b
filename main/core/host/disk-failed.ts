import { fail, SealwireError } from '../../contract/errors.ts';
import type { Disk } from './host.ts';

/**
 * The same disk, but an operating system's error comes out as `DISK_FAILED` with what was tried, on which path, why, and the next step.
 * Errors that are not the system's own pass through untouched.
 */
export function explainedDisk(disk: Disk): Disk {
  const explain = <T>(action: string, path: string, attempt: () => T): T => {
    try {
      return attempt();
    } catch (error) {
      throw error instanceof SealwireError || systemCode(error) === null ? error : diskFailed(error, action, path);
    }
  };
  return {
    read: (path) => explain('read', path, () => disk.read(path)),
    create: (path, bytes, mode) => explain('write', path, () => disk.create(path, bytes, mode)),
    append: (path, bytes, mode) => explain('write', path, () => disk.append(path, bytes, mode)),
    sync: (path) => explain('write', path, () => disk.sync(path)),
    syncAll: async (paths) => {
      try {
        await disk.syncAll(paths);
      } catch (error) {
        throw systemCode(error) === null ? error : diskFailed(error, 'write', pathOf(error) ?? paths[0] ?? '');
      }
    },
    rename: (from, to) => explain('write', to, () => disk.rename(from, to)),
    makeFolder: (path, mode) => explain('create the folder', path, () => disk.makeFolder(path, mode)),
    list: (path) => explain('read the folder', path, () => disk.list(path)),
    remove: (path) => explain('remove', path, () => disk.remove(path)),
    facts: (path) => explain('look at', path, () => disk.facts(path)),
    setMode: (path, mode) => explain('set the permissions of', path, () => disk.setMode(path, mode)),
    setOwner: (path, ownerId) => explain('set the owner of', path, () => disk.setOwner(path, ownerId)),
    link: (target, path) => explain('write', path, () => disk.link(target, path)),
    linkTarget: (path) => explain('look at', path, () => disk.linkTarget(path)),
    fileSystemType: (path) => explain('look at', path, () => disk.fileSystemType(path)),
  };
}

function pathOf(error: unknown): string | null {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null;
}

/** An operating system's error as `DISK_FAILED`; `action` completes "could not … <path>". Temporary names are left out of the text. */
export function diskFailed(error: unknown, action: string, path: string): SealwireError {
  const code = systemCode(error) ?? '';
  const known = REASONS[code];
  const values = {
    action,
    path: path.replace(/\.[0-9a-f]{12}\.tmp$/, ''),
    why: known?.why ?? (error instanceof Error ? error.message : String(error)),
    fix: known?.fix ?? 'Look at that path, then try again.',
  };
  return fail('DISK_FAILED', values, { cause: error });
}

const OTHER_FOLDER = 'or name another folder with `--home DIR` (or SEALWIRE_HOME).';

const FULL = { why: 'the disk is full', fix: `Free some space and try again, ${OTHER_FOLDER}` };
const FORBIDDEN = {
  why: 'this user may not do that there',
  fix: `Give yourself the right to write there (see its owner and mode), ${OTHER_FOLDER}`,
};

/** What the errors of open(2), write(2), rename(2) and mkdir(2) mean to a person. */
const REASONS: Readonly<Record<string, { readonly why: string; readonly fix: string }>> = {
  EROFS: { why: 'the file system is read-only', fix: `Make it writable, ${OTHER_FOLDER}` },
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  ENOSPC: FULL,
  EDQUOT: { why: 'your disk quota is used up', fix: `Free some space and try again, ${OTHER_FOLDER}` },
  EMFILE: { why: 'too many files are open', fix: 'Close other programs, or raise the limit (`ulimit -n`).' },
  EIO: { why: 'the disk reported a hardware error', fix: `Check the disk, ${OTHER_FOLDER}` },
  EEXIST: { why: 'a file stands in the way', fix: `Move that file away, ${OTHER_FOLDER}` },
  ENOTDIR: { why: 'a part of that path is a file', fix: `Move that file away, ${OTHER_FOLDER}` },
};

/** The operating system's code of an error (`EACCES`), also of one that was explained; null where it is not the system's. */
export function systemCode(error: unknown): string | null {
  if (error instanceof SealwireError) return error.code === 'DISK_FAILED' ? systemCode(error.cause) : null;
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
