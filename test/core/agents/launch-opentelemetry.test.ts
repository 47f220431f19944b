import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { edotPythonPackages, openTelemetryPythonPackages } from '../../support/agent-packages.ts';
import { CA_FILE, sampleAgents } from './sample-agents.ts';

/* Which of two agents for the same programs is meant, and how OpenTelemetry is wired into a command. */

const catalogue = await loadCatalogue();
let folder: string;

beforeEach(() => {
  folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-otel-'))), 'shop');
  mkdirSync(folder);
});
afterEach(() => rmSync(dirname(folder), { recursive: true, force: true }));

function write(path: string, text = ''): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function dependOn(...names: string[]): void {
  write(
    'package.json',
    JSON.stringify({ name: 'shop', dependencies: Object.fromEntries(names.map((name) => [name, '*'])) }),
  );
  for (const name of names) {
    const exports = { './register': { require: { default: './dist/register.cjs' } } };
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '9.8.7', exports }));
  }
}

const launch = (command: string[], more: Record<string, string> = {}, agent?: string) =>
  sampleAgents(catalogue, { host: realHost({ PATH: process.env.PATH }) }).launch(
    { command, cwd: folder, env: { PATH: process.env.PATH ?? '', ...more }, ...(agent === undefined ? {} : { agent }) },
    new Secret('k3y'),
  );

const projects = async (): Promise<string[]> => {
  const found = await sampleAgents(catalogue, { startedIn: folder }).projects({ folders: [] });
  return found.map(({ agent, framework, installed }) => `${agent} ${framework} ${installed}`);
};

describe('a Node.js project', () => {
  test.each([
    [['@elastic/opentelemetry-node'], 'otel-nodejs', 'edot'],
    [['@opentelemetry/api', '@opentelemetry/auto-instrumentations-node'], 'otel-nodejs', 'auto'],
    [['@opentelemetry/sdk-node'], 'otel-nodejs', 'sdk'],
    [['elastic-apm-node'], 'nodejs', 'plain'],
    [['elastic-apm-node', '@opentelemetry/sdk-node'], 'nodejs', 'plain'],
  ])('that depends on %j is one of %s', async (names, agent, framework) => {
    dependOn(...names);

    expect(await projects()).toEqual([`${agent} ${framework} true`]);
    expect((await launch(['node', 'app.js'])).agent).toBe(agent);
  });

  test('that depends on neither is offered Elastic’s own agent', async () => {
    dependOn('express');

    expect(await projects()).toEqual(['nodejs express false']);
  });

  test('is wired by variables alone, with the token in the header', async () => {
    dependOn('@opentelemetry/sdk-node');

    const { env, service, notes } = await launch(['node', 'app.js'], {
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://elsewhere:4318/v1/traces',
      OTEL_EXPORTER_OTLP_LOGS_HEADERS: 'a=b',
      OTEL_SDK_DISABLED: 'true',
    });

    expect(service).toBe('shop');
    expect(env).toEqual({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://localhost:8200',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20k3y',
      OTEL_EXPORTER_OTLP_CERTIFICATE: CA_FILE,
      OTEL_SERVICE_NAME: 'shop',
      OTEL_BSP_SCHEDULE_DELAY: '1000',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: null,
      OTEL_EXPORTER_OTLP_LOGS_HEADERS: null,
    });
    expect(notes.join('\n')).toContain('OTEL_SDK_DISABLED is true');
    expect(notes.join('\n')).toContain('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT is set');
  });

  test.each([
    ['@elastic/opentelemetry-node', 'require.js'],
    ['@opentelemetry/auto-instrumentations-node', 'dist/register.cjs'],
  ])('has %s preloaded by its own entry', async (name, entry) => {
    dependOn(name);

    const { env } = await launch(['npm', 'start'], { NODE_OPTIONS: '--trace-warnings', OTEL_SERVICE_NAME: 'mine' });

    expect(env.SEALWIRE_NODE_AGENT).toBe(join(folder, 'node_modules', name, entry));
    expect(env.NODE_OPTIONS).toMatch(/^--require .*node\.cjs.* --trace-warnings$/);
    expect(env).not.toHaveProperty('OTEL_SERVICE_NAME');
  });

  test('of a distribution that reads no CA file over HTTP is told through Node itself', async () => {
    dependOn('@elastic/opentelemetry-node');
    write('node_modules/@elastic/opentelemetry-node/package.json', '{"version":"1.5.0"}');

    const { env } = await launch(['node', 'app.js']);

    expect(env).toMatchObject({ NODE_EXTRA_CA_CERTS: CA_FILE });
    expect(env).not.toHaveProperty('OTEL_EXPORTER_OTLP_CERTIFICATE');
  });

  test('without the package is told what to add', async () => {
    write('package.json', '{}');

    await expect(launch(['node', 'app.js'], {}, 'otel-nodejs')).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      fix: expect.stringContaining('npm install @elastic/opentelemetry-node'),
    });
  });
});

