import type { Framework, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { isOlder } from '../version.ts';

/** The first version with a CA setting (reference/agents.md §1.2). */
const CA_SETTING_SINCE = '1.13.0';

/**
 * Variables that make the agent trust the authority. Before 1.13.0 it has no setting for that, but Go itself reads SSL_CERT_FILE on Linux, in place of the system's
 * file (reference/agents.md §3).
 */
export function trust(wiring: Wiring): readonly (readonly [string, string])[] {
  return [[hasCaSetting(wiring) ? 'ELASTIC_APM_SERVER_CA_CERT_FILE' : 'SSL_CERT_FILE', wiring.caFile]];
}

export function hasCaSetting(wiring: Wiring): boolean {
  return !isOlder(wiring.agentVersion, CA_SETTING_SINCE);
}

/** What import paths of the agent end in: from its second major version on, `/v2`. */
export function versionSuffix(wiring: Wiring): string {
  return isOlder(wiring.agentVersion, '2.0.0') ? '' : '/v2';
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

/** The command typed in a shell. */
export function startLine(as: string, framework: Framework): string {
  return as === 'dotenv' ? `godotenv -f .env ${framework.start}` : framework.start;
}

/** What becomes of variables beside code (go.elastic.co/apm 1.15.0 and go.elastic.co/apm/v2 2.7.12, transport/http.go `NewHTTPTransport`). */
export function codeAdvice(wiring: Wiring): string {
  return versionSuffix(wiring) === ''
    ? 'Here the code wins over ELASTIC_APM_SERVER_URL and the variables about TLS; they are read all the same, and a mistake in one of them ends the program.'
    : 'Here the code wins: ELASTIC_APM_SERVER_URL and the variables about TLS are read only where the code leaves the field empty.';
}

/** What versions without a CA setting cost, and how to get out of it. */
export function trustAdvice(wiring: Wiring): readonly string[] {
  if (hasCaSetting(wiring)) return [];
  return [
    `Version ${wiring.agentVersion} of the agent has no setting for an authority; 1.13.0 brought it, so upgrading is the simplest way.`,
    'SSL_CERT_FILE works on Linux alone, and replaces the roots of the whole process. If the application itself calls public servers, point it to a bundle of both.',
  ];
}
