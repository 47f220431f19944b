import type { FoundProject, Framework, ProjectFiles } from '../../definition.ts';
import { depends, manifestsOf, recognise as recognisePython } from '../../python/project.ts';
import { frameworks } from './frameworks.ts';

/** Recognises a Python project whose manifest names OpenTelemetry; one that does not is a project of Elastic's own agent. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const project = recognisePython(folder, files);
  const framework = frameworkOf(manifestsOf(folder, files));
  return project === null || framework === null ? null : { ...project, framework: framework.id, installed: true };
}

function frameworkOf(manifests: string): Framework | null {
  return frameworks.find(({ markers }) => markers.some((marker) => depends(manifests, marker))) ?? null;
}
