import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, test, vi } from 'vitest';
import { javaAgent, nodePackages, pythonPackages } from '../support/agent-packages.ts';
import { goApplication } from '../support/go-application.ts';
import {
  GO_FRAMEWORKS,
  goFrameworkApplication,
  goFrameworkSources,
  withRoutes,
} from '../support/go-framework-application.ts';
import { javaAttacher } from '../support/java-attacher.ts';
import { compiledJava, javaRuntimes } from '../support/java-runtimes.ts';
import { type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import { goPlaces, installGodotenv, openProject } from './project-stage.ts';

/*
 * Each form that can be followed on one machine, to the letter: the files that `agent show` prints are written, its commands are typed into bash, and the real agent reports over TLS with the
 * token that the commands fetched. Packages are there already, so the command that adds them is left out.
 */
vi.setConfig({ testTimeout: 240_000 });

const tails = join(import.meta.dirname, '..', 'core', 'agents', 'fixtures', 'tails');
const node = nodePackages();
const python = pythonPackages();
const go = goApplication();
const godotenv = installGodotenv();
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

describe.skipIf(node === null)('the real Node.js agent, configured by the snippet', () => {
  test.concurrent.for(['file', 'code', 'dotenv'])('of the form %s, reports', async (as, context) => {
    const followed = { agent: 'nodejs', as, framework: 'express' };
    const { folder, snippet, type, reports } = openProject(sealwire, context, followed);
    symlinkSync(join(node?.folder ?? '', 'node_modules'), join(folder, 'node_modules'));
    const head = "const express = require('express');\nconst app = express();\n";
    if (as !== 'code') writeFileSync(join(folder, 'app.js'), head);
    const { commands } = await snippet();
    appendFileSync(join(folder, 'app.js'), readFileSync(join(tails, 'express.js')));

    type(commands, []);

    await reports();
  });
});

describe.skipIf(python === null)('the real Python agent, configured by the snippet', () => {
  test.concurrent.for(['file', 'code', 'dotenv'])('of the form %s, reports', async (as, context) => {
    const followed = { agent: 'python', as, framework: 'flask' };
    const { folder, snippet, type, reports } = openProject(sealwire, context, followed);
    if (as === 'dotenv') writeFileSync(join(folder, 'app.py'), 'from flask import Flask\n\napp = Flask(__name__)\n');
    const { commands } = await snippet();
    appendFileSync(join(folder, 'app.py'), readFileSync(join(tails, 'flask.py')));

    // `flask run` would serve until it is ended; the application of the test serves itself.
    type(
      commands.map((line) => line.replace(/\bflask run$/, 'python app.py')),
      [python?.programs ?? ''],
    );

    await reports();
  });
});

describe.skipIf('problem' in go || 'problem' in godotenv)('the real Go agent, configured by the snippet', () => {
  // One after the other: what the first has compiled the second takes from the cache, and two at once compile it twice.
  test.for(['code', 'dotenv'])('of the form %s, reports', async (as, context) => {
    const followed = { agent: 'go', as, framework: 'http' };
    const { folder, snippet, type, order, reports } = openProject(sealwire, context, followed);
    const { commands } = await snippet();
    const sources = 'problem' in go ? '' : go.folder;
    for (const name of ['go.mod', 'go.sum', 'main.go']) copyFileSync(join(sources, name), join(folder, name));

    type(commands, ['/usr/local/go/bin', 'problem' in godotenv ? '' : dirname(godotenv.file)], goPlaces());
    await order();

    await reports();
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
      const followed = { agent: 'go', as, framework: id, agentVersion: framework.agentVersion };
      const { folder, snippet, type, order, reports } = openProject(sealwire, context, followed);
      const built = goFrameworkApplication(framework);
      if ('problem' in built) return context.skip(built.problem);
      const { commands } = await snippet();
      writeFileSync(join(folder, 'main.go'), withRoutes(readFileSync(join(folder, 'main.go'), 'utf8'), framework));
      for (const [name, text] of Object.entries(goFrameworkSources(framework))) writeFileSync(join(folder, name), text);
      for (const name of ['go.mod', 'go.sum']) copyFileSync(join(built.folder, name), join(folder, name));

      type(commands, ['/usr/local/go/bin', 'problem' in godotenv ? '' : dirname(godotenv.file)], goPlaces());
      await order();

      await reports();
    });
  },
);

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
      const followed = { agent: 'java', as: 'file', framework: 'jar' };
      const { folder, snippet, type, order, reports } = openProject(sealwire, context, followed);
      copyFileSync(join(jar?.folder ?? '', 'elastic-apm-agent.jar'), join(folder, 'elastic-apm-agent.jar'));
      const { commands } = await snippet();

      const started = commands.map((line) =>
        line.replace('-jar app.jar', `-XX:TieredStopAtLevel=1 -cp ${classes} Shop`),
      );
      type(started, [join(java?.home ?? '', 'bin')], javaSpare());
      await order();

      await reports('over HTTP on Java 17');
    });

    test.skipIf(attacher === null)('of the form code, attaches itself and reports', async (context) => {
      const exact = attacher === null ? {} : { agentVersion: attacher.version };
      const followed = { agent: 'java', as: 'code', framework: 'jar', ...exact };
      const { folder, snippet, type, order, reports } = openProject(sealwire, context, followed);
      const { commands } = await snippet();
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

      await reports('over HTTP on Java 17');
    });
  },
);
