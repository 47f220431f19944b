import { basename, join } from 'node:path';
import type { FoundProject, Framework, ProjectFiles } from '../definition.ts';
import { ancestors } from '../project-files.ts';
import { serviceNameFrom } from '../service-name.ts';
import { frameworks } from './frameworks.ts';

const MANIFESTS = ['pyproject.toml', 'requirements.txt', 'Pipfile', 'setup.py', 'setup.cfg'];

/** Recognises a folder with a manifest of Python packages or a manage.py, and its framework by what the manifest names. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const names = files.list(folder);
  const hasManage = names.includes('manage.py');
  if (!names.some((name) => MANIFESTS.includes(name)) && !hasManage) return null;
  const manifests = manifestsOf(folder, files);
  const framework = frameworkOf(manifests, hasManage);
  return {
    name: projectName(manifests) ?? serviceNameFrom(basename(folder)) ?? 'python-app',
    framework: framework.id,
    installed: depends(manifests, 'elastic-apm'),
    start: startOf(framework, names),
  };
}

/** Everything that the manifests of a folder say. */
export function manifestsOf(folder: string, files: ProjectFiles): string {
  const names = files.list(folder);
  const present = MANIFESTS.filter((name) => names.includes(name));
  return present.map((name) => files.read(join(folder, name)) ?? '').join('\n');
}

/** The command that adds the agent, in the words of the tool whose lock file is nearest; `interpreter` is what pip is run with. */
export function installCommand(folder: string, interpreter: string, files: ProjectFiles): string {
  for (const parent of ancestors(folder)) {
    const names = files.list(parent);
    if (names.includes('uv.lock')) return 'uv add elastic-apm';
    if (names.includes('poetry.lock')) return 'poetry add elastic-apm';
    if (names.includes('pdm.lock')) return 'pdm add elastic-apm';
    if (names.includes('Pipfile')) return 'pipenv install elastic-apm';
    if (names.some((name) => MANIFESTS.includes(name))) break;
  }
  return `${interpreter} -m pip install elastic-apm`;
}

function frameworkOf(manifests: string, hasManage: boolean): Framework {
  const wanted = hasManage
    ? frameworks.find(({ id }) => id === 'django')
    : frameworks.find(({ markers }) => markers.some((marker) => depends(manifests, marker)));
  const framework = wanted ?? frameworks.find(({ id }) => id === 'script');
  if (framework === undefined) throw new Error('the definition of python names no framework for scripts');
  return framework;
}

/** Whether a manifest names a package: at the start of a line or a string, and not as the start of a longer name (flask, not flask-cors). */
export function depends(manifests: string, name: string): boolean {
  return new RegExp(`(^|["'\\s])${name.replaceAll('-', '[-_.]')}(?![\\w.-])`, 'im').test(manifests);
}

function projectName(manifests: string): string | null {
  const name = /^name\s*=\s*["']?([\w .-]+)/m.exec(manifests)?.[1]?.trim();
  return name === undefined ? null : serviceNameFrom(name);
}

function startOf(framework: Framework, names: readonly string[]): string {
  const module = ['app', 'main', 'wsgi', 'asgi', 'server'].find((each) => names.includes(`${each}.py`)) ?? 'app';
  if (framework.id === 'django') return framework.start;
  if (framework.id === 'flask')
    return module === 'app' || module === 'wsgi' ? 'flask run' : `flask --app ${module} run`;
  if (framework.id === 'fastapi') return `uvicorn ${module}:app`;
  return `python ${module}.py`;
}
