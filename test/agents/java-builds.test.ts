import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snippet } from '../../main/contract/index.ts';
import { javaAgent, openTelemetryJavaAgent } from '../support/agent-packages.ts';
import { recordRun } from '../support/agent-runs.ts';
import { compiledJava, javaRuntimes } from '../support/java-runtimes.ts';
import { OPENTELEMETRY } from '../support/opentelemetry-dialect.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { plainEnvironment, type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';

/*
 * What `agent show java` says for the ways in which Java applications are started, followed with the real agent: options, a Procfile, a build of Maven and one of Gradle. The last two fetch
 * plugins and start a JVM to start a JVM, so they run in the long form alone.
 */
vi.setConfig({ testTimeout: 480_000 });

const isLong = process.env.SEALWIRE_LONG === '1';
const source = join(import.meta.dirname, 'apps', 'java', 'Shop.java');
const runtimes = javaRuntimes();
const java = runtimes.find(({ version }) => Number.parseInt(version, 10) === 17);
const classes = compiledJava(source, runtimes);

/** An agent that Java loads, with what a build fetches. */
interface Loaded {
  readonly id: string;
  readonly framework: string;
  readonly version: string;
  readonly group: string;
  readonly artifact: string;
  /** The folder of its jar, null where it cannot be had. */
  readonly jar: string | null;
}

const ELASTIC: Loaded = {
  id: 'java',
  framework: 'jar',
  version: '1.52.0',
  group: 'co.elastic.apm',
  artifact: 'elastic-apm-agent',
  jar: javaAgent()?.folder ?? null,
};
const OF_OPENTELEMETRY: Loaded = {
  id: 'otel-java',
  framework: 'agent',
  version: '2.33.1',
  group: 'io.opentelemetry.javaagent',
  artifact: 'opentelemetry-javaagent',
  jar: isLong ? (openTelemetryJavaAgent()?.folder ?? null) : null,
};

let sealwire: RunningSealwire;
let folder: string;
let child: ChildProcess | null = null;

