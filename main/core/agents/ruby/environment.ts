import type { Framework, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { isOlder } from '../version.ts';

/** The name of the setting for an authority in this version, or null for those that have none (reference/agents.md §1.2). */
export function caSetting({ agentVersion }: Pick<Wiring, 'agentVersion'>): string | null {
  if (!isOlder(agentVersion, '3.13.0')) return 'server_ca_cert_file';
  return isOlder(agentVersion, '2.4.0') ? null : 'server_ca_cert';
}

/** Variables that make the agent trust the authority: its own, or for versions without one that of OpenSSL, which Ruby reads (reference/agents.md §3). */
export function trust(wiring: Wiring): readonly (readonly [string, string])[] {
  const name = caSetting(wiring);
  return [[name === null ? 'SSL_CERT_FILE' : `ELASTIC_APM_${name.toUpperCase()}`, caPath(wiring)]];
}

/** The CA file with slashes, which Ruby takes on Windows too: its dotenv would take backslashes for escapes. */
export function caPath({ caFile }: Pick<Wiring, 'caFile'>): string {
  return /^([A-Za-z]:)?\\/.test(caFile) ? caFile.replaceAll('\\', '/') : caFile;
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
  return as === 'dotenv' ? `bundle exec dotenv -f .env ${framework.start}` : framework.start;
}

/** What older versions call the setting, or what it costs not to have it. */
export function trustAdvice(wiring: Wiring): readonly string[] {
  const name = caSetting(wiring);
  if (name === 'server_ca_cert_file') return [];
  if (name === null) {
    return [
      `elastic-apm ${wiring.agentVersion} has no setting for an authority; 2.4.0 brought it, so upgrading is the simplest way.`,
      'SSL_CERT_FILE replaces the roots of the whole process. If the application itself calls public servers, point it to a bundle of both.',
    ];
  }
  return [
    `elastic-apm ${wiring.agentVersion} calls the setting ${name}; from 3.13.0 on it is server_ca_cert_file, and the old name is ignored.`,
    ...(isOlder(wiring.agentVersion, '2.9.0')
      ? ['Before 2.9.0 the agent did not verify by it correctly: upgrade.']
      : []),
  ];
}
