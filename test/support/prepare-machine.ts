import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a tier needs from the machine, and the Debian package that brings it. */
const PROGRAMS: readonly { readonly program: string; readonly package: string }[] = [
  { program: 'chromium', package: 'chromium' },
  { program: 'gnome-keyring-daemon', package: 'gnome-keyring' },
  { program: 'dbus-run-session', package: 'dbus-x11' },
  { program: 'secret-tool', package: 'libsecret-tools' },
  { program: 'openssl', package: 'openssl' },
  { program: 'certutil', package: 'libnss3-tools' },
  { program: 'keytool', package: 'openjdk-17-jre-headless' },
  { program: 'python3', package: 'python3-venv' },
  { program: 'curl', package: 'curl' },
  { program: 'fish', package: 'fish' },
  { program: 'rpmbuild', package: 'rpm' },
  { program: 'rpm2cpio', package: 'rpm2cpio' },
  { program: 'cpio', package: 'cpio' },
  { program: 'mksquashfs', package: 'squashfs-tools' },
  { program: 'Xvfb', package: 'xvfb' },
  { program: 'javac', package: 'default-jdk-headless' },
  { program: 'mvn', package: 'maven' },
  { program: 'go', package: 'golang-go' },
  { program: 'pk12util', package: 'libnss3-tools' },
  { program: 'ruby', package: 'ruby' },
  { program: 'php', package: 'php-cli' },
  { program: 'nginx', package: 'nginx-light' },
  { program: 'haproxy', package: 'haproxy' },
];

/** What a runtime loads and has no program of its own: the command that ends well where it is there, and its package. */
const MODULES: readonly {
  readonly what: string;
  readonly command: readonly [string, ...string[]];
  readonly package: string;
}[] = [
  { what: 'http.rb', command: ['ruby', '-rhttp', '-e', ''], package: 'ruby-http' },
  { what: 'curl for PHP', command: ['php', '-r', 'exit(extension_loaded("curl") ? 0 : 1);'], package: 'php-curl' },
];

/** What the old Electron of the tests links to (`ldd`), each with the package that brings it and what it needs in turn; Electron 9 is there for x64 alone. */
const LIBRARIES: readonly { readonly library: string; readonly package: string }[] = [
  { library: 'libgtk-3.so.0', package: 'libgtk-3-0' },
  { library: 'libnss3.so', package: 'libnss3' },
  { library: 'libXss.so.1', package: 'libxss1' },
  { library: 'libXtst.so.6', package: 'libxtst6' },
  { library: 'libasound.so.2', package: 'libasound2' },
  { library: 'libgbm.so.1', package: 'libgbm1' },
  { library: 'libxcb-dri3.so.0', package: 'libxcb-dri3-0' },
  { library: 'libX11-xcb.so.1', package: 'libx11-xcb1' },
];

/**
 * Installs what the tests use and the machine lacks, where that is allowed (root on a machine with apt), and builds the interface.
 * Returns lines that say what was done and what stays missing; a tier whose program is missing skips itself by name.
 */
export function prepareMachine(root: string, options: { readonly needsInterface: boolean }): string[] {
  const lines = installMissing();
  if (!options.needsInterface) return lines;
  const built = spawnSync(process.execPath, [join(root, 'main', 'launcher', 'build.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  return [
    ...lines,
    built.status === 0 ? 'ok  interface and command line are built' : 'FAILED  the build; tests that need it will fail',
  ];
}

function installMissing(): string[] {
  const missing = missingHere();
  if (missing.length === 0) return [];
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    return [`missing on this machine, their tests are skipped: ${missing.map(({ what }) => what).join(', ')}`];
  }
  apt(['update', '-qq']);
  // Apart, because the names of libraries change between releases, and one unknown name keeps apt from installing any.
  for (const kind of ['program', 'module', 'library'] as const) {
    const names = missing.filter((each) => each.kind === kind).map((each) => each.package);
    if (names.length > 0) apt(['install', '-y', '-qq', '--no-install-recommends', ...names]);
  }
  const still = missingHere().map(({ what }) => what);
  const installed = missing.filter(({ what }) => !still.includes(what)).map((each) => each.package);
  return [
    ...(installed.length === 0 ? [] : [`installed for the tests: ${installed.join(', ')}`]),
    ...(still.length === 0 ? [] : [`could not be installed: ${still.join(', ')}`]),
  ];
}

function apt(args: readonly string[]): void {
  spawnSync('apt-get', [...args], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function missingHere(): {
  readonly kind: 'program' | 'module' | 'library';
  readonly what: string;
  readonly package: string;
}[] {
  const programs = PROGRAMS.filter(({ program }) => !isOnPath(program));
  const modules = MODULES.filter(
    ({ command: [file, ...args] }) => spawnSync(file, args, { stdio: 'ignore' }).status !== 0,
  );
  return [
    ...programs.map((each) => ({ kind: 'program' as const, what: each.program, package: each.package })),
    ...modules.map((each) => ({ kind: 'module' as const, what: each.what, package: each.package })),
    ...missingLibraries().map((each) => ({ kind: 'library' as const, what: each.library, package: each.package })),
  ];
}

function missingLibraries(): typeof LIBRARIES {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  // What the dynamic linker knows; without ldconfig nothing can be said, and the tests find out by themselves.
  const { stdout } = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  return stdout ? LIBRARIES.filter(({ library }) => !stdout.includes(`\t${library} (libc6,x86-64)`)) : [];
}

export function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
