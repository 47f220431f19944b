import { describe, test } from 'vitest';
import { goApplication } from '../support/go-application.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeCanary } from './canary.ts';
import { describeCentralConfiguration } from './central-configuration.ts';
import { describeJourneys } from './journeys.ts';

const application = goApplication();

if ('problem' in application) {
  describe('the real go agent', () => {
    test.skip(`needs a program with go.elastic.co/apm/v2: ${application.problem}`, () => undefined);
  });
} else {
  const agent: AgentUnderTest = {
    id: 'go',
    framework: 'http',
    how: 'over HTTP',
    agentName: 'go',
    wired: [application.file],
    bare: [application.file],
    cwd: application.folder,
    loading: {},
    process: /shop/,
    caVariable: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
  };
  describeJourneys(agent);
  describeCentralConfiguration(agent);
  describeCanary(agent, { isLong: true });
}
