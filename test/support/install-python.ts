import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from './install-once.ts';
import { isOnPath } from './prepare-machine.ts';

/** A skip must mean that packages cannot be had, not that the machine is slow. */
const INSTALLING_MS = 600_000;

/** A virtual environment with packages from PyPI, or in one sentence why there is none. */
export type PythonEnvironment = { readonly folder: string; readonly python: string } | { readonly problem: string };

/** Installs exactly those packages, as lines of a requirements file, into a virtual environment below `.cache/<kind>`, once. */
export function installPython(kind: string, name: string, packages: readonly string[]): PythonEnvironment {
  if (!isOnPath('python3')) return { problem: 'this machine lacks python3' };
  const wanted = packages.join('\n');
  try {
    const folder = installOnce(kind, name, wanted, (target) => {
      const list = join(target, 'requirements.txt');
      writeFileSync(list, `${wanted}\n`);
      run('python3', ['-m', 'venv', target]);
      const pip = [
        '-m',
        'pip',
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '--no-compile',
        '--only-binary=:all:',
      ];
      run(join(target, 'bin', 'python'), [...pip, '-r', list]);
    });
    return { folder, python: join(folder, 'bin', 'python') };
  } catch (error) {
    return { problem: `${name} could not be installed: ${lastLine(error)}` };
  }
}

function run(file: string, args: readonly string[]): void {
  execFileSync(file, [...args], { stdio: ['ignore', 'ignore', 'pipe'], timeout: INSTALLING_MS });
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n').at(-1) ?? text;
}
