import type { Block } from '../definition.ts';
import { quoteDockerfile, quoteMountField } from '../quote/dockerfile.ts';
import { isLoopback } from '../server-origin.ts';
import { fileNameOf } from '../service-name.ts';
import { SHELLS } from '../shell-dialect.ts';
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

/** A Dockerfile with everything but the token, which `docker run` hands on from the shell's environment: an image is no place for a secret. */
export const docker: Form = {
  as: 'docker',
  title: 'Dockerfile',
  shells: ALL_SHELLS,
  seenFromApplication: seenFromContainer,
  render: (request) => {
    const { agent, framework, wiring } = request;
    const inside = seenFromContainer(wiring);
    return {
      blocks: [
        ...(agent.ownForm('docker', framework, inside) ?? []),
        dockerfile(request),
        ...tokenBlocks(request),
        { title: 'Run the image', ...typed(runLine(request)) },
      ],
      env: agent.environment(inside, framework),
      notes: reachabilityNotes(wiring, 'The container'),
    };
  },
};

function dockerfile({ agent, framework, wiring }: FormRequest): Block {
  const inside = seenFromContainer(wiring);
  const variables = withoutToken(agent, agent.environment(inside, framework));
  const lines = variables.map(([name, value]) => `${name}=${quoteDockerfile(value)}`);
  const command = changedCommand(agent, framework);
  const content = [
    ...(hasToken(wiring)
      ? ['# The secret token is not here: every layer of an image can be read. docker run brings it in.']
      : []),
    `ENV ${lines.join(' \\\n    ')}`,
    ...(command === null ? [] : [`CMD ${command}`]),
  ];
  return {
    title: 'Add to the Dockerfile',
    path: 'Dockerfile',
    language: 'dockerfile',
    content: `${content.join('\n')}\n`,
    isCommand: false,
  };
}

function runLine({ agent, wiring }: FormRequest): string {
  const shell = SHELLS[wiring.shell];
  const source = trustFileOf(agent, wiring.caFile);
  const target = trustFileOf(agent, CONTAINER_CA_FILE);
  const mount = ['type=bind', `source=${source}`, `target=${target}`, 'readonly'].map(quoteMountField).join(',');
  return shell.join([
    'docker run --rm',
    ...(hasToken(wiring) ? [`--env ${tokenVariable(agent)}`] : []),
    ...(isLoopback(wiring.url) ? [`--add-host ${CONTAINER_HOST}:host-gateway`] : []),
    ...(source === null ? [] : [`--mount ${shell.argument(mount)}`]),
    fileNameOf(wiring.service),
  ]);
}
