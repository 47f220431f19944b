import { join } from 'node:path';
import type { FoundProject, ProjectFiles } from '../../definition.ts';
import { recognise as recognisePhp } from '../../php/project.ts';
import { readJson } from '../../project-files.ts';
import { SDK } from './frameworks.ts';

/** Recognises a project whose composer.json requires the SDK; any other is one of Elastic's own agent. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const project = recognisePhp(folder, files);
  if (project === null || !files.list(folder).includes('composer.json')) return null;
  const { require: required } = readJson(files, join(folder, 'composer.json'));
  if (typeof required !== 'object' || required === null || !(SDK in required)) return null;
  return { ...project, framework: 'sdk', installed: true };
}
