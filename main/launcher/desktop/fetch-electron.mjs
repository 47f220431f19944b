import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { explainWrite } from '../setup-failure.mjs';
import { DownloadFailure } from './download.mjs';
import { archiveCache, fetchArchive, importOf } from './electron-archive.mjs';
import { electronPackage, electronProgram } from './electron-binary.mjs';

/**
 * Fetches Electron into `node_modules/electron/dist`: the checked archive is unpacked in a folder of its own that is renamed into place last. Runs on Node
 * 22.18 and later. Throws a `DownloadFailure` with the reason.
 */
export async function fetchElectron(root, limits = {}) {
  if (!hasGlibc()) throw new DownloadFailure('it is not made for a system without glibc');
  const { folder } = electronPackage(root);
  const part = join(folder, '.part');
  try {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    const target = { platform: process.platform, arch: ownArch() };
    const archive = await fetchArchive(root, target, { tempDirectory: part, limits });
    const unpacked = join(part, 'dist');
    await unpack(folder, archive, unpacked);
    putInPlace(folder, unpacked);
    const cache = archiveCache(root);
    if (cache === join(root, '.cache', 'electron')) dropOthers(cache, archive);
  } catch (error) {
    throw explainWrite(error, root);
  } finally {
    rmSync(part, { recursive: true, force: true });
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
