import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A skip must mean that packages cannot be had, not that the machine is slow: nine Python packages took four minutes on two busy cores. */
const INSTALLING_MS = 900_000;

const cache = resolve(import.meta.dirname, '..', '..', '.cache', 'agents');

/** What is installed for the tests of real agents; a change makes them be installed anew. */
const NODE_PACKAGES = { 'elastic-apm-node': '4.18.0', express: '5.1.0', dotenv: '17.2.3' };
const PYTHON_PACKAGES = [
  'elastic-apm[flask]==6.26.2',
  'flask==3.1.3',
  'django==5.2.19',
  'fastapi==0.165.0',
  'uvicorn==0.54.0',
  'aiohttp==3.14.5',
  'tornado==6.6.1',
  'pyyaml==6.0.3',
  'python-dotenv[cli]==1.2.1',
];

export interface NodePackages {
  /** Folder whose node_modules holds elastic-apm-node, express and dotenv; applications are written beside it. */
  readonly folder: string;
}

export interface PythonPackages {
  readonly folder: string;
  /** The interpreter of the virtual environment, and the folder of its programs (flask, elasticapm-run, dotenv). */
  readonly python: string;
  readonly programs: string;
}

/** The real Node.js agent with Express, installed once into `.cache/agents`; null, and said loudly, where the registry cannot be reached. */
export function nodePackages(): NodePackages | null {
  const folder = installed('node', JSON.stringify(NODE_PACKAGES), (target) => {
    const manifest = { name: 'agents-under-test', dependencies: NODE_PACKAGES };
    writeFileSync(join(target, 'package.json'), JSON.stringify(manifest));
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], target);
  });
  return folder === null ? null : { folder };
}

/** The real Python agent with its frameworks in a virtual environment of `.cache/agents`; null, and said loudly, where it cannot be had. */
export function pythonPackages(): PythonPackages | null {
  const folder = installed('python', PYTHON_PACKAGES.join('\n'), (target) => {
    run('python3', ['-m', 'venv', target], target);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile'];
    run(join(programsIn(target), 'python'), [...pip, ...PYTHON_PACKAGES], target);
  });
  if (folder === null) return null;
  return { folder, programs: programsIn(folder), python: join(programsIn(folder), 'python') };
}

function programsIn(environment: string): string {
  return join(environment, process.platform === 'win32' ? 'Scripts' : 'bin');
}

/**
 * Folder that holds what `wanted` describes, installing it where there is none. Test files run side by side, so each installs into a
 * folder of its own and the first to finish publishes it; a virtual environment cannot be moved afterwards.
 */
function installed(name: string, wanted: string, install: (folder: string) => void): string | null {
  const mark = join(cache, `${name}-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`);
  if (existsSync(mark)) return readFileSync(mark, 'utf8');
  const folder = join(cache, `${name}.${process.pid}`);
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    install(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    console.warn(`SKIPPED: tests with the real ${name} agent, which could not be installed: ${messageOf(error)}`);
    return null;
  }
  writeFileSync(`${folder}.mark`, folder);
  try {
    linkSync(`${folder}.mark`, mark);
    return folder;
  } catch {
    // Another test file was first (EEXIST): its installation is the one that everybody uses.
    rmSync(folder, { recursive: true, force: true });
    return readFileSync(mark, 'utf8');
  } finally {
    rmSync(`${folder}.mark`, { force: true });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function run(file: string, args: readonly string[], cwd: string): void {
  const { NODE_OPTIONS: _preloads, ...env } = process.env;
  execFileSync(file, [...args], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], timeout: INSTALLING_MS });
}
