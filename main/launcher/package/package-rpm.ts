import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LINUX_NAME, type LinuxPackage } from './linux-tree.ts';
import type { LinuxResult } from './package-deb.ts';
import { runProgram } from './run-program.ts';
import type { Target } from './target.ts';

const ARCHES = { x64: 'x86_64', arm64: 'aarch64' } as const;

/** By the names of Fedora, which openSUSE provides too. */
const REQUIRES = [
  'alsa-lib',
  'at-spi2-core',
  'gtk3',
  'libdrm',
  'libnotify',
  'libsecret',
  'mesa-libgbm',
  'nss',
  'xdg-utils',
];

/**
 * Makes an .rpm of the file tree with `rpmbuild` and returns its path. rpmbuild works in a temporary folder of its own, because its macros do not survive a
 * space in the path of a clone.
 */
export function packageRpm(root: string, target: Target, own: LinuxPackage, tree: string, result: LinuxResult): string {
  const work = mkdtempSync(join(tmpdir(), 'sealwire-rpm-'));
  try {
    const spec = join(work, `${LINUX_NAME}.spec`);
    const arch = ARCHES[target.arch];
    writeFileSync(spec, specFile(root, target, own, tree, result.isQuick === true));
    runProgram('rpmbuild', ['-bb', '--quiet', `--target=${arch}-linux`, '--define', `_topdir ${work}`, spec], 'rpm');
    const folder = join(work, 'RPMS', arch);
    const file = readdirSync(folder).find((name) => name.endsWith('.rpm')) ?? '';
    const path = join(result.output, file);
    copyFileSync(join(folder, file), path);
    return path;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The tree is taken as it is: nothing is stripped, compiled or searched for requirements, because the binaries are Electron's and Node's own. A version's
 * hyphen (a pre-release) is a tilde in rpm, which sorts before the release.
 */
export function specFile(root: string, target: Target, own: LinuxPackage, tree: string, isQuick: boolean): string {
  const script = (name: string): string =>
    readFileSync(join(root, 'assets', 'package', name), 'utf8').replaceAll('%', '%%');
  return `
%global __os_install_post %{nil}
%global debug_package %{nil}
%global _build_id_links none
%define _binary_payload ${isQuick ? 'w1.gzdio' : 'w19.zstdio'}
Name: ${LINUX_NAME}
Version: ${own.version.replaceAll('-', '~')}
Release: 1
Summary: ${own.summary}
License: ${own.licence}
Vendor: ${own.maintainer}
${own.homepage === null ? '' : `URL: ${own.homepage}\n`}BuildArch: ${ARCHES[target.arch]}
AutoReqProv: no
${REQUIRES.map((name) => `Requires: ${name}`).join('\n')}

%description
Sealwire makes a certificate authority, a certificate and a token, receives what
your agents send over TLS, and shows for each service which step of the
connection works and which does not, with the fix.

%install
mkdir -p %{buildroot}
cp -a "${tree}/opt" "${tree}/usr" %{buildroot}/

%post
${script('after-install')}
%postun
${script('after-remove')}
%files
%defattr(-,root,root,-)
/opt/Sealwire
${filesUnder(tree, 'usr').join('\n')}
`.trimStart();
}

/** Files alone: the folders under /usr belong to the system. */
function filesUnder(tree: string, folder: string): string[] {
  return readdirSync(join(tree, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(tree.length))
    .sort();
}
