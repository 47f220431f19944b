import type { AgentDefinition } from '../definition.ts';
import { type CureDialect, cureIn } from '../forms/cure.ts';
import { central } from '../ruby/central.ts';
import { environment, startLine, trust, trustAdvice } from '../ruby/environment.ts';
import { frameworks } from '../ruby/frameworks.ts';
import { launch } from '../ruby/launch.ts';
import { logMarks, logPhrases } from '../ruby/log-phrases.ts';
import { ownForm, ownLine } from '../ruby/own-form.ts';
import { recognise } from '../ruby/project.ts';
import { settings } from '../ruby/settings.ts';

const dialect: CureDialect = {
  agent: { id: 'ruby', title: 'Ruby', settings },
  trust,
  ownLine,
  check: [
    ['ELASTIC_APM_API_REQUEST_TIME', '1s'],
    ['ELASTIC_APM_METRICS_INTERVAL', '5s'],
    ['ELASTIC_APM_LOG_LEVEL', 'debug'],
    ['ELASTIC_APM_LOG_PATH', '-'],
  ],
};

/** The Elastic APM agent for Ruby (reference/agents.md, rows "Ruby"). */
export const definition: AgentDefinition = {
  id: 'ruby',
  title: 'Ruby',
  version: '4.9.0',
  keywords: ['rb', 'gem', 'bundler', 'rails', 'puma', 'procfile', 'foreman', 'elastic-apm'],
  metadataNames: ['ruby'],
  userAgent: /^elastic-apm-ruby\//,
  executable:
    /^((j|truffle)?ruby[\d.]*|bundler?|rails|rackup|puma|pumactl|unicorn(_rails)?|thin|falcon|passenger|rake|sidekiq|resque|foreman)(\.(exe|bat|cmd))?$/,
  settings,
  tlsClients: ['ruby'],
  storesRead: [],
  central,
  // elastic-apm 4.9.0, lib/elastic_apm/central_config.rb `handle_success`: the tag is kept before the settings are looked at.
  centralTag: 'received',
  frameworks,
  // OpenSSL's alerts; the name is compared after the handshake, so one that is not covered ends it with none (openssl's SSLSocket#post_connection_check).
  rejection: {
    silent: false,
    untrusted: ['unknown_ca'],
    wrongName: [],
    expired: ['certificate_expired'],
  },
  logPhrases,
  logMarks,
  // Outside of Rails it logs nothing until a place is named (reference/agents.md §1.3).
  aloud: { ELASTIC_APM_LOG_PATH: '-' },
  forms: ['env', 'file', 'code', 'dotenv', 'procfile', 'docker', 'compose', 'kubernetes', 'systemd', 'launchd'],
  ownForm,
  environment,
  ownEnvironment: () => [],
  loaders: [],
  startCommand: (framework) => framework.start,
  startLine,
  advice: (as, framework, wiring) => [
    ...trustAdvice(wiring),
    ...(framework.id === 'rails'
      ? ['Rails starts the agent by itself, but not in its console, and its own log holds what the agent says.']
      : [
          'The agent says nothing, not even of a mistake, until ELASTIC_APM_LOG_PATH names a place: - is standard output.',
        ]),
    ...(as === 'file' || as === 'code'
      ? ['A variable of the environment wins over config/elastic_apm.yml, and that over what the code says.']
      : []),
    ...(as === 'dotenv'
      ? [
          'dotenv is a gem: bundle add dotenv. Where a Procfile starts the application, foreman start reads .env by itself.',
        ]
      : []),
  ],
  cure: (code, as, wiring) => cureIn(dialect, code, as, wiring),
  launch: (request, files) => launch(definition, request, files),
  recognise,
  notes: [
    'The CA file is looked at when the agent first sends: one that cannot be read shows in its log alone.',
    'Of switches only 0 and false mean off; no and off leave them on. A duration needs its unit right behind the number.',
    'An ELASTIC_APM_API_KEY in the environment, or an api_key in the file, wins over the secret token; take it away.',
  ],
};
