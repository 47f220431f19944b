import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a Linux package says about itself. */
export interface LinuxPackage {
  readonly version: string;
  readonly summary: string;
  readonly licence: string;
  readonly maintainer: string;
  readonly homepage: string | null;
}

export const LINUX_NAME = 'sealwire';

/** package.json's own words; who maintains the packages and where they come from is for the one who publishes them to say. */
export function linuxPackage(root: string, env: Readonly<Record<string, string | undefined>>): LinuxPackage {
  const own: { version: string; description: string; license: string; author: string; homepage?: string } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return {
    version: own.version,
    summary: own.description.replace(/\.$/, ''),
    licence: own.license,
    maintainer: env.SEALWIRE_PACKAGE_MAINTAINER ?? own.author,
    homepage: env.SEALWIRE_PACKAGE_HOMEPAGE ?? own.homepage ?? null,
  };
}

/**
 * Lays out the file system that deb and rpm install: the app in /opt/Sealwire, links in /usr/bin, menu entry, icons, metadata, licences. Modes are set here
 * whatever the umask was; the programs keep their bit.
 */
export function linuxTree(root: string, unpacked: string, tree: string): void {
  rmSync(tree, { recursive: true, force: true });
  const share = join(tree, 'usr', 'share');
  const assets = join(root, 'assets', 'package');
  cpSync(unpacked, join(tree, 'opt', 'Sealwire'), { recursive: true, verbatimSymlinks: true });
  link('/opt/Sealwire/resources/bin/sealwire', join(tree, 'usr', 'bin', 'sealwire'));
  link('/opt/Sealwire/sealwire-desktop', join(tree, 'usr', 'bin', 'sealwire-desktop'));
  put(join(assets, 'sealwire-desktop.desktop'), join(share, 'applications', 'sealwire-desktop.desktop'));
  put(join(assets, 'sealwire-desktop.metainfo.xml'), join(share, 'metainfo', 'app.sealwire.desktop.metainfo.xml'));
  putIcons(root, join(share, 'icons', 'hicolor'));
  put(join(root, 'LICENSE'), join(share, 'doc', LINUX_NAME, 'LICENSE'));
  const licences = join(share, 'doc', LINUX_NAME, 'copyright.gz');
  mkdirSync(dirname(licences), { recursive: true });
  writeFileSync(licences, gzipSync(readFileSync(join(root, 'dist', 'licences.txt')), { level: 9 }));
  tidyModes(tree);
}

/** Icons by the hicolor theme's own layout (freedesktop.org, "Icon Theme Specification"), and the drawing itself. */
export function putIcons(root: string, hicolor: string): void {
  for (const file of readdirSync(join(root, 'assets', 'icons')).filter((name) => /^\d+x\d+\.png$/.test(name)))
    put(join(root, 'assets', 'icons', file), join(hicolor, file.slice(0, -4), 'apps', 'sealwire-desktop.png'));
  put(join(root, 'assets', 'icon.svg'), join(hicolor, 'scalable', 'apps', 'sealwire-desktop.svg'));
}

/** Folders and programs 0755, everything else 0644. */
export function tidyModes(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) tidyModes(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}

/** Bytes of all files in a folder. */
export function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + sizeOf(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
}

function put(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}