beforeAll(async () => {
  sealwire = await startSealwire();
}, 240_000);
afterAll(() => sealwire.stop());
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-java-forms-')));
});
afterEach(async () => {
  if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
  child = null;
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(java === undefined || ELASTIC.jar === null || classes === null)('the real Java agent reports', () => {
  test('by options, with a token that is none of them', async () => {
    const { commands } = await snippetOf(ELASTIC, 'options');

    type(commands.map((line) => line.replace('-jar app.jar', `-cp ${classes} Shop`)));
    await order();
    const words = readFileSync(`/proc/${child?.pid}/cmdline`, 'utf8');

    await reports(ELASTIC, 'options');
    expect(words).toContain('-Delastic.apm.service_name=java-by-options');
    expect(words).not.toContain(await token());
  });

  test.skipIf(!isOnPath('foreman'))('by a Procfile', async () => {
    const { commands } = await snippetOf(ELASTIC, 'procfile');
    change('Procfile', (text) => text.replace('-jar app.jar', `-cp ${classes} Shop`));

    type(commands);
    await order();

    await reports(ELASTIC, 'procfile');
  });
});

for (const agent of [ELASTIC, OF_OPENTELEMETRY]) {
  const isLeftOut = !isLong || java === undefined || agent.jar === null || classes === null;
  describe.skipIf(isLeftOut)(`the real ${agent.id} agent reports${isLong ? '' : ' [for the long runs]'}`, () => {
    test.skipIf(!isOnPath('mvn'))('by a build of Maven', async () => {
      const { commands } = await snippetOf(agent, 'maven');
      putSource();
      change('pom.xml', (plugin) => PROJECT.replace('PLUGIN', () => plugin.replace('com.example.Main', 'Shop')));

      type(commands.map((line) => line.replace(/^mvn /, 'mvn --batch-mode ')));

      await reports(agent, 'maven');
    });

    test.skipIf(!isOnPath('gradle'))('by a build of Gradle', async () => {
      const { commands } = await snippetOf(agent, 'gradle');
      putSource();
      putRepository(agent);
      rmSync(join(folder, 'build.gradle.kts'));
      // Gradle 4.4 of Debian knows the call by another name.
      change('build.gradle', (text) => `${BUILD}\n${text.replace('tasks.named(', 'tasks.getByName(')}`);

      type(
        commands.map((line) => line.replace('./gradlew run', 'gradle --no-daemon run')),
        false,
      );
      await order();

      await reports(agent, 'gradle');
    });
  });
}

const PROJECT = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>example.test</groupId>
  <artifactId>shop</artifactId>
  <version>1</version>
  <properties>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    <maven.compiler.source>8</maven.compiler.source>
    <maven.compiler.target>8</maven.compiler.target>
  </properties>
  <build><plugins>PLUGIN</plugins></build>
</project>
`;

const BUILD = `apply plugin: 'java'
apply plugin: 'application'
mainClassName = 'Shop'
repositories { maven { url 'repository' } }
`;

function putSource(): void {
  mkdirSync(join(folder, 'src', 'main', 'java'), { recursive: true });
  copyFileSync(source, join(folder, 'src', 'main', 'java', 'Shop.java'));
}

/** A repository with the agent alone, so that Gradle needs no network. */
function putRepository({ group, artifact, version, jar }: Loaded): void {
  const place = join(folder, 'repository', ...group.split('.'), artifact, version);
  mkdirSync(place, { recursive: true });
  const name = join(place, `${artifact}-${version}`);
  copyFileSync(join(jar ?? '', `${artifact}.jar`), `${name}.jar`);
  const coordinates = `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`;
  writeFileSync(`${name}.pom`, `<project><modelVersion>4.0.0</modelVersion>${coordinates}</project>`);
}

function change(name: string, by: (text: string) => string): void {
  writeFileSync(join(folder, name), by(readFileSync(join(folder, name), 'utf8')));
}

function serviceOf({ id }: Loaded, as: string): string {
  return `${id}-by-${as}`;
}

/** Writes the files of a snippet, beside the jar that its first command fetches. */
async function snippetOf(agent: Loaded, as: string): Promise<Snippet> {
  const { id, framework, version, artifact, jar } = agent;
  copyFileSync(join(jar ?? '', `${artifact}.jar`), join(folder, `${artifact}.jar`));
  const words = ['agent', 'show', id, '--as', as, '--framework', framework, '--shell', 'bash'];
  const exact = ['--service', serviceOf(agent, as), '--agent-version', version, '--json'];
  const { stdout, stderr } = await sealwire.cli([...words, ...exact]);
  expect(stderr).toBe('');
  const snippet: Snippet = JSON.parse(stdout);
  for (const { path, content } of snippet.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return snippet;
}

async function token(): Promise<string> {
  return (await sealwire.cli(['token', 'show'])).stdout.trim();
}

/** Types the commands of a snippet; where the first fetches the agent, which is there already, all but that. */
function type(lines: readonly string[], fetchesAgent = true): void {
  const plain = plainEnvironment(sealwire.home);
  const PATH = [join(java?.home ?? '', 'bin'), dirname(process.execPath), plain.PATH].join(delimiter);
  const typed = fetchesAgent ? lines.slice(1) : lines;
  // The last takes the place of the shell, so that its command line can be looked at.
  const last = (typed.at(-1) ?? '').replace(/^/, 'exec ');
  child = spawn('bash', ['-ec', [...typed.slice(0, -1), last].join('\n')], {
    cwd: folder,
    env: {
      ...plain,
      ...sealwire.env,
      // Maven and Gradle keep what they fetched in the home.
      HOME: process.env.HOME ?? '',
      JAVA_HOME: java?.home ?? '',
      ELASTIC_APM_API_REQUEST_TIME: '1s',
      // What Maven starts prints into a buffer, so nobody learns its port and asks it for anything.
      ELASTIC_APM_METRICS_INTERVAL: '1s',
      ELASTIC_APM_CLOUD_PROVIDER: 'none',
      ...OPENTELEMETRY.hurry,
      PATH,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
}

/** Asks the application for one order, once it has printed its port; what starts it may put something before the line, and goes on printing. */
async function order(): Promise<void> {
  const port = await new Promise<string>((resolve, reject) => {
    let output = '';
    child?.stdout?.on('data', (chunk: Buffer) => {
      output += String(chunk);
      const found = /\blistening (\d+)\r?\n/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child?.once('exit', () => reject(new Error(`the application ended before it was listening: ${output}`)));
  });
  expect((await fetch(`http://127.0.0.1:${port}/orders/1`)).status).toBe(200);
}

/** Resolves once the agent reports, and notes it. */
async function reports(agent: Loaded, as: string): Promise<void> {
  const service = await sealwire.service(
    serviceOf(agent, as),
    ({ counts }) => counts.transaction + counts.metricset > 0,
    300_000,
  );
  expect(service.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'reached ok',
    'encrypted ok',
    'trusted ok',
    'authorised ok',
    'identified ok',
    'reporting ok',
  ]);
  recordRun({
    agent: agent.id,
    version: service.agent?.version ?? null,
    form: as,
    framework: agent.framework,
    how: 'over HTTP on Java 17',
    wrong: null,
    stoppedAt: null,
    code: null,
  });
}
