import type { TrustAdvice } from '../../contract/index.ts';
import { agentTrust } from '../agents/agent-trust.ts';
import type { AgentDefinition } from '../agents/definition.ts';

/** For each agent whether anything has to trust the authority besides the agent itself. */
export function trustAdvice(catalogue: readonly AgentDefinition[]): TrustAdvice[] {
  return catalogue.map((definition) => {
    const { id, title } = definition;
    const { setting, groups } = agentTrust(definition);
    const text =
      setting === null
        ? `The ${title} agent has no setting for an authority, so a store that it reads has to trust it.`
        : `The ${title} agent is told about the authority by its own setting ${setting}: no store needs to trust it.`;
    return { agent: id, title, setting, groups, needsStore: setting === null, text };
  });
}
