import type { AgentDefinition } from '../definition.ts';
import { central } from '../dotnet/central.ts';
import { environment, startLine, trust, trustAdvice, trustLine } from '../dotnet/environment.ts';
import { frameworks, isPackage } from '../dotnet/frameworks.ts';
import { launch } from '../dotnet/launch.ts';
import { logMarks, logPhrases } from '../dotnet/log-phrases.ts';
import { ownForm, ownLine, setUp } from '../dotnet/own-form.ts';
import { LOADING } from '../dotnet/places.ts';
import { recognise } from '../dotnet/project.ts';
import { settings } from '../dotnet/settings.ts';
import { type CureDialect, cureIn } from '../forms/cure.ts';

const dialect: CureDialect = {
  agent: { id: 'dotnet', title: '.NET', settings },
  trust,
  ownLine,
  check: [
    ['ELASTIC_APM_FLUSH_INTERVAL', '1s'],
    ['ELASTIC_APM_METRICS_INTERVAL', '5s'],
    ['ELASTIC_APM_LOG_LEVEL', 'Trace'],
  ],
  beforeTrust: (wiring) => {
    const line = trustLine(wiring);
    if (line === null) return [];
    return [
      {
        text: 'Put the authority into the store that .NET reads on this system, then restart the application.',
        as: 'env',
        snippet: line,
      },
    ];
  },
};

/** The Elastic APM agent for .NET (reference/agents.md, rows ".NET"); that for .NET Framework has the same settings. */
export const definition: AgentDefinition = {
  id: 'dotnet',
  title: '.NET',
  version: '1.34.5',
  keywords: ['csharp', 'c#', 'fsharp', 'asp.net', 'aspnetcore', 'nuget', 'profiler', 'startup hook', 'Elastic.Apm'],
  metadataNames: ['dotnet'],
  userAgent: /^(?:apm-agent-|elasticapm-)dotnet\//,
  executable: /^dotnet(\.exe)?$/,
  settings,
  tlsClients: ['dotnet'],
  storesRead: ['system'],
  central,
  // Elastic.Apm 1.34.5, CentralConfigurationFetcher.cs: the tag is kept whether or not each value could be read.
  centralTag: 'received',
  frameworks,
  // Alerts as SslStream chooses them by the status of the chain (reference/agents.md §7).
  rejection: {
    silent: false,
    untrusted: ['unknown_ca'],
    wrongName: ['bad_certificate'],
    expired: ['certificate_expired'],
  },
  logPhrases,
  logMarks,
  forms: ['env', 'file', 'code', 'docker', 'compose', 'kubernetes', 'systemd', 'launchd'],
  ownForm,
  environment,
  ownEnvironment: () => [],
  setUp,
  loaders: LOADING,
  startCommand: (framework) => framework.start,
  startLine,
  advice: (as, framework, wiring) => [
    ...trustAdvice(wiring),
    ...(isPackage(framework) || as === 'code'
      ? [
          as === 'file' || as === 'code'
            ? 'appsettings.json, code and variables such as ElasticApm__ServerUrl win over those that begin with ELASTIC_APM_.'
            : 'A section ElasticApm in appsettings.json, or a variable such as ElasticApm__ServerUrl, wins over these variables.',
          'The level of the agent’s log is that of the category Elastic.Apm in the section Logging.',
        ]
      : ['Loaded from outside, the agent reads variables alone.']),
    ...(framework.id === 'profiler' && as !== 'code'
      ? ['The profiler works on x64 under Windows and Linux with glibc; a program takes one profiler only.']
      : []),
    ...(framework.id === 'hook' && as !== 'code' ? ['A startup hook is given by its absolute path.'] : []),
  ],
  cure: (code, as, wiring) => cureIn(dialect, code, as, wiring),
  launch: (request, files) => launch(definition, request, files),
  recognise,
  notes: [
    'The agent logs errors alone, and of a certificate that it turns down it speaks as a warning, so nothing is seen of it at first.',
    'After a failed connection the agent waits an hour before it asks for its central configuration again; restart the application once it is mended.',
    'ELASTIC_APM_SERVER_CERT is a pin, not an authority. An ELASTIC_APM_API_KEY wins over the secret token; unset it.',
  ],
};
