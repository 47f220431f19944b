import { join, resolve } from 'node:path';
import type { ProcedureOutput } from '../../contract/index.ts';
import type { AgentDefinition, ProjectFiles } from './definition.ts';

type Projects = ProcedureOutput<'project.list'>['projects'];

/** Folders that hold other people's code, or none. */
const SKIPPED = new Set(['node_modules', 'venv', 'env', 'dist', 'build', 'target', 'vendor', '__pycache__']);

/** A folder with more folders than this, such as a home folder, is looked at no further. */
const MOST_FOLDERS = 200;

/** The projects in `folders` and in the folders right inside them, each once. A folder may hold a project of more than one agent. */
export function findProjects(
  catalogue: readonly AgentDefinition[],
  folders: readonly string[],
  files: ProjectFiles,
): Projects {
  const candidates = folders.flatMap((folder) => withSubfolders(resolve(folder), files));
  return [...new Set(candidates)].flatMap((folder) => {
    const found = catalogue.flatMap((definition) => {
      const project = definition.recognise(folder, files);
      return project === null ? [] : [{ agent: definition.id, project }];
    });
    const mistaken = found.flatMap(({ project }) => project.insteadOf ?? []);
    return found
      .filter(({ agent }) => !mistaken.includes(agent))
      .map(({ agent, project: { insteadOf: _, ...project } }) => ({ folder, agent, ...project }));
  });
}

function withSubfolders(folder: string, files: ProjectFiles): string[] {
  const inside = files
    .list(folder)
    .filter((name) => !name.startsWith('.') && !SKIPPED.has(name))
    .slice(0, MOST_FOLDERS)
    .map((name) => join(folder, name));
  return [folder, ...inside];
}
