import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from './install-once.ts';

/** A skip must mean that packages cannot be had, not that the machine is slow: nine Python packages took four minutes on two busy cores. */
const INSTALLING_MS = 900_000;

/** What is installed for the tests of real agents; a change makes them be installed anew. */
const NODE_PACKAGES = { 'elastic-apm-node': '4.18.0', express: '5.1.0', dotenv: '17.2.3' };
const PYTHON_PACKAGES = [
  'elastic-apm[flask]==6.26.2',
  'flask==3.1.3',
  'django==5.2.19',
  'fastapi==0.165.0',
  'uvicorn==0.54.0',
  'aiohttp==3.14.5',
  'tornado==6.6.1',
  'pyyaml==6.0.3',
  'python-dotenv[cli]==1.2.1',
];

const JAVA_AGENT = 'co.elastic.apm:elastic-apm-agent:1.52.0';
const OPENTELEMETRY_JAVA_AGENT = 'io.opentelemetry.javaagent:opentelemetry-javaagent:2.33.1';
const MAVEN_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:2.8';

/** The browser agent with its integrations, and the frameworks that they are for. */
const RUM_PACKAGES = {
  '@elastic/apm-rum': '5.17.5',
  '@elastic/apm-rum-react': '2.0.11',
  '@elastic/apm-rum-vue': '2.1.15',
  '@elastic/apm-rum-angular': '3.0.7',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'react-router-dom': '7.18.7',
  vue: '3.5.45',
  'vue-router': '5.5.1',
  '@angular/common': '22.2.6',
  '@angular/compiler': '22.2.6',
  '@angular/core': '22.2.6',
  '@angular/platform-browser': '22.2.6',
  '@angular/router': '22.2.6',
  rxjs: '7.8.2',
};

const OPENTELEMETRY_NODE_PACKAGES = {
  '@opentelemetry/api': '1.10.0',
  '@opentelemetry/sdk-node': '0.301.0',
};
const OPENTELEMETRY_PYTHON_PACKAGES = [
  'opentelemetry-sdk==1.45.2',
  'opentelemetry-exporter-otlp-proto-http==1.45.2',
  'opentelemetry-exporter-otlp-proto-grpc==1.45.2',
];

const EDOT_NODE_PACKAGES = { '@elastic/opentelemetry-node': '1.18.0', express: '5.1.0' };
const OPENTELEMETRY_AUTO_NODE_PACKAGES = {
  '@opentelemetry/api': '1.10.0',
  '@opentelemetry/auto-instrumentations-node': '0.82.0',
  express: '5.1.0',
};
const EDOT_PYTHON_PACKAGES = [
  'elastic-opentelemetry==1.18.0',
  'opentelemetry-instrumentation-flask==0.66b1',
  'opentelemetry-instrumentation-sqlite3==0.66b1',
  'flask==3.1.3',
];

const OPENTELEMETRY_AUTO_PYTHON_PACKAGES = [
  'opentelemetry-distro==0.66b1',
  'opentelemetry-exporter-otlp-proto-http==1.45.1',
  'opentelemetry-exporter-otlp-proto-grpc==1.45.1',
  'opentelemetry-instrumentation-flask==0.66b1',
  'opentelemetry-instrumentation-sqlite3==0.66b1',
  'flask==3.1.3',
];

/** OpenTelemetry for pages. */
const OPENTELEMETRY_BROWSER_PACKAGES = {
  '@opentelemetry/api': '1.9.1',
  '@opentelemetry/auto-instrumentations-web': '0.68.0',
  '@opentelemetry/exporter-trace-otlp-http': '0.223.1',
  '@opentelemetry/exporter-trace-otlp-proto': '0.223.1',
  '@opentelemetry/instrumentation': '0.223.0',
  '@opentelemetry/resources': '2.12.1',
  '@opentelemetry/sdk-trace-web': '2.12.0',
};
/** Elastic's distribution of it, whose package holds it bundled; some of what it depends on cannot be had everywhere. */
const EDOT_BROWSER = '@elastic/opentelemetry-browser@0.3.0';

export interface NodePackages {
  /** Folder whose node_modules holds elastic-apm-node, express and dotenv; applications are written beside it. */
  readonly folder: string;
}

export interface PythonPackages {
  readonly folder: string;
  /** The interpreter of the virtual environment, and the folder of its programs (flask, elasticapm-run, dotenv). */
  readonly python: string;
  readonly programs: string;
}

/** The real Node.js agent with Express, installed once into `.cache/agents`; null, and said loudly, where the registry cannot be reached. */
export function nodePackages(): NodePackages | null {
  return fromNpm('node', NODE_PACKAGES);
}

/** The real browser agent with React, Vue and Angular, in the same way. */
export function rumPackages(): NodePackages | null {
  return fromNpm('rum', RUM_PACKAGES);
}

