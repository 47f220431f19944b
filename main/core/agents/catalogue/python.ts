import type { AgentDefinition } from '../definition.ts';
import { type CureDialect, cureIn } from '../forms/cure.ts';
import { central } from '../python/central.ts';
import { environment, startCommand, startLine, trust, trustAdvice } from '../python/environment.ts';
import { frameworks, WRAPPED } from '../python/frameworks.ts';
import { launch } from '../python/launch.ts';
import { logMarks, logPhrases } from '../python/log-phrases.ts';
import { ownForm, ownLine } from '../python/own-form.ts';
import { recognise } from '../python/project.ts';
import { settings } from '../python/settings.ts';

const dialect: CureDialect = {
  agent: { id: 'python', title: 'Python', settings },
  trust,
  ownLine,
  check: [
    ['ELASTIC_APM_API_REQUEST_TIME', '1s'],
    ['ELASTIC_APM_METRICS_INTERVAL', '5s'],
    ['ELASTIC_APM_LOG_LEVEL', 'debug'],
    ['ELASTIC_APM_DEBUG', 'true'],
  ],
};

/** The Elastic APM agent for Python (reference/agents.md, rows "Python"). */
export const definition: AgentDefinition = {
  id: 'python',
  title: 'Python',
  version: '6.26.2',
  keywords: ['py', 'pip', 'elastic-apm', 'elasticapm', 'wsgi', 'asgi'],
  metadataNames: ['python'],
  userAgent: /^(?:apm-agent-|elasticapm-)python\//,
  executable:
    /^((python|pypy)[\d.]*w?|py|flask|django-admin|manage\.py|gunicorn|uvicorn|hypercorn|daphne|waitress-serve|fastapi|celery|poetry|uv|pipenv|pdm)(\.exe)?$/,
  settings,
  tlsClients: ['python-strict', 'python'],
  storesRead: [],
  central,
  // elastic-apm 6.26.2, elasticapm/conf/__init__.py `VersionedConfig.update`: the tag is kept only where no value was refused.
  centralTag: 'applied',
  frameworks,
  rejection: {
    silent: false,
    untrusted: ['unknown_ca'],
    wrongName: ['bad_certificate'],
    expired: ['certificate_expired'],
    // urllib3 compares the fingerprint of ELASTIC_APM_SERVER_CERT after the handshake (reference/agents.md §7).
    leavesOverPin: true,
  },
  logPhrases,
  logMarks,
  forms: ['env', 'file', 'code', 'dotenv', 'procfile', 'docker', 'compose', 'kubernetes', 'systemd', 'launchd'],
  ownForm,
  environment,
  ownEnvironment: () => [],
  loaders: [],
  startCommand,
  startLine,
  advice: (as, framework, wiring) => [
    ...trustAdvice(wiring),
    ...(framework.id === 'django' || framework.id === 'flask' || framework.id === 'tornado'
      ? [`While ${framework.title} runs in debug mode the agent sends nothing, unless ELASTIC_APM_DEBUG=true is set.`]
      : []),
    ...(WRAPPED.includes(framework.id) && as !== 'code' && as !== 'file'
      ? ['elasticapm-run comes with elastic-apm 6.14.0 or later and attaches the agent without a change to the code.']
      : []),
    ...(WRAPPED.includes(framework.id) && as === 'systemd'
      ? [`ExecStart has to go through the wrapper, for example ExecStart=/srv/app/venv/bin/${startCommand(framework)}.`]
      : []),
    ...(as === 'dotenv' ? ['dotenv is the command of python-dotenv: python -m pip install "python-dotenv[cli]".'] : []),
    ...(as === 'code' || as === 'file'
      ? ['A variable of the environment wins over the same setting in code or in a file.']
      : []),
  ],
  cure: (code, as, wiring) => cureIn(dialect, code, as, wiring),
  launch: (request, files) => launch(definition, request, files),
  recognise,
  notes: [
    'A setting with a mistake in it, such as a CA file that cannot be read or a duration without its unit, makes the agent stop sending.',
    'If HTTPS_PROXY or HTTP_PROXY is set, put localhost,127.0.0.1,::1 into NO_PROXY: the agent uses the proxy even for this machine.',
    'An ELASTIC_APM_API_KEY in the environment wins over the secret token; unset it.',
  ],
};
