import { dirname, join } from 'node:path';
import { fail, SealwireError } from '../contract/errors.ts';
import type { Host } from '../core/host/host.ts';

/** One file of a folder that is written as a whole; its name may have folders, with `/` between. */
export interface FolderFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly isSecret: boolean;
}

/** Those of `names` that are in the folder already. */
export function alreadyThere({ disk }: Pick<Host, 'disk'>, folder: string, names: readonly string[]): string[] {
  return names.map((name) => join(folder, name)).filter((path) => disk.facts(path) !== null);
}

/** Throws `USAGE` that names what is in the way. */
export function refuseToReplace(paths: readonly string[]): never {
  throw fail('USAGE', {
    what: `${paths.join(', ')} ${paths.length === 1 ? 'is' : 'are'} there already. Nothing was written.`,
    fix: 'Name another folder with --out DIR, or replace them with --force.',
  });
}

/** Throws `DISK_FAILED` where the folder cannot be made or written to; leaves nothing behind. */
export function assertWritable({ disk, randomBytes }: Pick<Host, 'disk' | 'randomBytes'>, folder: string): void {
  const isNew = disk.facts(folder) === null;
  const probe = isNew ? folder : join(folder, `.sealwire-${randomBytes(6).toString('hex')}.tmp`);
  atOut(() => {
    disk.makeFolder(probe, 0o755);
    disk.remove(probe);
  });
}

/** The disk's own cures name the data folder, which is not what is written to here. */
function atOut<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SealwireError)) throw error;
    const fix = error.fix.replace('`--home DIR` (or SEALWIRE_HOME)', '`--out DIR`');
    throw new SealwireError({ ...error.toShape(), fix }, { cause: error });
  }
}

/**
 * Writes all files into a temporary folder first, and moves them to where they belong once every one of them is whole: a disk that is full or not writable leaves nothing behind. Secret files have mode 0600.
 * Resolves with the paths; throws `DISK_FAILED`.
 */
export function writeFolder(
  host: Pick<Host, 'disk' | 'randomBytes'>,
  folder: string,
  files: readonly FolderFile[],
): string[] {
  return atOut(() => written(host, folder, files));
}

function written(host: Pick<Host, 'disk' | 'randomBytes'>, folder: string, files: readonly FolderFile[]): string[] {
  const { disk } = host;
  const isNew = disk.facts(folder) === null;
  // On the file system of the folder, or nothing could be moved from one to the other.
  const temporary = join(isNew ? dirname(folder) : folder, `.sealwire-${host.randomBytes(6).toString('hex')}.tmp`);
  try {
    for (const { name, bytes, isSecret } of files) {
      const path = join(temporary, name);
      disk.makeFolder(dirname(path), 0o755);
      disk.create(path, bytes, isSecret ? 0o600 : 0o644);
      disk.sync(path);
    }
    if (isNew) disk.rename(temporary, folder);
    else
      for (const { name } of files) {
        disk.makeFolder(dirname(join(folder, name)), 0o755);
        disk.rename(join(temporary, name), join(folder, name));
      }
  } finally {
    if (disk.facts(temporary) !== null) disk.remove(temporary);
  }
  disk.sync(isNew ? dirname(folder) : folder);
  return files.map(({ name }) => join(folder, name));
}
