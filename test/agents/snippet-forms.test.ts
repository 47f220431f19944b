import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, type TestContext, test, vi } from 'vitest';
import type { Snippet } from '../../main/contract/index.ts';
import { javaAgent, nodePackages, pythonPackages } from '../support/agent-packages.ts';
import { recordRun } from '../support/agent-runs.ts';
import { goApplication } from '../support/go-application.ts';
import {
  GO_FRAMEWORKS,
  goFrameworkApplication,
  goFrameworkSources,
  withRoutes,
} from '../support/go-framework-application.ts';
import { installGo } from '../support/install-go.ts';
import { javaAttacher } from '../support/java-attacher.ts';
import { compiledJava, javaRuntimes } from '../support/java-runtimes.ts';
import { plainEnvironment, type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';

/*
 * Each form that can be followed on one machine, to the letter: the files that `agent show` prints are written, its commands are typed into bash, and the real agent reports over TLS with the
 * token that the commands fetched. Packages are there already, so the command that adds them is left out.
 */
vi.setConfig({ testTimeout: 240_000 });

const tails = join(import.meta.dirname, '..', 'core', 'agents', 'fixtures', 'tails');
const node = nodePackages();
const python = pythonPackages();
const go = goApplication();
/** The program that a note of the snippet names, in the version that it names. */
const godotenv = installGo('agents', 'godotenv', 'github.com/joho/godotenv/cmd/godotenv', {
  'go.mod': 'module example.test/tools\n\ngo 1.21\n\nrequire github.com/joho/godotenv v1.5.1\n',
});
const runtimes = javaRuntimes();
const java = runtimes.find(({ version }) => Number.parseInt(version, 10) === 17);
const jar = javaAgent();
const attacher = javaAttacher();
const classes = compiledJava(join(import.meta.dirname, 'apps', 'java', 'Shop.java'), runtimes);

let sealwire: RunningSealwire;

beforeAll(async () => {
  sealwire = await startSealwire();
}, 60_000);
afterAll(() => sealwire.stop());

/** An empty project in which a person follows one snippet; gone, with what was started in it, when its test ends. */
interface Project {
  readonly folder: string;
  /** Writes the files of the snippet. */
  snippet(agent: string, as: string, framework: string, version?: string): Promise<Snippet>;
  /** Types the commands of a snippet but for the first, with the programs of `folders` on the PATH. */
  type(lines: readonly string[], folders: readonly string[], more?: Readonly<Record<string, string>>): void;
  /** Asks an application that prints `listening PORT` for one order. */
  order(): Promise<void>;
}

function openProject({ onTestFinished }: Pick<TestContext, 'onTestFinished'>): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-forms-')));
  let child: ChildProcess | null = null;
  onTestFinished(async () => {
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      process.kill(-child.pid, 'SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    async snippet(agent, as, framework, version) {
      const words = ['agent', 'show', agent, '--as', as, '--framework', framework, '--shell', 'bash'];
      const service = ['--service', serviceOf(agent, as, framework)];
      const exact = version === undefined ? [] : ['--agent-version', version];
      // A file of the project is where the token is written by hand, so this form asks for it in clear.
      const reveal = as === 'dotenv' ? ['--reveal'] : [];
      const { stdout, stderr } = await sealwire.cli([...words, ...service, ...exact, ...reveal, '--json']);
      expect(stderr).toBe('');
      const snippet: Snippet = JSON.parse(stdout);
      for (const { path, content } of snippet.files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      return snippet;
    },
    type(lines, folders, more = {}) {
      const plain = plainEnvironment(sealwire.home);
      const PATH = [...folders, dirname(process.execPath), plain.PATH].join(delimiter);
      const hurry = { ELASTIC_APM_API_REQUEST_TIME: '1s', ELASTIC_APM_CLOUD_PROVIDER: 'none' };
      child = spawn('bash', ['-ec', lines.slice(1).join('\n')], {
        cwd: folder,
        env: { ...plain, ...sealwire.env, ...hurry, ...more, PATH },
        stdio: ['ignore', 'pipe', 'inherit'],
        detached: true,
      });
    },
    async order() {
      let output = '';
      for await (const chunk of child?.stdout ?? []) {
        output += String(chunk);
        const port = /^listening (\d+)$/m.exec(output)?.[1];
        if (port === undefined) continue;
        expect((await fetch(`http://127.0.0.1:${port}/orders/1`)).status).toBe(200);
        return;
      }
      throw new Error(`the application ended before it was listening: ${output}`);
    },
  };
}

function serviceOf(agent: string, as: string, framework: string): string {
  return `${agent}-${framework}-by-${as}`;
}

/** Resolves once the agent reports, and notes it. */
async function reports(agent: string, as: string, framework: string): Promise<void> {
  const service = await sealwire.service(serviceOf(agent, as, framework), ({ counts }) => counts.transaction > 0);
  expect(service.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'reached ok',
    'encrypted ok',
    'trusted ok',
    'authorised ok',
    'identified ok',
    'reporting ok',
  ]);
  expect(service.tls?.version).toBe('TLSv1.3');
  const version = service.agent?.version ?? null;
  recordRun({
    agent,
    version,
    form: as,
    framework,
    how: agent === 'java' ? 'over HTTP on Java 17' : 'over HTTP',
    wrong: null,
    stoppedAt: null,
    code: null,
  });
}

describe.skipIf(node === null)('the real Node.js agent, configured by the snippet', () => {
  test.concurrent.for(['file', 'code', 'dotenv'])('of the form %s, reports', async (as, context) => {
    const { folder, snippet, type } = openProject(context);
    symlinkSync(join(node?.folder ?? '', 'node_modules'), join(folder, 'node_modules'));
    const head = "const express = require('express');\nconst app = express();\n";
    if (as !== 'code') writeFileSync(join(folder, 'app.js'), head);
    const { commands } = await snippet('nodejs', as, 'express');
    appendFileSync(join(folder, 'app.js'), readFileSync(join(tails, 'express.js')));

    type(commands, []);

    await reports('nodejs', as, 'express');
  });
});

describe.skipIf(python === null)('the real Python agent, configured by the snippet', () => {
  test.concurrent.for(['file', 'code', 'dotenv'])('of the form %s, reports', async (as, context) => {
    const { folder, snippet, type } = openProject(context);
    if (as === 'dotenv') writeFileSync(join(folder, 'app.py'), 'from flask import Flask\n\napp = Flask(__name__)\n');
    const { commands } = await snippet('python', as, 'flask');
    appendFileSync(join(folder, 'app.py'), readFileSync(join(tails, 'flask.py')));

    // `flask run` would serve until it is ended; the application of the test serves itself.
    type(
      commands.map((line) => line.replace(/\bflask run$/, 'python app.py')),
      [python?.programs ?? ''],
    );

    await reports('python', as, 'flask');
  });
});

describe.skipIf('problem' in go || 'problem' in godotenv)('the real Go agent, configured by the snippet', () => {
  // One after the other: what the first has compiled the second takes from the cache, and two at once compile it twice.
  test.for(['code', 'dotenv'])('of the form %s, reports', async (as, context) => {
    const { folder, snippet, type, order } = openProject(context);
    const { commands } = await snippet('go', as, 'http');
    const sources = 'problem' in go ? '' : go.folder;
    for (const name of ['go.mod', 'go.sum', 'main.go']) copyFileSync(join(sources, name), join(folder, name));

    type(commands, ['/usr/local/go/bin', 'problem' in godotenv ? '' : dirname(godotenv.file)], goPlaces());
    await order();

    await reports('go', as, 'http');
  });
});

// The module of each framework takes a minute to be compiled.
describe.skipIf(process.env.SEALWIRE_LONG !== '1' || 'problem' in godotenv)(
  'the Go agent’s module for a framework, configured by the snippet',
  () => {
    const cases = GO_FRAMEWORKS.flatMap((framework) =>
      ['code', 'dotenv'].map((as) => ({ framework, as, id: framework.id })),
    );
    test.for(cases)('$id, of the form $as, reports', async ({ framework, as, id }, context) => {
      const { folder, snippet, type, order } = openProject(context);
      const built = goFrameworkApplication(framework);
      if ('problem' in built) return context.skip(built.problem);
      const { commands } = await snippet('go', as, id, framework.agentVersion);
      writeFileSync(join(folder, 'main.go'), withRoutes(readFileSync(join(folder, 'main.go'), 'utf8'), framework));
      for (const [name, text] of Object.entries(goFrameworkSources(framework))) writeFileSync(join(folder, name), text);
      for (const name of ['go.mod', 'go.sum']) copyFileSync(join(built.folder, name), join(folder, name));

      type(commands, ['/usr/local/go/bin', 'problem' in godotenv ? '' : dirname(godotenv.file)], goPlaces());
      await order();

      await reports('go', as, id);
    });
  },
);

/** Where this machine's Go keeps modules and what it built, so that a home of its own does not make it begin anew. */
function goPlaces(): Record<string, string> {
  const home = process.env.HOME ?? '';
  return {
    GOPATH: process.env.GOPATH ?? join(home, 'go'),
    GOCACHE: process.env.GOCACHE ?? join(home, '.cache', 'go-build'),
    // As the application of the other tests was built, so that it is not compiled a second time.
    GOFLAGS: '-mod=mod -trimpath',
    CGO_ENABLED: '0',
  };
}

/** With what the application is made of alone, the agent starts in half the time. */
function javaSpare(): Record<string, string> {
  return { JAVA_HOME: java?.home ?? '', ELASTIC_APM_ENABLE_INSTRUMENTATIONS: 'jdk-httpserver, urlconnection' };
}

describe.skipIf(java === undefined || jar === null || classes === null)(
  'the real Java agent, configured by the snippet',
  () => {
    afterEach(() => {
      // Where it is there already, the command that makes it asks first.
      rmSync(join(dirname(sealwire.ready.ca), 'truststore.jks'), { force: true });
    });

    test('of the form file, reports', async (context) => {
      const { folder, snippet, type, order } = openProject(context);
      copyFileSync(join(jar?.folder ?? '', 'elastic-apm-agent.jar'), join(folder, 'elastic-apm-agent.jar'));
      const { commands } = await snippet('java', 'file', 'jar');

      const started = commands.map((line) =>
        line.replace('-jar app.jar', `-XX:TieredStopAtLevel=1 -cp ${classes} Shop`),
      );
      type(started, [join(java?.home ?? '', 'bin')], javaSpare());
      await order();

      await reports('java', 'file', 'jar');
    });

    test.skipIf(attacher === null)('of the form code, attaches itself and reports', async (context) => {
      const { folder, snippet, type, order } = openProject(context);
      const { commands } = await snippet('java', 'code', 'jar', attacher?.version);
      const main = join(folder, 'src', 'main', 'java', 'Main.java');
      writeFileSync(main, readFileSync(main, 'utf8').replace('// Your application, as it is.', 'Shop.main(args);'));
      writeFileSync(main, readFileSync(main, 'utf8').replace('String[] args)', 'String[] args) throws Exception'));
      const places = [
        classes ?? '',
        join(attacher?.folder ?? '', '*'),
        join(folder, 'src', 'main', 'resources'),
        folder,
      ];
      const path = places.join(delimiter);
      execFileSync(join(java?.home ?? '', 'bin', 'javac'), ['-cp', path, '-d', folder, main], { stdio: 'pipe' });

      // What would be in app.jar lies in folders.
      type(
        ['', ...commands.map((line) => line.replace('-jar app.jar', `-cp '${path}' Main`))],
        [join(java?.home ?? '', 'bin')],
        javaSpare(),
      );
      await order();

      await reports('java', 'code', 'jar');
    });
  },
);
