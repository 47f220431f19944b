import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { loadCatalogue } from '../../../main/core/agents/catalogue.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { sampleAgents } from './sample-agents.ts';

const catalogue = await loadCatalogue();
const AUTHORITY = join(import.meta.dirname, 'fixtures', 'authorities', 'one.pem');
const OTHER = join(import.meta.dirname, 'fixtures', 'authorities', 'two.pem');
const BUNDLE = '/etc/ssl/certs/ca-certificates.crt';
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sealwire-php-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A PHP that says of itself what a real one with these settings and nothing of OpenTelemetry would, on a system whose bundle holds `trusted`. */
function phpWith(said: unknown, trusted: readonly string[]) {
  const php = join(folder, 'php');
  const other = '["8.4.1",null,null]';
  write(
    'php',
    `#!/bin/sh\ncase "$2" in *opentelemetry*) printf '%s' '${other}';; *) printf '%s' '${JSON.stringify(said)}';; esac\n`,
  );
  chmodSync(php, 0o755);
  const host = realHost({ HOME: folder });
  const bundle = Buffer.from(trusted.map((path) => readFileSync(path, 'utf8')).join('\r\n'));
  const read = (path: string): Buffer | null => (path === BUNDLE ? bundle : host.disk.read(path));
  const facts: typeof host.disk.facts = (path) => host.disk.facts(path === BUNDLE ? AUTHORITY : path);
  const agents = sampleAgents(catalogue, {
    host: { ...host, disk: { ...host.disk, read, facts } },
    caPath: () => AUTHORITY,
  });
  return (command: string[] = [php, 'app.php'], env: Record<string, string> = {}) =>
    agents.launch({ command, cwd: folder, env: { HOME: folder, ...env } }, new Secret('k3y'));
}

describe('a command of PHP', () => {
  test('is wired by its environment where PHP has the extension and the system trusts the authority', async () => {
    write('composer.json', '{"name":"acme/corner-shop","require":{"laravel/framework":"^12"}}');
    const launch = phpWith(['8.4.1', '1.16.0', []], [OTHER, AUTHORITY]);

    const { agent, service, env, notes } = await launch(undefined, { ELASTIC_APM_API_KEY: 'old' });

    expect([agent, service]).toEqual(['php', 'corner-shop']);
    expect(env).toEqual({
      ELASTIC_APM_SERVER_URL: 'https://localhost:8200',
      ELASTIC_APM_SECRET_TOKEN: 'k3y',
      ELASTIC_APM_SERVICE_NAME: 'corner-shop',
      ELASTIC_APM_API_KEY: null,
    });
    expect(notes[0]).toContain('elastic_apm 1.16.0 of PHP 8.4.1');
  });

  test('whose system does not trust the authority is not started, and hears how it comes to', async () => {
    await expect(phpWith(['8.4.1', '1.16.0', []], [OTHER])()).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      message: expect.stringContaining(BUNDLE),
      fix: expect.stringContaining('sealwire trust install system'),
    });
  });

  test('without the extension names the lines that install it', async () => {
    await expect(phpWith(['8.4.1', null, []], [AUTHORITY])()).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      message: expect.stringContaining('the extensions of PHP 8.4.1'),
      fix: expect.stringContaining('sudo dpkg -i apm-agent-php_1.16.0_amd64.deb'),
    });
  });

  test('is told of settings in an ini file that win over its variables', async () => {
    const set = ['elastic_apm.server_url', 'elastic_apm.log_level', 'elastic_apm.api_key'];

    const { notes } = await phpWith(['8.4.1', '1.16.0', set], [AUTHORITY])();

    expect(notes.filter((note) => note.includes('An ini file sets'))).toEqual([
      'An ini file sets elastic_apm.server_url, which wins over the variables. Take it out.',
      'An ini file sets elastic_apm.api_key, which wins over the variables. Take it out.',
    ]);
  });

  test.skipIf(!isOnPath('php'))('asks the real PHP, which has no extension of that name', async () => {
    const version = execFileSync('php', ['-r', 'echo PHP_VERSION;']).toString();
    const { PATH = '' } = process.env;

    await expect(phpWith([], [AUTHORITY])(['php', 'app.php'], { PATH })).rejects.toMatchObject({
      code: 'AGENT_ABSENT',
      message: expect.stringContaining(`the extensions of PHP ${version}`),
    });
  });
});

test('projects of PHP are found by what they require, and libraries are none', async () => {
  write('site/composer.json', '{"type":"project","require":{"symfony/framework-bundle":"7.*"}}');
  write('old/index.php', '<?php phpinfo();');
  write('parts/composer.json', '{"type":"library","name":"acme/parts"}');

  const found = (await sampleAgents(catalogue, { startedIn: folder }).projects({ folders: [] })).map(
    ({ folder: _folder, ...rest }) => rest,
  );

  expect(found).toEqual([
    { name: 'old', agent: 'php', framework: 'plain', installed: false, start: 'php -S localhost:8000' },
    { name: 'site', agent: 'php', framework: 'symfony', installed: false, start: 'php -S localhost:8000 -t public' },
  ]);
});

test.each(['kubernetes', 'systemd'])(
  'a %s form has nothing to put in place where no token is asked for',
  async (as) => {
    const agents = sampleAgents(catalogue, { auth: () => 'none' });

    const { blocks } = await agents.show({ agent: 'php', as, reveal: false }, null);

    expect(blocks.filter(({ content }) => content.trim() === '')).toEqual([]);
    expect(blocks.map(({ title }) => title).join('\n')).not.toMatch(/Put the (CA|token)/);
  },
);
