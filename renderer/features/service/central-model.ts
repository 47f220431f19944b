import type { CentralAgent, CentralOption, ConfigEntry, Service } from '../../../main/contract/index.ts';

/** Whose central configuration is looked at. A service without a name has none. */
export interface CentralPlace {
  readonly service: string;
  readonly environment: string | null;
}

/** Where a setting is written: for this environment alone, or for every environment of the service. */
export type CentralScope = 'here' | 'everywhere';

/** The entry that the agent of this place is answered with; entries come best match first. */
export function entryInForce(
  entries: readonly ConfigEntry[],
  { service, environment }: CentralPlace,
): ConfigEntry | null {
  const fits = (mine: string | null, own: string | null): boolean => own === null || own === mine;
  return entries.find((entry) => fits(service, entry.service) && fits(environment, entry.environment)) ?? null;
}

/** Whether an entry belongs to the service itself; others belong to every service and are not changed from its screen. */
export function isOwn(entry: ConfigEntry): boolean {
  return entry.service !== null;
}

/** The scopes that a person can choose between, the usual one first. A wider one than is in force would change nothing here. */
export function scopesOf(entry: ConfigEntry | null, { environment }: CentralPlace): readonly CentralScope[] {
  if (environment === null) return ['everywhere'];
  if (entry === null || !isOwn(entry)) return ['here', 'everywhere'];
  return entry.environment === null ? ['everywhere', 'here'] : ['here'];
}

/**
 * What has to be written so that only `name` changes. An agent gets one entry and never two together, so what is in force comes along where a new, closer entry
 * is made.
 */
export function writing(
  entry: ConfigEntry | null,
  place: CentralPlace,
  scope: CentralScope,
  [name, value]: readonly [string, string],
): { service: string; environment: string | null; settings: Record<string, string>; takesAlong: number } {
  const environment = scope === 'here' ? place.environment : null;
  const isTarget = entry?.service === place.service && entry.environment === environment;
  const along = isTarget ? {} : (entry?.settings ?? {});
  return {
    service: place.service,
    environment,
    settings: { ...along, [name]: value },
    takesAlong: Object.keys(along).filter((other) => other !== name).length,
  };
}

/** How far an option got with the agent of this place. `received` is said where its next poll proves no more than that they arrived. */
export interface CentralState {
  readonly tone: 'ok' | 'waiting' | 'n/a';
  readonly word: 'applied' | 'received' | 'sent' | 'not fetched yet';
  readonly at: string | null;
}

/** The state of one option of an entry with the agent of this place. */
export function centralState(
  entry: ConfigEntry,
  name: string,
  { service, environment }: CentralPlace,
  tagMeans: CentralAgent['tagMeans'],
): CentralState {
  const option = entry.options.find((each) => each.name === name);
  const asked = option?.agents.find((each) => each.service === service && each.environment === (environment ?? ''));
  if (asked === undefined) return { tone: 'waiting', word: 'not fetched yet', at: null };
  if (asked.state === 'sent') return { tone: 'waiting', word: 'sent', at: asked.sentAt };
  return { tone: tagMeans === 'applied' ? 'ok' : 'n/a', word: tagMeans, at: asked.appliedAt };
}

/** What can be set for a service: the options of its agent, or of every agent as long as it is not known which one it has. */
export function agentOf(agents: readonly CentralAgent[], { agentId }: Pick<Service, 'agentId'>): CentralAgent {
  const known = agents.find(({ agent }) => agent === agentId);
  if (known !== undefined) return known;
  const options = new Map<string, CentralOption>();
  for (const { options: own } of agents) for (const option of own) options.set(option.name, option);
  return { agent: '', title: '', tagMeans: 'received', options: [...options.values()] };
}
