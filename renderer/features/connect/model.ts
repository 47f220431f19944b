import type { AgentSummary, ProcedureInput, Service, TrustStore } from '../../../main/contract/index.ts';
import { addressOf } from '../../app/router.ts';
import { canTrust } from '../trust/model.ts';

/** What the person chose on Connect; all of it stands in the address. */
export interface Choice {
  readonly framework: string;
  readonly as: string;
  readonly shell: string;
  /** Version of the agent, or empty for the newest that Sealwire knows. */
  readonly version: string;
  readonly service: string;
  readonly environment: string;
  /** How the person starts the application. */
  readonly start: string;
  /** Folder of the project, where it was found in one. */
  readonly folder: string;
}

const DEFAULT_SERVICE = 'my-service';

const SHELL_TITLES: Readonly<Record<string, string>> = {
  bash: 'bash, zsh',
  fish: 'fish',
  pwsh: 'PowerShell',
  cmd: 'cmd',
};

/** The choice that an address holds; what it leaves out, or what this agent does not offer, takes the agent's first. */
export function choiceOf(agent: AgentSummary, query: URLSearchParams, platform: string): Choice {
  const form = agent.forms.find(({ as }) => as === query.get('as')) ?? agent.forms[0];
  const shells = form?.shells ?? [];
  const native = platform === 'win32' ? 'pwsh' : 'bash';
  const shell = [query.get('shell'), native].find((candidate) => candidate !== null && shells.includes(candidate));
  const framework = agent.frameworks.find(({ id }) => id === query.get('framework')) ?? agent.frameworks[0];
  return {
    framework: framework?.id ?? '',
    as: form?.as ?? '',
    shell: shell ?? shells[0] ?? '',
    version: query.get('version') ?? '',
    service: query.get('service') ?? DEFAULT_SERVICE,
    environment: query.get('environment') ?? '',
    start: query.get('start') ?? framework?.start ?? '',
    folder: query.get('folder') ?? '',
  };
}

/** The address that holds a choice. */
export function addressOfChoice(agent: string, choice: Choice): string {
  return addressOf(`/connect/${agent}`, { ...choice });
}

/** The request for the snippet of a choice; the secret stays hidden. */
export function snippetInput(agent: string, choice: Choice): ProcedureInput<'agent.show'> {
  const { framework, as, shell, version, service, environment } = choice;
  return {
    agent,
    service,
    ...(framework === '' ? {} : { framework }),
    ...(as === '' ? {} : { as }),
    ...(shell === '' ? {} : { shell }),
    ...(version === '' ? {} : { agentVersion: version }),
    ...(environment === '' ? {} : { environment }),
  };
}

/** Why a service name cannot be used, or null. The agents allow letters, digits, spaces, underscores and hyphens. */
export function serviceFault(name: string): string | null {
  if (name.trim() === '') return 'Give the service a name; its events are found by it.';
  return /^[A-Za-z0-9 _-]+$/.test(name) ? null : 'Use letters, digits, spaces, _ and - only; agents replace the rest.';
}

/** The line that starts the application already wired; a name with spaces is quoted, which every shell reads the same. */
export function runLine(command: string, { service, start }: Choice): string {
  const name = service.includes(' ') ? `"${service}"` : service;
  return `${command} run --service ${name} -- ${start}`;
}

/** Whether the core can start this choice in a terminal: it runs only the start commands of the catalogue, no text of this page. */
export function isKnownStart({ frameworks }: AgentSummary, { framework, start }: Choice): boolean {
  return frameworks.some((known) => known.id === framework && known.start === start.trim());
}

/** The request to open a terminal with the start command of this choice. */
export function terminalInput(agent: string, { framework, service, folder }: Choice): ProcedureInput<'terminal.run'> {
  return {
    agent,
    service,
    ...(framework === '' ? {} : { framework }),
    ...(folder === '' ? {} : { folder }),
  };
}

/** What a person calls a shell. */
export function shellTitle(shell: string): string {
  return SHELL_TITLES[shell] ?? shell;
}

/** The service that a choice is about, where it was seen. */
export function chosenService(services: readonly Service[], { service, environment }: Choice): Service | undefined {
  const named = services.filter((candidate) => candidate.service === service);
  return environment === ''
    ? named[0]
    : (named.find((candidate) => candidate.environment === environment) ?? undefined);
}

/** Whether an event of this service was stored. */
export function hasReported({ steps }: Service): boolean {
  return steps.some(({ step, state }) => step === 'reporting' && state === 'ok');
}

/** The agents whose title or keywords hold every word of the text. */
export function agentsMatching(agents: readonly AgentSummary[], text: string): AgentSummary[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return agents.filter(({ title, keywords, frameworks }) => {
    const all = [title, ...keywords, ...frameworks.map((framework) => framework.title)].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** A store that an agent without a setting of its own reads, and where the person goes about it. */
export interface StoreForAgent {
  readonly store: TrustStore;
  readonly to: string;
  /** What the link does, in a word or two. */
  readonly does: string;
}

/** The stores of this machine that the agent reads: in the order in which the agent recommends their groups, those that can trust the authority with a plan to agree to. */
export function storesFor({ trust: { groups } }: AgentSummary, stores: readonly TrustStore[]): StoreForAgent[] {
  return groups.flatMap((group) =>
    stores
      .filter((store) => store.group === group)
      .map((store) => ({
        store,
        ...(canTrust(store)
          ? { to: addressOf('/trust', { do: 'install', store: store.id }), does: 'Trust…' }
          : { to: addressOf('/trust', { store: store.id }), does: 'Look at it' }),
      })),
  );
}

/** Whether the stores of an agent are enough for it, as far as that was seen: a store that only holds the authority is no proof yet, and one that refused it none at all. */
export function storesStanding(stores: readonly StoreForAgent[]): 'proven' | 'unproven' | 'needed' {
  const unrefused = stores.filter(({ store }) => !store.checks.some(({ outcome }) => outcome === 'refused'));
  if (unrefused.some(({ store }) => store.state === 'verified')) return 'proven';
  return unrefused.some(({ store }) => store.state === 'installed') ? 'unproven' : 'needed';
}
