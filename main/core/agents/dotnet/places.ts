import type { Framework, Wiring } from '../definition.ts';
import { type ReaderSystem, readerSystem } from '../reader-system.ts';

/** What loads the agent from outside: the zip of a release, the folder that it is unpacked into, and the file in it that .NET is told of. */
export interface Loader {
  readonly zip: string;
  /** Where it lies for the program that loads it; .NET takes absolute paths alone. */
  readonly folder: string;
  readonly variables: readonly (readonly [string, string])[];
}

/** Says which class of the profiler's library is to be made (apm-agent-dotnet 1.34.5, docs/reference/setup-auto-instrumentation.md). */
const PROFILER_CLASS = '{FA65FE15-F085-4681-9B20-95E04F6C03CC}';

/** The variables by which .NET loads anything at all; the others of a loader do nothing without them. */
export const LOADING = ['DOTNET_STARTUP_HOOKS', 'CORECLR_ENABLE_PROFILING'];

/** How a framework that is no package loads the agent, on the system of the wiring. */
export function loaderOf(framework: Framework, wiring: Wiring): Loader | null {
  const system = readerSystem(wiring);
  if (framework.id === 'hook') return hook(wiring.agentVersion, system);
  if (framework.id === 'profiler') return profiler(wiring.agentVersion, system);
  return null;
}

function hook(version: string, system: ReaderSystem): Loader {
  const folder = folderOn(system, 'elastic-apm-agent');
  return {
    zip: `ElasticApmAgent_${version}.zip`,
    folder,
    variables: [['DOTNET_STARTUP_HOOKS', inFolder(folder, 'ElasticApmAgentStartupHook.dll', system)]],
  };
}

function profiler(version: string, system: ReaderSystem): Loader {
  const folder = folderOn(system, 'elastic-apm-profiler');
  const library = system === 'windows' ? 'elastic_apm_profiler.dll' : 'libelastic_apm_profiler.so';
  return {
    zip: `elastic_apm_profiler_${version}.zip`,
    folder,
    variables: [
      ['CORECLR_ENABLE_PROFILING', '1'],
      ['CORECLR_PROFILER', PROFILER_CLASS],
      ['CORECLR_PROFILER_PATH', inFolder(folder, library, system)],
      ['ELASTIC_APM_PROFILER_HOME', folder],
      ['ELASTIC_APM_PROFILER_INTEGRATIONS', inFolder(folder, 'integrations.yml', system)],
    ],
  };
}

function folderOn(system: ReaderSystem, name: string): string {
  return system === 'windows' ? `C:\\${name}` : `/opt/${name}`;
}

function inFolder(folder: string, name: string, system: ReaderSystem): string {
  return `${folder}${system === 'windows' ? '\\' : '/'}${name}`;
}
