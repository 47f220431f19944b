import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../main/contract/index.ts';
import { openTelemetryNodePackages, openTelemetryPythonPackages } from '../support/agent-packages.ts';
import { plainEnvironment, type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import { type Application, startApplication } from './application.ts';

/* OpenTelemetry's own SDKs report over both protocols of OTLP, and what is wrong with them is named. */

type Protocol = 'http/protobuf' | 'grpc' | 'http/json';

interface SdkUnderTest {
  readonly name: string;
  readonly language: string;
  readonly command: readonly string[];
  readonly cwd: string;
  readonly process: RegExp;
  /** Whether it is known by what it does that it does not trust a certificate: by an alert, or because it always leaves without one. */
  isUnderstood(protocol: Protocol): boolean;
}

const WRONG_TOKEN = 'gWrongWrongWrongWrongWrongWrongWrongWrongWro';

const node = openTelemetryNodePackages();
const python = openTelemetryPythonPackages();

describeSdk('JavaScript', node, ({ folder }) => ({
  name: 'js',
  language: 'nodejs',
  command: [process.execPath, copied('otel_app.cjs', folder)],
  cwd: folder,
  process: /node/,
  isUnderstood: () => true,
}));

describeSdk('Python', python, ({ folder, python: interpreter }) => ({
  name: 'python',
  language: 'python',
  command: [interpreter, copied('otel_app.py', folder)],
  cwd: folder,
  process: /python/,
  isUnderstood: (protocol) => protocol !== 'grpc',
}));

function copied(file: string, folder: string): string {
  const target = join(folder, file);
  copyFileSync(join(import.meta.dirname, 'apps', file), target);
  return target;
}

function describeSdk<Packages>(title: string, packages: Packages | null, of: (found: Packages) => SdkUnderTest): void {
  describe(`the OpenTelemetry SDK for ${title}`, () => {
    if (packages === null)
      test.skip('needs its packages from a registry, which could not be installed', () => undefined);
    else describeReports(of(packages));
  });
}

function describeReports(sdk: SdkUnderTest): void {
  let sealwire: RunningSealwire;
  let token: string;
  const applications: Application[] = [];

  beforeAll(async () => {
    sealwire = await startSealwire();
    ({ token } = await sealwire.client.call('token.show', {}));
    // gRPC's C core cannot tell whether an authority allows an IP address: "unsupported name constraint type".
    if (sdk.name === 'python') await sealwire.client.call('certificate.issue', { names: ['localhost'] });
  }, 60_000);
  afterEach(async () => {
    await Promise.all(applications.splice(0).map((application) => application.end()));
  });
  afterAll(() => sealwire.stop());

  const environment = (service: string, protocol: Protocol): Record<string, string> => ({
    ...plainEnvironment(sealwire.home),
    OTEL_SERVICE_NAME: service,
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    OTEL_EXPORTER_OTLP_ENDPOINT: sealwire.ready.endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
    OTEL_EXPORTER_OTLP_CERTIFICATE: sealwire.ready.ca,
    OTEL_EXPORTER_OTLP_HEADERS: `Authorization=Bearer%20${token}`,
    OTEL_TRACES_EXPORTER: 'otlp',
    OTEL_METRICS_EXPORTER: 'otlp',
    OTEL_LOGS_EXPORTER: 'otlp',
    OTEL_BSP_SCHEDULE_DELAY: '200',
    OTEL_BLRP_SCHEDULE_DELAY: '200',
    OTEL_METRIC_EXPORT_INTERVAL: '500',
    OTEL_METRIC_EXPORT_TIMEOUT: '400',
  });

  const start = async (env: Record<string, string>): Promise<Application> => {
    const application = await startApplication(sdk.command, { env, cwd: sdk.cwd });
    applications.push(application);
    await application.order('1');
    return application;
  };

  const stoppedAt = (service: string): Promise<Service> =>
    sealwire.service(service, (each) => each.stoppedAt !== null && each.diagnosis !== null);

  for (const protocol of ['http/protobuf', 'grpc'] as const) {
    const short = protocol === 'grpc' ? 'grpc' : 'http';

    test(`reports every signal over ${protocol}`, async () => {
      const service = `otel-${sdk.name}-${short}`;
      await start(environment(service, protocol));

      const ladder = await sealwire.service(
        service,
        ({ counts, stoppedAt: at }) => at === null && Object.values(counts).every((count) => count > 0),
      );

      expect(ladder.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
        'reached ok',
        'encrypted ok',
        'trusted ok',
        'authorised ok',
        'identified ok',
        'reporting ok',
      ]);
      expect(ladder.environment).toBe('test');
      expect(ladder.agent?.name).toBe(`opentelemetry/${sdk.language}`);
      expect(ladder.agent?.version).toMatch(/^\d+\.\d+/);
      if (protocol === 'grpc') expect(ladder.tls?.alpn).toBe('h2');
      const listed = await sealwire.cli(['events', 'list', '--service', service, '--limit', '100', '--json']);
      const events = listed.stdout
        .trim()
        .split('\n')
        .map((line): { kind: string; name: string; traceId: string } => JSON.parse(line));
      const named = (kind: string) => events.find((event) => event.kind === kind);
      expect(named('transaction')?.name).toBe('GET /orders/1');
      expect(named('span')?.name).toBe('SELECT orders');
      expect(named('error')?.name).toBe('no such order');
      expect(named('log')?.name).toBe('an order was taken');
      expect(named('span')?.traceId).toBe(named('transaction')?.traceId);
    });

    test(`over ${protocol} with a wrong token stops at authorised`, async () => {
      const service = `otel-${sdk.name}-${short}-token`;
      const good = environment(service, protocol);
      await start({ ...good, OTEL_EXPORTER_OTLP_HEADERS: `Authorization=Bearer%20${WRONG_TOKEN}` });

      const stopped = await stoppedAt(service);

      expect([stopped.stoppedAt, stopped.diagnosis?.code]).toEqual(['authorised', 'TOKEN_WRONG']);
      expect(stopped.process?.command).toMatch(sdk.process);
      expect(sealwire.log()).not.toContain(WRONG_TOKEN);
    });

    test(`over ${protocol} without the authority stops at trusted`, async () => {
      const service = `otel-${sdk.name}-${short}-ca`;
      const { OTEL_EXPORTER_OTLP_CERTIFICATE: _ca, ...env } = environment(service, protocol);
      await start(env);

      const stopped = await stoppedAt(service);

      expect([stopped.stoppedAt, stopped.diagnosis?.code]).toEqual([
        'trusted',
        sdk.isUnderstood(protocol) ? 'CA_NOT_TRUSTED' : 'HANDSHAKE_DROPPED',
      ]);
      expect(stopped.diagnosis?.fixes.map(({ snippet }) => snippet)).toContain(
        `export OTEL_EXPORTER_OTLP_CERTIFICATE=${sealwire.ready.ca}`,
      );
    });
  }

  // Python's SDK has no exporter for JSON.
  test.skipIf(sdk.name !== 'js')('over http/json stops at identified, and is told to use protobuf', async () => {
    const service = `otel-${sdk.name}-json`;
    await start(environment(service, 'http/json'));

    const stopped = await stoppedAt(service);

    expect([stopped.stoppedAt, stopped.diagnosis?.code]).toEqual(['identified', 'OTLP_JSON']);
    expect(stopped.diagnosis?.fixes.map(({ snippet }) => snippet)).toContain(
      'OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf',
    );
  });
}