/** OpenTelemetry's SDK for Node.js with its OTLP exporters, in the same way. */
export function openTelemetryNodePackages(): NodePackages | null {
  return fromNpm('opentelemetry-node', OPENTELEMETRY_NODE_PACKAGES);
}

/** Elastic's distribution of OpenTelemetry for Node.js with Express, in the same way. */
export function edotNodePackages(): NodePackages | null {
  return fromNpm('edot-node', EDOT_NODE_PACKAGES);
}

/** OpenTelemetry's own auto-instrumentations for Node.js with Express, in the same way. */
export function openTelemetryAutoNodePackages(): NodePackages | null {
  return fromNpm('opentelemetry-auto-node', OPENTELEMETRY_AUTO_NODE_PACKAGES);
}

/** OpenTelemetry's SDK for pages, in the same way. */
export function openTelemetryBrowserPackages(): NodePackages | null {
  return fromNpm('opentelemetry-browser', OPENTELEMETRY_BROWSER_PACKAGES);
}

/** A folder with the bundle of EDOT Browser at `package/build/elastic-otel-browser.min.js`, in the same way. */
export function edotBrowserPackage(): NodePackages | null {
  const folder = installed('edot-browser', EDOT_BROWSER, (target) => {
    run('npm', ['pack', '--loglevel=error', EDOT_BROWSER], target);
    run('tar', ['-xzf', ...readdirSync(target).filter((name) => name.endsWith('.tgz'))], target);
  });
  return folder === null ? null : { folder };
}

function fromNpm(name: string, dependencies: Readonly<Record<string, string>>): NodePackages | null {
  const folder = installed(name, JSON.stringify(dependencies), (target) => {
    writeFileSync(join(target, 'package.json'), JSON.stringify({ name: 'agents-under-test', dependencies }));
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], target);
  });
  return folder === null ? null : { folder };
}

/** The real Python agent with its frameworks in a virtual environment of `.cache/agents`; null, and said loudly, where it cannot be had. */
export function pythonPackages(): PythonPackages | null {
  return fromPyPi('python', PYTHON_PACKAGES);
}

/** OpenTelemetry's SDK for Python with its OTLP exporters, in the same way. */
export function openTelemetryPythonPackages(): PythonPackages | null {
  return fromPyPi('opentelemetry-python', OPENTELEMETRY_PYTHON_PACKAGES);
}

/** OpenTelemetry's own auto-instrumentation for Python with Flask, in the same way. */
export function openTelemetryAutoPythonPackages(): PythonPackages | null {
  return fromPyPi('opentelemetry-auto-python', OPENTELEMETRY_AUTO_PYTHON_PACKAGES);
}

/** Elastic's distribution of OpenTelemetry for Python with Flask, in the same way. */
export function edotPythonPackages(): PythonPackages | null {
  return fromPyPi('edot-python', EDOT_PYTHON_PACKAGES);
}

function fromPyPi(name: string, packages: readonly string[]): PythonPackages | null {
  const folder = installed(name, packages.join('\n'), (target) => {
    run('python3', ['-m', 'venv', target], target);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile'];
    run(join(programsIn(target), 'python'), [...pip, ...packages], target);
  });
  if (folder === null) return null;
  return { folder, programs: programsIn(folder), python: join(programsIn(folder), 'python') };
}

function programsIn(environment: string): string {
  return join(environment, process.platform === 'win32' ? 'Scripts' : 'bin');
}

/** A folder with the real Java agent as `elastic-apm-agent.jar`, from Maven Central; null, and said loudly, where it cannot be had. */
export function javaAgent(): { readonly folder: string } | null {
  return fromMaven('java', JAVA_AGENT);
}

/** A folder with OpenTelemetry's agent as `opentelemetry-javaagent.jar`, in the same way. */
export function openTelemetryJavaAgent(): { readonly folder: string } | null {
  return fromMaven('opentelemetry-java', OPENTELEMETRY_JAVA_AGENT);
}

function fromMaven(name: string, artifact: string): { readonly folder: string } | null {
  const folder = installed(name, artifact, (target) => {
    const copy = [`-Dartifact=${artifact}`, `-DoutputDirectory=${target}`, '-Dmdep.stripVersion=true'];
    run('mvn', ['--batch-mode', '--quiet', `${MAVEN_DEPENDENCIES}:copy`, ...copy], target);
  });
  return folder === null ? null : { folder };
}

/** Null, and said loudly, where it cannot be installed. */
function installed(name: string, wanted: string, install: (folder: string) => void): string | null {
  try {
    return installOnce('agents', name, wanted, install);
  } catch (error) {
    console.warn(`SKIPPED: tests with the real ${name} agent, which could not be installed: ${messageOf(error)}`);
    return null;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function run(file: string, args: readonly string[], cwd: string): void {
  const { NODE_OPTIONS: _preloads, ...env } = process.env;
  execFileSync(file, [...args], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], timeout: INSTALLING_MS });
}
