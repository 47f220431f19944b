import type { AgentDefinition } from '../definition.ts';
import { type CureDialect, cureIn } from '../forms/cure.ts';
import { central } from '../nodejs/central.ts';
import { environment, hasCaSetting, ownEnvironment, startLine, trust } from '../nodejs/environment.ts';
import { frameworks } from '../nodejs/frameworks.ts';
import { launch } from '../nodejs/launch.ts';
import { logMarks, logPhrases } from '../nodejs/log-phrases.ts';
import { ownForm, ownLine } from '../nodejs/own-form.ts';
import { recognise } from '../nodejs/project.ts';
import { settings } from '../nodejs/settings.ts';

const dialect: CureDialect = {
  agent: { id: 'nodejs', title: 'Node.js', settings },
  trust,
  ownLine,
  check: [
    ['ELASTIC_APM_API_REQUEST_TIME', '1s'],
    ['ELASTIC_APM_METRICS_INTERVAL', '5s'],
    ['ELASTIC_APM_LOG_LEVEL', 'debug'],
  ],
};

/** The Elastic APM agent for Node.js (reference/agents.md, rows "Node"). */
export const definition: AgentDefinition = {
  id: 'nodejs',
  title: 'Node.js',
  version: '4.18.0',
  keywords: ['node', 'javascript', 'typescript', 'elastic-apm-node', 'npm'],
  metadataNames: ['nodejs'],
  userAgent: /^(?:apm-agent-nodejs|elasticapm-node)\//,
  executable: /^(node|nodejs|npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack|tsx|ts-node|nodemon|next|nest)(\.(exe|cmd|ps1))?$/,
  settings,
  tlsClients: ['node'],
  storesRead: [],
  central,
  // elastic-apm-node 4.18.0, lib/apm-client/http-apm-client/index.js: the tag is kept before the settings are looked at.
  centralTag: 'received',
  frameworks,
  rejection: {
    silent: true,
    untrusted: [],
    wrongName: [],
    expired: [],
  },
  logPhrases,
  logMarks,
  forms: ['env', 'file', 'code', 'dotenv', 'procfile', 'docker', 'compose', 'kubernetes', 'systemd', 'launchd'],
  ownForm,
  environment,
  ownEnvironment,
  loaders: ['NODE_OPTIONS'],
  startCommand: (framework) => framework.start,
  startLine,
  advice: (as, framework, wiring) => [
    ...(hasCaSetting(wiring)
      ? []
      : [
          `elastic-apm-node ${wiring.agentVersion} has no setting for an authority (3.3.0 brought it), so Node itself is told, by NODE_EXTRA_CA_CERTS, which it reads once at start.`,
        ]),
    ...(framework.id === 'next'
      ? [
          'The agent names Next.js requests by method only. Variables in the .env files of Next.js are read too late for it.',
        ]
      : []),
    ...(framework.id === 'esm'
      ? ['The loader for ES modules is experimental in the agent and needs Node 18.1, 20.2 or later.']
      : []),
    ...(['docker', 'compose', 'kubernetes', 'systemd'].includes(as)
      ? ['Node finds elastic-apm-node from the working directory, so that has to be the folder of the application.']
      : []),
    ...(as === 'dotenv' ? ['node reads --env-file from 20.6 on.'] : []),
    ...(as === 'code' || as === 'file'
      ? ['A variable of the environment wins over the same setting in code or in the file.']
      : []),
  ],
  cure: (code, as, wiring) => cureIn(dialect, code, as, wiring),
  launch: (request, files) => launch(definition, request, files),
  recognise,
  notes: [
    'The agent ends the application at start if it cannot read the CA file, so the user that runs the application must be able to.',
    'An ELASTIC_APM_API_KEY in the environment wins over the secret token; unset it.',
  ],
};
