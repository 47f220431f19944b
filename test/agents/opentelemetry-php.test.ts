import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { OPENTELEMETRY } from '../support/opentelemetry-dialect.ts';
import { isDebian, whyNoPrivateRoot } from '../support/private-root.ts';
import { describeJourneys } from './journeys.ts';

const hasCurl = spawnSync('php', ['-r', 'exit(extension_loaded("curl") ? 0 : 1);'], { stdio: 'ignore' }).status === 0;
const program = join(import.meta.dirname, 'apps', 'php', 'opentelemetry-imitation.php');

/** Starts a program in a mount namespace of its own, in which the system's bundle is the authority of the Sealwire under test. */
const TRUSTING = `test -n "$DISTRUST" || mount --bind "$HOME/workspaces/default/ca.pem" /etc/ssl/certs/ca-certificates.crt
exec "$@"`;

/*
 * The SDK comes from Packagist and Elastic's distribution from its releases alone. What can be run of them is what they stand on: libcurl under PHP, in an application that exports what they
 * export. So the definition says "by source" of both.
 */
if (!hasCurl || whyNoPrivateRoot !== null || !isDebian) {
  describe('imitations of OpenTelemetry for PHP', () => {
    test.skip(`need PHP with curl on Debian and a private root; ${whyNoPrivateRoot ?? 'it is not here'}`, () =>
      undefined);
  });
} else {
  const common = {
    id: 'otel-php',
    isImitation: true,
    bare: null,
    cwd: import.meta.dirname,
    orders: 5,
    process: /php/,
    dialect: OPENTELEMETRY,
  } as const;
  describeJourneys({
    ...common,
    framework: 'sdk',
    how: 'over HTTP',
    agentName: 'opentelemetry/php',
    wired: ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', TRUSTING, 'sh', 'php', program],
    loading: {},
    caVariable: /trust install system/,
    distrust: (env) => {
      env.DISTRUST = '1';
    },
  });
  describeJourneys({
    ...common,
    framework: 'edot',
    how: 'over HTTP',
    agentName: 'opentelemetry/php/elastic',
    wired: ['php', program],
    loading: { DISTRIBUTION: '1' },
    caVariable: 'OTEL_EXPORTER_OTLP_CERTIFICATE',
  });
}
