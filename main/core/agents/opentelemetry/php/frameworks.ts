import type { Framework } from '../../definition.ts';

/** What the composer.json of an application names that brings the SDK itself. */
export const SDK = 'open-telemetry/sdk';

const start = 'php -S localhost:8000';

/** The ways to bring OpenTelemetry into a PHP application. Elastic's distribution is an extension from a package of the system, the SDK comes with the application. */
export const frameworks: readonly Framework[] = [
  {
    id: 'edot',
    title: 'EDOT PHP',
    markers: [],
    start,
    install: 'sudo dpkg -i elastic-otel-php_*_amd64.deb',
  },
  {
    id: 'sdk',
    title: 'OpenTelemetry SDK',
    markers: [SDK],
    start,
    install: `sudo pecl install opentelemetry\ncomposer require ${SDK} open-telemetry/exporter-otlp php-http/guzzle7-adapter`,
  },
];
