import type { AgentSummary, ProcedureName, Settings, Status } from '../../main/contract/index.ts';
import { addressOf } from './router.ts';
import { SCREENS } from './screens.tsx';
import { serviceAddress } from './service-address.ts';

/** What a command does: go somewhere, choose a theme, copy something, or call a procedure that needs nothing and say what was done. */
export type CommandAct =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'theme'; readonly theme: Settings['theme'] }
  /** Without a text it is the secret token, which is fetched when it is copied. */
  | { readonly kind: 'copy'; readonly what: string; readonly text: string | null }
  | {
      readonly kind: 'call';
      readonly procedure: Extract<ProcedureName, 'endpoint.start' | 'endpoint.stop'>;
      readonly said: string;
    };

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: 'Screen' | 'Agent' | 'Service' | 'Action';
  /** Further words that find it. */
  readonly words: string;
  readonly act: CommandAct;
}

/** Every command there is in this state. What asks before it acts leads to the screen that asks. */
export function commandsOf(status: Status, agents: readonly AgentSummary[]): Command[] {
  const screens = SCREENS.filter(({ icon, isAlways }) => icon !== null && (status.initialised || isAlways)).map(
    ({ path, title }): Command => ({
      id: `screen${path}`,
      title,
      group: 'Screen',
      words: '',
      act: { kind: 'go', to: path },
    }),
  );
  return [
    ...(status.initialised ? [] : [action('secure', 'Make it secure', 'first run init start', '/')]),
    ...screens,
    ...(status.initialised ? whenInitialised(status, agents) : []),
    action('doctor', 'Examine a server', 'doctor check tls certificate chain real apm server', '/doctor'),
    action('diagnostics', 'Save a diagnostics bundle', 'support log report', wish('/settings', 'diagnostics')),
    action('remove', 'Remove everything', 'uninstall delete reset', wish('/settings', 'remove')),
    ...THEMES,
  ];
}

/** The commands whose title or words hold every word of the text; those whose title starts with it come first. */
export function matching(commands: readonly Command[], text: string): Command[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = commands.filter(({ title, words: more, group }) => {
    const all = `${title} ${more} ${group}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const start = words.join(' ');
  const isFirst = ({ title }: Command): boolean => start !== '' && title.toLowerCase().startsWith(start);
  return [...found.filter(isFirst), ...found.filter((command) => !isFirst(command))];
}

function whenInitialised(status: Status, agents: readonly AgentSummary[]): Command[] {
  const endpoint: Command =
    status.endpoint?.listening === true
      ? {
          id: 'stop-endpoint',
          title: 'Stop the endpoint',
          group: 'Action',
          words: 'listen port off',
          act: { kind: 'call', procedure: 'endpoint.stop', said: 'The endpoint is stopped.' },
        }
      : {
          id: 'start-endpoint',
          title: 'Start the endpoint',
          group: 'Action',
          words: 'listen port on',
          act: { kind: 'call', procedure: 'endpoint.start', said: 'The endpoint is listening.' },
        };
  return [
    ...agents.map(
      ({ id, title, keywords }): Command => ({
        id: `agent-${id}`,
        title: `Connect ${title}`,
        group: 'Agent',
        words: keywords.join(' '),
        act: { kind: 'go', to: `/connect/${id}` },
      }),
    ),
    ...agents
      .filter(({ runsIn }) => runsIn === 'process')
      .map(({ id, title }) =>
        action(
          `apply-${id}`,
          `Apply the lines for ${title} to a project`,
          'write file diff',
          wish(`/connect/${id}`, 'apply'),
        ),
      ),
    ...status.services.map(
      (service): Command => ({
        id: `service-${service.service}-${service.environment}`,
        title: service.service ?? 'Unidentified connections',
        group: 'Service',
        words: `${service.environment ?? ''} ${service.agent?.name ?? ''}`,
        act: { kind: 'go', to: serviceAddress(service) },
      }),
    ),
    ...status.services
      .filter(({ service }) => service !== null)
      .map((each) =>
        action(
          `option-${each.service}-${each.environment}`,
          `Set an option of ${each.service}${each.environment === null ? '' : ` in ${each.environment}`}`,
          'central configuration agent change',
          serviceAddress(each, 'option'),
        ),
      ),
    action('probe', 'Send a test transaction', 'probe check ladder', wish('/', 'probe')),
    ...(status.endpoint === null
      ? []
      : [copying('address', 'the endpoint address', 'url server', status.endpoint.url)]),
    copying('token', 'the secret token', 'clipboard', null),
    action('issue', 'Issue a certificate', 'names san leaf renew', wish('/certificates', 'issue')),
    action(
      'new-authority',
      'Make a new authority',
      'ca root constrained two-tier',
      wish('/certificates', 'new-authority'),
    ),
    action('import', 'Import an authority', 'ca organisation pem pkcs12', wish('/certificates', 'import')),
    action(
      'export',
      'Export the authority',
      'ca trust java browser android save',
      wish('/certificates', 'export-authority'),
    ),
    action(
      'export-many',
      'Export several certificates',
      'formats pkcs12 java pem save',
      wish('/certificates', 'export-many'),
    ),
    action('trust', 'Trust on this machine', 'install authority store browser', wish('/trust', 'install')),
    action('distrust', 'Take trust back', 'uninstall remove authority store', wish('/trust', 'uninstall')),
    action('check-trust', 'Check trust again', 'verify handshake store', wish('/trust', 'check')),
    action('rehearse', 'Play a change before it is made', 'rehearse certificate lost pin', wish('/tokens', 'rehearse')),
    action('plan-token', 'Change the token of a server', 'renew real apm server plan', wish('/tokens', 'plan')),
    action('rotate', 'Rotate the secret token', 'new token', wish('/tokens', 'rotate')),
    endpoint,
    action('failed', 'Show failed attempts', 'traffic errors why', addressOf('/traffic', { outcome: 'failed' })),
    action('check', 'Check a configuration', 'lint paste settings environment mistake log', '/connect/check'),
    action('folder', 'Look for projects in another folder', 'connect find', wish('/connect', 'folder')),
    action('browsers', 'Let browsers report', 'rum origin cors anonymous rate limit', wish('/settings', 'browsers')),
    action('move', 'Move secrets', 'vault keychain passphrase session', wish('/settings', 'move')),
    action('purge', 'Purge events', 'delete stored data', wish('/settings', 'purge')),
  ];
}

/** The address of a screen with something to open there. */
function wish(screen: string, what: string): string {
  return addressOf(screen, { do: what });
}

function copying(id: string, what: string, words: string, text: string | null): Command {
  return { id: `copy-${id}`, title: `Copy ${what}`, group: 'Action', words, act: { kind: 'copy', what, text } };
}

function action(id: string, title: string, words: string, to: string): Command {
  return { id, title, group: 'Action', words, act: { kind: 'go', to } };
}

const THEMES: readonly Command[] = [
  {
    id: 'theme-light',
    title: 'Light theme',
    group: 'Action',
    words: 'appearance',
    act: { kind: 'theme', theme: 'light' },
  },
  {
    id: 'theme-dark',
    title: 'Dark theme',
    group: 'Action',
    words: 'appearance night',
    act: { kind: 'theme', theme: 'dark' },
  },
  {
    id: 'theme-system',
    title: 'System theme',
    group: 'Action',
    words: 'appearance',
    act: { kind: 'theme', theme: 'system' },
  },
];
