import type { Block, Framework, Wiring } from '../../definition.ts';
import { SHELLS } from '../../shell-dialect.ts';
import { fillTemplate } from '../../template.ts';
import { isOlder } from '../../version.ts';
import type { Language } from '../language.ts';
import { setting } from '../settings.ts';
import { frameworks, preloadOption } from './frameworks.ts';
import { launch } from './launch.ts';
import { logMarks, logPhrases } from './log-phrases.ts';
import { recognise } from './project.ts';

/** The first version of Elastic's distribution whose exporters read it over HTTP as well; it is 0.207.0 of OpenTelemetry's own (reference/agents.md §1.5). */
const CERTIFICATE_SINCE = '1.6.0';

function readsCertificate({ agentVersion }: Wiring): boolean {
  return !isOlder(agentVersion, CERTIFICATE_SINCE);
}

/** OpenTelemetry for Node.js: Elastic's distribution, the auto-instrumentations, or the SDK in code. */
export const nodejs: Language = {
  id: 'otel-nodejs',
  tlsClients: ['node'],
  title: 'Node.js',
  version: '1.18.0',
  keywords: [
    'edot',
    'node',
    'javascript',
    'typescript',
    'npm',
    '@elastic/opentelemetry-node',
    '@opentelemetry/sdk-node',
  ],
  sdk: { language: 'nodejs', distributions: ['elastic'] },
  userAgent: /(?:^|\s)OTel-OTLP-Exporter-JavaScript\//,
  executable: /^(node|nodejs|npm|npx|yarn|yarnpkg|pnpm|pnpx|corepack|tsx|ts-node|nodemon|next|nest)(\.(exe|cmd|ps1))?$/,
  insteadOf: { agent: 'nodejs', where: /@elastic\/opentelemetry-node|@opentelemetry\// },
  certificate: { since: CERTIFICATE_SINCE, proof: 'lab', source: 'reference/agents.md §1.5' },
  settings: [
    setting('verify', 'NODE_TLS_REJECT_UNAUTHORIZED', 'boolean', {
      never: 'With 0, nothing in the whole process is verified, and anyone on the way can read the token.',
      source: 'reference/agents.md §1.5',
    }),
  ],
  frameworks,
  rejection: { silent: true, untrusted: [], wrongName: [], expired: [] },
  logPhrases,
  logMarks,
  // The auto-instrumentations say nothing until a level is set.
  aloud: { OTEL_LOG_LEVEL: 'error' },
  trust: (wiring) => [
    [readsCertificate(wiring) ? 'OTEL_EXPORTER_OTLP_CERTIFICATE' : 'NODE_EXTRA_CA_CERTS', wiring.caFile],
  ],
  variables: (framework) => [['NODE_OPTIONS', preloadOption(framework)]],
  loaders: ['NODE_OPTIONS'],
  firstForms: ['env', 'dotenv', 'procfile'],
  ownForm,
  startCommand: ({ start }) => start,
  startLine: (as, framework, wiring) => {
    const options = [...(as === 'dotenv' ? ['--env-file=.env'] : []), preloadOption(framework)].join(' ');
    return framework.start.startsWith('node ')
      ? framework.start.replace(/^node/, `node ${options}`)
      : SHELLS[wiring.shell].withVariable('NODE_OPTIONS', options, framework.start);
  },
  advice: (as, framework, wiring) => [
    ...(readsCertificate(wiring)
      ? []
      : [
          `Version ${wiring.agentVersion} reads no CA file over HTTP (${CERTIFICATE_SINCE} brought it), so Node itself is told, by NODE_EXTRA_CA_CERTS, which it reads once at start.`,
        ]),
    ...(framework.id === 'edot'
      ? []
      : [
          'Exporters of OpenTelemetry before 0.207.0 read no CA file over HTTP; give those NODE_EXTRA_CA_CERTS in its place.',
        ]),
    ...(['docker', 'compose', 'kubernetes', 'systemd'].includes(as)
      ? ['Node finds the package from the working directory, so that has to be the folder of the application.']
      : []),
    ...(as === 'dotenv' ? ['node reads --env-file from 20.6 on.'] : []),
  ],
  launch,
  recognise,
  notes: ['Nothing is said of a failed export until OTEL_LOG_LEVEL is set, but for Elastic’s distribution.'],
};

function ownForm(_as: string, framework: Framework): readonly Block[] {
  if (framework.id !== 'sdk') return [];
  return [
    {
      title: 'Start the SDK in a file of its own, beside package.json',
      path: 'instrumentation.cjs',
      language: 'javascript',
      content: fillTemplate('otel-nodejs/instrumentation.cjs', {}),
      isCommand: false,
    },
  ];
}
