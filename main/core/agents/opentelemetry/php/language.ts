import type { Framework, Wiring } from '../../definition.ts';
import { trustLine } from '../../php/environment.ts';
import { imageTrustLines } from '../../php/package.ts';
import { quotePhpIni } from '../../quote/php-ini.ts';
import { isOlder } from '../../version.ts';
import type { Language } from '../language.ts';
import { setting } from '../settings.ts';
import { frameworks } from './frameworks.ts';
import { launch } from './launch.ts';
import { logPhrases } from './log-phrases.ts';
import { ownForm, setUp } from './own-form.ts';
import { recognise } from './project.ts';

/** The first version of Elastic's distribution that reads it (elastic-otel-php, docs/release-notes/index.md); the SDK for itself reads it in none. */
const CERTIFICATE_SINCE = '1.2.0';

const CONFIGURATION = 'elastic-otel-php 1.8.0: docs/reference/edot-php/configuration.md';

/** OpenTelemetry for PHP: Elastic's distribution as an extension, or the SDK by Composer. */
export const php: Language = {
  id: 'otel-php',
  tlsClients: ['curl'],
  title: 'PHP',
  version: '1.8.0',
  keywords: ['edot', 'fpm', 'laravel', 'slim', 'composer', 'pecl', 'php.ini', 'open-telemetry/sdk', 'elastic-otel-php'],
  sdk: { language: 'php', distributions: ['elastic', 'opentelemetry-php-distro'] },
  // The exporter's own, and those of the transport that Elastic's distribution puts in its place.
  userAgent: /(?:^|\s)(?:OTel OTLP Exporter PHP|elastic-otlp-http-php|otlp-http-php-distro)\//,
  executable: /^(php[\d.]*|php-(fpm|cgi)[\d.]*|artisan|composer|symfony)(\.(exe|phar))?$/,
  insteadOf: { agent: 'php', where: /opentelemetry|elastic-otel-php/ },
  certificate: {
    since: CERTIFICATE_SINCE,
    proof: 'source',
    source: 'elastic-otel-php 1.5.0: docs/release-notes/index.md',
  },
  settings: [setting('logLevel', 'OTEL_PHP_LOG_LEVEL_STDERR', 'level', { since: '1.5.0', source: CONFIGURATION })],
  frameworks,
  forms: ['env', 'file', 'docker', 'compose', 'kubernetes', 'systemd'],
  // libcurl compares the name after the handshake, so one that is not covered ends it with no alert (lib/vtls/openssl.c, `ossl_verifyhost`).
  rejection: { silent: false, untrusted: ['unknown_ca'], wrongName: [], expired: ['certificate_expired'] },
  logPhrases,
  trust: (wiring, framework) =>
    framework?.id === 'sdk' || isOlder(wiring.agentVersion, CERTIFICATE_SINCE)
      ? []
      : [['OTEL_EXPORTER_OTLP_CERTIFICATE', wiring.caFile]],
  beforeTrust,
  ownLine: (_as, { env }, value) => `${env} = ${quotePhpIni(value)}`,
  variables: ({ id }) => (id === 'sdk' ? [['OTEL_PHP_AUTOLOAD_ENABLED', 'true']] : []),
  loaders: [],
  ownForm,
  setUp,
  startCommand: ({ start }) => start,
  startLine: (_as, { start }) => start,
  advice,
  launch,
  recognise,
  notes: [
    'OTEL_EXPORTER_OTLP_INSECURE switches verification off in Elastic’s distribution, unlike in other SDKs; leave it out.',
    'Workers of PHP-FPM start with an empty environment: name each variable in the pool, as in env[OTEL_SERVICE_NAME] = $OTEL_SERVICE_NAME.',
    'Not tried with a real extension or SDK yet; what libcurl under PHP trusts was.',
  ],
};

function advice(as: string, { id }: Framework, wiring: Wiring): readonly string[] {
  return [
    ...(id === 'sdk'
      ? [
          'The SDK passes OTEL_EXPORTER_OTLP_CERTIFICATE over, so its HTTP client has to trust the authority: by the store of the system, or by openssl.cafile in php.ini, which holds for all of PHP and wins over curl.cainfo. SSL_CERT_FILE does nothing for it.',
          'The extension protobuf takes the place of google/protobuf and is much faster.',
        ]
      : [
          'Packages for deb, rpm and apk are among the releases of elastic/elastic-otel-php. They work under Linux with PHP 8.1 to 8.5, and not beside another agent.',
          ...(isOlder(wiring.agentVersion, CERTIFICATE_SINCE)
            ? [`EDOT PHP ${wiring.agentVersion} reads no CA file (${CERTIFICATE_SINCE} brought it): upgrade it.`]
            : []),
        ]),
    ...(as === 'file' ? ['The path has the version of PHP in it where it is PHP’s own: 8.4 stands for yours.'] : []),
  ];
}

/** The SDK cannot be told; the general cure is that of the distribution, which can. */
function beforeTrust(as: string, wiring: Wiring): ReturnType<NonNullable<Language['beforeTrust']>> {
  return [
    ['docker', 'compose', 'kubernetes'].includes(as)
      ? {
          text: 'With the SDK from Composer, put the authority into the image: it trusts what the system trusts.',
          as: 'docker',
          snippet: imageTrustLines().trimEnd(),
        }
      : {
          text: 'With the SDK from Composer, let this machine trust the authority, then restart PHP: it trusts what the system trusts.',
          as: 'env',
          snippet: trustLine(wiring),
        },
  ];
}
