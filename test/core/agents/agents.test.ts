import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROCEDURES, Secret } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { CA_FILE, sampleAgents } from './sample-agents.ts';

const catalogue = await loadCatalogue();
const agents = sampleAgents(catalogue);
const show = { agent: 'nodejs', reveal: false } as const;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-agents-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('the list of agents', () => {
  test('has the shape of the contract and names forms, frameworks and shells', async () => {
    const { agents: listed } = PROCEDURES['agent.list'].output.parse({ agents: await agents.list() });

    const python = listed.find(({ id }) => id === 'python');
    expect(listed.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    expect(python?.forms[0]).toMatchObject({
      as: 'env',
      title: 'Environment',
      shells: ['bash', 'fish', 'pwsh', 'cmd'],
    });
    expect(python?.frameworks[0]).toEqual({ id: 'flask', title: 'Flask', start: 'flask run' });
  });
});

describe('a snippet', () => {
  test('has the shape of the contract, its blocks once more as files and commands', async () => {
    const snippet = PROCEDURES['agent.show'].output.parse(await agents.show({ ...show, as: 'compose' }, null));

    expect(snippet.files.map(({ path }) => path)).toEqual(['compose.sealwire.yaml']);
    expect(snippet.commands).toEqual(snippet.blocks.filter(({ path }) => path === null).map(({ content }) => content));
  });

  test('fetches the token when it is run, so that it is in no shell history', async () => {
    const snippet = await agents.show(show, new Secret('k3y'));

    expect(snippet.as).toBe('env');
    expect(snippet.commands.join('\n')).toContain('export ELASTIC_APM_SECRET_TOKEN="$(sealwire token show)"');
    expect(snippet.commands.join('\n')).not.toContain('k3y');
    expect(snippet.env.ELASTIC_APM_SECRET_TOKEN).toBe('k3y');
  });

  test('types sealwire by its path, quoted, where it is not on the PATH', async () => {
    const cloned = sampleAgents(catalogue, { command: '/home/ada/my code/sealwire' });

    const { commands } = await cloned.show({ ...show, shell: 'bash' }, null);
    const powerful = await cloned.show({ ...show, shell: 'pwsh' }, null);

    expect(commands.join('\n')).toContain(`"$('/home/ada/my code/sealwire' token show)"`);
    expect(powerful.commands.join('\n')).toContain("= & '/home/ada/my code/sealwire' token show");
  });

  test('names a data folder that a plain shell would not look in', async () => {
    const elsewhere = sampleAgents(catalogue, { home: '/home/ada/my data' });
    const lineOf = async (shell: string): Promise<string> =>
      (await elsewhere.show({ ...show, shell }, null)).commands.join('\n');

    expect(await lineOf('bash')).toContain(`"$(sealwire token show --home '/home/ada/my data')"`);
    expect(await lineOf('pwsh')).toContain("= sealwire token show --home '/home/ada/my data'");
    expect(await lineOf('cmd')).toContain(`in ('sealwire token show --home "/home/ada/my data"') do`);
    expect(await elsewhere.runCommand({ agent: 'nodejs', service: 'shop' })).toBe(
      "sealwire run --service shop --home '/home/ada/my data' -- node app.js",
    );
  });

  test('is refused for a version that is none', async () => {
    await expect(agents.show({ ...show, agentVersion: 'banana' }, null)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    await expect(agents.show({ ...show, agentVersion: 'v4.0.0-rc1' }, null)).resolves.toMatchObject({ as: 'env' });
  });

  test('names a form that was misspelt', async () => {
    await expect(agents.show({ ...show, as: 'evn' }, null)).rejects.toMatchObject({
      fix: expect.stringMatching(/^Did you mean env\?/),
    });
  });

  test('holds the origin of another server alone, and no path', async () => {
    const { env, blocks } = await agents.show(
      { ...show, as: 'docker', server: 'https://apm.example.test:8200/apm/' },
      null,
    );

    expect(env.ELASTIC_APM_SERVER_URL).toBe('https://apm.example.test:8200');
    expect(JSON.stringify(blocks)).not.toContain('host-gateway');
  });

  test('for zsh is written as for bash', async () => {
    expect(await agents.show({ ...show, shell: 'zsh' }, null)).toEqual(
      await agents.show({ ...show, shell: 'bash' }, null),
    );
  });

  test('says so where there is no authority yet', async () => {
    const snippet = await sampleAgents(catalogue, { caPath: () => null }).show(show, null);

    expect(snippet.notes[0]).toContain('sealwire init');
  });

  test.each([
    [{ agent: 'pyton' }, 'AGENT_UNKNOWN', 'Did you mean python?'],
    [{ agent: 'cobol' }, 'AGENT_UNKNOWN', `It knows ${catalogue.map(({ id }) => id).join(', ')}.`],
    [{ agent: 'nodejs', as: 'composer' }, 'USAGE', 'Did you mean compose?'],
    [{ agent: 'nodejs', framework: 'expres' }, 'USAGE', 'Did you mean express?'],
    [{ agent: 'nodejs', shell: 'fisch' }, 'USAGE', 'Did you mean fish?'],
    [{ agent: 'nodejs', as: 'systemd', shell: 'cmd' }, 'USAGE', 'It knows bash, fish.'],
  ])('of %o is refused with the nearest name', async (input, code, fix) => {
    await expect(agents.show({ reveal: false, ...input }, null)).rejects.toMatchObject({
      code,
      fix: expect.stringContaining(fix),
    });
  });

  test.each([
    [{ service: 'shop/1' }],
    [{ service: '' }],
    [{ server: 'localhost:8200' }],
    [{ server: 'ftp://localhost' }],
    [{ server: 'https://ada:pw@apm.test' }],
  ])('is refused for values that agents cannot take: %o', async (input) => {
    await expect(agents.show({ ...show, ...input }, null)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('a launch', () => {
  const launch = (command: string[], more: object = {}) =>
    agents.launch({ command, cwd: folder, env: { PATH: process.env.PATH ?? '' }, ...more }, new Secret('k3y'));
  const withAgent = (): void => {
    write('node_modules/elastic-apm-node/package.json', '{"version":"4.18.0"}');
    write('package.json', '{"name":"shop"}');
  };

  test('holds the token in the environment and nowhere else', async () => {
    withAgent();

    const { env, ...rest } = await launch(['node', 'app.js']);

    expect(env.ELASTIC_APM_SECRET_TOKEN).toBe('k3y');
    expect(inspect(rest)).not.toContain('k3y');
  });

  test('overrules server, token and authority of the person, and keeps the rest', async () => {
    withAgent();

    const { env } = await launch(['node', 'app.js'], {
      env: {
        ELASTIC_APM_SERVER_URL: 'http://elsewhere:1',
        ELASTIC_APM_SECRET_TOKEN: 'old',
        ELASTIC_APM_API_KEY: 'wins',
        ELASTIC_APM_VERIFY_SERVER_CERT: 'false',
        ELASTIC_APM_SERVICE_NAME: 'mine',
        ELASTIC_APM_API_REQUEST_TIME: '5s',
      },
    });

    expect(env).toMatchObject({
      ELASTIC_APM_SERVER_URL: 'https://localhost:8200',
      ELASTIC_APM_SECRET_TOKEN: 'k3y',
      ELASTIC_APM_SERVER_CA_CERT_FILE: CA_FILE,
      ELASTIC_APM_API_KEY: null,
      ELASTIC_APM_VERIFY_SERVER_CERT: null,
    });
    expect(env).not.toHaveProperty('ELASTIC_APM_SERVICE_NAME');
    expect(env).not.toHaveProperty('ELASTIC_APM_API_REQUEST_TIME');
  });

  test('takes the token away where the endpoint asks for none', async () => {
    withAgent();
    const open = sampleAgents(catalogue, { auth: () => 'none' });

    const { env } = await open.launch(
      { command: ['node', 'a.js'], cwd: folder, env: { ELASTIC_APM_SECRET_TOKEN: 'x' } },
      null,
    );

    expect(env.ELASTIC_APM_SECRET_TOKEN).toBeNull();
  });

  test('finds the agent beside the script, and where a package manager is sent', async () => {
    write('services/api/node_modules/elastic-apm-node/package.json', '{"version":"4.18.0"}');
    const start = join(folder, 'services/api/node_modules/elastic-apm-node/start.js');

    expect((await launch(['node', '--enable-source-maps', 'services/api/main.js'])).env.SEALWIRE_NODE_AGENT).toBe(
      start,
    );
    expect((await launch(['npm', '--prefix', 'services/api', 'start'])).env.SEALWIRE_NODE_AGENT).toBe(start);
  });

  test.each([
    [null, 'npm install elastic-apm-node'],
    ['package-lock.json', 'npm install elastic-apm-node'],
    ['yarn.lock', 'yarn add elastic-apm-node'],
    ['pnpm-lock.yaml', 'pnpm add elastic-apm-node'],
  ])('without the agent, beside %s, names the command that adds it', async (lock, install) => {
    if (lock !== null) write(lock, '');

    await expect(launch(['node', 'app.js'])).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      message: expect.stringContaining(folder),
      fix: expect.stringContaining(install),
    });
  });

  test.each([
    ['uv.lock', 'uv add elastic-apm'],
    ['poetry.lock', 'poetry add elastic-apm'],
    ['Pipfile', 'pipenv install elastic-apm'],
  ])('of Python without an interpreter, beside %s, names it too', async (lock, install) => {
    write(lock, '');

    await expect(launch(['./no/python3', 'app.py'])).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      fix: expect.stringContaining(install),
    });
  });

  test('is refused before the first click', async () => {
    const empty = sampleAgents(catalogue, { caPath: () => null });

    await expect(empty.launch({ command: ['node'], cwd: folder, env: {} }, null)).rejects.toMatchObject({
      code: 'NOT_INITIALISED',
    });
  });

  test('knows an agent by the first line of a script, else by the project around it', async () => {
    withAgent();
    write('bin/serve', '#!/usr/bin/env node\n');
    write('start.sh', '#!/bin/sh\n');

    expect((await launch(['./bin/serve'])).agent).toBe('nodejs');
    expect((await launch(['./start.sh'])).agent).toBe('nodejs');
  });

  test('is refused where nothing tells the agent', async () => {
    await expect(launch(['make', 'run'])).rejects.toMatchObject({ code: 'COMMAND_UNRECOGNISED' });
  });
});

describe('the line that runs an application', () => {
  test('names service and start command', async () => {
    expect(await agents.runCommand({ agent: 'python', framework: 'flask', service: 'my shop' })).toBe(
      "sealwire run --service 'my shop' -- flask run",
    );
  });

  test('is written for the shell of the machine', async () => {
    const fish = sampleAgents(catalogue, { host: realHost({ SHELL: '/usr/bin/fish' }), command: "/it's/sealwire" });

    expect(await fish.runCommand({ agent: 'nodejs', service: 'shop' })).toBe(
      "'/it\\'s/sealwire' run --service shop -- node app.js",
    );
  });
});

describe('projects', () => {
  test('leave out Sealwire itself', async () => {
    const clone = resolve(import.meta.dirname, '..', '..', '..');

    expect(await sampleAgents(catalogue, { startedIn: clone }).projects({ folders: [] })).toEqual([]);
  });

  const found = async () =>
    (await sampleAgents(catalogue, { startedIn: folder }).projects({ folders: [] })).map(
      ({ folder: _folder, ...rest }) => rest,
    );

  test('are found in the folder and one level below, by what they depend on', async () => {
    write(
      'web/package.json',
      '{"name":"@acme/web","dependencies":{"next":"1","express":"5"},"scripts":{"dev":"next dev"}}',
    );
    write(
      'api/package.json',
      '{"name":"api","dependencies":{"express":"5","elastic-apm-node":"4"},"main":"src/api.js"}',
    );
    write('shop/requirements.txt', 'flask-cors==1\nFlask>=3\nelastic-apm[flask]\n');
    write('shop/app.py', '');
    write('site/manage.py', '');
    write('jobs/pyproject.toml', '[project]\nname = "night jobs"\ndependencies = ["requests"]\n');
    write('docs/readme.md', '');
    write(
      'gate/go.mod',
      'module example.test/gate/v2\n\ngo 1.24\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.10.0\n\tgo.elastic.co/apm/v2 v2.7.12 // indirect\n)\n',
    );
    write('gate/main.go', 'package main\n');
    write(
      'tool/go.mod',
      'module example.test/tool\nrequire github.com/gorilla/mux v1.8.1\nexclude go.elastic.co/apm/v2 v2.0.0\n',
    );
    write('tool/cmd/sweep/main.go', 'package main\n');
    write(
      'till/pom.xml',
      '<project>\n<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId></parent>\n<artifactId>till</artifactId>\n</project>\n',
    );
    write('till/mvnw', '');
    write('counter/package.json', '{"name":"counter","dependencies":{"vue":"3","@elastic/apm-rum-vue":"2"}}');
    write('aisle/package.json', '{"name":"aisle","dependencies":{"react":"19","express":"5"}}');
    write(
      'mirror/package.json',
      '{"name":"mirror","dependencies":{"react":"19","express":"5","@elastic/apm-rum":"5"}}',
    );
    write('vault/build.gradle.kts', 'dependencies { implementation("co.elastic.apm:apm-agent-attach:1.56.0") }\n');
    write('vault/settings.gradle.kts', 'rootProject.name = "strong box"\n');

    expect(await found()).toEqual([
      { name: 'aisle', agent: 'nodejs', framework: 'express', installed: false, start: 'node app.js' },
      { name: 'api', agent: 'nodejs', framework: 'express', installed: true, start: 'node src/api.js' },
      { name: 'counter', agent: 'rum-js', framework: 'vue', installed: true, start: 'http://localhost:5173' },
      { name: 'gate', agent: 'go', framework: 'gin', installed: true, start: 'go run .' },
      { name: 'night jobs', agent: 'python', framework: 'script', installed: false, start: 'python app.py' },
      { name: 'mirror', agent: 'nodejs', framework: 'express', installed: false, start: 'node app.js' },
      { name: 'mirror', agent: 'rum-js', framework: 'react', installed: true, start: 'http://localhost:5173' },
      { name: 'shop', agent: 'python', framework: 'flask', installed: true, start: 'flask run' },
      { name: 'site', agent: 'python', framework: 'django', installed: false, start: 'python manage.py runserver' },
      { name: 'till', agent: 'java', framework: 'spring', installed: false, start: './mvnw spring-boot:run' },
      { name: 'tool', agent: 'go', framework: 'gorilla', installed: false, start: 'go run ./cmd/sweep' },
      { name: 'strong box', agent: 'java', framework: 'jar', installed: true, start: 'java -jar app.jar' },
      { name: 'acme-web', agent: 'nodejs', framework: 'next', installed: false, start: 'npm run dev' },
    ]);
  });

  test('leave out packages, environments and what lies deeper', async () => {
    write('node_modules/express/package.json', '{"name":"express"}');
    write('.venv/pyproject.toml', '');
    write('one/two/package.json', '{"name":"deep"}');

    expect(await found()).toEqual([]);
  });

  test('survive a manifest that is broken and one that is a folder', async () => {
    write('broken/package.json', '{"name":');
    write('odd/package.json/x', '');

    expect(await found()).toEqual([]);
  });

  test('leave out a folder that may not be opened', async () => {
    const host = realHost();
    const refused = Object.assign(new Error('permission denied'), { code: 'EACCES', syscall: 'scandir' });
    const list = (path: string): string[] => {
      if (path.endsWith('closed')) throw refused;
      return host.disk.list(path);
    };
    write('closed/pyproject.toml', '');
    write('open/pyproject.toml', '');
    const careful = sampleAgents(catalogue, { host: { ...host, disk: { ...host.disk, list } }, startedIn: folder });

    expect((await careful.projects({ folders: [] })).map(({ name }) => name)).toEqual(['open']);
  });
});
