import { describe, test } from 'vitest';
import { GO_FRAMEWORKS, goFrameworkApplication } from '../support/go-framework-application.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeJourneys } from './journeys.ts';

/* The Go agent's modules for frameworks, each in an application that the snippet of Connect begins. It is the agent of net/http behind each, so they are for the long runs. */

const isLong = process.env.SEALWIRE_LONG === '1';

for (const framework of GO_FRAMEWORKS) {
  // Compiling a framework takes a minute, which nobody should wait for whose run is without it.
  const application = isLong ? goFrameworkApplication(framework) : { problem: 'for the long runs' };
  if ('problem' in application) {
    describe(`the real go agent, ${framework.id}`, () => {
      test.skip(`needs a program with the module for it: ${application.problem}`, () => undefined);
    });
  } else {
    const agent: AgentUnderTest = {
      id: 'go',
      framework: framework.id,
      agentVersion: framework.agentVersion,
      how: 'over HTTP',
      agentName: 'go',
      wired: [application.file],
      bare: [application.file],
      cwd: application.folder,
      loading: {},
      process: /shop/,
      caVariable: 'ELASTIC_APM_SERVER_CA_CERT_FILE',
    };
    describeJourneys(agent, { quick: 'none' });
  }
}
