import type { AgentSummary } from '../../contract/index.ts';
import type { AgentDefinition } from './definition.ts';

/** How an agent comes to trust the authority, in the newest version that Sealwire knows. */
export function agentTrust({ settings, storesRead }: AgentDefinition): AgentSummary['trust'] {
  const own = settings.find(({ key, never, until }) => key === 'caFile' && never === null && until === null);
  const setting = own?.env ?? own?.code ?? null;
  return { setting, groups: setting === null ? [...storesRead] : [] };
}
