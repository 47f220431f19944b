import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DownloadFailure, download } from './download.mjs';
import { downloadProgress } from './download-progress.mjs';
import { electronPackage } from './electron-binary.mjs';

/** Where archives are kept: in the clone, so that a new `npm ci` need not fetch them again and the person's own cache stays as it is. */
export function archiveCache(root) {
  return process.env.electron_config_cache || join(root, '.cache', 'electron');
}

/**
 * Resolves to the archive of the clone's Electron for `{platform, arch}`, fetched where the cache has none. Address (mirrors included), cache and checksum are
 * those of `@electron/get`, which the `electron` package itself uses; only the downloading is ours, because its own has no limit to the first byte and gives
 * up after five silent minutes. What came is checked against the package's `checksums.json`. Throws a `DownloadFailure` with the reason.
 */
export async function fetchArchive(root, { platform, arch }, { tempDirectory, limits = {} }) {
  const { folder, version, checksums } = electronPackage(root);
  const { downloadArtifact } = await importOf(folder, '@electron/get');
  const progress = downloadProgress(`Fetching Electron ${version} (once)`);
  try {
    return await downloadArtifact({
      version,
      checksums,
      cacheRoot: archiveCache(root),
      tempDirectory,
      artifactName: 'electron',
      platform,
      arch,
      downloader: {
        download: (url, target) => download(url, target, { ...limits, onProgress: progress.received }),
      },
    });
  } catch (error) {
    if (!/checksum/i.test(error.message)) throw error;
    throw new DownloadFailure('what came has not the checksum that its package names, so nothing of it was used', {
      cause: error,
    });
  } finally {
    progress.end();
  }
}

/** A package that the `electron` package depends on; where npm put it is npm's affair. */
export async function importOf(folder, name) {
  return import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href);
}
