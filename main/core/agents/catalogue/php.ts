import type { AgentDefinition } from '../definition.ts';
import { type CureDialect, cureIn } from '../forms/cure.ts';
import { environment, trustLine } from '../php/environment.ts';
import { frameworks } from '../php/frameworks.ts';
import { launch } from '../php/launch.ts';
import { logMarks, logPhrases } from '../php/log-phrases.ts';
import { ownForm, ownLine } from '../php/own-form.ts';
import { imageTrustLines, setUp } from '../php/package.ts';
import { recognise } from '../php/project.ts';
import { settings } from '../php/settings.ts';

const dialect: CureDialect = {
  agent: { id: 'php', title: 'PHP', settings },
  trust: () => [],
  ownLine,
  check: [['ELASTIC_APM_LOG_LEVEL_STDERR', 'debug']],
};

/** The store of the system that the agent runs on, which in a container is that of the image. */
function beforeTrust(as: string): NonNullable<CureDialect['beforeTrust']> {
  return (wiring) => [
    ['docker', 'compose', 'kubernetes'].includes(as)
      ? {
          text: 'Put the authority into the image: the agent trusts what the system trusts, and no setting adds to that.',
          as: 'docker',
          snippet: imageTrustLines().trimEnd(),
        }
      : {
          text: 'Let this machine trust the authority, then restart PHP: the agent trusts what the system trusts, and no setting adds to that.',
          as: 'env',
          snippet: trustLine(wiring),
        },
  ];
}

/** The Elastic APM agent for PHP (reference/agents.md, rows "PHP"). */
export const definition: AgentDefinition = {
  id: 'php',
  title: 'PHP',
  version: '1.16.0',
  keywords: ['fpm', 'laravel', 'symfony', 'wordpress', 'composer', 'apache', 'php.ini', 'elastic_apm'],
  metadataNames: ['php'],
  userAgent: /^(?:apm-agent-|elasticapm-)php\//,
  executable: /^(php[\d.]*|php-(fpm|cgi)[\d.]*|artisan|composer|symfony)(\.(exe|phar))?$/,
  settings,
  tlsClients: ['curl'],
  storesRead: ['system'],
  // reference/agents.md §1.3: it does not ask for central configuration.
  central: [],
  centralTag: 'received',
  frameworks,
  // OpenSSL's alerts; libcurl compares the name after the handshake, so one that is not covered ends it with none (lib/vtls/openssl.c, `ossl_verifyhost`).
  rejection: {
    silent: false,
    untrusted: ['unknown_ca'],
    wrongName: [],
    expired: ['certificate_expired'],
  },
  logPhrases,
  logMarks,
  // No code, because there is none to change, and no .env file: frameworks read it when the agent has its settings already.
  forms: ['env', 'file', 'docker', 'compose', 'kubernetes', 'systemd'],
  ownForm,
  environment,
  ownEnvironment: () => [],
  trustFile: () => null,
  setUp: (as, _framework, wiring) => setUp(as, wiring),
  loaders: [],
  startCommand: (framework) => framework.start,
  startLine: (_as, framework) => framework.start,
  advice: (as, framework) => [
    'The agent works under Linux alone, with PHP 7.2 to 8.4. There are packages for rpm and apk too, among the same releases.',
    'Its libcurl trusts what the system trusts; SSL_CERT_FILE, CURL_CA_BUNDLE and curl.cainfo do nothing for it.',
    ...(as === 'file'
      ? [
          'The ini file wins over variables; a setting with a mistake in it falls back to the default, not to the variable.',
        ]
      : ['An ini file with the same setting wins over these variables.']),
    ...(framework.id === 'fpm'
      ? ['The path of the pool has the version of PHP in it: 8.4 stands for yours. Restart PHP-FPM once it is changed.']
      : []),
    ...(framework.id === 'fpm' && as !== 'file'
      ? ['PHP-FPM hands variables of a pool to the agent from version 1.11.0 of the agent on.']
      : []),
    ...(framework.id === 'laravel' || framework.id === 'symfony'
      ? [`Variables in the .env file of ${framework.title} are read too late for the agent.`]
      : []),
    ...(['docker', 'compose', 'kubernetes'].includes(as)
      ? ['The lines are for images with dpkg and ca-certificates, such as the official ones of PHP on Debian.']
      : []),
  ],
  cure: (code, as, wiring) => cureIn({ ...dialect, beforeTrust: beforeTrust(as) }, code, as, wiring),
  launch: (request, files) => launch(definition, request, files),
  recognise,
  notes: [
    'With open_basedir set, /opt/elastic/apm-agent-php has to be in it.',
    'An ELASTIC_APM_API_KEY in the environment, or elastic_apm.api_key in an ini file, wins over the secret token; take it away.',
  ],
};
