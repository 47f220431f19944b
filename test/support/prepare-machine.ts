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
  { program: 'python3', package: 'python3-venv' },
  { program: 'curl', package: 'curl' },
  { program: 'fish', package: 'fish' },
  { program: 'rpmbuild', package: 'rpm' },
  { program: 'rpm2cpio', package: 'rpm2cpio' },
  { program: 'cpio', package: 'cpio' },
  { program: 'mksquashfs', package: 'squashfs-tools' },
];

/**
 * Installs what the tests use and the machine lacks, where that is allowed (root on a machine with apt), and builds the interface.
 * Returns lines that say what was done and what stays missing; a tier whose program is missing skips itself by name.
 */
export function prepareMachine(root: string, options: { readonly needsInterface: boolean }): string[] {
  const lines = installPrograms();
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

function installPrograms(): string[] {
  const missing = PROGRAMS.filter(({ program }) => !isOnPath(program));
  if (missing.length === 0) return [];
  const names = missing.map((each) => each.package);
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    return [`missing on this machine, their tests are skipped: ${missing.map(({ program }) => program).join(', ')}`];
  }
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet);
  const still = missing.filter(({ program }) => !isOnPath(program)).map(({ program }) => program);
  return [
    `installed for the tests: ${names.join(', ')}`,
    ...(still.length === 0 ? [] : [`could not be installed: ${still.join(', ')}`]),
  ];
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
