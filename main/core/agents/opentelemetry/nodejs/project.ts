import { basename, join } from 'node:path';
import type { FoundProject, Framework, ProjectFiles } from '../../definition.ts';
import { readJson } from '../../project-files.ts';
import { serviceNameFrom } from '../../service-name.ts';
import { frameworks } from './frameworks.ts';

/** Recognises a package that depends on OpenTelemetry; one that does not is a project of Elastic's own agent. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const manifest = readJson(files, join(folder, 'package.json'));
  const dependencies = { ...section(manifest, 'devDependencies'), ...section(manifest, 'dependencies') };
  const framework = frameworkOf((marker) => marker in dependencies);
  if (framework === null) return null;
  return {
    name: packageName(folder, files) ?? serviceNameFrom(basename(folder)) ?? 'nodejs-app',
    framework: framework.id,
    installed: true,
    start: startOf(manifest, framework),
  };
}

/** What the package of a folder is called, as a service name; null where there is none. */
export function packageName(folder: string, files: ProjectFiles): string | null {
  const { name } = readJson(files, join(folder, 'package.json'));
  return typeof name === 'string' ? serviceNameFrom(name) : null;
}

/** The first way to bring OpenTelemetry in that `isThere` tells of. */
export function frameworkOf(isThere: (marker: string) => boolean): Framework | null {
  return frameworks.find(({ markers }) => markers.some(isThere)) ?? null;
}

function startOf(manifest: Readonly<Record<string, unknown>>, { start }: Framework): string {
  const scripts = section(manifest, 'scripts');
  if ('start' in scripts) return 'npm start';
  if ('dev' in scripts) return 'npm run dev';
  return typeof manifest.main === 'string' ? `node ${manifest.main}` : start;
}

function section(manifest: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const value = manifest[name];
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