describe('a Java project', () => {
  test.each([
    ['opentelemetry-javaagent.jar', 'agent'],
    ['elastic-otel-javaagent-1.5.0.jar', 'edot'],
  ])('with %s beside it is loaded with it', async (jar, framework) => {
    write('pom.xml', '<project><artifactId>shop</artifactId></project>');
    write(jar);

    const { agent, env, service } = await launch(['java', '-jar', 'target/app.jar'], { JAVA_TOOL_OPTIONS: '-Xmx64m' });

    expect(await projects()).toEqual([`otel-java ${framework} true`]);
    expect([agent, service]).toEqual(['otel-java', 'shop']);
    expect(env).toMatchObject({
      OTEL_EXPORTER_OTLP_CERTIFICATE: CA_FILE,
      JAVA_TOOL_OPTIONS: expect.stringContaining(`-Xmx64m -javaagent:${join(folder, jar)}`),
    });
  });

  test('whose command loads the agent is not given a second one', async () => {
    const { agent, env, service } = await launch([
      'java',
      '-javaagent:/opt/opentelemetry-javaagent.jar',
      '-jar',
      'till.jar',
    ]);

    expect([agent, service]).toEqual(['otel-java', 'till']);
    expect(env).not.toHaveProperty('JAVA_TOOL_OPTIONS');
  });

  test('takes the newest of the local Maven repository', async () => {
    const repository = '.m2/repository/io/opentelemetry/javaagent/opentelemetry-javaagent';
    for (const version of ['2.9.0', '2.33.1']) write(`${repository}/${version}/opentelemetry-javaagent-${version}.jar`);

    const { env } = await launch(['java', '-jar', 'app.jar'], { HOME: folder }, 'otel-java');

    expect(env.JAVA_TOOL_OPTIONS).toContain('2.33.1/opentelemetry-javaagent-2.33.1.jar');
  });

  test('without a jar is told how to get one', async () => {
    await expect(launch(['java', '-jar', 'app.jar'], { HOME: folder }, 'otel-java')).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      fix: expect.stringContaining('io.opentelemetry.javaagent:opentelemetry-javaagent'),
    });
  });
});

describe('a Go project', () => {
  test('that requires OpenTelemetry is wired by variables', async () => {
    write('go.mod', 'module example.test/till\nrequire go.opentelemetry.io/otel v1.47.0\n');

    const { agent, service, env } = await launch(['go', 'run', '.']);

    expect(await projects()).toEqual(['otel-go http true']);
    expect([agent, service]).toEqual(['otel-go', 'till']);
    expect(env).toMatchObject({ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://localhost:8200' });
  });

  test('that has it only by way of another module is one of Elastic’s agent', async () => {
    write('go.mod', 'module example.test/till\nrequire go.opentelemetry.io/contrib v1.0.0\n');

    expect(await projects()).toEqual(['go http false']);
  });
});

describe('a PHP project', () => {
  /** A PHP that says of itself what a real one with these extensions would. */
  function phpWith(edot: string | null, own: string | null = null): string {
    write('php', `#!/bin/sh\nprintf '%s' '${JSON.stringify(['8.4.1', edot, own])}'\n`);
    chmodSync(join(folder, 'php'), 0o755);
    return join(folder, 'php');
  }

  test('that requires the SDK is wired by variables, and started by the autoloader', async () => {
    write('composer.json', '{"name":"acme/till","require":{"open-telemetry/sdk":"^1"}}');

    const { agent, service, env, notes } = await launch([phpWith(null), 'app.php']);

    expect(await projects()).toEqual(['otel-php sdk true']);
    expect([agent, service]).toEqual(['otel-php', 'till']);
    expect(env).toMatchObject({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://localhost:8200',
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20k3y',
      OTEL_PHP_AUTOLOAD_ENABLED: 'true',
    });
    expect(notes.join('\n')).toContain('no extension opentelemetry');
  });

  test('that requires neither is one of Elastic’s agent', async () => {
    write('composer.json', '{"name":"acme/till","require":{"slim/slim":"^4"}}');

    expect(await projects()).toEqual(['php plain false']);
  });

  test('is wired where PHP has EDOT’s extension, whatever it requires', async () => {
    const { env, notes } = await launch([phpWith('1.8.0'), 'app.php'], {}, 'otel-php');

    expect(env).toMatchObject({ OTEL_EXPORTER_OTLP_CERTIFICATE: CA_FILE });
    expect(env).not.toHaveProperty('OTEL_PHP_AUTOLOAD_ENABLED');
    expect(notes[0]).toContain('extension 1.8.0 of PHP 8.4.1');
  });

  test('with neither is told what to add', async () => {
    await expect(launch([phpWith(null), 'app.php'], {}, 'otel-php')).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      fix: expect.stringContaining('composer require open-telemetry/sdk'),
    });
  });
});

