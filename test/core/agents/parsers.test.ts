import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { quoteDotenv } from '../../../main/core/agents/quote/dotenv.ts';
import { quoteYaml } from '../../../main/core/agents/quote/yaml.ts';
import { nodePackages, pythonPackages } from '../../support/agent-packages.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { accepted, hostile, hostileLine, sample } from './hostile-values.ts';
import { CA_FILE, sampleAgents } from './sample-agents.ts';

const node = nodePackages();
const python = pythonPackages();
const agents = sampleAgents(await loadCatalogue());
/** PHP-FPM under the name that Debian gives it, which has the version in it. */
const FPM = existsSync('/usr/sbin') ? readdirSync('/usr/sbin').find((name) => /^php-fpm\d/.test(name)) : undefined;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-parsers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a Python program that prints JSON. */
function pythonSays(program: string, ...args: string[]): unknown {
  return JSON.parse(execFileSync(python?.python ?? '', ['-c', program, ...args]).toString());
}

describe.skipIf(node === null)('a .env file', () => {
  test('is read by the npm package dotenv as it was written', () => {
    const pairs = accepted(sample(hostileLine, 19), quoteDotenv);
    const text = pairs.map(([, written], index) => `V${index}=${written}`).join('\n');
    writeFileSync(join(folder, '.env'), text);
    const program = `const { parse } = require('dotenv'); console.log(JSON.stringify(parse(require('fs').readFileSync(${JSON.stringify(join(folder, '.env'))}))))`;

    const read: unknown = JSON.parse(execFileSync(process.execPath, ['-e', program], { cwd: node?.folder }).toString());

    expect(read).toEqual(Object.fromEntries(pairs.map(([value], index) => [`V${index}`, value])));
  });
});

describe.skipIf(!isOnPath('ruby'))('Ruby', () => {
  test.each(['code', 'file', 'env'])('compiles every snippet of the form %s', async (as) => {
    const listed = (await agents.list()).find(({ id }) => id === 'ruby');
    for (const { id: framework } of listed?.frameworks ?? []) {
      const { files } = await agents.show(
        { agent: 'ruby', as, framework, environment: 'staging', reveal: false },
        null,
      );
      for (const { path, content } of files.filter((file) => /\.(rb|ru)$/.test(file.path))) {
        const script = join(folder, path.replaceAll('/', '_'));
        writeFileSync(script, content);
        expect(execFileSync('ruby', ['-c', script]).toString()).toBe('Syntax OK\n');
      }
    }
  });

  test('reads the settings file as the agent does', async () => {
    const { files } = await agents.show({ agent: 'ruby', as: 'file', service: 'shop', reveal: false }, null);
    const file = join(folder, 'elastic_apm.yml');
    writeFileSync(file, files[0]?.content ?? '');
    const program = 'puts JSON.generate(YAML.safe_load(ERB.new(File.read(ARGV[0])).result))';

    const read: unknown = JSON.parse(
      execFileSync('ruby', ['-rjson', '-rerb', '-ryaml', '-e', program, file]).toString(),
    );

    expect(read).toEqual({
      server_url: 'https://localhost:8200',
      server_ca_cert_file: CA_FILE,
      service_name: 'shop',
    });
  });
});

describe.skipIf(FPM === undefined)('a pool of PHP-FPM', () => {
  /** What `php-fpm -tt` says of a pool with these lines and a token in its environment. */
  const poolWith = (lines: string): string => {
    const file = join(folder, 'pool.conf');
    const pool = `[global]\nerror_log = ${folder}/fpm.log\n[www]\nuser = www-data\nlisten = ${folder}/sock\npm = static\npm.max_children = 1\n`;
    writeFileSync(file, `${pool}${lines}`);
    const env = { ...process.env, ELASTIC_APM_SECRET_TOKEN: 'k3y' };
    return spawnSync(`/usr/sbin/${FPM}`, ['-y', file, '-tt'], { env, encoding: 'utf8' }).stderr;
  };

  test.each([
    ['1.16.0', 'env[ELASTIC_APM_SECRET_TOKEN] = $ELASTIC_APM_SECRET_TOKEN'],
    ['1.10.0', 'php_admin_value[elastic_apm.secret_token] = k3y'],
  ])('is read as it was written for %s of the agent', async (agentVersion, token) => {
    const { files } = await agents.show(
      { agent: 'php', as: 'file', framework: 'fpm', service: 'corner shop', agentVersion, reveal: false },
      null,
    );

    const said = poolWith(files[0]?.content ?? '');

    expect(said).toContain('test is successful');
    expect(said).toContain('php_admin_value[elastic_apm.server_url] = https://localhost:8200\n');
    expect(said).toContain('php_admin_value[elastic_apm.service_name] = corner shop\n');
    expect(said).toContain(`${token}\n`);
  });

  test('passes every variable on', async () => {
    const { files, env } = await agents.show({ agent: 'php', as: 'env', framework: 'fpm', reveal: false }, null);

    const said = poolWith(files[0]?.content ?? '');

    for (const name of Object.keys(env)) expect(said).toContain(`env[${name}] = $${name}\n`);
  });
});

describe.skipIf(python === null)('parsers of Python', () => {
  test('read a .env file as it was written', () => {
    const pairs = accepted(sample(hostileLine, 19), quoteDotenv);
    writeFileSync(join(folder, '.env'), pairs.map(([, written], index) => `V${index}=${written}`).join('\n'));

    const read = pythonSays(
      'import dotenv, json, sys; print(json.dumps(dotenv.dotenv_values(sys.argv[1])))',
      join(folder, '.env'),
    );

    expect(read).toEqual(Object.fromEntries(pairs.map(([value], index) => [`V${index}`, value])));
  });

  test('read YAML as it was written', () => {
    const pairs = accepted(sample(hostile, 23), quoteYaml);
    writeFileSync(join(folder, 'values.yaml'), pairs.map(([, scalar]) => `- ${scalar}`).join('\n'));

    const read = pythonSays(
      'import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding="utf8"))))',
      join(folder, 'values.yaml'),
    );

    expect(read).toEqual(pairs.map(([value]) => value));
  });

  test.each(['compose', 'kubernetes'])('read every %s file', async (as) => {
    const offering = (await agents.list()).filter(({ forms }) => forms.some((form) => form.as === as));
    for (const { id, frameworks } of offering) {
      for (const { id: framework } of frameworks) {
        const { files } = await agents.show({ agent: id, as, framework, environment: 'staging', reveal: false }, null);
        for (const { path, content } of files.filter((file) => file.path.endsWith('.yaml'))) {
          writeFileSync(join(folder, path), content);
          const read = pythonSays(
            'import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))',
            join(folder, path),
          );
          expect(read).toEqual(expect.any(Object));
        }
      }
    }
  });

  test.each(['code', 'file', 'env'])('compile every Python snippet of the form %s', async (as) => {
    const listed = (await agents.list()).find(({ id }) => id === 'python');
    for (const { id: framework } of listed?.frameworks ?? []) {
      const { files } = await agents.show({ agent: 'python', as, framework, service: 'shop', reveal: false }, null);
      for (const { path, content } of files) {
        writeFileSync(join(folder, path), content);
        execFileSync(python?.python ?? '', ['-m', 'py_compile', join(folder, path)]);
      }
    }
  });
});
