import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { edotNodePackages, type NodePackages, openTelemetryAutoNodePackages } from '../support/agent-packages.ts';
import { OPENTELEMETRY } from '../support/opentelemetry-dialect.ts';
import { type AgentUnderTest, describeJourneys } from './journeys.ts';

/* Elastic's distribution of OpenTelemetry for Node.js over both protocols, and OpenTelemetry's own auto-instrumentations. */

describeOf('Elastic’s distribution', edotNodePackages(), (packages) => [
  {
    ...agentIn(packages),
    framework: 'edot',
    agentName: 'opentelemetry/nodejs/elastic',
    kind: 'Elastic’s distribution',
  },
  {
    ...agentIn(packages),
    framework: 'edot',
    agentName: 'opentelemetry/nodejs/elastic',
    kind: 'Elastic’s distribution over gRPC',
    loading: { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
  },
]);

describeOf('the auto-instrumentations', openTelemetryAutoNodePackages(), (packages) => [
  { ...agentIn(packages), framework: 'auto', agentName: 'opentelemetry/nodejs', kind: 'the auto-instrumentations' },
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
  } else agentsIn(packages).forEach(describeJourneys);
}

function agentIn({ folder }: NodePackages): Omit<AgentUnderTest, 'framework' | 'agentName'> {
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