describe('a page', () => {
  test.each([
    [['@opentelemetry/sdk-trace-web', 'vite', 'react'], ['otel-browser vite true']],
    [['@elastic/opentelemetry-browser'], ['otel-browser edot true']],
    [['@elastic/apm-rum', 'react'], ['rum-js react true']],
  ])('that depends on %j is one of %j', async (names, found) => {
    dependOn(...names);

    expect(await projects()).toEqual(found);
  });

  test('has what serves it given the token and the authority, and nothing loaded', async () => {
    dependOn('@opentelemetry/sdk-trace-web', 'vite');

    const { agent, service, env, command } = await launch(['npm', 'run', 'dev']);

    expect([agent, service, command]).toEqual(['otel-browser', 'shop', ['npm', 'run', 'dev']]);
    expect(env).toEqual({ ELASTIC_APM_SECRET_TOKEN: 'k3y', NODE_EXTRA_CA_CERTS: CA_FILE });
  });

  test('without the SDK is told what to add', async () => {
    dependOn('vite');

    await expect(launch(['npm', 'run', 'dev'], {}, 'otel-browser')).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      fix: expect.stringContaining('@opentelemetry/sdk-trace-web'),
    });
  });

  test('has a Collector or nginx known by its program', async () => {
    expect((await launch(['otelcol', '--config', 'collector.yaml'])).agent).toBe('otel-browser');
  });
});

describe('a Python project', () => {
  test.each([
    ['elastic-opentelemetry==1.18.0', 'edot'],
    ['opentelemetry-distro', 'auto'],
    ['opentelemetry_sdk>=1.45', 'sdk'],
  ])('that names %s is one of OpenTelemetry', async (line, framework) => {
    write('requirements.txt', `flask\n${line}\n`);

    expect(await projects()).toEqual([`otel-python ${framework} true`]);
  });

  const edot = edotPythonPackages();
  const sdk = openTelemetryPythonPackages();

  test.skipIf(edot === null)('has the instrumentation started first in every process', async () => {
    const { env, notes } = await launch([edot?.python ?? '', 'app.py'], { PYTHONPATH: '/mine' }, 'otel-python');

    expect(env.PYTHONPATH).toMatch(/opentelemetry\/instrumentation\/auto_instrumentation:\/mine$/);
    expect(notes[0]).toContain('elastic-opentelemetry 1.18.0');
  });

  test.skipIf(edot === null)('that says nothing is wired with what its interpreter has', async () => {
    const { agent, service } = await launch([edot?.python ?? '', 'app.py']);

    expect([agent, service]).toEqual(['otel-python', 'shop']);
  });

  test.skipIf(sdk === null)('with the SDK alone is wired by variables', async () => {
    const { env, service } = await launch([sdk?.python ?? '', 'app.py'], {}, 'otel-python');

    expect(service).toBe('shop');
    expect(env).not.toHaveProperty('PYTHONPATH');
  });

  test('whose interpreter has neither is told what to add', async () => {
    await expect(launch(['python3', 'app.py'], {}, 'otel-python')).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      fix: expect.stringContaining('python3 -m pip install elastic-opentelemetry'),
    });
  });

  test('is meant where its wrapper is typed', async () => {
    const started = launch(['opentelemetry-instrument', 'python3', 'app.py']);

    await expect(started).rejects.toMatchObject({ fix: expect.stringContaining('elastic-opentelemetry') });
  });
});
