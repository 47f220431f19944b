import { basename, delimiter, dirname, join, resolve } from 'node:path';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../definition.ts';
import { launchVariables } from '../launch-variables.ts';
import { ancestors } from '../project-files.ts';
import { serviceNameFrom } from '../service-name.ts';
import { type DotnetProject, readProject } from './project.ts';
import { settings } from './settings.ts';

const HOOK = 'ElasticApmAgentStartupHook.dll';
const VARIABLE = 'DOTNET_STARTUP_HOOKS';

/** Folders into which a release is unpacked by habit: named after its zip, or by the agent's own documents. */
const FOLDER = /^(elastic-?apm-?agent|ElasticApmAgent)(_.*)?$/i;

/**
 * Loads the agent into every .NET program of the command by a startup hook, unless the project has the agent's package, which then needs the variables alone. The folder
 * of the hook is the one that DOTNET_STARTUP_HOOKS names already, one beside the project or above it, or `/opt`.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const project = projectOf(request, files);
  const hook = findHook(request, files);
  const isPackage = project !== null && project.agent !== null;
  if (!isPackage && hook === null) {
    return {
      ready: false,
      missing: HOOK,
      where: `${VARIABLE}, ${request.cwd} and the folders above, /opt`,
      install:
        project === null
          ? `unzip ElasticApmAgent_${definition.version}.zip -d elastic-apm-agent`
          : `dotnet add ${project.path} package Elastic.Apm.NetCoreAll`,
    };
  }
  const version = project?.agent ?? '';
  const wiring = { ...request.wiring, agentVersion: version === '' ? request.wiring.agentVersion : version };
  const named = serviceOf(request, project);
  const { env, notes } = launchVariables(definition, { ...request, wiring }, named);
  const rivals = Object.keys(request.env).filter((name) => RIVALS.includes(name.toLowerCase()));
  return {
    ready: true,
    command: request.command,
    service: named.name,
    env: {
      ...env,
      ...Object.fromEntries(rivals.map((name) => [name, null])),
      ...(isPackage || hook === null ? {} : { [VARIABLE]: withHook(request.env[VARIABLE] ?? '', hook) }),
    },
    notes: [
      isPackage || hook === null
        ? `The agent is a package of ${project?.path ?? request.cwd}; the code has to call AddAllElasticApm.`
        : `${hook} is loaded into every .NET program of ${request.command.join(' ')}, dotnet itself included.`,
      'On Linux it trusts the authority by SSL_CERT_FILE. On Windows and macOS .NET reads the system’s store alone: sealwire trust install.',
      ...rivals.map(
        (name) => `${name} is set in your environment and taken away for this run: it wins over the wiring.`,
      ),
      ...fileNotes(request, project, files),
      ...notes,
    ],
  };
}

/** The same settings by the names of IConfiguration, which win over the agent's own variables; names of variables differ in case on Linux alone. */
const RIVALS = settings
  .filter(({ key, code }) => ['serverUrl', 'secretToken', 'apiKey', 'pin', 'verify'].includes(key) && code !== null)
  .map(({ code }) => `elasticapm__${code}`.toLowerCase());

/** The project that `--project` names, else that of the folder; a program that is already built may lie deep below it. */
function projectOf({ command, cwd }: LaunchRequest, files: ProjectFiles): DotnetProject | null {
  const option = command.findIndex((word) => word === '--project' || word === '-p');
  const named = option < 0 ? undefined : command[option + 1];
  if (named !== undefined) {
    const path = resolve(cwd, named);
    return readProject(/\.\w+proj$/.test(path) ? dirname(path) : path, files);
  }
  const program = command.find((word) => word.endsWith('.dll'));
  const start = program === undefined ? cwd : dirname(resolve(cwd, program));
  return ancestors(start).reduce<DotnetProject | null>((found, folder) => found ?? readProject(folder, files), null);
}

function findHook({ cwd, env }: LaunchRequest, files: ProjectFiles): string | null {
  const told = hooksIn(env[VARIABLE] ?? '').find((path) => basename(path) === HOOK);
  if (told !== undefined && files.list(dirname(told)).includes(HOOK)) return told;
  for (const parent of [...ancestors(cwd), '/opt', 'C:\\']) {
    const inside = files.list(parent).filter((name) => FOLDER.test(name));
    const folder = [parent, ...inside.map((name) => join(parent, name))].find((each) =>
      files.list(each).includes(HOOK),
    );
    if (folder !== undefined) return join(folder, HOOK);
  }
  return null;
}

/** Hooks of the person stay; one that is named twice would be run twice. */
function withHook(already: string, hook: string): string {
  const hooks = hooksIn(already);
  return (hooks.includes(hook) ? hooks : [...hooks, hook]).join(delimiter);
}

function hooksIn(value: string): string[] {
  return value.split(delimiter).filter((each) => each !== '');
}

/** A section of appsettings.json wins over every variable; the startup hook reads variables alone. */
function fileNotes({ cwd }: LaunchRequest, project: DotnetProject | null, files: ProjectFiles): string[] {
  if (project === null || project.agent === null) return [];
  const folders = [...new Set([dirname(project.path), cwd])];
  const named = folders.flatMap((folder) =>
    files
      .list(folder)
      .filter((name) => /^appsettings(\.\w+)?\.json$/i.test(name))
      .map((name) => join(folder, name)),
  );
  return named
    .filter((path) => /"ElasticApm"\s*:/i.test(files.read(path) ?? ''))
    .map((path) => `The section ElasticApm of ${path} wins over the variables.`);
}

/** The name asked for, the person's own variable, else that of the project, the program or the folder. */
function serviceOf(request: LaunchRequest, project: DotnetProject | null): { name: string; isSet: boolean } {
  if (request.service !== null) return { name: request.service, isSet: true };
  const own = request.env.ELASTIC_APM_SERVICE_NAME ?? '';
  if (own !== '') return { name: own, isSet: false };
  const program = request.command.find((word) => word.endsWith('.dll'));
  const ofProgram = program === undefined ? null : serviceNameFrom(basename(program, '.dll'));
  return { name: project?.name ?? ofProgram ?? serviceNameFrom(basename(request.cwd)) ?? 'dotnet-app', isSet: true };
}
