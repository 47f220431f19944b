import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Electron's program lies in its folder, as the package's own `install.js` has it. */
const PROGRAM = { darwin: 'Electron.app/Contents/MacOS/Electron', linux: 'electron', win32: 'electron.exe' };

/** The `electron` package of this clone: its folder, its version, and the sha256 of every file of that release. */
export function electronPackage(root) {
  const folder = join(root, 'node_modules', 'electron');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, version, checksums: JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')) };
}

/**
 * Where Electron is: `{state: 'there', binary, dist}`, `{state: 'absent', dist}`, or `{state: 'unusable', because}`. The rules are those of the package's own
 * `index.js` and `install.js`: `ELECTRON_OVERRIDE_DIST_PATH` first, else `dist` beside them with the right `version`, and `path.txt`, which is written last.
 */
export function findElectron(root, { env = process.env, platform = process.platform, arch = process.arch } = {}) {
  const own = PROGRAM[platform];
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined && override !== '') return findOverridden(override, own);
  if (!existsSync(join(root, 'node_modules', 'electron', 'checksums.json'))) {
    return { state: 'unusable', because: 'the electron package is not installed' };
  }
  const { folder, version, checksums } = electronPackage(root);
  if (own === undefined || checksums[archiveName(version, platform, arch)] === undefined) {
    return { state: 'unusable', because: `Electron ${version} is not made for ${platform}-${arch}` };
  }
  const dist = join(folder, 'dist');
  const binary = join(dist, own);
  const isWhole =
    textOf(join(dist, 'version'))?.replace(/^v/, '') === version &&
    textOf(join(folder, 'path.txt')) === own &&
    existsSync(binary);
  return isWhole ? { state: 'there', binary, dist } : { state: 'absent', dist };
}

export function archiveName(version, platform, arch) {
  return `electron-v${version}-${platform}-${arch}.zip`;
}

/** Where the program lies in the folder `dist`, or undefined on a platform that Electron does not know. */
export function electronProgram(platform = process.platform) {
  return PROGRAM[platform];
}

function findOverridden(dist, own) {
  const binary = ['electron', own]
    .filter(Boolean)
    .map((name) => join(dist, name))
    .find((path) => existsSync(path));
  return binary === undefined
    ? { state: 'unusable', because: `ELECTRON_OVERRIDE_DIST_PATH names ${dist}, and there is no Electron in it` }
    : { state: 'there', binary, dist };
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // Not there yet.
    return null;
  }
}
