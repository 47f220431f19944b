import { basename, join } from 'node:path';
import type { Block, FoundProject, Framework, ProjectFiles, Wiring } from '../../definition.ts';
import { serviceNameFrom } from '../../service-name.ts';
import { fillTemplate } from '../../template.ts';
import { isOlder } from '../../version.ts';
import type { Language } from '../language.ts';
import { launchByEnvironment } from '../launch-by-environment.ts';

/** The first version of the exporter that reads it, on .NET 8 and later (reference/agents.md §1.5; `#if NET` in OtlpTlsOptions.cs). */
const CERTIFICATE_SINCE = '1.15.0';

/** The first version of Elastic's distribution that brings such an exporter (elastic-otel-dotnet, docs/release-notes/index.md). */
const EDOT_SINCE = '1.4.0';

const start = 'dotnet run';
const frameworks: readonly Framework[] = [
  {
    id: 'edot',
    title: 'EDOT .NET',
    markers: ['Elastic.OpenTelemetry'],
    start,
    install: [
      'dotnet add package Elastic.OpenTelemetry',
      'dotnet add package OpenTelemetry.Instrumentation.AspNetCore',
    ].join('\n'),
  },
  {
    id: 'sdk',
    title: 'OpenTelemetry SDK',
    markers: ['OpenTelemetry.Exporter.OpenTelemetryProtocol', 'OpenTelemetry.Extensions.Hosting'],
    start,
    install: [
      'dotnet add package OpenTelemetry.Extensions.Hosting',
      'dotnet add package OpenTelemetry.Exporter.OpenTelemetryProtocol',
      'dotnet add package OpenTelemetry.Instrumentation.AspNetCore',
    ].join('\n'),
  },
];

/** OpenTelemetry for .NET: Elastic's distribution, or the SDK in code. */
export const dotnet: Language = {
  id: 'otel-dotnet',
  tlsClients: ['dotnet'],
  title: '.NET',
  version: '1.19.1',
  keywords: ['edot', 'csharp', 'c#', 'aspnet', 'asp.net core', 'nuget', 'Elastic.OpenTelemetry'],
  sdk: { language: 'dotnet', distributions: ['elastic'] },
  userAgent: /(?:^|\s)OTel-OTLP-Exporter-Dotnet\//i,
  executable: /^dotnet(\.exe)?$/,
  insteadOf: { agent: 'dotnet', where: /OpenTelemetry/ },
  certificate: {
    since: CERTIFICATE_SINCE,
    proof: 'source',
    source: 'opentelemetry-dotnet 1.15.0: src/OpenTelemetry.Exporter.OpenTelemetryProtocol/OtlpTlsOptions.cs',
  },
  settings: [],
  frameworks,
  rejection: {
    silent: false,
    untrusted: ['unknown_ca', 'certificate_unknown'],
    wrongName: ['bad_certificate'],
    expired: ['certificate_expired'],
  },
  logPhrases: [],
  trust: (wiring) => (readsCertificate(wiring) ? [['OTEL_EXPORTER_OTLP_CERTIFICATE', wiring.caFile]] : []),
  variables: () => [],
  loaders: [],
  ownForm,
  startCommand: (framework) => framework.start,
  startLine: (as, framework) => (as === 'dotenv' ? `dotenv run -- ${framework.start}` : framework.start),
  advice: (as, { id }, wiring) => [
    ...(id === 'edot'
      ? [
          `Elastic.OpenTelemetry ${EDOT_SINCE} and later bring an exporter that reads the CA file; the version that is asked for here is the exporter’s.`,
          'It finds the instrumentation packages that the project refers to, and adds them itself.',
        ]
      : []),
    ...(readsCertificate(wiring)
      ? []
      : [
          `The exporter ${wiring.agentVersion} reads no CA file: trust the authority in the store of the system, on the Trust screen.`,
        ]),
    ...(as === 'dotenv' ? ['dotenv is the command of python-dotenv: python -m pip install "python-dotenv[cli]".'] : []),
  ],
  launch: launchByEnvironment((folder, files) => recognise(folder, files)?.name ?? null),
  recognise,
  notes: [
    'The exporter reads the CA file from 1.15.0 on, on .NET 8 and later; before, trust the authority in the store of the system.',
    'Not tried with a real .NET application yet; packages, names and code are those of its sources.',
  ],
};

function readsCertificate({ agentVersion }: Wiring): boolean {
  return !isOlder(agentVersion, CERTIFICATE_SINCE);
}

function ownForm(_as: string, { id }: Framework): readonly Block[] {
  return [
    {
      title: 'Add where the builder is made',
      path: null,
      language: 'csharp',
      content: fillTemplate(`otel-dotnet/${id}.cs`, {}),
      isCommand: false,
    },
  ];
}

/** Recognises a project file that names OpenTelemetry; any other is a project of Elastic's own agent. */
function recognise(folder: string, files: ProjectFiles): FoundProject | null {
  const name = files.list(folder).find((each) => /\.(cs|fs|vb)proj$/.test(each));
  const text = name === undefined ? '' : (files.read(join(folder, name)) ?? '');
  const framework = frameworks.find(({ markers }) => markers.some((marker) => text.includes(`"${marker}`)));
  if (name === undefined || framework === undefined) return null;
  return {
    name: serviceNameFrom(name.replace(/\.\w+$/, '')) ?? serviceNameFrom(basename(folder)) ?? 'dotnet-app',
    framework: framework.id,
    installed: true,
    start,
  };
}
