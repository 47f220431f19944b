import type { CentralAgent, ConfigEntry } from '../../../main/contract/index.ts';
import type { CentralPlace } from './central-model.ts';

/** For whom an entry is set, in a sentence. */
export function centralScope(entry: ConfigEntry, { service }: CentralPlace): string {
  if (entry.service === null) {
    const where = entry.environment === null ? '' : ` in ${entry.environment}`;
    return `Set for every service${where}. What you change here is then set for ${service} alone.`;
  }
  return entry.environment === null
    ? `Set for ${entry.service} in every environment.`
    : `Set for ${entry.service} in ${entry.environment}.`;
}

/** How much the agent's own word is worth, in plain words. */
export function centralWords({ title, tagMeans }: CentralAgent): string {
  if (title === '')
    return 'It is not known yet which agent this is, so all that can be seen is that settings were received.';
  return tagMeans === 'applied'
    ? `The ${title} agent confirms settings once it has taken all of them; one that it refuses holds back the rest.`
    : `The ${title} agent confirms what it received, even a value that it then ignores. Its next events show the effect.`;
}
