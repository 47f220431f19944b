import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { quoteForeman } from '../../../main/core/agents/quote/foreman.ts';
import { quoteGroovy } from '../../../main/core/agents/quote/groovy.ts';
import { quoteJavaOption } from '../../../main/core/agents/quote/java-options.ts';
import { quotePom } from '../../../main/core/agents/quote/pom.ts';
import { javaAgent } from '../../support/agent-packages.ts';
import { installPython } from '../../support/install-python.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { accepted, hostile, hostileLine, sample } from './hostile-values.ts';
import { sampleAgents } from './sample-agents.ts';

/*
 * What is written for a Procfile, Gradle, Maven and launchd, read by the tools themselves: each starts a program, or is asked, and what arrives is what was meant.
 */
vi.setConfig({ testTimeout: 240_000 });

const honcho = installPython('forms', 'honcho', ['honcho==2.0.0']);
/** That Maven Central can be had is known by the agent that comes from there. */
const hasMaven = isOnPath('mvn') && javaAgent() !== null;
const agents = sampleAgents(await loadCatalogue());
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-build-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of its own for one tool. */
function place(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

describe('the .env file beside a Procfile', () => {
  const pairs = accepted([...sample(hostileLine, 47), 'a b', '#c', "it's", '$HOME', 'x=y'], quoteForeman);
  const expected = Object.fromEntries(pairs.map(([value], index) => [`V${index}`, value]));
  const text = pairs.map(([, written], index) => `V${index}=${written}\n`).join('');

  test.skipIf(!isOnPath('foreman'))('is read by foreman as it was written', () => {
    const file = join(folder, 'foreman.env');
    writeFileSync(file, text);
    const program =
      'require "foreman/env"; all = {}; Foreman::Env.new(ARGV[0]).entries { |k, v| all[k] = v }; puts JSON.generate(all)';

    const read: unknown = JSON.parse(
      execFileSync('ruby', ['-rjson', '-Ku', '-e', program, file], { env: inUtf8() }).toString(),
    );

    expect(read).toEqual(expected);
  });

  test.skipIf('problem' in honcho)('is read by honcho as it was written', () => {
    const file = join(folder, 'honcho.env');
    writeFileSync(file, text);
    const program =
      'import json, sys; from honcho import environ; print(json.dumps(environ.parse(open(sys.argv[1], encoding="utf8", newline="").read())))';
    const python = 'problem' in honcho ? '' : honcho.python;

    const read: unknown = JSON.parse(execFileSync(python, ['-c', program, file], { env: inUtf8() }).toString());

    expect(read).toEqual(expected);
  });
});

describe('a Procfile', () => {
  const programs: readonly (readonly [string, string | null])[] = [
    ['foreman', isOnPath('foreman') ? 'foreman' : null],
    ['honcho', 'problem' in honcho ? null : join(honcho.folder, 'bin', 'honcho')],
  ];

  test.each(programs)('is started by %s with its variables and the token of the shell', async (name, program) => {
    if (program === null) {
      console.warn(`SKIPPED: this machine has no ${name}`);
      return;
    }
    const cwd = place(`procfile-${name}`);
    const { files } = await agents.show(
      { agent: 'otel-nodejs', as: 'procfile', framework: 'edot', service: 'corner shop', reveal: false },
      null,
    );
    for (const { path, content } of files) {
      // What it starts tells what it was given, in place of the application.
      const told = content.replace(/node .*/, `${process.execPath} tell.cjs`);
      writeFileSync(join(cwd, path), told);
    }
    writeFileSync(join(cwd, 'tell.cjs'), "require('fs').writeFileSync('told.json', JSON.stringify(process.env))");

    execFileSync(program, ['start'], { cwd, env: { ...inUtf8(), OTEL_EXPORTER_OTLP_HEADERS: 'k3y' }, stdio: 'pipe' });

    expect(JSON.parse(readFileSync(join(cwd, 'told.json'), 'utf8'))).toMatchObject({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://localhost:8200',
      OTEL_SERVICE_NAME: 'corner shop',
      OTEL_EXPORTER_OTLP_HEADERS: 'k3y',
    });
  });
});

describe.skipIf(!hasMaven)('Maven', () => {
  test('hands on variables and arguments as they were written', () => {
    const cwd = place('maven');
    const pairs = accepted([...sample(hostile, 53), 'a  b', '<x>&amp;', '100%', '$HOME', ']]>'], quotePom);
    const variables = pairs.map(([, text], index) => `<V${index}>${text}</V${index}>`);
    const words = pairs.map(([, text]) => `<argument>=${text}</argument>`);
    writeFileSync(join(cwd, 'pom.xml'), pomOf(variables, ['<argument>tell.cjs</argument>', ...words]));
    const told = 'JSON.stringify({ env: process.env, argv: process.argv.slice(2) })';
    writeFileSync(join(cwd, 'tell.cjs'), `require('fs').writeFileSync('told.json', ${told})`);

    execFileSync('mvn', ['--batch-mode', '--quiet', 'exec:exec'], { cwd, env: inUtf8(), stdio: 'pipe' });

    const { env, argv } = JSON.parse(readFileSync(join(cwd, 'told.json'), 'utf8'));
    expect(pairs.map((_pair, index) => env[`V${index}`])).toEqual(pairs.map(([value]) => value));
    expect(argv).toEqual(pairs.map(([value]) => `=${value}`));
  });

  test.each(['java', 'otel-java'])('takes what is written for %s, and starts Java with all of it', async (agent) => {
    const cwd = place(`maven-${agent}`);
    const { blocks } = await agents.show({ agent, as: 'maven', framework: frameworkFor(agent), reveal: false }, null);
    const plugin = blocks.find(({ path }) => path === 'pom.xml')?.content ?? '';
    writeFileSync(join(cwd, 'pom.xml'), PROJECT.replace('PLUGIN', plugin));

    const effective = execFileSync('mvn', ['--batch-mode', '-X', 'validate', 'exec:exec', '-Dexec.skip=true'], {
      cwd,
      env: inUtf8(),
    }).toString();

    expect(effective).toContain(`-javaagent:${cwd}/`);
    expect(effective).toContain('https://localhost:8200');
  });
});

function frameworkFor(agent: string): string {
  return agent === 'java' ? 'jar' : 'agent';
}

const PROJECT = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>example.test</groupId>
  <artifactId>shop</artifactId>
  <version>1</version>
  <properties><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
  <build><plugins>PLUGIN</plugins></build>
</project>
`;

function pomOf(variables: readonly string[], words: readonly string[]): string {
  const configuration = `<executable>${process.execPath}</executable><arguments>${words.join('')}</arguments><environmentVariables>${variables.join('')}</environmentVariables>`;
  const plugin = `<plugin><groupId>org.codehaus.mojo</groupId><artifactId>exec-maven-plugin</artifactId><version>3.5.0</version><configuration>${configuration}</configuration></plugin>`;
  return PROJECT.replace('PLUGIN', () => plugin);
}

/** Splits jvmArguments for Spring Boot's plugin and jvmArgs for Quarkus'. */
const PLEXUS = '/usr/share/java/plexus-utils2.jar';

describe.skipIf(!isOnPath('java') || !isFile(PLEXUS))('the options of a plugin', () => {
  test('are split by Maven’s own code where they were joined', () => {
    const pairs = accepted(sample(hostileLine, 59), quoteJavaOption);
    const source = join(folder, 'Split.java');
    const list = join(folder, 'options.txt');
    writeFileSync(list, pairs.map(([, option]) => option).join(' '));
    const read = 'java.nio.file.Files.readString(java.nio.file.Path.of(given[0]))';
    const print = 'System.out.println(java.util.HexFormat.of().formatHex(each.getBytes("UTF-8")));';
    writeFileSync(
      source,
      `class Split { public static void main(String[] given) throws Exception { for (String each : org.codehaus.plexus.util.cli.CommandLineUtils.translateCommandline(${read})) ${print} } }\n`,
    );

    const output = execFileSync('java', ['-Dfile.encoding=UTF-8', '-cp', PLEXUS, source, list]).toString();

    expect(output.split('\n').slice(0, -1)).toEqual(pairs.map(([value]) => Buffer.from(value).toString('hex')));
  });
});

describe.skipIf(!isOnPath('gradle'))('Gradle', () => {
  test('reads literals as they were written', () => {
    const cwd = place('gradle');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a name as Groovy writes it.
    const pairs = accepted([...sample(hostile, 61), '\\u0041', '\\\\u0041', '${a}', "'''"], quoteGroovy);
    const all = pairs.map(([, literal]) => literal).join(',\n');
    writeFileSync(
      join(cwd, 'build.gradle'),
      `task tell { doLast { new File(projectDir, 'told.json').setText(groovy.json.JsonOutput.toJson([${all}]), 'UTF-8') } }\n`,
    );

    gradle(cwd, 'tell');

    expect(JSON.parse(readFileSync(join(cwd, 'told.json'), 'utf8'))).toEqual(pairs.map(([value]) => value));
  });
});

function gradle(cwd: string, task: string): void {
  const words = ['--no-daemon', '--offline', '--quiet', '--gradle-user-home', join(folder, 'gradle-home'), task];
  execFileSync('gradle', words, { cwd, env: inUtf8(), stdio: 'pipe' });
}

describe('a job of launchd', () => {
  const offered = agents.list().then((all) => all.filter(({ forms }) => forms.some(({ as }) => as === 'launchd')));

  test('is a property list with every variable but the token and what loads the agent', async () => {
    for (const { id, frameworks } of await offered) {
      for (const { id: framework } of frameworks) {
        const { job, env } = await jobOf(id, framework);
        const { EnvironmentVariables: variables, ProgramArguments: words, RunAtLoad: starts } = job;
        expect(starts).toBe(true);
        expect(words.slice(0, 2)).toEqual(['/bin/zsh', '-lc']);
        expect(env).toMatchObject(variables);
        expect(Object.keys(variables)).not.toContain('NODE_OPTIONS');
        expect(JSON.stringify(variables)).not.toMatch(/TOKEN|HEADERS/);
      }
    }
  });

  test.skipIf(!isOnPath('zsh'))(
    'starts the application in place of its shell, with the token in its environment alone',
    async () => {
      for (const [agent, framework] of [
        ['nodejs', 'express'],
        ['nodejs', 'next'],
        ['otel-nodejs', 'edot'],
      ] as const) {
        const { job } = await jobOf(agent, framework);
        const cwd = place(`launchd-${agent}-${framework}`);
        const bin = join(cwd, 'bin');
        mkdirSync(bin);
        program(join(bin, 'sealwire'), '[ "$*" = "token show" ] && [ -z "$NODE_OPTIONS" ] && echo k3y');
        for (const name of ['node', 'npx'])
          program(join(bin, name), 'env > told; tr "\\0" " " < /proc/$$/cmdline > words');
        const [shell = '', ...words] = job.ProgramArguments;

        execFileSync(shell.replace('/bin/zsh', 'zsh'), words, {
          cwd,
          env: { ...job.EnvironmentVariables, PATH: `${bin}:${process.env.PATH}`, HOME: cwd, ZDOTDIR: cwd },
        });

        const told = readFileSync(join(cwd, 'told'), 'utf8');
        expect(told).toMatch(/^(ELASTIC_APM_SECRET_TOKEN=|OTEL_EXPORTER_OTLP_HEADERS=Authorization=Bearer%20)k3y$/m);
        expect(told).toContain('https://localhost:8200');
        expect(readFileSync(join(cwd, 'words'), 'utf8')).not.toContain('k3y');
      }
    },
  );

  test.skipIf(!isOnPath('zsh'))('starts nothing where the token cannot be had', async () => {
    const { job } = await jobOf('nodejs', 'express');
    const cwd = place('launchd-none');
    program(join(cwd, 'sealwire'), 'exit 1');
    program(join(cwd, 'node'), 'touch started');
    const [, ...words] = job.ProgramArguments;
    const env = { PATH: `${cwd}:${process.env.PATH}`, HOME: cwd, ZDOTDIR: cwd };

    expect(() => execFileSync('zsh', words, { cwd, env, stdio: 'pipe' })).toThrow();
    expect(isFile(join(cwd, 'started'))).toBe(false);
  });
});

interface Job {
  readonly EnvironmentVariables: Readonly<Record<string, string>>;
  readonly ProgramArguments: readonly string[];
  readonly RunAtLoad: boolean;
}

async function jobOf(agent: string, framework: string): Promise<{ job: Job; env: Readonly<Record<string, string>> }> {
  const wish = { agent, as: 'launchd', framework, environment: 'a & <b>', service: 'corner shop', reveal: false };
  const { files, env } = await agents.show(wish, null);
  const { path, content } = files.find((file) => file.path.endsWith('.plist')) ?? { path: '', content: '' };
  expect(path).toBe('~/Library/LaunchAgents/local.corner-shop.plist');
  const read = 'import json, plistlib, sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))';
  return { job: JSON.parse(execFileSync('python3', ['-c', read], { input: content }).toString()), env };
}

function program(path: string, line: string): void {
  writeFileSync(path, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
}

function isFile(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    // It is not there (ENOENT).
    return false;
  }
}

function inUtf8(): Record<string, string> {
  const { NODE_OPTIONS: _preloads, ...env } = process.env;
  return { ...env, LC_ALL: 'C.UTF-8', PYTHONUTF8: '1' } as Record<string, string>;
}
