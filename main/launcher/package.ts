import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makePackage } from './package/make-package.ts';
import { signAnnouncements } from './package/sign-announcements.ts';
import { targetName, wishedTargets } from './package/target.ts';
import { writeLicences } from './package/write-licences.ts';
import { orExplain, SetupFailure } from './setup-failure.mjs';

/*
 * `npm run package -- [--linux] [--mac] [--win] [--x64] [--arm64] [--dir]`: builds everything and makes the packages of the systems named, else of this one,
 * into dist/packages. `--dir` stops at the unpacked folder. A disk image for macOS can be made on macOS alone. The environment may name:
 *
 *   SEALWIRE_PACKAGE_NODE        Node binaries to ship, for targets without a pinned one; several with the PATH's separator
 *   SEALWIRE_PACKAGE_ELECTRON    a folder with an unpacked Electron, or with its zip files, in place of a download
 *   SEALWIRE_PACKAGE_UPDATES     the address that updates are published under; without it there is no updating
 *   SEALWIRE_PACKAGE_UPDATE_KEY  the Ed25519 private key (a PEM file) that announcements of updates are signed with
 *   SEALWIRE_PACKAGE_MAINTAINER, SEALWIRE_PACKAGE_HOMEPAGE    what deb and rpm say
 *   SEALWIRE_APPIMAGE_RUNTIME    the AppImage project's runtime for the processor named
 *
 * and, as electron-builder reads them itself, CSC_LINK and its kin for signing and APPLE_API_KEY and its kin for notarising.
 */

const root = resolve(import.meta.dirname, '..', '..');
const flag = { type: 'boolean' } as const;
const { values } = parseArgs({ options: { linux: flag, mac: flag, win: flag, x64: flag, arm64: flag, dir: flag } });
const isFolder = values.dir === true;

await orExplain(async () => {
  const built = spawnSync(process.execPath, [join(root, 'main', 'launcher', 'build.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0)
    throw new SetupFailure('The build failed.', 'Read what it said above, mend that and start again.');
  await writeLicences(root);
  const made: string[] = [];
  for (const target of wishedTargets(values, process, isFolder)) {
    console.log(`Packaging ${targetName(target)} …`);
    made.push(...(await makePackage(root, target, { isFolder, env: process.env })));
    const key = process.env.SEALWIRE_PACKAGE_UPDATE_KEY ?? '';
    if (!isFolder && key !== '')
      made.push(...signAnnouncements(join(root, 'dist', 'packages', targetName(target)), key));
  }
  console.log(made.join('\n'));
});
