import { type ConfigEntry, fail, type Handlers } from '../../contract/index.ts';
import type { AgentConfigBook } from '../agent-config/agent-config-book.ts';
import { centralAgentOf } from '../agent-config/central-agent.ts';
import { settingProblem } from '../agent-config/check-setting.ts';
import type { AgentDefinition } from '../agents/definition.ts';
import type { Live } from '../live/live.ts';

/** Central configuration of agents. A value that the service's agent would ignore without a word is refused. */
export function configProcedures(
  book: AgentConfigBook,
  catalogue: readonly AgentDefinition[],
  live: Live,
): Pick<Handlers, 'config.list' | 'config.set' | 'config.unset'> {
  const entryOf = (service: string | null, environment: string | null): ConfigEntry | null =>
    book.entries().find((entry) => entry.service === service && entry.environment === environment) ?? null;

  const agentsOf = async (service: string | null): Promise<readonly AgentDefinition[]> => {
    const seen = (await live.open()).evidence.services().filter((each) => service === null || each.service === service);
    return catalogue.filter(({ id }) => seen.some(({ agentId }) => agentId === id));
  };

  return {
    'config.list': async () => ({ entries: book.entries(), agents: catalogue.map(centralAgentOf) }),
    'config.set': async ({ service, environment, settings }) => {
      const agents = await agentsOf(service);
      // An agent that was not seen yet may be any: a value is refused where no agent would take it.
      const judges = agents.length > 0 ? agents : catalogue;
      for (const [name, value] of Object.entries(settings)) {
        const problems = judges.map(({ title, central }) => settingProblem(title, central, name, value));
        const what = problems.every((problem) => problem !== null) ? problems[0] : null;
        if (what !== null && what !== undefined) throw fail('INPUT_INVALID', { what });
      }
      book.replace({ service, environment }, { ...entryOf(service, environment)?.settings, ...settings });
      const entry = entryOf(service, environment);
      if (entry === null) throw fail('INPUT_INVALID', { what: 'No setting was given.' });
      const isUnseen = service !== null && agents.length === 0;
      const note = `No agent of "${service}" has been seen yet; it gets this at its first question.`;
      return { entry, notes: isUnseen ? [note] : [] };
    },
    'config.unset': async ({ service, environment, keys }) => {
      const before = entryOf(service, environment);
      const missing = keys.find((key) => before?.settings[key] === undefined);
      const fix = 'See what is set: sealwire config list';
      if (before === null) throw fail('NOT_FOUND', { what: 'central configuration for', id: service ?? '*', fix });
      if (missing !== undefined) throw fail('NOT_FOUND', { what: 'such setting', id: missing, fix });
      const left = keys.length === 0 ? [] : Object.entries(before.settings).filter(([key]) => !keys.includes(key));
      book.replace({ service, environment }, Object.fromEntries(left));
      const keepsValue = (await agentsOf(service)).some(({ id }) => id === 'nodejs');
      // elastic-apm-node 4.18.0, lib/apm-client/apm-client.js: only names that are present are applied.
      const note = 'The Node.js agent keeps the last value of a setting that was taken away until it is restarted.';
      return { entry: entryOf(service, environment), notes: keepsValue ? [note] : [] };
    },
  };
}
