import { basename, join } from 'node:path';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../definition.ts';
import { launchVariables } from '../launch-variables.ts';
import { serviceNameFrom } from '../service-name.ts';
import { trustAdvice } from './environment.ts';
import { bundleOf, recognise } from './project.ts';

const VERSION = 'print Gem::Specification.find_by_name("elastic-apm").version';

/** Where the agent was found or was not; its version, null for none. */
interface Look {
  readonly where: string;
  readonly version: string | null;
  readonly install: string;
  readonly isRails: boolean;
}

/**
 * Wires a Ruby program by its environment, once its bundle has the agent: the gem is looked up in the Gemfile and its lock, or without them asked for from Ruby itself.
 * Rails starts the agent by itself; elsewhere the code does, and that is said.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const look = lookInBundle(request, files) ?? (await lookInRuby(request, files));
  if (look.version === null) {
    return { ready: false, missing: 'elastic-apm', where: look.where, install: look.install };
  }
  const version = look.version === '' ? request.wiring.agentVersion : look.version;
  const wiring = { ...request.wiring, agentVersion: version };
  const named = serviceOf(request, files);
  const { env, notes } = launchVariables(definition, { ...request, wiring }, named);
  return {
    ready: true,
    command: request.command,
    service: named.name,
    env,
    notes: [
      `elastic-apm${look.version === '' ? '' : ` ${look.version}`}, of ${look.where}, is wired in ${request.command.join(' ')}.`,
      look.isRails
        ? 'Rails starts the agent by itself, but not in its console.'
        : 'Requests are reported where the code uses ElasticAPM::Middleware and starts the agent.',
      ...trustAdvice(wiring),
      ...fileNotes(request, files),
      ...notes,
    ],
  };
}

function lookInBundle({ cwd }: LaunchRequest, files: ProjectFiles): Look | null {
  const bundle = bundleOf(cwd, files);
  if (bundle === null) return null;
  return {
    where: `the bundle of ${bundle.folder}`,
    version: bundle.agent,
    install: 'bundle add elastic-apm',
    isRails: bundle.framework.id === 'rails',
  };
}

async function lookInRuby({ command, cwd, env }: LaunchRequest, files: ProjectFiles): Promise<Look> {
  const [program = ''] = command;
  const ruby = /^(j?ruby|truffleruby)[\d.]*(\.exe)?$/.test(basename(program)) ? program : 'ruby';
  const version = (await files.run(ruby, ['-e', VERSION], cwd, env))?.trim() ?? null;
  return { where: `the gems of ${ruby}`, version, install: 'gem install elastic-apm', isRails: false };
}

/** Variables win over the agent's file, but what only the file says stays: an API key in it would be sent in the place of the token. */
function fileNotes({ cwd, env }: LaunchRequest, files: ProjectFiles): string[] {
  const path = join(cwd, env.ELASTIC_APM_CONFIG_FILE ?? 'config/elastic_apm.yml');
  const said = [...(files.read(path) ?? '').matchAll(/^\s*(api_key|verify_server_cert|enabled|disable_send)\s*:/gm)];
  return said.map((line) => `${path} sets ${line[1]}, which the variables leave as it is. Take it out.`);
}

/** The name asked for, the person's own variable, else that of the application or the folder. */
function serviceOf(request: LaunchRequest, files: ProjectFiles): { name: string; isSet: boolean } {
  if (request.service !== null) return { name: request.service, isSet: true };
  const own = request.env.ELASTIC_APM_SERVICE_NAME ?? '';
  if (own !== '') return { name: own, isSet: false };
  const name = recognise(request.cwd, files)?.name ?? serviceNameFrom(basename(request.cwd));
  return { name: name ?? 'ruby-app', isSet: true };
}
