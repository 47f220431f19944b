import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explainWrite } from '../setup-failure.mjs';
import { DownloadFailure, download } from './download.mjs';
import { downloadProgress } from './download-progress.mjs';
import { electronPackage, electronProgram } from './electron-binary.mjs';

/**
 * Fetches Electron into `node_modules/electron/dist`. Address (mirrors included), cache and checksum are those of `@electron/get`, which the `electron`
 * package itself uses; only the downloading is ours, because its own has no limit to the first byte and gives up after five silent minutes. The archive is
 * kept in `.cache/electron`, so that a new `npm ci` need not fetch it again; nothing is written to the person's own cache. It is checked against the
 * package's `checksums.json` before it is unpacked, in a folder of its own that is renamed into place last.
 *
 * Runs on Node 22.18 and later. Throws a `DownloadFailure` with the reason.
 */
export async function fetchElectron(root, limits = {}) {
  if (!hasGlibc()) throw new DownloadFailure('it is not made for a system without glibc');
  const { folder, version, checksums } = electronPackage(root);
  const part = join(folder, '.part');
  const cacheRoot = process.env.electron_config_cache || join(root, '.cache', 'electron');
  try {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    const archive = await fetchArchive(folder, { version, checksums, cacheRoot, tempDirectory: part }, limits);
    const unpacked = join(part, 'dist');
    await unpack(folder, archive, unpacked);
    putInPlace(folder, unpacked);
    if (cacheRoot === join(root, '.cache', 'electron')) dropOthers(cacheRoot, archive);
  } catch (error) {
    throw explainWrite(error, root);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

async function fetchArchive(folder, options, limits) {
  const { downloadArtifact } = await importOf(folder, '@electron/get');
  const progress = downloadProgress(`Fetching Electron ${options.version} (once)`);
  try {
    return await downloadArtifact({
      ...options,
      artifactName: 'electron',
      platform: process.platform,
      arch: ownArch(),
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

async function unpack(folder, archive, target) {
  const { extract } = await importOf(folder, '@electron-internal/extract-zip');
  try {
    await extract(archive, { dir: target });
  } catch (error) {
    throw new DownloadFailure(`its archive could not be unpacked (${error.message})`, { cause: error });
  }
  if (!existsSync(join(target, electronProgram()))) throw new DownloadFailure('its archive holds no program');
}

/** `path.txt` is what the package goes by, so it goes first and comes last. */
function putInPlace(folder, unpacked) {
  const dist = join(folder, 'dist');
  rmSync(join(folder, 'path.txt'), { force: true });
  rmSync(dist, { recursive: true, force: true });
  renameSync(unpacked, dist);
  writeFileSync(join(folder, 'path.txt'), electronProgram());
}

/** Archives of earlier versions: each lies in a folder of its own, named after its address. */
function dropOthers(cacheRoot, archive) {
  const own = basename(dirname(archive));
  for (const name of readdirSync(cacheRoot)) {
    if (name !== own) rmSync(join(cacheRoot, name), { recursive: true, force: true });
  }
}

/** A package that the `electron` package depends on; where npm put it is npm's affair. */
async function importOf(folder, name) {
  return import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href);
}

/** An Intel Node under Rosetta gets the Electron of the machine, as `install.js` has it. */
function ownArch() {
  if (process.platform !== 'darwin' || process.arch !== 'x64') return process.arch;
  const { stdout } = spawnSync('sysctl', ['-in', 'sysctl.proc_translated'], { encoding: 'utf8' });
  return stdout?.trim() === '1' ? 'arm64' : 'x64';
}

function hasGlibc() {
  if (process.platform !== 'linux') return true;
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime !== undefined;
}
