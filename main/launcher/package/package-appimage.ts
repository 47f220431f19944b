import { chmodSync, closeSync, copyFileSync, cpSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type LinuxPackage, putIcons, tidyModes } from './linux-tree.ts';
import { runProgram } from './run-program.ts';
import type { Target } from './target.ts';

const ARCHES = { x64: 'x86_64', arm64: 'aarch64' } as const;

/** Lays out the folder that an AppImage mounts (AppImage documentation, "AppDir specification"): the app, its start, menu entry and icon. */
export function appDir(root: string, unpacked: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(unpacked, folder, { recursive: true, verbatimSymlinks: true });
  const assets = join(root, 'assets', 'package');
  copyFileSync(join(assets, 'AppRun'), join(folder, 'AppRun'));
  copyFileSync(join(assets, 'sealwire-desktop.desktop'), join(folder, 'sealwire-desktop.desktop'));
  copyFileSync(join(root, 'assets', 'icons', '256x256.png'), join(folder, 'sealwire-desktop.png'));
  copyFileSync(join(root, 'assets', 'icons', '256x256.png'), join(folder, '.DirIcon'));
  putIcons(root, join(folder, 'usr', 'share', 'icons', 'hicolor'));
  tidyModes(folder);
}

/** Why no AppImage is made where no runtime was given, and how to get one. */
export function withoutRuntime({ arch }: Target): string {
  return [
    `The AppImage is left out: it needs the AppImage project's runtime for ${arch}, and none was given.`,
    `Fetch runtime-${ARCHES[arch]} of the type2-runtime project, check it, and start again with SEALWIRE_APPIMAGE_RUNTIME=<its path>.`,
  ].join('\n');
}

/**
 * Makes the AppImage: the AppImage project's runtime for the target, and after it a compressed image of the folder. `runtime` is that file. It comes from no
 * package manager, so the person who packages fetches it.
 */
export function packageAppImage(
  target: Target,
  own: LinuxPackage,
  folder: string,
  options: { readonly runtime: string; readonly output: string },
): string {
  const head = readFileSync(options.runtime);
  const path = join(options.output, `Sealwire-${own.version}-${ARCHES[target.arch]}.AppImage`);
  rmSync(path, { force: true });
  const image = [
    '-offset',
    String(head.length),
    '-all-root',
    '-noappend',
    '-no-xattrs',
    '-comp',
    'zstd',
    '-quiet',
    '-no-progress',
  ];
  runProgram('mksquashfs', [folder, path, ...image], 'squashfs-tools');
  const file = openSync(path, 'r+');
  try {
    writeSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  chmodSync(path, 0o755);
  return path;
}
