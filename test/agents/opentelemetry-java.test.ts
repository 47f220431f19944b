import { join } from 'node:path';
import { describe, test, vi } from 'vitest';
import { openTelemetryJavaAgent } from '../support/agent-packages.ts';
import { compiledJava, type JavaRuntime, javaRuntimes, majorOf } from '../support/java-runtimes.ts';
import { OPENTELEMETRY } from '../support/opentelemetry-dialect.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeJourneys } from './journeys.ts';

/* OpenTelemetry's agent for Java over both protocols, on two versions of Java. */

/** The agent takes seconds of both processors to start: on a machine with other work, half a minute. */
vi.setConfig({ testTimeout: 300_000 });

const runtimes = javaRuntimes();
const packages = openTelemetryJavaAgent();
const classes = compiledJava(join(import.meta.dirname, 'apps', 'java', 'Shop.java'), runtimes);
const main = runtimes.find((runtime) => majorOf(runtime) === 17);
/** Another than the one that each change is tried with. */
const newest = runtimes.findLast((runtime) => majorOf(runtime) > 17);

/** What the application is made of: with every instrumentation, the agent takes twice as long to start. */
const SPARE = {
  OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED: 'false',
  OTEL_INSTRUMENTATION_JAVA_HTTP_SERVER_ENABLED: 'true',
  OTEL_INSTRUMENTATION_HTTP_URL_CONNECTION_ENABLED: 'true',
};

if (packages === null || classes === null || main === undefined) {
  describe('the real otel-java agent', () => {
    test.skip('needs Java 17 with a compiler, and opentelemetry-javaagent from Maven Central', () => undefined);
  });
} else {
  const { folder } = packages;
  const agentOn = (runtime: JavaRuntime, protocol: 'HTTP' | 'gRPC'): AgentUnderTest => {
    // A JVM that lives for seconds is not worth a second compiler.
    const command = [runtime.java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', classes, 'Shop'];
    return {
      id: 'otel-java',
      framework: 'agent',
      how: `over ${protocol} on Java ${majorOf(runtime)}`,
      agentName: 'opentelemetry/java/opentelemetry-java-instrumentation',
      wired: command,
      bare: protocol === 'HTTP' ? command : null,
      cwd: folder,
      loading: protocol === 'HTTP' ? {} : { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      spare: SPARE,
      process: /java/,
      caVariable: 'OTEL_EXPORTER_OTLP_CERTIFICATE',
      dialect: OPENTELEMETRY,
      // OkHttp looks at the name once the handshake is over, leaves without a word, and Java asked for no name to compare with.
      known: { 'a server name that the certificate does not cover': 'HANDSHAKE_DROPPED' },
      cures: { NAME_NOT_COVERED: /OTEL_EXPORTER_OTLP_CERTIFICATE=/ },
    };
  };
  describeJourneys(agentOn(main, 'HTTP'));
  describeJourneys(agentOn(main, 'gRPC'), { quick: 'report' });
  if (newest === undefined)
    describe('the real otel-java agent on a newer Java', () => {
      test.skip('needs one of this machine or from PyPI, which could not be installed', () => undefined);
    });
  else for (const protocol of ['HTTP', 'gRPC'] as const) describeJourneys(agentOn(newest, protocol), { quick: 'none' });
}
