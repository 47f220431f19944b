import { quoteCompose } from '../quote/yaml.ts';
import { isLoopback } from '../server-origin.ts';
import { fileNameOf } from '../service-name.ts';
import {
  CONTAINER_CA_FILE,
  CONTAINER_HOST,
  changedCommand,
  reachabilityNotes,
  seenFromContainer,
} from './container.ts';
import { tokenBlocks, typed } from './env.ts';
import { ALL_SHELLS, type Form, type FormRequest } from './form.ts';
import { hasToken, tokenVariable, trustFileOf, withoutToken } from './variables.ts';

const FILE = 'compose.sealwire.yaml';

/** A Compose file that is laid over the person's own. The token is taken from the shell, and Compose refuses to start without it. */
export const compose: Form = {
  as: 'compose',
  title: 'Compose',
  shells: ALL_SHELLS,
  seenFromApplication: seenFromContainer,
  render: (request) => {
    const { agent, framework, wiring } = request;
    const inside = seenFromContainer(wiring);
    return {
      blocks: [
        ...(agent.ownForm('compose', framework, inside) ?? []),
        {
          title: 'Lay this over your compose.yaml',
          path: FILE,
          language: 'yaml',
          content: overlay(request),
          isCommand: false,
        },
        ...tokenBlocks(request),
        { title: 'Start it', ...typed(`docker compose -f compose.yaml -f ${FILE} up`) },
      ],
      env: agent.environment(inside, framework),
      notes: reachabilityNotes(wiring, 'The container'),
    };
  },
};

function overlay({ agent, framework, wiring }: FormRequest): string {
  const token = tokenVariable(agent);
  const variables = withoutToken(agent, agent.environment(seenFromContainer(wiring), framework));
  const command = changedCommand(agent, framework);
  const source = trustFileOf(agent, wiring.caFile);
  const target = trustFileOf(agent, CONTAINER_CA_FILE);
  const lines = [
    'services:',
    '  # The name that the application has in your compose.yaml.',
    `  ${fileNameOf(wiring.service)}:`,
    ...(command === null ? [] : [`    command: ${command}`]),
    '    environment:',
    ...variables.map(([name, value]) => `      ${name}: ${quoteCompose(value)}`),
    ...(hasToken(wiring) ? [`      ${token}: \${${token}:?set it before you start, as shown below}`] : []),
    ...(isLoopback(wiring.url) ? ['    extra_hosts:', `      - "${CONTAINER_HOST}:host-gateway"`] : []),
    ...(source === null || target === null
      ? []
      : [
          '    volumes:',
          '      - type: bind',
          `        source: ${quoteCompose(source)}`,
          `        target: ${target}`,
          '        read_only: true',
        ]),
  ];
  return `${lines.join('\n')}\n`;
}
