import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { edotNodePackages, type NodePackages, openTelemetryAutoNodePackages } from '../support/agent-packages.ts';
import { OPENTELEMETRY } from '../support/opentelemetry-dialect.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeJourneys } from './journeys.ts';

/* Elastic's distribution of OpenTelemetry for Node.js and OpenTelemetry's own auto-instrumentations, over both protocols. */

const OVER_GRPC = { how: 'over gRPC', bare: null, loading: { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' } };

describeOf('Elastic’s distribution', edotNodePackages(), (packages) => [
  {
    ...agentIn(packages),
    framework: 'edot',
    how: 'over HTTP',
    agentName: 'opentelemetry/nodejs/elastic',
  },
  {
    ...agentIn(packages),
    ...OVER_GRPC,
    framework: 'edot',
    agentName: 'opentelemetry/nodejs/elastic',
  },
]);

describeOf('the auto-instrumentations', openTelemetryAutoNodePackages(), (packages) => [
  { ...agentIn(packages), framework: 'auto', how: 'over HTTP', agentName: 'opentelemetry/nodejs' },
  { ...agentIn(packages), ...OVER_GRPC, framework: 'auto', agentName: 'opentelemetry/nodejs' },
]);

function describeOf(
  kind: string,
  packages: NodePackages | null,
  agentsIn: (packages: NodePackages) => readonly AgentUnderTest[],
): void {
  if (packages === null) {
    describe(`the real otel-nodejs agent, ${kind}`, () => {
      test.skip('needs its packages from npm, which could not be installed', () => undefined);
    });
  } else {
    for (const [index, agent] of agentsIn(packages).entries())
      describeJourneys(agent, { quick: index === 0 ? 'failures' : 'report' });
  }
}

function agentIn({ folder }: NodePackages): Omit<AgentUnderTest, 'framework' | 'how' | 'agentName'> {
  const script = join(folder, 'express-app.cjs');
  copyFileSync(join(import.meta.dirname, 'apps', 'express-app.cjs'), script);
  return {
    id: 'otel-nodejs',
    wired: [process.execPath, script],
    bare: [process.execPath, script],
    cwd: folder,
    loading: {},
    process: /node/,
    caVariable: 'OTEL_EXPORTER_OTLP_CERTIFICATE',
    dialect: OPENTELEMETRY,
  };
}
