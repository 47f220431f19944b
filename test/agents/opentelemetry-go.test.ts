import { describe, test } from 'vitest';
import { openTelemetryGoApplication } from '../support/go-application.ts';
import { OPENTELEMETRY } from '../support/opentelemetry-dialect.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeCanary } from './canary.ts';
import { describeJourneys } from './journeys.ts';

/* OpenTelemetry's SDK for Go over both protocols. */

const application = openTelemetryGoApplication();

if ('problem' in application) {
  describe('the real otel-go agent', () => {
    test.skip(`needs a program with go.opentelemetry.io/otel: ${application.problem}`, () => undefined);
  });
} else {
  const agent: AgentUnderTest = {
    id: 'otel-go',
    framework: 'http',
    agentName: 'opentelemetry/go',
    how: 'over HTTP',
    wired: [application.file],
    bare: [application.file],
    cwd: application.folder,
    loading: {},
    process: /shop/,
    caVariable: 'OTEL_EXPORTER_OTLP_CERTIFICATE',
    dialect: OPENTELEMETRY,
    // With a CA file, it does not start over HTTP ("insecure HTTP endpoint cannot use TLS client configuration"), and over gRPC it speaks TLS all the same.
    plain: (env) => {
      delete env.OTEL_EXPORTER_OTLP_CERTIFICATE;
    },
  };
  describeJourneys(agent);
  // Its exporters have no setting that switches verification off.
  describeCanary(agent, { isLong: true, off: null });
  const overGrpc: AgentUnderTest = {
    ...agent,
    how: 'over gRPC',
    bare: null,
    loading: { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    // A compiled program is called as its author likes, and HTTP/2 without TLS begins with neither a ClientHello nor a User-Agent.
    cures: { PLAIN_HTTP: /https:\/\/localhost/ },
  };
  describeJourneys(overGrpc, { quick: 'report' });
  describeCanary(overGrpc, { isLong: true, off: null });
}
