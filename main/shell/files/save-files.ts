import { basename, dirname, join } from 'node:path';
import type { FilesToSave } from '../../contract/desktop.ts';
import { SealwireError } from '../../contract/errors.ts';
import { writeAtomically } from '../../core/host/atomic-write.ts';
import { diskFailed } from '../../core/host/disk-failed.ts';
import type { Host } from '../../core/host/host.ts';
import type { AskWhere } from './save-file.ts';

/** As many folders of the same name as are tried. */
const MOST_FOLDERS = 1_000;

/** The two questions to the person: for one file its place, for several the folder that is to hold theirs. */
export interface AskPlaces {
  readonly file: AskWhere;
  readonly folder: AskWhere;
}

/**
 * Saves the files of an export where the person says; resolves to the file, or to the new folder that holds them, or to null where the person thought better of it. Private keys get mode 0600,
 * the rest 0644. Rejects with `DISK_FAILED` and a way on.
 */
export async function saveFiles(
  { folder, files }: FilesToSave,
  downloads: string,
  ask: AskPlaces,
  host: Pick<Host, 'disk' | 'randomBytes'>,
): Promise<string | null> {
  const [first] = files;
  const isOne = files.length === 1;
  const place = isOne ? await ask.file(join(downloads, basename(first?.name ?? folder))) : await ask.folder(downloads);
  if (place === null) return null;
  const target = isOne ? place : freeFolder(place, folder, host);
  try {
    if (!isOne) host.disk.makeFolder(target, 0o700);
    for (const { name, base64, isSecret } of files) {
      const path = isOne ? target : join(target, ...name.split('/'));
      if (!isOne) host.disk.makeFolder(dirname(path), 0o700);
      writeAtomically(host, path, Buffer.from(base64, 'base64'), isSecret ? 0o600 : 0o644);
    }
  } catch (error) {
    const { code, message } = diskFailed(error, 'save', target).toShape();
    throw new SealwireError({ code, message, fix: 'Choose another folder and save it again.' }, { cause: error });
  }
  return target;
}

/** A folder that is not there yet: `name`, `name-2`, and so on. */
function freeFolder(place: string, name: string, { disk }: Pick<Host, 'disk'>): string {
  for (let number = 1; number < MOST_FOLDERS; number++) {
    const path = join(place, number === 1 ? name : `${name}-${number}`);
    if (disk.facts(path) === null) return path;
  }
  return join(place, `${name}-${MOST_FOLDERS}`);
}
