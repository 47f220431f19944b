import type { AgentDefinition, Block, Wiring } from '../definition.ts';
import { quotePwsh } from '../quote/pwsh.ts';
import { quoteYaml } from '../quote/yaml.ts';
import { fileNameOf } from '../service-name.ts';
import { SHELLS, tokenCommand } from '../shell-dialect.ts';
import { CONTAINER_CA_FILE, changedCommand, reachabilityNotes, seenFromContainer } from './container.ts';
import { typed } from './env.ts';
import type { Form, FormRequest } from './form.ts';
import { beforeToken, hasToken, tokenVariable, trustFileOf, withoutToken } from './variables.ts';

const FILE = 'sealwire-apm.yaml';
const PATCH = 'sealwire-apm-patch.yaml';
const NAME = 'sealwire-apm';
const CA_NAME = 'sealwire-ca';

/** `kubectl create` refuses what is already there; printed and applied, the same line also replaces it. */
const PRINT_ONLY = '--dry-run=client -o yaml';
const APPLY = '| kubectl apply -f -';

/** A ConfigMap, a Secret that is made without a file, the CA as a ConfigMap of its own, and a patch that gives a Deployment all three. */
export const kubernetes: Form = {
  as: 'kubernetes',
  title: 'Kubernetes',
  shells: ['bash', 'fish', 'pwsh'],
  seenFromApplication: seenFromContainer,
  render: (request) => {
    const { agent, framework, wiring } = request;
    const inside = seenFromContainer(wiring);
    const deployment = fileNameOf(wiring.service);
    return {
      blocks: [
        ...(agent.ownForm('kubernetes', framework, inside) ?? []),
        yaml('Settings that are no secret', FILE, settings(request)),
        yaml('What the Deployment gains', PATCH, patch(request)),
        ...createBlock(request),
        {
          title: 'Apply both',
          ...typed(
            [`kubectl apply -f ${FILE}`, `kubectl patch deployment ${deployment} --patch-file ${PATCH}`].join('\n'),
          ),
        },
      ],
      env: agent.environment(inside, framework),
      notes: [
        `The patch takes "${deployment}" for the name of the Deployment and of its container; change both if yours differ.`,
        ...reachabilityNotes(wiring, 'A pod of a local cluster (Docker Desktop)'),
        ...(inside.url === wiring.url
          ? []
          : ['Other local clusters have other names for this machine: host.minikube.internal in minikube.']),
      ],
    };
  },
};

function yaml(title: string, path: string, lines: readonly string[]): Block {
  return { title, path, language: 'yaml', content: `${lines.join('\n')}\n`, isCommand: false };
}

function settings({ agent, framework, wiring }: FormRequest): readonly string[] {
  const variables = withoutToken(agent, agent.environment(seenFromContainer(wiring), framework));
  return [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    `  name: ${NAME}`,
    'data:',
    ...variables.map(([name, value]) => `  ${name}: ${quoteYaml(value)}`),
  ];
}

function patch({ agent, framework, wiring }: FormRequest): readonly string[] {
  const command = changedCommand(agent, framework);
  return [
    'spec:',
    '  template:',
    '    spec:',
    '      containers:',
    `        - name: ${fileNameOf(wiring.service)}`,
    ...(command === null ? [] : [`          command: ${command}`]),
    '          envFrom:',
    '            - configMapRef:',
    `                name: ${NAME}`,
    ...(hasToken(wiring) ? ['            - secretRef:', `                name: ${NAME}`] : []),
    ...(trustFileOf(agent, CONTAINER_CA_FILE) === null
      ? []
      : [
          '          volumeMounts:',
          `            - name: ${CA_NAME}`,
          `              mountPath: ${CONTAINER_CA_FILE.replace(/\/[^/]+$/, '')}`,
          '              readOnly: true',
          '      volumes:',
          `        - name: ${CA_NAME}`,
          '          configMap:',
          `            name: ${CA_NAME}`,
        ]),
  ];
}

/** Nothing where the agent reads no CA file and no token is asked for. */
function createBlock(request: FormRequest): readonly Block[] {
  const lines = create(request);
  if (lines === '') return [];
  const isTokenOnly = trustFileOf(request.agent, CONTAINER_CA_FILE) === null;
  const title = isTokenOnly ? 'Put the token into the cluster' : 'Put the CA and the token into the cluster';
  return [{ title, ...typed(lines) }];
}

function create(request: FormRequest): string {
  const { agent, wiring } = request;
  const shell = SHELLS[wiring.shell];
  const name = trustFileOf(agent, CONTAINER_CA_FILE)?.replace(/^.*\//, '');
  const argument = shell.argument(`${name}=${trustFileOf(agent, wiring.caFile)}`);
  return [
    ...(name === undefined
      ? []
      : [shell.join([`kubectl create configmap ${CA_NAME} --from-file=${argument} ${PRINT_ONLY}`, APPLY])]),
    ...(hasToken(wiring) ? [secretLine(agent, wiring)] : []),
  ].join('\n');
}

/** Makes the Secret from what Sealwire prints, through a pipe: as an argument the token would stand in the process list. */
export function secretLine(agent: Pick<AgentDefinition, 'id' | 'settings'>, wiring: Wiring): string {
  const command = tokenCommand(wiring);
  const [variable, before] = [tokenVariable(agent), beforeToken(agent)];
  if (wiring.shell !== 'pwsh') {
    return SHELLS[wiring.shell].join([
      before === '' ? `${command} | tr -d '\\n'` : `${command} | sed 's/^/${before}/' | tr -d '\\n'`,
      `| kubectl create secret generic ${NAME} --from-file=${variable}=/dev/stdin ${PRINT_ONLY}`,
      APPLY,
    ]);
  }
  return [
    '@{',
    "  apiVersion = 'v1'; kind = 'Secret'",
    `  metadata = @{ name = '${NAME}' }`,
    `  stringData = @{ ${variable} = ${before === '' ? '' : `${quotePwsh(before)} + `}(${command}) }`,
    '} | ConvertTo-Json | kubectl apply -f -',
  ].join('\n');
}
