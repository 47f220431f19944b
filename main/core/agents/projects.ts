import { join, resolve } from 'node:path';
import type { ProcedureOutput } from '../../contract/index.ts';
import type { AgentDefinition, FoundProject, ProjectFiles } from './definition.ts';

type Projects = ProcedureOutput<'project.list'>['projects'];

/** Folders that hold other people's code, or none. */
const SKIPPED = new Set(['node_modules', 'venv', 'env', 'dist', 'build', 'target', 'vendor', '__pycache__']);

/** A folder with more folders than this, such as a home folder, is looked at no further. */
const MOST_FOLDERS = 200;

/**
 * The projects in `folders` and in the folders right inside them, each once. A folder may hold a project of more than one agent; of those for the same programs, it is
 * the one that the project depends on, or Elastic's own.
 */
export function findProjects(
  catalogue: readonly AgentDefinition[],
  folders: readonly string[],
  files: ProjectFiles,
): Projects {
  const candidates = folders.flatMap((folder) => withSubfolders(resolve(folder), files));
  const all = [...new Set(candidates)].flatMap((folder) => {
    const recognised = usedOf(
      catalogue.flatMap((definition) => {
        const found = definition.recognise(folder, files);
        return found === null ? [] : [{ definition, found }];
      }),
    );
    const mistaken = recognised.flatMap(({ found }) => found.insteadOf ?? []);
    return recognised
      .filter(({ definition }) => !mistaken.includes(definition.id))
      .map(({ definition, found: { insteadOf: _, ...project } }) => ({ folder, agent: definition.id, ...project }));
  });
  return all
    .filter(({ agent, partOf }) => !all.some((whole) => whole.agent === agent && whole.folder === partOf))
    .map(({ partOf: _, ...project }) => project);
}

interface Recognised {
  readonly definition: AgentDefinition;
  readonly found: FoundProject;
}

function usedOf(recognised: readonly Recognised[]): readonly Recognised[] {
  const isUsed = (id: string): boolean =>
    recognised.some(({ definition, found }) => definition.id === id && found.installed);
  return recognised.filter(({ definition: { id, insteadOf }, found }) => {
    if (insteadOf !== undefined) return found.installed && !isUsed(insteadOf.agent);
    const others = recognised.filter(({ definition }) => definition.insteadOf?.agent === id);
    return found.installed || !others.some((other) => other.found.installed);
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
