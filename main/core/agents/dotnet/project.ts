import { join } from 'node:path';
import type { FoundProject, Framework, ProjectFiles } from '../definition.ts';
import { serviceNameFrom } from '../service-name.ts';
import { frameworks } from './frameworks.ts';

/** What a project file says, as far as it matters here. */
export interface DotnetProject {
  readonly path: string;
  readonly name: string;
  readonly framework: Framework;
  /** Version of the agent's package; `''` where another file holds it, null where the project has none. */
  readonly agent: string | null;
}

/** Packages of the agent that switch it on; others of its packages only add to what it sees. */
const AGENT_PACKAGE = /Include\s*=\s*"Elastic\.Apm\.(?:NetCoreAll|AspNetCore|Extensions\.Hosting)"([^>]*)/;

/** Recognises a folder with a project of .NET, and its kind by its SDK and packages; one of .NET Framework is none. */
export function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const project = readProject(folder, files);
  if (project === null) return null;
  return {
    name: project.name,
    framework: project.framework.id,
    installed: project.agent !== null,
    start: 'dotnet run',
  };
}

/** The project of a folder; null where it holds none of .NET. Of several the first by name. */
export function readProject(folder: string, files: ProjectFiles): DotnetProject | null {
  const name = files
    .list(folder)
    .filter((each) => /\.(cs|fs|vb)proj$/.test(each))
    .toSorted()[0];
  const text = name === undefined ? null : files.read(join(folder, name));
  if (name === undefined || text === null || isFramework(text)) return null;
  const assembly = /<AssemblyName>\s*([^<$]+?)\s*<\/AssemblyName>/.exec(text)?.[1] ?? name.replace(/\.\w+$/, '');
  const found = AGENT_PACKAGE.exec(text);
  return {
    path: join(folder, name),
    name: serviceNameFrom(assembly) ?? 'dotnet-app',
    framework: frameworkOf(text),
    agent: found === null ? null : (/Version\s*=\s*"([^"$]*)"/.exec(found[1] ?? '')?.[1] ?? ''),
  };
}

/** .NET Framework, of Windows, by the target `net48` and its like or by the older kind of project file. */
export function isFramework(text: string): boolean {
  return /<TargetFrameworks?>\s*net4\d/.test(text) || /<TargetFrameworkVersion>\s*v[1-4]\./.test(text);
}

function frameworkOf(text: string): Framework {
  const framework =
    frameworks.find(({ markers }) => markers.some((marker) => text.includes(`"${marker}"`))) ??
    frameworks.find(({ id }) => id === 'hook');
  if (framework === undefined) throw new Error('the definition of dotnet names no framework for other programs');
  return framework;
}
