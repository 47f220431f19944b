import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, vi } from 'vitest';
import { javaAgent } from '../support/agent-packages.ts';
import { compiledJava, type JavaRuntime, javaRuntimes, majorOf } from '../support/java-runtimes.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeCanary } from './canary.ts';
import { describeCentralConfiguration } from './central-configuration.ts';
import { describeJourneys } from './journeys.ts';

/** The agent takes seconds of both processors to start: on a machine with other work, half a minute. */
vi.setConfig({ testTimeout: 300_000 });

const runtimes = javaRuntimes();
const packages = javaAgent();
const classes = compiledJava(join(import.meta.dirname, 'apps', 'java', 'Shop.java'), runtimes);
const main = runtimes.find((runtime) => majorOf(runtime) === 17);
/** Another than the one that each change is tried with. */
const newest = runtimes.findLast((runtime) => majorOf(runtime) > 17);

/** A JVM that lives for seconds is not worth a second compiler. */
const QUICK = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
/** On Java 25 the agent's instrumentation ends with "Could not access Unsafe class", and metrics are all that it sends, unless its bytecode library may try. */
const flagsOf = (runtime: Parameters<typeof majorOf>[0]): readonly string[] =>
  majorOf(runtime) > 21 ? [...QUICK, '-Dnet.bytebuddy.experimental=true'] : QUICK;
/** What the application is made of, and no search for a cloud that this machine may be in: the agent starts in half the time. */
const SPARE = {
  ELASTIC_APM_ENABLE_INSTRUMENTATIONS: 'jdk-httpserver, urlconnection',
  ELASTIC_APM_CLOUD_PROVIDER: 'NONE',
};

if (packages === null || classes === null || main === undefined) {
  describe('the real java agent', () => {
    test.skip('needs Java 17 with a compiler, and elastic-apm-agent from Maven Central', () => undefined);
  });
} else {
  const { folder } = packages;
  const agentOn = ({ home, java, ...runtime }: JavaRuntime): AgentUnderTest => ({
    id: 'java',
    framework: 'jar',
    how: `over HTTP on Java ${majorOf(runtime)}`,
    agentName: 'java',
    wired: [java, ...flagsOf(runtime), '-cp', classes, 'Shop'],
    bare: [java, ...flagsOf(runtime), '-cp', classes, 'Shop'],
    cwd: folder,
    loading: {},
    spare: SPARE,
    process: /java/,
    caVariable: 'JAVA_TOOL_OPTIONS',
    prepare: (exportTo) => exportTo(join(home, 'lib', 'security', 'cacerts')),
    distrust: (env) => {
      env.JAVA_TOOL_OPTIONS = (env.JAVA_TOOL_OPTIONS ?? '').replace(/\S*trustStore\S*/g, '');
    },
    trustOnly: (env, caPath) => {
      const store = `${caPath}.${majorOf(runtime)}.jks`;
      const words = ['-importcert', '-noprompt', '-alias', 'authority', '-file', caPath];
      if (!existsSync(store))
        execFileSync(main.keytool, [...words, '-keystore', store, '-storepass', 'changeit'], { stdio: 'pipe' });
      const agentOption = `-javaagent:${join(folder, 'elastic-apm-agent.jar')}`;
      env.JAVA_TOOL_OPTIONS = `${agentOption} -Djavax.net.ssl.trustStore=${store} -Djavax.net.ssl.trustStorePassword=changeit`;
    },
  });
  describeJourneys(agentOn(main));
  describeCentralConfiguration(agentOn(main));
  describeCanary(agentOn(main), { isLong: true });
  if (newest === undefined)
    describe('the real java agent on a newer Java', () => {
      test.skip('needs one of this machine or from PyPI, which could not be installed', () => undefined);
    });
  else describeJourneys(agentOn(newest), { quick: 'none' });
}
