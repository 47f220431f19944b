import { basename } from 'node:path';
import type { Block, FoundProject, Framework, LaunchPlan, LaunchRequest, ProjectFiles } from '../../definition.ts';
import { isGoHello } from '../../go/hello.ts';
import { moduleName, moduleOf, recognise as recogniseGo } from '../../go/project.ts';
import { serviceNameFrom } from '../../service-name.ts';
import { fillTemplate } from '../../template.ts';
import type { Language } from '../language.ts';
import { launchWith } from '../launch-with.ts';
import { logMarks, logPhrases } from './log-phrases.ts';

const MODULES =
  'go.opentelemetry.io/contrib/exporters/autoexport go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp go.opentelemetry.io/otel/sdk';

const frameworks: readonly Framework[] = [
  {
    id: 'http',
    title: 'net/http',
    markers: ['go.opentelemetry.io/otel'],
    start: 'go run .',
    install: `go get ${MODULES}`,
  },
];

/** OpenTelemetry for Go, which is compiled in: exporters by what the environment says, and the middleware for net/http. Elastic has no distribution of it. */
export const go: Language = {
  id: 'otel-go',
  tlsClients: ['go'],
  title: 'Go',
  version: '1.47.0',
  keywords: ['golang', 'otelhttp', 'autoexport', 'go.opentelemetry.io/otel'],
  sdk: { language: 'go', distributions: [] },
  userAgent: /(?:^|\s)OTel OTLP Exporter Go\//,
  executable: /^go(\.exe)?$/,
  insteadOf: { agent: 'go', where: /go\.opentelemetry\.io/ },
  hello: isGoHello,
  certificate: { since: '0', proof: 'lab', source: 'reference/agents.md §1.5' },
  settings: [],
  frameworks,
  rejection: {
    silent: false,
    untrusted: ['bad_certificate'],
    wrongName: ['bad_certificate'],
    expired: ['bad_certificate'],
  },
  logPhrases,
  logMarks,
  variables: () => [],
  loaders: [],
  firstForms: ['env', 'dotenv', 'procfile'],
  ownForm,
  startCommand: ({ start }) => start,
  startLine: (as, { start }) => (as === 'dotenv' ? `godotenv -f .env ${start}` : start),
  advice: (as) => [
    ...(as === 'dotenv' ? ['godotenv is a command: go install github.com/joho/godotenv/cmd/godotenv@v1.5.1.'] : []),
    ...(['docker', 'compose', 'kubernetes', 'systemd'].includes(as)
      ? ['The image or unit starts the compiled program; nothing of OpenTelemetry lies beside it.']
      : []),
  ],
  launch,
  recognise,
  notes: [
    'An endpoint that is given in code wins over the variables; let the exporter find it in them.',
    'With a CA file, the exporter for HTTP refuses an endpoint that begins with http://, and the one for gRPC speaks TLS to it all the same.',
  ],
};

function ownForm(): readonly Block[] {
  return [
    {
      title: 'Start the SDK and let it see the requests',
      path: 'main.go',
      language: 'go',
      content: fillTemplate('otel-go/http.go', {}),
      isCommand: false,
    },
  ];
}

/** Recognises a module that requires OpenTelemetry; any other is a project of Elastic's own agent. */
function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const project = recogniseGo(folder, files);
  const module = project === null ? null : moduleOf(folder, files);
  if (project === null || module === null || !isUsed([...module.requires.keys()])) return null;
  return { ...project, framework: 'http', installed: true };
}

function isUsed(modules: readonly string[]): boolean {
  return modules.some((path) => path === 'go.opentelemetry.io/otel' || path.startsWith('go.opentelemetry.io/otel/'));
}

/** Nothing is loaded into a Go program from outside: it is wired by variables, and reports where its code starts the SDK. */
async function launch(
  definition: Parameters<Language['launch']>[0],
  request: LaunchRequest,
  files: ProjectFiles,
): Promise<LaunchPlan> {
  const module = moduleOf(request.cwd, files);
  const program = basename(request.command[0] ?? '').replace(/\.exe$/, '');
  const named = program === 'go' ? null : serviceNameFrom(program);
  const ofModule = module === null ? null : moduleName(module);
  const inferred = named ?? ofModule ?? serviceNameFrom(basename(request.cwd)) ?? 'go-app';
  const { service, env, notes } = launchWith(definition, request, inferred);
  return {
    ready: true,
    command: request.command,
    service,
    env,
    notes: [
      `${request.command.join(' ')} is wired by variables. It reports if its code starts the SDK with an exporter that reads them.`,
      ...notes,
    ],
  };
}
