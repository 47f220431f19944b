import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { isDebian, whyNoPrivateRoot } from '../support/private-root.ts';
import { describeJourneys } from './journeys.ts';

const hasCurl = spawnSync('php', ['-r', 'exit(extension_loaded("curl") ? 0 : 1);'], { stdio: 'ignore' }).status === 0;

/**
 * Starts a program in a mount namespace of its own, in which the system's bundle is the authority of the Sealwire under test: libcurl reads that file and no other, and the machine's own
 * is never touched.
 */
const TRUSTING = `test -n "$DISTRUST" || mount --bind "\${TRUST:-$HOME/workspaces/default/ca.pem}" /etc/ssl/certs/ca-certificates.crt
exec "$@"`;

/*
 * The agent comes from its releases alone. What can be run of it is what it stands on: the system's libcurl, in an application that uses it as the agent does and sends what it sends. So the
 * definition says "by source" of everything but trust.
 */
if (!hasCurl || whyNoPrivateRoot !== null || !isDebian) {
  describe('an imitation of the php agent', () => {
    test.skip(`needs PHP with curl on Debian and a private root; ${whyNoPrivateRoot ?? 'it is not here'}`, () =>
      undefined);
  });
} else {
  const program = join(import.meta.dirname, 'apps', 'php', 'imitation.php');
  describeJourneys({
    id: 'php',
    isImitation: true,
    framework: 'plain',
    how: 'over HTTP',
    agentName: 'php',
    wired: ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', TRUSTING, 'sh', 'php', program],
    bare: null,
    cwd: import.meta.dirname,
    loading: {},
    orders: 5,
    process: /php/,
    caVariable: /trust install system/,
    distrust: (env) => {
      env.DISTRUST = '1';
    },
    trustOnly: (env, caPath) => {
      env.TRUST = caPath;
    },
  });
}
