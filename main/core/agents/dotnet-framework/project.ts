import { join } from 'node:path';
import type { FoundProject, ProjectFiles } from '../definition.ts';
import { isFramework } from '../dotnet/project.ts';
import { serviceNameFrom } from '../service-name.ts';
import { frameworks } from './frameworks.ts';

/** Recognises a folder with a project for .NET Framework. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const names = files.list(folder);
  const name = names.filter((each) => /\.(cs|vb)proj$/.test(each)).toSorted()[0];
  const text = name === undefined ? null : files.read(join(folder, name));
  if (name === undefined || text === null || !isFramework(text)) return null;
  const packages = names.includes('packages.config') ? (files.read(join(folder, 'packages.config')) ?? '') : '';
  return {
    name: serviceNameFrom(name.replace(/\.\w+$/, '')) ?? 'dotnet-app',
    framework: 'iis',
    installed: /Elastic\.Apm\.AspNetFullFramework/.test(`${text}${packages}`),
    start: frameworks[0]?.start ?? '',
  };
}
