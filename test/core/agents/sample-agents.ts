import { createAgents } from '../../../main/core/agents/agents.ts';
import type { AgentDefinition } from '../../../main/core/agents/definition.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import type { Agents } from '../../../main/core/parts.ts';

export const CA_FILE = '/home/ada/.local/share/sealwire/workspaces/default/authorities/3f9a/ca.pem';

/** The catalogue at work on a machine whose endpoint and authority never change, so that every text is the same on every run. */
export function sampleAgents(
  catalogue: readonly AgentDefinition[],
  change: Partial<Parameters<typeof createAgents>[0]> = {},
): Agents {
  return createAgents({
    catalogue,
    host: realHost({ HOME: '/home/ada', SHELL: '/bin/bash' }),
    endpointUrl: () => 'https://localhost:8200',
    caPath: () => CA_FILE,
    auth: () => 'token',
    command: 'sealwire',
    startedIn: '/home/ada/checkout',
    truststore: async () => '/home/ada/.local/share/sealwire/workspaces/default/authorities/3f9a/truststore.jks',
    ...change,
  });
}
