import { type ConfigEntry, fail, type Handlers, type Push } from '../../main/contract/index.ts';
import { centralAgentOf } from '../../main/core/agent-config/central-agent.ts';
import { settingProblem } from '../../main/core/agent-config/check-setting.ts';
import { definition as nodejs } from '../../main/core/agents/catalogue/nodejs.ts';
import { definition as python } from '../../main/core/agents/catalogue/python.ts';
import { ago, reachedBy } from './fake-ui-data.ts';

/** Central configuration in memory, with the options and the refusals of the real agents. */
export function configHandlers(
  world: { configuration: ConfigEntry[] },
  push: (push: Push) => void,
): Pick<Handlers, 'config.list' | 'config.set' | 'config.unset'> {
  const replace = (entry: Pick<ConfigEntry, 'service' | 'environment' | 'settings'>): ConfigEntry | null => {
    const others = world.configuration.filter(
      ({ service, environment }) => service !== entry.service || environment !== entry.environment,
    );
    const next = reachedBy({ ...entry, etag: JSON.stringify(entry.settings), changedAt: ago(0) }, []);
    const isEmpty = Object.keys(entry.settings).length === 0;
    world.configuration = isEmpty ? others : [next, ...others];
    push({ topic: 'changed', what: ['configuration'] });
    return isEmpty ? null : next;
  };
  const settingsOf = (service: string | null, environment: string | null): Readonly<Record<string, string>> =>
    world.configuration.find((entry) => entry.service === service && entry.environment === environment)?.settings ?? {};

  return {
    'config.list': async () => ({
      entries: world.configuration,
      agents: [centralAgentOf(nodejs), centralAgentOf(python)],
    }),
    'config.set': async ({ service, environment, settings }) => {
      for (const [name, value] of Object.entries(settings)) {
        const what = settingProblem(nodejs.title, nodejs.central, name, value);
        if (what !== null) throw fail('INPUT_INVALID', { what });
      }
      const entry = replace({ service, environment, settings: { ...settingsOf(service, environment), ...settings } });
      if (entry === null) throw fail('INPUT_INVALID', { what: 'No setting was given.' });
      return { entry, notes: [] };
    },
    'config.unset': async ({ service, environment, keys }) => {
      const left = Object.entries(settingsOf(service, environment)).filter(([name]) => !keys.includes(name));
      const entry = replace({ service, environment, settings: Object.fromEntries(left) });
      return { entry, notes: ['The Node.js agent keeps the last value of a setting until it is restarted.'] };
    },
  };
}
