import { fail, type Handlers } from '../../contract/index.ts';
import type { AgentDefinition } from '../agents/definition.ts';
import { canarySaid, serviceMeant, verificationCures } from '../canary/canary-words.ts';
import type { Live } from '../live/live.ts';
import type { Agents, Security } from '../parts.ts';
import type { ServerFile } from '../server/read-server-file.ts';

/** `attempt.canary`: whether the agent of a service verifies. Throws `CANARY_IMPOSSIBLE` where it cannot be tried. */
export function canaryProcedure(parts: {
  readonly live: Live;
  readonly security: Security;
  readonly agents: Agents;
  readonly catalogue: readonly AgentDefinition[];
  readonly serverFile: ServerFile | null;
}): Pick<Handlers, 'attempt.canary' | 'attempt.recall'> {
  const { live, security, agents, catalogue, serverFile } = parts;
  return {
    'attempt.recall': async () => ({ recalled: (await live.open()).canary.recall() }),
    'attempt.canary': async ({ service: name, environment, seconds }) => {
      const { evidence, endpoint, canary } = await live.open();
      const served = serverFile?.tls?.identity ?? security.identity();
      if (served === null) throw security.whyNoIdentity();
      if (!endpoint.state().listening) {
        throw fail('CANARY_IMPOSSIBLE', {
          why: 'the endpoint is stopped, so nothing can connect to it',
          fix: 'Start it with `sealwire up`.',
        });
      }
      const service = serviceMeant(evidence.services(), name, environment);
      const shown = await canary.letOut(service, served, seconds * 1000);
      const definition = catalogue.find(({ id }) => id === service.agentId) ?? null;
      return {
        service: name,
        environment: service.environment,
        ...shown,
        said: canarySaid(name, shown),
        fixes: shown.result === 'off' ? verificationCures({ definition, wiring: agents.wiring(service.agentId) }) : [],
      };
    },
  };
}
