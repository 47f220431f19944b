import type { Block, Framework } from '../../definition.ts';
import { fillTemplate } from '../../template.ts';
import type { Language } from '../language.ts';
import { frameworks, WRAPPER } from './frameworks.ts';
import { launch } from './launch.ts';
import { logMarks, logPhrases } from './log-phrases.ts';
import { recognise } from './project.ts';

/** OpenTelemetry for Python: Elastic's distribution, the auto-instrumentation, or the SDK in code. */
export const python: Language = {
  id: 'otel-python',
  tlsClients: ['python-strict', 'python'],
  title: 'Python',
  version: '1.18.0',
  keywords: ['edot', 'py', 'pip', 'elastic-opentelemetry', 'opentelemetry-distro', 'opentelemetry-instrument'],
  sdk: { language: 'python', distributions: ['elastic'] },
  userAgent: /(?:^|\s)OTel-OTLP-Exporter-Python\//,
  executable:
    /^((python|pypy)[\d.]*w?|py|flask|django-admin|manage\.py|gunicorn|uvicorn|hypercorn|daphne|waitress-serve|fastapi|celery|poetry|uv|pipenv|pdm|opentelemetry-instrument)(\.exe)?$/,
  insteadOf: { agent: 'python', where: /\bopentelemetry-instrument\b/ },
  certificate: {
    since: '0',
    proof: 'lab',
    source: 'opentelemetry-exporter-otlp-proto-http 1.45.1: trace_exporter/__init__.py',
  },
  settings: [],
  frameworks,
  // Over HTTP it says why by an alert of OpenSSL; over gRPC it leaves without one.
  rejection: {
    silent: false,
    untrusted: ['unknown_ca'],
    wrongName: ['bad_certificate'],
    expired: ['certificate_expired'],
  },
  logPhrases,
  logMarks,
  variables: ({ id }) =>
    // Elastic's distribution sets them itself (elasticotel/distro/__init__.py); without them, the SDK exports nothing.
    id === 'auto' ? ['TRACES', 'METRICS', 'LOGS'].map((signal) => [`OTEL_${signal}_EXPORTER`, 'otlp'] as const) : [],
  loaders: [],
  firstForms: ['env', 'dotenv', 'procfile'],
  ownForm,
  startCommand,
  startLine: (as, framework) => {
    const command = startCommand(framework);
    return as === 'dotenv' ? `dotenv run -- ${command}` : command;
  },
  advice: (as, framework) => [
    ...(framework.id === 'sdk'
      ? []
      : [`${WRAPPER} attaches the SDK without a change to the code, to libraries whose instrumentation is installed.`]),
    ...(framework.id !== 'sdk' && as === 'systemd'
      ? [`ExecStart has to go through the wrapper, for example ExecStart=/srv/app/venv/bin/${startCommand(framework)}.`]
      : []),
    ...(as === 'dotenv' ? ['dotenv is the command of python-dotenv: python -m pip install "python-dotenv[cli]".'] : []),
  ],
  launch,
  recognise,
  notes: [
    'Over gRPC, its C core refuses a certificate with IP addresses whose authority is limited to some; issue one for names alone, or stay with HTTP.',
    'If HTTPS_PROXY is set, put localhost,127.0.0.1,::1 into NO_PROXY: the exporter uses the proxy even for this machine.',
  ],
};

function startCommand({ id, start }: Framework): string {
  return id === 'sdk' ? start : `${WRAPPER} ${start}`;
}

function ownForm(_as: string, framework: Framework): readonly Block[] {
  if (framework.id !== 'sdk') return [];
  return [
    {
      title: 'Put this first in the file that starts the application',
      path: 'app.py',
      language: 'python',
      content: fillTemplate('otel-python/app.py', {}),
      isCommand: false,
    },
  ];
}
