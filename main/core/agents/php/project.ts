import { basename, join } from 'node:path';
import type { FoundProject, Framework, ProjectFiles } from '../definition.ts';
import { readJson } from '../project-files.ts';
import { serviceNameFrom } from '../service-name.ts';
import { frameworks } from './frameworks.ts';

/** Recognises a folder with a composer.json that is a project or an index.php, and its framework by what it requires. The agent is never among it: it belongs to PHP. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const names = files.list(folder);
  const hasManifest = names.includes('composer.json');
  if (!hasManifest && !names.includes('index.php') && !names.includes('wp-config.php')) return null;
  const manifest = hasManifest ? readJson(files, join(folder, 'composer.json')) : {};
  if (manifest.type === 'library') return null;
  const framework = frameworkOf(manifest);
  const name = typeof manifest.name === 'string' ? serviceNameFrom(manifest.name.replace(/^.*\//, '')) : null;
  return {
    name: name ?? serviceNameFrom(basename(folder)) ?? 'php-app',
    framework: framework.id,
    installed: false,
    start: framework.start,
  };
}

function frameworkOf(manifest: Readonly<Record<string, unknown>>): Framework {
  const required =
    typeof manifest.require === 'object' && manifest.require !== null ? Object.keys(manifest.require) : [];
  const framework =
    frameworks.find(({ markers }) => markers.some((marker) => required.includes(marker))) ??
    frameworks.find(({ id }) => id === 'plain');
  if (framework === undefined) throw new Error('the definition of php names no framework for plain PHP');
  return framework;
}
