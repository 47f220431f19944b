import { basename, delimiter } from 'node:path';
import { assetPath } from '../assets.ts';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../definition.ts';
import { launchVariables } from '../launch-variables.ts';
import { isLoopback } from '../server-origin.ts';
import { serviceNameFrom } from '../service-name.ts';
import { isOlder } from '../version.ts';
import { trustAdvice } from './environment.ts';
import { interpreterOf } from './interpreter.ts';
import { installCommand, recognise } from './project.ts';

/** The first version with the wrapper that attaches the agent without a change to the code: elasticapm/instrumentation/wrapper. */
const WRAPPER_SINCE = '6.14.0';

const PROBE = `
import json, sys
try:
    import elasticapm
    agent = [elasticapm.VERSION, elasticapm.__file__]
except ImportError:
    agent = None
print(json.dumps([sys.executable, agent]))
`;

const LOCAL_NAMES = ['localhost', '127.0.0.1', '::1'];

/**
 * Switches the agent on in every Python process of the command, by a sitecustomize of Sealwire's own that comes first on PYTHONPATH and hands over to the
 * person's. The interpreter that the command will run on is asked first whether it has the agent.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const [program, ...args] = interpreterOf(request, files);
  const found = readProbe(await files.run(program, [...args, '-c', PROBE], request.cwd, request.env));
  const typed = [program, ...args].join(' ');
  if (found === null) {
    const where = `no Python interpreter could be started as "${typed}"`;
    return { ready: false, missing: 'elastic-apm', where, install: installCommand(request.cwd, typed, files) };
  }
  const { executable, agent } = found;
  const install = installCommand(request.cwd, typed, files);
  if (agent === null) return { ready: false, missing: 'elastic-apm', where: `the packages of ${executable}`, install };
  if (isOlder(agent.version, WRAPPER_SINCE)) {
    const where = `${agent.file} is version ${agent.version}`;
    return { ready: false, missing: `elastic-apm ${WRAPPER_SINCE} or later`, where, install: upgrade(install) };
  }
  const wiring = { ...request.wiring, agentVersion: agent.version };
  const named = serviceOf(request, files);
  const { env, notes } = launchVariables(definition, { ...request, wiring }, named);
  return {
    ready: true,
    command: request.command,
    service: named.name,
    env: {
      ...env,
      ...debugVariable(request),
      ...proxyException(request),
      PYTHONPATH: [assetPath('preload/python'), request.env.PYTHONPATH ?? '']
        .filter((each) => each !== '')
        .join(delimiter),
    },
    notes: [
      `elastic-apm ${agent.version} of ${executable} is switched on in ${request.command.join(' ')}.`,
      'Flask, Django, Starlette, FastAPI, aiohttp and Tornado report each request. Any other program reports once its code makes a transaction.',
      ...trustAdvice(wiring),
      ...notes,
    ],
  };
}

/** The agent is silent while Django or Flask run in debug mode, as they do on a developer's machine, unless it is told otherwise. */
function debugVariable({ env }: LaunchRequest): Readonly<Record<string, string>> {
  return env.ELASTIC_APM_DEBUG === undefined ? { ELASTIC_APM_DEBUG: 'true' } : {};
}

/** The agent goes through a proxy even to this machine unless NO_PROXY names it; the name in small letters wins (urllib.request.getproxies_environment). */
function proxyException({ env, wiring }: LaunchRequest): Readonly<Record<string, string>> {
  const hasProxy = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'].some((name) => (env[name] ?? '') !== '');
  if (!hasProxy || !isLoopback(wiring.url)) return {};
  const name = env.no_proxy === undefined ? 'NO_PROXY' : 'no_proxy';
  const already = (env[name] ?? '').split(',').filter((each) => each !== '');
  if (already.includes('*')) return {};
  return { [name]: [...already, ...LOCAL_NAMES.filter((each) => !already.includes(each))].join(',') };
}

/** The name asked for, the person's own variable, else that of the project or the folder: without one the agent calls itself unknown. */
function serviceOf(request: LaunchRequest, files: ProjectFiles): { name: string; isSet: boolean } {
  if (request.service !== null) return { name: request.service, isSet: true };
  const own = request.env.ELASTIC_APM_SERVICE_NAME ?? '';
  if (own !== '') return { name: own, isSet: false };
  const name = recognise(request.cwd, files)?.name ?? serviceNameFrom(basename(request.cwd));
  return { name: name ?? 'python-app', isSet: true };
}

function upgrade(install: string): string {
  return install.replace('pip install', 'pip install --upgrade');
}

/** What the probe printed last; something the interpreter loads at start may print before it. */
function readProbe(
  output: string | null,
): { executable: string; agent: { version: string; file: string } | null } | null {
  const line = output?.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('[')) return null;
  const said: unknown = JSON.parse(line);
  if (!Array.isArray(said)) return null;
  const [executable, agent]: unknown[] = said;
  const [version, file]: unknown[] = Array.isArray(agent) ? agent : [];
  return {
    executable: String(executable),
    agent: typeof version === 'string' ? { version, file: String(file) } : null,
  };
}
