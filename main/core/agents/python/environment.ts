import type { Framework, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { isOlder } from '../version.ts';
import { WRAPPED } from './frameworks.ts';

/** The first version with a CA setting (reference/agents.md §1.2). */
const CA_SETTING_SINCE = '6.17.0';

/** The first version that can leave certifi aside and so follow SSL_CERT_FILE (reference/agents.md §1.2, §3). */
const CERTIFI_SETTING_SINCE = '6.3.0';

/** Variables that make the agent trust the authority; none for versions that trust nothing but certifi. */
export function trust(wiring: Wiring): readonly (readonly [string, string])[] {
  if (hasCaSetting(wiring)) return [['ELASTIC_APM_SERVER_CA_CERT_FILE', wiring.caFile]];
  if (isOlder(wiring.agentVersion, CERTIFI_SETTING_SINCE)) return [];
  return [
    ['ELASTIC_APM_USE_CERTIFI', 'false'],
    ['SSL_CERT_FILE', wiring.caFile],
  ];
}

export function hasCaSetting(wiring: Wiring): boolean {
  return !isOlder(wiring.agentVersion, CA_SETTING_SINCE);
}

/** Everything that wires the agent, in the order in which it is shown. */
export function environment(wiring: Wiring): readonly (readonly [string, string])[] {
  return [
    ['ELASTIC_APM_SERVER_URL', wiring.url],
    ...(hasToken(wiring) ? [['ELASTIC_APM_SECRET_TOKEN', wiring.token] as const] : []),
    ...trust(wiring),
    ['ELASTIC_APM_SERVICE_NAME', wiring.service],
    ...(wiring.environment === null ? [] : [['ELASTIC_APM_ENVIRONMENT', wiring.environment] as const]),
  ];
}

/** The command with the agent switched on: by the agent's own wrapper where it knows the framework, by the application's code elsewhere. */
export function startCommand(framework: Framework): string {
  return WRAPPED.includes(framework.id) ? `elasticapm-run ${framework.start}` : framework.start;
}

/** The command typed in a shell; with `code` and `file` the application switches the agent on itself. */
export function startLine(as: string, framework: Framework): string {
  if (as === 'code' || as === 'file') return framework.start;
  return as === 'dotenv' ? `dotenv run -- ${startCommand(framework)}` : startCommand(framework);
}

/** What versions without a CA setting cost, and how to get out of it. */
export function trustAdvice(wiring: Wiring): readonly string[] {
  if (hasCaSetting(wiring)) return [];
  const upgrade = `elastic-apm ${wiring.agentVersion} has no setting for an authority; 6.17.0 brought it, so upgrading is the simplest way.`;
  if (trust(wiring).length === 0) return [`${upgrade} Before 6.3.0 there is no other.`];
  return [
    upgrade,
    'SSL_CERT_FILE replaces the roots of the whole process. If the application itself calls public servers through Python’s ssl, point it to a bundle of both: cat "$(python -m certifi)" ca.pem > bundle.pem.',
  ];
}
