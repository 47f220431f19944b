import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { pythonPackages } from '../support/agent-packages.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeCanary } from './canary.ts';
import { describeCentralConfiguration } from './central-configuration.ts';
import { describeJourneys } from './journeys.ts';

const packages = pythonPackages();

if (packages === null) {
  describe('the real python agent', () => {
    test.skip('needs elastic-apm and flask from PyPI, which could not be installed', () => undefined);
  });
} else {
  const bare = join(packages.folder, 'flask_app.py');
  const wired = join(packages.folder, 'flask_wired_app.py');
  copyFileSync(join(import.meta.dirname, 'apps', 'flask_app.py'), bare);
  copyFileSync(join(import.meta.dirname, 'apps', 'flask_wired_app.py'), wired);
  const agent: AgentUnderTest = {
    id: 'python',
    framework: 'flask',
    how: 'over HTTP',
    agentName: 'python',
    wired: [packages.python, wired],
    bare: [packages.python, bare],
    cwd: packages.folder,
    loading: {},
    process: /python/,
    caVariable: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
  };
  describeJourneys(agent);
  describeCentralConfiguration(agent);
  describeCanary(agent);
}
