import { basename } from 'node:path';
import type { AgentDefinition, LaunchPlan, LaunchRequest, ProjectFiles } from '../definition.ts';
import { launchVariables } from '../launch-variables.ts';
import { serviceNameFrom } from '../service-name.ts';
import { trustLine } from './environment.ts';
import { installLines } from './package.ts';
import { recognise } from './project.ts';

/** Prints PHP's version, that of the agent's extension or null, and the settings of the agent that an ini file holds. */
const PROBE = `
$set = array_filter(array_map(fn($each) => $each["global_value"], @ini_get_all("elastic_apm") ?: []), fn($each) => $each !== null && $each !== "");
echo json_encode([PHP_VERSION, phpversion("elastic_apm") ?: null, array_keys($set)]);
`;

/** Where libcurl of the common distributions reads its authorities from, as it was built there. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** What a variable cannot change once an ini file has it, and what the wiring is about. */
const CONTRADICTING =
  /^elastic_apm\.(server_url|secret_token|api_key|verify_server_cert|service_name|enabled|disable_send)$/;

/**
 * Wires a PHP program by its environment. PHP is asked first whether it has the agent's extension, and the system's store whether it has the authority, because no variable can make the agent
 * trust it.
 */
export async function launch(
  definition: AgentDefinition,
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const php = phpOf(request);
  const found = readProbe(await files.run(php, ['-r', PROBE], request.cwd, request.env));
  const install = installLines(definition.version).join(' && ');
  if (found === null) {
    return { ready: false, missing: 'PHP', where: `no PHP could be started as "${php}"`, install };
  }
  if (found.agent === null) {
    return { ready: false, missing: 'elastic_apm', where: `the extensions of PHP ${found.version}`, install };
  }
  const bundle = bundleWithout(request.wiring.caFile, files);
  if (bundle !== null) {
    return {
      ready: false,
      missing: 'Sealwire’s authority',
      where: bundle,
      install: trustLine(request.wiring),
    };
  }
  const wiring = { ...request.wiring, agentVersion: found.agent };
  const named = serviceOf(request, files);
  const { env, notes } = launchVariables(definition, { ...request, wiring }, named);
  return {
    ready: true,
    command: request.command,
    service: named.name,
    env,
    notes: [
      `The extension elastic_apm ${found.agent} of PHP ${found.version} is wired in ${request.command.join(' ')}.`,
      'It sends at the end of each request or script.',
      ...found.set
        .filter((name) => CONTRADICTING.test(name))
        .map((name) => `An ini file sets ${name}, which wins over the variables. Take it out.`),
      ...notes,
    ],
  };
}

/** The PHP that a command is run by, to be asked what it has. */
export function phpOf({ command }: LaunchRequest): string {
  const [program = ''] = command;
  return /^php[\d.]*$/.test(basename(program)) ? program : 'php';
}

/** The bundle of this system, where it holds none of the authorities; null where it does, and where that cannot be told. */
export function bundleWithout(caFile: string, files: ProjectFiles): string | null {
  const authorities = bodies(files.read(caFile) ?? '');
  if (authorities.length === 0) return null;
  for (const path of BUNDLES) {
    const text = files.read(path);
    if (text === null) continue;
    const trusted = new Set(bodies(text));
    return authorities.some((each) => trusted.has(each)) ? null : path;
  }
  return null;
}

/** The certificates of a PEM file, without what may differ between two ways of writing the same one. */
function bodies(pem: string): string[] {
  return [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END/g)].map((match) =>
    (match[1] ?? '').replace(/\s+/g, ''),
  );
}

/** The name asked for, the person's own variable, else that of the project or the folder: without one the agent calls itself unknown. */
function serviceOf(request: LaunchRequest, files: ProjectFiles): { name: string; isSet: boolean } {
  if (request.service !== null) return { name: request.service, isSet: true };
  const own = request.env.ELASTIC_APM_SERVICE_NAME ?? '';
  if (own !== '') return { name: own, isSet: false };
  const name = recognise(request.cwd, files)?.name ?? serviceNameFrom(basename(request.cwd));
  return { name: name ?? 'php-app', isSet: true };
}

function readProbe(
  output: string | null,
): { readonly version: string; readonly agent: string | null; readonly set: readonly string[] } | null {
  const line = output?.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('[')) return null;
  const said: unknown = JSON.parse(line);
  if (!Array.isArray(said)) return null;
  const [version, agent, set]: unknown[] = said;
  return {
    version: String(version),
    agent: typeof agent === 'string' ? agent : null,
    set: Array.isArray(set) ? set.map(String) : [],
  };
}
