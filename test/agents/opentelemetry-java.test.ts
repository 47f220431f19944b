import { join } from 'node:path';
import { describe, test, vi } from 'vitest';
import { openTelemetryJavaAgent } from '../support/agent-packages.ts';
import { compiledJava, javaRuntimes } from '../support/java-runtimes.ts';
import { OPENTELEMETRY } from '../support/opentelemetry-dialect.ts';
import { type AgentUnderTest, describeJourneys } from './journeys.ts';

/* OpenTelemetry's agent for Java over both protocols. */

/** The agent takes seconds of both processors to start: on a machine with other work, half a minute, and most tests start it twice. */
vi.setConfig({ testTimeout: 300_000 });

const runtimes = javaRuntimes();
const packages = openTelemetryJavaAgent();
const classes = compiledJava(join(import.meta.dirname, 'apps', 'java', 'Shop.java'), runtimes);
const runtime = runtimes.find(({ version }) => Number.parseInt(version, 10) === 17);

if (packages === null || classes === null || runtime === undefined) {
  describe('the real otel-java agent', () => {
    test.skip('needs Java 17 with a compiler, and opentelemetry-javaagent from Maven Central', () => undefined);
  });
} else {
  // A JVM that lives for seconds is not worth a second compiler.
  const command = [runtime.java, '-XX:TieredStopAtLevel=1', '-cp', classes, 'Shop'];
  const agent: AgentUnderTest = {
    id: 'otel-java',
    framework: 'agent',
    agentName: 'opentelemetry/java/opentelemetry-java-instrumentation',
    kind: 'OpenTelemetry’s agent',
    wired: command,
    bare: command,
    cwd: packages.folder,
    loading: {},
    process: /java/,
    caVariable: 'OTEL_EXPORTER_OTLP_CERTIFICATE',
    dialect: OPENTELEMETRY,
    // OkHttp looks at the name once the handshake is over, leaves without a word, and Java asked for no name to compare with.
    known: { NAME_NOT_COVERED: 'HANDSHAKE_DROPPED' },
    cures: { NAME_NOT_COVERED: /OTEL_EXPORTER_OTLP_CERTIFICATE=/ },
  };
  describeJourneys(agent);
  describeJourneys({
    ...agent,
    kind: 'OpenTelemetry’s agent over gRPC',
    loading: { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
  });
}
