import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { electronForTarget } from './electron-for-target.ts';
import { keyringForTarget } from './keyring-for-target.ts';
import { linuxPackage, linuxTree } from './linux-tree.ts';
import { nodeForTarget } from './node-for-target.ts';
import { appDir, packageAppImage, withoutRuntime } from './package-appimage.ts';
import { packageDeb } from './package-deb.ts';
import { packageRpm } from './package-rpm.ts';
import { runBuilder, updatePlace } from './run-builder.ts';
import { stage } from './stage.ts';
import { type Target, targetName } from './target.ts';
import { writeUpdateFeed, writeUpdatePlace } from './update-feed.ts';

/**
 * Makes the packages of one target, or with `isFolder` its unpacked folder alone, from what was built, and resolves to their paths. `env` holds the
 * `SEALWIRE_PACKAGE_…` variables that package.ts lists.
 */
export async function makePackage(
  root: string,
  target: Target,
  options: { readonly isFolder: boolean; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<string[]> {
  const { env, isFolder } = options;
  const output = join(root, 'dist', 'packages', targetName(target));
  const work = join(root, '.cache', 'package', targetName(target));
  const given = env.SEALWIRE_PACKAGE_ELECTRON ?? '';
  const electron = given === '' ? await electronForTarget(root, target) : given;
  const node = await nodeForTarget(root, target, env.SEALWIRE_PACKAGE_NODE);
  const keyring = await keyringForTarget(root, target);
  const staged = stage(root, target, { node, keyring }, work);
  mkdirSync(output, { recursive: true });
  const updates = env.SEALWIRE_PACKAGE_UPDATES;
  const unpacked = await runBuilder(root, target, staged, {
    isFolder,
    output,
    updates,
    electron,
  });
  if (isFolder || target.platform !== 'linux') return [isFolder ? unpacked : output];

  const own = linuxPackage(root, env);
  // In every package, also in those that the system keeps up to date: there Sealwire only tells.
  writeUpdatePlace(target, join(unpacked, 'resources'), updates);
  const tree = join(work, 'tree');
  linuxTree(root, unpacked, tree);
  const made = [packageRpm(root, target, own, tree, { output }), packageDeb(root, target, own, tree, { output })];
  const runtime = env.SEALWIRE_APPIMAGE_RUNTIME;
  if (runtime === undefined || runtime === '') {
    console.error(withoutRuntime(target));
    return made;
  }
  const folder = join(work, 'AppDir');
  appDir(root, unpacked, folder);
  const appImage = packageAppImage(target, own, folder, { runtime, output });
  const isUpdated = updatePlace(target, updates) !== null;
  return [...made, appImage, ...(isUpdated ? [writeUpdateFeed(target, own.version, appImage, new Date())] : [])];
}
