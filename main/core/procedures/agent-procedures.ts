import type { ChangedTopic, Handlers } from '../../contract/index.ts';
import { choose } from '../agents/choose.ts';
import type { AgentDefinition } from '../agents/definition.ts';
import type { ApplyParts } from '../apply/apply-to-file.ts';
import type { Agents, Security } from '../parts.ts';

type Names =
  | 'agent.list'
  | 'agent.show'
  | 'agent.lint'
  | 'agent.explain'
  | 'agent.apply'
  | 'agent.places'
  | 'agent.launch'
  | 'project.list';

/** Procedures of the catalogue. The token leaves the vault only for a snippet that is to be revealed and for a launch. */
export function agentProcedures(
  agents: Agents,
  catalogue: readonly AgentDefinition[],
  security: Security,
  auth: 'token' | 'none',
  changes: Pick<ApplyParts, 'host' | 'folders' | 'ledger'> & { didChange(what: ChangedTopic[]): void },
): Pick<Handlers, Names> {
  return {
    'agent.list': async () => ({ agents: await agents.list() }),
    'agent.show': async (input) => agents.show(input, input.reveal ? await security.showToken() : null),
    'agent.apply': async (input) => {
      const { applyToFile } = await import('../apply/apply-to-file.ts');
      const answer = await applyToFile({ ...changes, agents, token: () => security.showToken() }, input);
      if (answer.applied) changes.didChange(['ledger']);
      return answer;
    },
    'agent.places': async (input) => {
      const { wiringPlaces } = await import('../apply/wiring-places.ts');
      return { places: await wiringPlaces({ host: changes.host, agents }, input) };
    },
    'agent.lint': async (input) => agents.lint(input),
    'agent.explain': async ({ text, agent }) => {
      const { explainLog } = await import('../diagnose/explain-log.ts');
      const asked = agent === undefined ? null : choose('agent', agent, catalogue, ({ id }) => id);
      return explainLog(text, catalogue, asked, agents.wiring);
    },
    'agent.launch': async (input) =>
      agents.launch(input, auth === 'token' && security.initialised() ? await security.showToken() : null),
    'project.list': async (input) => ({ projects: await agents.projects(input) }),
  };
}
