import { join, resolve } from 'node:path';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../definition.ts';
import { launchVariables } from '../launch-variables.ts';
import { withoutXmlComments } from '../lint/readers/xml-escapes.ts';
import { serviceNameFrom } from '../service-name.ts';
import { trustLine } from './environment.ts';
import { frameworks } from './frameworks.ts';
import { recognise } from './project.ts';

/**
 * Wires IIS Express by its environment, once the application's Web.config has the module of the agent. IIS itself is a service and takes no variables from a command.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const folder = folderOf(request);
  const config = files.list(folder).find((name) => name.toLowerCase() === 'web.config');
  const text = withoutXmlComments(config === undefined ? '' : (files.read(join(folder, config)) ?? ''));
  if (!text.includes('ElasticApmModule')) {
    return {
      ready: false,
      missing: 'ElasticApmModule',
      where: join(folder, config ?? 'Web.config'),
      install: frameworks[0]?.install ?? '',
    };
  }
  const named = serviceOf(request, folder, files);
  const { env, notes } = launchVariables(definition, request, named);
  const said = [...text.matchAll(/key\s*=\s*"ElasticApm:(\w+)"/g)].map((match) => match[1]);
  return {
    ready: true,
    command: request.command,
    service: named.name,
    env,
    notes: [
      `The module of the agent in ${join(folder, config ?? '')} is wired in ${request.command.join(' ')}.`,
      `It trusts what Windows trusts: ${trustLine(request.wiring)}.`,
      ...(said.length === 0 ? [] : [`Web.config wins over the variables: it sets ${said.join(', ')}.`]),
      ...notes,
    ],
  };
}

/** The folder of the application, which IIS Express is given as /path:. */
function folderOf({ command, cwd }: LaunchRequest): string {
  const path = command.map((word) => /^[/-]path:(.+)$/i.exec(word)?.[1]).find((each) => each !== undefined);
  return path === undefined ? cwd : resolve(cwd, path);
}

/** The name asked for, the person's own variable, else that of the project. */
function serviceOf(request: LaunchRequest, folder: string, files: ProjectFiles): { name: string; isSet: boolean } {
  if (request.service !== null) return { name: request.service, isSet: true };
  const own = request.env.ELASTIC_APM_SERVICE_NAME ?? '';
  if (own !== '') return { name: own, isSet: false };
  const name = recognise(folder, files)?.name ?? serviceNameFrom(folder.split(/[\\/]/).at(-1) ?? '');
  return { name: name ?? 'dotnet-app', isSet: true };
}
