import type { Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { sealwireLine } from '../shell-dialect.ts';

/** Everything that wires the agent, in the order in which it is shown. Nothing here makes it trust: its libcurl reads the system's store alone (reference/agents.md §3). */
export function environment(wiring: Wiring): readonly (readonly [string, string])[] {
  return [
    ['ELASTIC_APM_SERVER_URL', wiring.url],
    ...(hasToken(wiring) ? [['ELASTIC_APM_SECRET_TOKEN', wiring.token] as const] : []),
    ['ELASTIC_APM_SERVICE_NAME', wiring.service],
    ...(wiring.environment === null ? [] : [['ELASTIC_APM_ENVIRONMENT', wiring.environment] as const]),
  ];
}

/** The line that puts the authority into the store that libcurl reads. */
export function trustLine(wiring: Pick<Wiring, 'shell' | 'sealwire' | 'home'>): string {
  return sealwireLine(wiring, 'trust install system');
}
