import type { Framework, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { SHELLS } from '../shell-dialect.ts';
import { isOlder } from '../version.ts';

/** The first version with a CA setting (reference/agents.md §1.2). */
const CA_SETTING_SINCE = '3.3.0';

const PRELOAD = '--require elastic-apm-node/start.js';
const LOADER = '--experimental-loader=elastic-apm-node/loader.mjs';

/** The agent's file in a package of ES modules: it is loaded with `require`, so it has to be CommonJS by name. */
export const CONFIG_FILE_COMMONJS = 'elastic-apm-node.cjs';

/**
 * Variables that make the agent trust the authority. Before 3.3.0 it has no setting for that, but Node itself adds the file of
 * NODE_EXTRA_CA_CERTS to its roots (reference/agents.md §3).
 */
export function trust(wiring: Wiring): readonly (readonly [string, string])[] {
  return [[hasCaSetting(wiring) ? 'ELASTIC_APM_SERVER_CA_CERT_FILE' : 'NODE_EXTRA_CA_CERTS', wiring.caFile]];
}

export function hasCaSetting(wiring: Wiring): boolean {
  return !isOlder(wiring.agentVersion, CA_SETTING_SINCE);
}

/** Everything that wires the agent and loads it, in the order in which it is shown. */
export function environment(wiring: Wiring, framework: Framework): readonly (readonly [string, string])[] {
  return [
    ['ELASTIC_APM_SERVER_URL', wiring.url],
    ...(hasToken(wiring) ? [['ELASTIC_APM_SECRET_TOKEN', wiring.token] as const] : []),
    ...trust(wiring),
    ['ELASTIC_APM_SERVICE_NAME', wiring.service],
    ...(wiring.environment === null ? [] : [['ELASTIC_APM_ENVIRONMENT', wiring.environment] as const]),
    ['NODE_OPTIONS', preloadOptions(framework)],
  ];
}

/** What code and file still need: Next.js bundles its code, so there the agent can only be preloaded; ES modules need the loader in any case. */
export function ownEnvironment(as: string, framework: Framework): readonly (readonly [string, string])[] {
  const config =
    as === 'file' && framework.id === 'esm' ? [['ELASTIC_APM_CONFIG_FILE', CONFIG_FILE_COMMONJS] as const] : [];
  if (as === 'file' || framework.id === 'next') return [...config, ['NODE_OPTIONS', preloadOptions(framework)]];
  return framework.id === 'esm' ? [['NODE_OPTIONS', LOADER]] : [];
}

/** The command typed in a shell. `node` is given its options directly, so that no other Node program of that shell loads the agent. */
export function startLine(as: string, framework: Framework, wiring: Wiring): string {
  const variables = as === 'code' || as === 'file' ? ownEnvironment(as, framework) : environment(wiring, framework);
  const options = new Map(variables).get('NODE_OPTIONS') ?? '';
  const command = [as === 'dotenv' ? '--env-file=.env' : '', options].filter((each) => each !== '').join(' ');
  const shell = SHELLS[wiring.shell];
  const started = framework.start.startsWith('node ')
    ? framework.start.replace(/^node/, ['node', command].join(' ').trim())
    : shell.withVariable('NODE_OPTIONS', command, framework.start);
  const config = new Map(variables).get('ELASTIC_APM_CONFIG_FILE');
  return config === undefined ? started : shell.withVariable('ELASTIC_APM_CONFIG_FILE', config, started);
}

function preloadOptions(framework: Framework): string {
  return framework.id === 'esm' ? `${PRELOAD} ${LOADER}` : PRELOAD;
}
