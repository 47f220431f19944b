import { delimiter, join, resolve } from 'node:path';
import type { LaunchRequest, ProjectFiles } from '../definition.ts';

const PYTHON = /^(python|pypy)[\d.]*w?(\.exe)?$|^py(\.exe)?$/;

/** Programs that find the interpreter themselves and start the rest of their words with it. */
const RUNNERS = new Set(['poetry', 'uv', 'pipenv', 'pdm', 'hatch', 'rye']);

/**
 * Program and first arguments of the interpreter that a command will run on: the one named in it, the one that a runner such as `uv run` chooses, the
 * one in the first line of the script that it starts, else the first on the PATH.
 */
export function interpreterOf(request: LaunchRequest, files: ProjectFiles): readonly [string, ...string[]] {
  const [program = '', second] = request.command;
  const name = baseName(program);
  if (PYTHON.test(name)) return [program];
  if (RUNNERS.has(name) && second === 'run') return [program, 'run', 'python'];
  const script = locate(program, request, files);
  const named = script === null ? null : /^#!\s*(\S+)(?:\s+(\S+))?/.exec(files.read(script)?.slice(0, 256) ?? '');
  const interpreter = named?.[1] === '/usr/bin/env' ? named[2] : named?.[1];
  if (interpreter !== undefined && PYTHON.test(baseName(interpreter))) return [interpreter];
  return [locate('python', request, files) === null ? 'python3' : 'python'];
}

/** Path of a program as the shell would find it. */
function locate(program: string, { cwd, env }: LaunchRequest, files: ProjectFiles): string | null {
  if (/[\\/]/.test(program)) return resolve(cwd, program);
  const folder = (env.PATH ?? '').split(delimiter).find((each) => each !== '' && files.list(each).includes(program));
  return folder === undefined ? null : join(folder, program);
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
