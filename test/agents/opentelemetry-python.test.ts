import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { edotPythonPackages } from '../support/agent-packages.ts';
import { OPENTELEMETRY } from '../support/opentelemetry-dialect.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeJourneys } from './journeys.ts';

/* Elastic's distribution of OpenTelemetry for Python over both protocols. */

const packages = edotPythonPackages();

if (packages === null) {
  describe('the real otel-python agent', () => {
    test.skip('needs elastic-opentelemetry and flask from PyPI, which could not be installed', () => undefined);
  });
} else {
  const script = join(packages.folder, 'flask_app.py');
  copyFileSync(join(import.meta.dirname, 'apps', 'flask_app.py'), script);
  const agent: AgentUnderTest = {
    id: 'otel-python',
    framework: 'edot',
    agentName: 'opentelemetry/python/elastic',
    how: 'over HTTP',
    wired: [join(packages.programs, 'opentelemetry-instrument'), packages.python, script],
    bare: [packages.python, script],
    cwd: packages.folder,
    loading: {},
    process: /python/,
    caVariable: 'OTEL_EXPORTER_OTLP_CERTIFICATE',
    dialect: OPENTELEMETRY,
  };
  describeJourneys(agent);
  describeJourneys(
    {
      ...agent,
      how: 'over gRPC',
      bare: null,
      loading: { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      // gRPC's C core leaves without an alert, and cannot tell whether an authority allows an IP address.
      known: { 'no CA setting': 'HANDSHAKE_DROPPED', 'the file of another authority': 'HANDSHAKE_DROPPED' },
      names: ['localhost'],
    },
    { quick: 'report' },
  );
}
