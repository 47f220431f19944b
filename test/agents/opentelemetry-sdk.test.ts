import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import type { AgentDefinition } from '../../main/core/agents/definition.ts';
import { nodejs } from '../../main/core/agents/opentelemetry/nodejs/language.ts';
import { python } from '../../main/core/agents/opentelemetry/python/language.ts';
import {
  openTelemetryAutoNodePackages,
  openTelemetryAutoPythonPackages,
  openTelemetryNodePackages,
  openTelemetryPythonPackages,
} from '../support/agent-packages.ts';
import { OPENTELEMETRY } from '../support/opentelemetry-dialect.ts';
import { SAMPLE_WIRING } from '../support/sample-wiring.ts';
import type { AgentUnderTest } from './agent-under-test.ts';
import { describeJourneys } from './journeys.ts';

/*
 * OpenTelemetry's SDK, started by the code of the snippet, and Python's auto-instrumentation, through everything that can be wrong. Each change tries the SDKs in `opentelemetry.test.ts`; these
 * journeys are for the long runs.
 */

const apps = join(import.meta.dirname, 'apps');
const GRPC = { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' };
const COMMON = { loading: {}, caVariable: 'OTEL_EXPORTER_OTLP_CERTIFICATE', dialect: OPENTELEMETRY } as const;

/** gRPC's C core leaves without an alert, and cannot tell whether an authority allows an IP address. */
const C_CORE = {
  known: { 'no CA setting': 'HANDSHAKE_DROPPED', 'the file of another authority': 'HANDSHAKE_DROPPED' },
  names: ['localhost'],
} as const;

describeBoth('otel-nodejs', 'sdk', nodeSdk);
describeBoth('otel-python', 'sdk', pythonSdk);
describeBoth('otel-python', 'auto', pythonAuto);

function describeBoth(id: string, framework: string, prepare: () => readonly AgentUnderTest[] | null): void {
  // Nobody should wait for packages that no test of the run is about.
  const agents = process.env.SEALWIRE_LONG === '1' ? prepare() : null;
  if (agents === null) {
    describe(`the real ${id} agent, ${framework}`, () => {
      test.skip('needs a long run, and its packages from a registry', () => undefined);
    });
  } else for (const agent of agents) describeJourneys(agent, { quick: 'none' });
}

/** The file of the snippet beside an ordinary application; for `sealwire run`, an application that starts the SDK in its own code. */
function nodeSdk(): AgentUnderTest[] | null {
  const packages = openTelemetryAutoNodePackages();
  const alone = openTelemetryNodePackages();
  if (packages === null || alone === null) return null;
  const { folder } = packages;
  writeFileSync(join(folder, 'instrumentation.cjs'), snippetOf(nodejs, 'instrumentation.cjs'));
  copyFileSync(join(apps, 'express-app.cjs'), join(folder, 'express-sdk-app.cjs'));
  copyFileSync(join(apps, 'otel_app.cjs'), join(alone.folder, 'otel_app.cjs'));
  const overHttp: AgentUnderTest = {
    ...COMMON,
    id: 'otel-nodejs',
    framework: 'sdk',
    how: 'over HTTP',
    agentName: 'opentelemetry/nodejs',
    wired: [process.execPath, join(folder, 'express-sdk-app.cjs')],
    bare: [process.execPath, join(alone.folder, 'otel_app.cjs')],
    // The snippet preloads a file of the folder that the application is started in.
    cwd: folder,
    process: /node/,
  };
  return [overHttp, { ...overHttp, how: 'over gRPC', bare: null, loading: GRPC }];
}

/** The snippet at the head of an application; over gRPC, for which it has no exporter, an application that has one. */
function pythonSdk(): AgentUnderTest[] | null {
  const packages = openTelemetryPythonPackages();
  if (packages === null) return null;
  const { folder, python: interpreter } = packages;
  const app = join(folder, 'sdk_app.py');
  writeFileSync(app, `${snippetOf(python, 'app.py')}\n${readFileSync(join(apps, 'otel_sdk_orders.py'), 'utf8')}`);
  const ofBoth = join(folder, 'otel_both_app.py');
  copyFileSync(join(apps, 'otel_app.py'), ofBoth);
  const overHttp: AgentUnderTest = {
    ...COMMON,
    id: 'otel-python',
    framework: 'sdk',
    how: 'over HTTP',
    agentName: 'opentelemetry/python',
    wired: [interpreter, app],
    bare: [interpreter, app],
    cwd: folder,
    process: /python/,
  };
  return [
    overHttp,
    { ...overHttp, ...C_CORE, how: 'over gRPC', wired: [interpreter, ofBoth], bare: null, loading: GRPC },
  ];
}

function pythonAuto(): AgentUnderTest[] | null {
  const packages = openTelemetryAutoPythonPackages();
  if (packages === null) return null;
  const { folder, programs, python: interpreter } = packages;
  const script = join(folder, 'flask_app.py');
  copyFileSync(join(apps, 'flask_app.py'), script);
  const overHttp: AgentUnderTest = {
    ...COMMON,
    id: 'otel-python',
    framework: 'auto',
    how: 'over HTTP',
    agentName: 'opentelemetry/python',
    wired: [join(programs, 'opentelemetry-instrument'), interpreter, script],
    bare: [interpreter, script],
    cwd: folder,
    process: /python/,
  };
  return [overHttp, { ...overHttp, ...C_CORE, how: 'over gRPC', bare: null, loading: GRPC }];
}

/** The content that Connect has a person write to `path` for the SDK in code. */
function snippetOf({ ownForm, frameworks }: Pick<AgentDefinition, 'ownForm' | 'frameworks'>, path: string): string {
  const sdk = frameworks.find(({ id }) => id === 'sdk');
  const block = sdk === undefined ? undefined : ownForm('env', sdk, SAMPLE_WIRING)?.find((each) => each.path === path);
  if (block === undefined) throw new Error(`the snippet of the SDK has no ${path}`);
  return block.content;
}
