import { basename, join } from 'node:path';
import type { FoundProject, Framework, ProjectFiles } from '../definition.ts';
import { ancestors, readJson } from '../project-files.ts';
import { serviceNameFrom } from '../service-name.ts';
import { frameworks, WRAPPING } from './frameworks.ts';

/** Recognises a folder with a package.json, and its framework by what it depends on. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const manifest = readJson(files, join(folder, 'package.json'));
  if (Object.keys(manifest).length === 0) return null;
  const dependencies = { ...section(manifest, 'devDependencies'), ...section(manifest, 'dependencies') };
  const framework = frameworkOf(dependencies, manifest.type === 'module');
  const name = typeof manifest.name === 'string' ? serviceNameFrom(manifest.name) : null;
  return {
    name: name ?? serviceNameFrom(basename(folder)) ?? 'nodejs-app',
    framework: framework.id,
    installed: 'elastic-apm-node' in dependencies,
    start: startOf(manifest, framework),
  };
}

/** The command that adds the agent, in the words of the package manager whose lock file is nearest. */
export function installCommand(folder: string, files: ProjectFiles): string {
  for (const parent of ancestors(folder)) {
    const names = files.list(parent);
    if (names.includes('pnpm-lock.yaml')) return 'pnpm add elastic-apm-node';
    if (names.includes('yarn.lock')) return 'yarn add elastic-apm-node';
    if (names.includes('package-lock.json')) break;
  }
  return 'npm install elastic-apm-node';
}

function frameworkOf(dependencies: Readonly<Record<string, unknown>>, isModule: boolean): Framework {
  const found = frameworks.filter(({ markers }) => markers.some((marker) => marker in dependencies));
  const chosen = found.find(({ id }) => WRAPPING.includes(id)) ?? found[0];
  const plain = frameworks.find(({ id }) => id === (isModule ? 'esm' : 'plain'));
  const framework = chosen ?? plain ?? frameworks[0];
  if (framework === undefined) throw new Error('the definition of nodejs names no framework');
  return framework;
}

function startOf(manifest: Readonly<Record<string, unknown>>, framework: Framework): string {
  const scripts = section(manifest, 'scripts');
  if ('start' in scripts) return 'npm start';
  if ('dev' in scripts) return 'npm run dev';
  return typeof manifest.main === 'string' ? `node ${manifest.main}` : framework.start;
}

function section(manifest: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const value = manifest[name];
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
