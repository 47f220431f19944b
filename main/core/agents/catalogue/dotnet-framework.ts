import type { AgentDefinition } from '../definition.ts';
import { central } from '../dotnet/central.ts';
import { logMarks, logPhrases } from '../dotnet/log-phrases.ts';
import { settings } from '../dotnet/settings.ts';
import { environment, LOADER, startLine, trustLine } from '../dotnet-framework/environment.ts';
import { frameworks } from '../dotnet-framework/frameworks.ts';
import { launch } from '../dotnet-framework/launch.ts';
import { ownForm, ownLine, setUp } from '../dotnet-framework/own-form.ts';
import { recognise } from '../dotnet-framework/project.ts';
import { type CureDialect, cureIn } from '../forms/cure.ts';

const dialect: CureDialect = {
  agent: { id: 'dotnet-framework', title: '.NET Framework', settings },
  trust: () => [],
  ownLine,
  check: [
    ['ELASTIC_APM_FLUSH_INTERVAL', '1s'],
    ['ELASTIC_APM_METRICS_INTERVAL', '5s'],
    ['ELASTIC_APM_LOG_LEVEL', 'Trace'],
  ],
  beforeTrust: (wiring) => [
    {
      text: 'Put the authority into the store of Windows, that of the machine for IIS, then restart the application pool.',
      as: 'env',
      snippet: trustLine(wiring),
    },
  ],
};

/** The Elastic APM agent for .NET on .NET Framework, which is Windows and IIS alone (reference/agents.md, rows ".NET"). */
export const definition: AgentDefinition = {
  id: 'dotnet-framework',
  title: '.NET Framework',
  version: '1.34.5',
  keywords: ['iis', 'asp.net', 'web.config', 'windows', 'Elastic.Apm.AspNetFullFramework'],
  // In its metadata it is told from .NET by its runtime alone; `.NET` comes first and is what an unknown process counts as.
  metadataNames: ['dotnet'],
  userAgent: /^(?:apm-agent-|elasticapm-)dotnet\//,
  executable: /^(iisexpress|w3wp)(\.exe)?$/i,
  settings,
  tlsClients: ['dotnet'],
  storesRead: ['system'],
  central,
  centralTag: 'received',
  frameworks,
  rejection: {
    silent: false,
    untrusted: ['unknown_ca'],
    wrongName: ['bad_certificate'],
    expired: ['certificate_expired'],
  },
  logPhrases,
  logMarks,
  forms: ['env', 'file'],
  ownForm,
  environment,
  ownEnvironment: () => [],
  setUp,
  loaders: [LOADER],
  startCommand: (framework) => framework.start,
  startLine,
  advice: (as, framework) => [
    'The agent has no setting for an authority; it trusts what Windows trusts. An application pool runs as a user of its own, so the store is that of the machine.',
    'Before .NET Framework 4.7.2 the agent takes no notice of VerifyServerCert and ServerCert.',
    ...(framework.id === 'profiler'
      ? ['One profiler only can be in a process, on x64 alone, and IIS web gardens are not supported.']
      : [
          'Web.config wins over variables. The application pool has to be in integrated mode, and the application outside of quirks mode.',
        ]),
    ...(as === 'env'
      ? ['IIS takes no variables from a shell; these are for IIS Express, and the file is for IIS.']
      : ['DefaultAppPool stands for the name of your application pool.']),
    'IIS Express lies in C:\\Program Files\\IIS Express.',
  ],
  cure: (code, as, wiring) => cureIn(dialect, code, as, wiring),
  launch: (request, files) => launch(definition, request, files),
  recognise,
  notes: [
    'The agent logs errors alone, and of a certificate that it turns down it speaks as a warning, so nothing is seen of it at first.',
    'ELASTIC_APM_SERVER_CERT is a pin, not an authority. An ELASTIC_APM_API_KEY wins over the secret token; take it away.',
  ],
};
