import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { nodePackages } from '../support/agent-packages.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeCanary } from './canary.ts';
import { describeCentralConfiguration } from './central-configuration.ts';
import { describeJourneys } from './journeys.ts';

const packages = nodePackages();

if (packages === null) {
  describe('the real nodejs agent', () => {
    test.skip('needs elastic-apm-node and express from npm, which could not be installed', () => undefined);
  });
} else {
  const script = join(packages.folder, 'express-app.cjs');
  copyFileSync(join(import.meta.dirname, 'apps', 'express-app.cjs'), script);
  const agent: AgentUnderTest = {
    id: 'nodejs',
    framework: 'express',
    how: 'over HTTP',
    agentName: 'nodejs',
    wired: [process.execPath, script],
    bare: [process.execPath, script],
    cwd: packages.folder,
    loading: { NODE_OPTIONS: '-r elastic-apm-node/start.js' },
    process: /node/,
    caVariable: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
  };
  describeJourneys(agent);
  describeCentralConfiguration(agent);
  describeCanary(agent);
}
