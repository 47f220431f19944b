import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LINUX_NAME, type LinuxPackage, sizeOf } from './linux-tree.ts';
import { runProgram } from './run-program.ts';
import type { Target } from './target.ts';

const ARCHES = { x64: 'amd64', arm64: 'arm64' } as const;

/** What Electron loads from the system (`ldd` of its binary), and a Secret Service and AppIndicator for those who have them. */
const DEPENDS = [
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libc6 (>= 2.28)',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libuuid1',
  'libxss1',
  'libxtst6',
  'xdg-utils',
];
const RECOMMENDS = ['gnome-keyring | org.freedesktop.secrets', 'libayatana-appindicator3-1 | libappindicator3-1'];

export interface LinuxResult {
  readonly output: string;
  /** Packs quickly and loosely, for tests. */
  readonly isQuick?: boolean;
}

/** Makes a .deb of the file tree with Debian's own `dpkg-deb`, and resolves to its path. The tree gets the `DEBIAN` folder that belongs to it. */
export function packageDeb(root: string, target: Target, own: LinuxPackage, tree: string, result: LinuxResult): string {
  const control = join(tree, 'DEBIAN');
  const installedKilobytes = Math.ceil(sizeOf(tree) / 1024);
  mkdirSync(control, { recursive: true });
  chmodSync(control, 0o755);
  writeFileSync(join(control, 'control'), controlFile(target, own, installedKilobytes));
  for (const [from, to] of [
    ['after-install', 'postinst'],
    ['after-remove', 'postrm'],
  ] as const) {
    copyFileSync(join(root, 'assets', 'package', from), join(control, to));
    chmodSync(join(control, to), 0o755);
  }
  const path = join(result.output, `${LINUX_NAME}_${own.version}_${ARCHES[target.arch]}.deb`);
  const compression = result.isQuick === true ? ['-Zgzip', '-z1'] : ['-Zxz'];
  runProgram('dpkg-deb', ['--root-owner-group', ...compression, '--build', tree, path], 'dpkg');
  return path;
}

/** Debian Policy, chapter 5.3. */
export function controlFile(target: Target, own: LinuxPackage, installedKilobytes: number): string {
  return [
    `Package: ${LINUX_NAME}`,
    `Version: ${own.version}`,
    `Architecture: ${ARCHES[target.arch]}`,
    `Maintainer: ${own.maintainer}`,
    `Installed-Size: ${installedKilobytes}`,
    `Depends: ${DEPENDS.join(', ')}`,
    `Recommends: ${RECOMMENDS.join(', ')}`,
    'Section: devel',
    'Priority: optional',
    ...(own.homepage === null ? [] : [`Homepage: ${own.homepage}`]),
    `Description: ${own.summary}`,
    ' Sealwire makes a certificate authority, a certificate and a token, receives what',
    ' your agents send over TLS, and shows for each service which step of the',
    ' connection works and which does not, with the fix.',
    '',
  ].join('\n');
}
