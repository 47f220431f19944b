import { basename, join } from 'node:path';
import type { FoundProject, ProjectFiles } from '../../definition.ts';
import { readJson } from '../../project-files.ts';
import { serviceNameFrom } from '../../service-name.ts';
import { frameworks } from './frameworks.ts';

/** Recognises a package that depends on OpenTelemetry for pages; it is none of those that Elastic's own agents would take it for. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const { name, dependencies, devDependencies } = readJson(files, join(folder, 'package.json'));
  const names = [...namesIn(dependencies), ...namesIn(devDependencies)];
  const framework = frameworks.find(({ markers }) => markers.some((marker) => names.includes(marker)));
  if (framework === undefined) return null;
  const called = typeof name === 'string' ? serviceNameFrom(name) : null;
  return {
    name: called ?? serviceNameFrom(basename(folder)) ?? 'my-page',
    framework: framework.id,
    installed: true,
    start: framework.start,
    insteadOf: names.some((each) => each.startsWith('@elastic/apm-rum')) ? [] : ['rum-js'],
  };
}

function namesIn(section: unknown): string[] {
  return typeof section === 'object' && section !== null ? Object.keys(section) : [];
}
