import { basename, delimiter, dirname, join, resolve } from 'node:path';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../definition.ts';
import { launchVariables } from '../launch-variables.ts';
import { serviceNameFrom } from '../service-name.ts';
import { trustAdvice } from './environment.ts';
import { agentVersion, type GoModule, installCommand, moduleName, moduleOf } from './project.ts';

/** Where the agent was looked for, and the version that was found; null for none. */
interface Look {
  readonly where: string;
  readonly version: string | null;
}

/**
 * Wires a Go program by its environment. The agent is compiled into it or it is not: a program is asked through `go version -m`, which reads the list of modules that the
 * linker put in, and `go run` is looked up in the go.mod. One that is known to lack the agent is not started; one that nobody can look into is, and it is said.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const isGo = /^go(\.exe)?$/.test(basename(request.command[0] ?? ''));
  const module = moduleOf(isGo ? goFolder(request) : request.cwd, files);
  const program = isGo ? null : locate(request, files);
  const look = program === null ? lookInModule(module) : await lookInProgram(program, request, files);
  if (look !== null && look.version === null) {
    return { ready: false, missing: 'go.elastic.co/apm/v2', where: look.where, install: installCommand(module) };
  }
  const wiring = { ...request.wiring, agentVersion: look?.version ?? request.wiring.agentVersion };
  const named = serviceOf(request, program, module);
  const { env, notes } = launchVariables(definition, { ...request, wiring }, named);
  return {
    ready: true,
    command: request.command,
    service: named.name,
    env,
    notes: [
      look === null
        ? `Whether the agent is compiled into ${request.command.join(' ')} could not be told. Nothing is loaded into a Go program from outside, so if it is not, nothing will report.`
        : `Version ${look.version} of the agent, as ${look.where} says, is wired in ${request.command.join(' ')}.`,
      'Requests are reported where the code uses the agent’s middleware.',
      ...trustAdvice(wiring),
      ...notes,
    ],
  };
}

/** Where the go command works: the folder given by `-C`, else that of the first package that is a path, else the current one. */
function goFolder({ command, cwd }: LaunchRequest): string {
  const changed = command[command.indexOf('-C') + 1];
  const folder = command.includes('-C') && changed !== undefined ? resolve(cwd, changed) : cwd;
  const target = command.slice(2).find((word) => word.startsWith('.') || word.endsWith('.go'));
  if (target === undefined) return folder;
  return resolve(folder, target.endsWith('.go') ? dirname(target) : target);
}

function lookInModule(module: GoModule | null): Look | null {
  return module === null ? null : { where: join(module.folder, 'go.mod'), version: module.agent };
}

/** Null where there is no go command to ask, or the program is not one of Go's. */
async function lookInProgram(program: string, request: LaunchRequest, files: ProjectFiles): Promise<Look | null> {
  const listed = await files.run('go', ['version', '-m', program], request.cwd, request.env);
  if (listed === null || !/^\tmod\t|^\tpath\t/m.test(listed)) return null;
  const modules = [...listed.matchAll(/^\tdep\t(\S+)\t(\S+)/gm)];
  return { where: program, version: agentVersion(new Map(modules.map((line) => [line[1] ?? '', line[2] ?? '']))) };
}

/** Path of the program as the shell would find it. */
function locate({ command, cwd, env }: LaunchRequest, files: ProjectFiles): string {
  const [program = ''] = command;
  if (/[\\/]/.test(program)) return resolve(cwd, program);
  const folder = (env.PATH ?? '').split(delimiter).find((each) => each !== '' && files.list(each).includes(program));
  return folder === undefined ? program : join(folder, program);
}

/** The name asked for, the person's own variable, else that of the program, which the agent takes by itself, or of the module. */
function serviceOf(
  request: LaunchRequest,
  program: string | null,
  module: GoModule | null,
): { name: string; isSet: boolean } {
  if (request.service !== null) return { name: request.service, isSet: true };
  const own = request.env.ELASTIC_APM_SERVICE_NAME ?? '';
  if (own !== '') return { name: own, isSet: false };
  const named = program === null ? null : serviceNameFrom(basename(program).replace(/\.exe$/, ''));
  if (named !== null) return { name: named, isSet: false };
  const ofModule = module === null ? null : moduleName(module);
  return { name: ofModule ?? serviceNameFrom(basename(request.cwd)) ?? 'go-app', isSet: true };
}
