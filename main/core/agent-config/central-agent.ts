import type { CentralAgent } from '../../contract/index.ts';
import type { AgentDefinition } from '../agents/definition.ts';
import { CENTRAL_HINTS } from './central-hints.ts';
import { whatIsTaken } from './what-is-taken.ts';

/** What an agent takes from central configuration, as it is shown to a person who sets it. */
export function centralAgentOf({ id, title, central, centralTag }: AgentDefinition): CentralAgent {
  return {
    agent: id,
    title,
    tagMeans: centralTag,
    options: central.map((option) => ({
      name: option.name,
      kind: option.kind,
      hint: CENTRAL_HINTS[option.name] ?? '',
      takes: whatIsTaken(option),
      choices: option.kind === 'boolean' ? ['true', 'false'] : [...(option.choices ?? [])],
    })),
  };
}
