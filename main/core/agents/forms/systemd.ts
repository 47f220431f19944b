import type { AgentDefinition, Block, Wiring } from '../definition.ts';
import { quoteSystemdEnvironment } from '../quote/systemd.ts';
import { fileNameOf } from '../service-name.ts';
import { SHELLS, tokenCommand } from '../shell-dialect.ts';
import { typed } from './env.ts';
import type { Form, FormRequest } from './form.ts';
import { beforeToken, hasToken, tokenVariable, trustFileOf, withoutToken } from './variables.ts';

const FOLDER = '/etc/sealwire';

/** Where a service finds the CA file. */
export const SERVICE_CA_FILE = `${FOLDER}/ca.pem`;

/**
 * A drop-in for a systemd service. The token goes into an EnvironmentFile that only root reads (systemd opens it before it drops privileges), and the CA
 * to a place that the service's own user can read: a home folder is closed to it.
 */
export const systemd: Form = {
  as: 'systemd',
  title: 'systemd',
  shells: ['bash', 'fish'],
  seenFromApplication: seenFromService,
  render: (request) => {
    const { agent, framework, wiring } = request;
    const inside = seenFromService(wiring);
    const unit = fileNameOf(wiring.service);
    return {
      blocks: [
        ...(agent.ownForm('systemd', framework, inside) ?? []),
        {
          title: 'Add a drop-in to the unit',
          path: `/etc/systemd/system/${unit}.service.d/sealwire.conf`,
          language: 'ini',
          content: dropIn(request),
          isCommand: false,
        },
        ...installBlock(request),
        { title: 'Restart the service', ...typed(`sudo systemctl daemon-reload\nsudo systemctl restart ${unit}`) },
      ],
      env: agent.environment(inside, framework),
      notes: [
        `The drop-in takes "${unit}" for the name of the unit; change it if yours differs.`,
        ...(trustFileOf(agent, SERVICE_CA_FILE) === null
          ? []
          : [`${trustFileOf(agent, SERVICE_CA_FILE)} is a copy: put it there again when the authority changes.`]),
      ],
    };
  },
};

function seenFromService(wiring: Wiring): Wiring {
  return { ...wiring, caFile: SERVICE_CA_FILE };
}

function dropIn({ agent, framework, wiring }: FormRequest): string {
  const variables = withoutToken(agent, agent.environment(seenFromService(wiring), framework));
  const lines = [
    '[Service]',
    ...variables.map(([name, value]) => `Environment=${quoteSystemdEnvironment(name, value)}`),
    ...(hasToken(wiring)
      ? [
          `# ${tokenVariable(agent)}, readable by root alone.`,
          `EnvironmentFile=${FOLDER}/${fileNameOf(wiring.service)}.env`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Nothing where the agent reads no CA file and no token is asked for. */
function installBlock(request: FormRequest): readonly Block[] {
  const lines = install(request);
  if (lines === '') return [];
  const isTokenOnly = trustFileOf(request.agent, SERVICE_CA_FILE) === null;
  return [{ title: isTokenOnly ? 'Put the token in place' : 'Put the CA and the token in place', ...typed(lines) }];
}

function install(request: FormRequest): string {
  const { agent, wiring } = request;
  const ca = trustFileOf(agent, wiring.caFile);
  return [
    ...(ca === null
      ? []
      : [`sudo install -D -m 0644 ${SHELLS[wiring.shell].argument(ca)} ${trustFileOf(agent, SERVICE_CA_FILE)}`]),
    ...(hasToken(wiring) ? [tokenFileLine(agent, wiring)] : []),
  ].join('\n');
}

/** Writes the EnvironmentFile through a pipe, so that the token is in no argument and in no file that others can read. */
export function tokenFileLine(agent: Pick<AgentDefinition, 'id' | 'settings'>, wiring: Wiring): string {
  return SHELLS[wiring.shell].join([
    tokenCommand(wiring),
    `| sed 's/^/${tokenVariable(agent)}=${beforeToken(agent)}/'`,
    `| sudo install -m 0600 /dev/stdin ${FOLDER}/${fileNameOf(wiring.service)}.env`,
  ]);
}
