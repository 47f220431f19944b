import { copyFileSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, test, vi } from 'vitest';
import {
  edotNodePackages,
  edotPythonPackages,
  nodePackages,
  openTelemetryJavaAgent,
  pythonPackages,
} from '../support/agent-packages.ts';
import { goApplication, openTelemetryGoApplication } from '../support/go-application.ts';
import { compiledJava, javaRuntimes, majorOf } from '../support/java-runtimes.ts';
import { OPENTELEMETRY } from '../support/opentelemetry-dialect.ts';
import { isOnPath } from '../support/prepare-machine.ts';
import { type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';
import { goPlaces, installGodotenv, openProject } from './project-stage.ts';

/*
 * Forms that have something else start the application, followed to the letter with an ordinary application in the place of the person's: a Procfile by foreman, a `.env` file by what the snippet
 * names, Java's options. They are the same variables as those of the other tests, so they are for the long runs.
 */
vi.setConfig({ testTimeout: 240_000 });

const isLong = process.env.SEALWIRE_LONG === '1';
const apps = join(import.meta.dirname, 'apps');

/** An application in the folder of a project, and what it takes to start it. */
interface Prepared {
  /** Folders of programs that are put on the PATH. */
  readonly programs: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly how?: string;
  /** What a person has where the snippet has a stand-in, in a command and in a Procfile. */
  change?(line: string): string;
}

interface Case {
  readonly agent: string;
  readonly framework: string;
  readonly forms: readonly string[];
  /** Puts it there; null where something that it needs cannot be had. */
  prepare(folder: string): Prepared | null;
}

/** Programs that the snippets name beside the agent. */
const godotenv = isLong ? installGodotenv() : { problem: 'for the long runs' };
const python = isLong ? pythonPackages() : null;

const CASES: readonly Case[] = [
  {
    agent: 'nodejs',
    framework: 'express',
    forms: ['procfile'],
    prepare: (folder) => nodeIn(folder, nodePackages()),
  },
  {
    agent: 'otel-nodejs',
    framework: 'edot',
    forms: ['dotenv', 'procfile'],
    prepare: (folder) => nodeIn(folder, edotNodePackages()),
  },
  {
    agent: 'python',
    framework: 'flask',
    forms: ['procfile'],
    // `flask run` prints no port; the application of the test serves itself.
    prepare: (folder) => pythonIn(folder, python, (line) => line.replace(/\bflask run$/m, 'python app.py')),
  },
  {
    agent: 'otel-python',
    framework: 'edot',
    forms: ['dotenv', 'procfile'],
    prepare: (folder) => pythonIn(folder, edotPythonPackages()),
  },
  { agent: 'go', framework: 'http', forms: ['procfile'], prepare: (folder) => goIn(folder, goApplication()) },
  {
    agent: 'otel-go',
    framework: 'http',
    forms: ['dotenv', 'procfile'],
    prepare: (folder) => goIn(folder, openTelemetryGoApplication()),
  },
  { agent: 'otel-java', framework: 'agent', forms: ['options', 'dotenv', 'procfile'], prepare: javaIn },
];

function nodeIn(folder: string, packages: { readonly folder: string } | null): Prepared | null {
  if (packages === null) return null;
  symlinkSync(join(packages.folder, 'node_modules'), join(folder, 'node_modules'));
  copyFileSync(join(apps, 'express-app.cjs'), join(folder, 'app.js'));
  return { programs: [] };
}

function pythonIn(
  folder: string,
  packages: { readonly programs: string } | null,
  change: (line: string) => string = (line) => line,
): Prepared | null {
  if (packages === null || python === null) return null;
  copyFileSync(join(apps, 'flask_app.py'), join(folder, 'app.py'));
  // `dotenv` may come from anywhere.
  return { programs: [packages.programs, python.programs], change };
}

function goIn(folder: string, application: ReturnType<typeof goApplication>): Prepared | null {
  if ('problem' in application || 'problem' in godotenv) return null;
  for (const name of ['go.mod', 'go.sum', 'main.go']) copyFileSync(join(application.folder, name), join(folder, name));
  return { programs: ['/usr/local/go/bin', dirname(godotenv.file)], env: goPlaces() };
}

function javaIn(folder: string): Prepared | null {
  const runtimes = javaRuntimes();
  const java = runtimes.find((runtime) => majorOf(runtime) === 17);
  const classes = compiledJava(join(apps, 'java', 'Shop.java'), runtimes);
  const jar = openTelemetryJavaAgent();
  if (java === undefined || classes === null || jar === null || python === null) return null;
  copyFileSync(join(jar.folder, 'opentelemetry-javaagent.jar'), join(folder, 'opentelemetry-javaagent.jar'));
  return {
    programs: [join(java.home, 'bin'), python.programs],
    how: 'over HTTP on Java 17',
    change: (line) => line.replace('-jar app.jar', `-cp ${classes} Shop`),
  };
}

let sealwire: RunningSealwire;

const FORMS = CASES.flatMap(({ forms, ...each }) => forms.map((as) => ({ ...each, as })));

describe.skipIf(!isLong)(
  isLong
    ? 'an application that something else starts'
    : 'an application that something else starts [for the long runs]',
  () => {
    beforeAll(async () => {
      sealwire = await startSealwire();
    }, 60_000);
    afterAll(() => sealwire.stop());

    test.for(FORMS)('reports with the real $agent agent by the form $as', async (each, context) => {
      const { agent, as, framework } = each;
      if (as === 'procfile' && !isOnPath('foreman')) return context.skip('needs foreman');
      const { folder, snippet, type, order, reports } = openProject(sealwire, context, { agent, as, framework });
      const { commands } = await snippet();
      // In place of what the snippet has of the application itself, where it has something.
      const prepared = each.prepare(folder);
      if (prepared === null) return context.skip(`needs ${agent} with ${framework}, which cannot be had here`);
      const { programs, env = {}, how, change = (line) => line } = prepared;
      const procfile = join(folder, 'Procfile');
      if (as === 'procfile') writeFileSync(procfile, change(readFileSync(procfile, 'utf8')));

      type(commands.map(change), programs, { ...OPENTELEMETRY.hurry, ...env });
      await order();

      await reports(how);
    });
  },
);
