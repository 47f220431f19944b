import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fetchArchive } from '../desktop/electron-archive.mjs';
import { SetupFailure } from '../setup-failure.mjs';
import { type Target, targetName } from './target.ts';

/**
 * Path of the archive with the clone's Electron for a target, fetched and checked as `npm start` does it and kept in the same cache. Throws a `SetupFailure`
 * where it cannot be had.
 */
export async function electronForTarget(root: string, target: Target): Promise<string> {
  const tempDirectory = join(root, '.cache', 'package', 'electron.part');
  mkdirSync(tempDirectory, { recursive: true });
  try {
    return await fetchArchive(root, target, { tempDirectory });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DownloadFailure') throw error;
    throw new SetupFailure(
      `Electron for ${targetName(target)} could not be fetched, because ${error.message}.`,
      'Start again where that can be reached, or name a folder that holds its zip file in SEALWIRE_PACKAGE_ELECTRON.',
      { cause: error },
    );
  } finally {
    rmSync(tempDirectory, { recursive: true, force: true });
  }
}
