import type { Handlers } from '../../contract/index.ts';
import type { Agents, Security } from '../parts.ts';

/** Procedures of the catalogue. The token leaves the vault only for a snippet that is to be revealed and for a launch. */
export function agentProcedures(
  agents: Agents,
  security: Security,
  auth: 'token' | 'none',
): Pick<Handlers, 'agent.list' | 'agent.show' | 'agent.launch' | 'project.list'> {
  return {
    'agent.list': async () => ({ agents: await agents.list() }),
    'agent.show': async (input) => agents.show(input, input.reveal ? await security.showToken() : null),
    'agent.launch': async (input) =>
      agents.launch(input, auth === 'token' && security.initialised() ? await security.showToken() : null),
    'project.list': async (input) => ({ projects: await agents.projects(input) }),
  };
}
