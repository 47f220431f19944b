import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type SystemHome, systemHome } from './system-home.ts';

/* `agent apply` on the files of a project, with a real git beside it. */

let at: SystemHome;
let project: string;
let token: string;

beforeEach(async () => {
  at = await systemHome();
  project = mkdtempSync(join(tmpdir(), 'sealwire-project-'));
  await at.up();
  token = (await at.run(['token', 'show'])).stdout.trim();
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const file = (name: string): string => join(project, name);
const put = (name: string, text: string): Buffer => {
  writeFileSync(file(name), text, { mode: 0o644 });
  return readFileSync(file(name));
};
const apply = (agent: string, name: string, ...more: string[]): ReturnType<SystemHome['run']> =>
  at.run(['agent', 'apply', agent, '--to', file(name), '--service', 'checkout', ...more]);

describe('a .env', () => {
  test('gets the token where git ignores it, is read by Node, and is put back to the byte', async () => {
    execFileSync('git', ['init', '--quiet', project]);
    const before = put('.env', 'PORT=3000\r\nELASTIC_APM_SERVER_URL=http://old:8200\r\n');

    const refused = await apply('nodejs', '.env', '--yes');
    put('.gitignore', '.env\n');
    const shown = await apply('nodejs', '.env', '--dry-run');
    const done = await apply('nodejs', '.env', '--yes');

    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('would be committed') });
    expect(shown.stdout).toContain('+ELASTIC_APM_SERVER_URL=https://localhost:');
    expect(shown.stdout).not.toContain('PORT');
    expect(done.code).toBe(0);
    for (const { stdout, stderr } of [refused, shown, done]) expect(stdout + stderr).not.toContain(token);
    const text = readFileSync(file('.env'), 'utf8');
    expect(text.split('\n').filter((line) => !line.endsWith('\r'))).toEqual(['']);
    expect(statSync(file('.env')).mode & 0o777).toBe(0o600);
    const script =
      'const { PORT, ELASTIC_APM_SECRET_TOKEN: t, ELASTIC_APM_SERVICE_NAME: s } = process.env; console.log(PORT, s, t)';
    expect(execFileSync(process.execPath, [`--env-file=${file('.env')}`, '-e', script]).toString()).toBe(
      `3000 checkout ${token}\n`,
    );

    const again = await apply('nodejs', '.env', '--yes');
    const planned = await at.run(['ledger', 'undo', '--dry-run']);
    const undone = await at.run(['ledger', 'undo', '--yes']);

    expect(again.stdout).toContain('says all of it already');
    expect(planned.stdout).toContain(`  Put back what ${file('.env')} held before, to the byte\n`);
    expect(undone.stdout).toContain('to the byte');
    expect(readFileSync(file('.env'))).toEqual(before);
    expect(statSync(file('.env')).mode & 0o777).toBe(0o644);
    expect(existsSync(join(at.home, 'undo')) ? execFileSync('ls', [join(at.home, 'undo')]).toString() : '').toBe('');
  });

  test('that git tracks is refused though it is ignored now; one in no repository is written', async () => {
    execFileSync('git', ['init', '--quiet', project]);
    put('.env', 'A=1\n');
    execFileSync('git', ['-C', project, 'add', '-f', '.env']);
    put('.gitignore', '.env\n');

    expect((await apply('python', '.env', '--yes')).stderr).toContain('would be committed');
    rmSync(file('.git'), { recursive: true });
    expect((await apply('python', '.env', '--yes')).code).toBe(0);
    expect(readFileSync(file('.env'), 'utf8')).toContain(`ELASTIC_APM_SECRET_TOKEN=${token}`);
  });

  test('that is changed afterwards keeps the change when ours is taken out, also by uninstalling', async () => {
    put('.env', 'A=1\n');
    await apply('nodejs', '.env', '--yes');
    writeFileSync(file('.env'), `${readFileSync(file('.env'), 'utf8')}B=2\n`);

    await at.run(['uninstall', '--yes']);

    expect(readFileSync(file('.env'), 'utf8')).toBe('A=1\nB=2\n');
  });
});

test('a Compose file is laid out as it was, and holds no token', async () => {
  execFileSync('git', ['init', '--quiet', project]);
  const before = put('compose.yaml', 'services:\n  checkout: # ours\n    image: a\n    environment:\n      - PORT=1\n');

  const done = await apply('nodejs', 'compose.yaml', '--yes', '--json');
  const text = readFileSync(file('compose.yaml'), 'utf8');
  const { checkout } = parse(text).services;
  await at.run(['ledger', 'undo', '--yes']);

  expect(JSON.parse(done.stdout)).toMatchObject({
    as: 'compose',
    applied: true,
    holdsToken: false,
    path: file('compose.yaml'),
  });
  expect(text).toContain('checkout: # ours');
  expect(text).not.toContain(token);
  expect(checkout.environment).toHaveLength(6);
  expect(checkout.volumes[0].target).toBe('/run/sealwire/ca.pem');
  expect(readFileSync(file('compose.yaml'))).toEqual(before);
});

test('a settings file of program code is made where there is none, and never changed', async () => {
  const made = await apply('nodejs', 'elastic-apm-node.js', '--yes');
  const settings = execFileSync(process.execPath, [
    '-p',
    `JSON.stringify(require(${JSON.stringify(file('elastic-apm-node.js'))}))`,
  ]);
  await at.run(['ledger', 'undo', '--yes']);
  const isGone = !existsSync(file('elastic-apm-node.js'));
  put('elastic-apm-node.js', 'module.exports = {};\n');
  const refused = await apply('nodejs', 'elastic-apm-node.js', '--yes');

  expect(made.code).toBe(0);
  expect(JSON.parse(settings.toString())).toMatchObject({ serviceName: 'checkout' });
  expect(isGone).toBe(true);
  expect(refused.stderr).toContain('is program code, which Sealwire does not change');
  expect(refused.stderr).toContain('sealwire agent show nodejs');
});

test('a .env that git would commit is ignored first where that is asked for; the pattern stays as long as the token does', async () => {
  execFileSync('git', ['init', '--quiet', project]);
  const ignored = put('.gitignore', 'node_modules\n*.log');

  const shown = await apply('nodejs', '.env', '--ignore', '--dry-run');
  const isStillUntouched = readFileSync(file('.gitignore')).equals(ignored);
  const done = await apply('nodejs', '.env', '--ignore', '--yes');
  const text = readFileSync(file('.gitignore'), 'utf8');
  const status = execFileSync('git', ['-C', project, 'status', '--short', '--untracked-files=all']).toString();
  const entries = JSON.parse((await at.run(['ledger', 'list', '--json'])).stdout).entries;
  const [pattern] = entries.filter((entry: { what: string }) => entry.what === 'Keep .env out of git');
  const early = await at.run(['ledger', 'undo', pattern.id, '--yes']);
  const first = await at.run(['ledger', 'undo', '--yes']);
  const second = await at.run(['ledger', 'undo', '--yes']);

  expect(shown.stdout).toContain('+/.env');
  expect(isStillUntouched).toBe(true);
  expect(done.code).toBe(0);
  expect(done.stdout).not.toContain('echo .env >> .gitignore');
  expect(text.split('\n').slice(0, 2)).toEqual(['node_modules', '*.log']);
  expect(status).toBe('?? .gitignore\n');
  expect(early.stderr).toContain('holds the token and would be committed then');
  expect(first.stdout).toContain('is removed');
  expect(second.stdout).toContain('Our pattern is taken out');
  expect(readFileSync(file('.gitignore'))).toEqual(ignored);
});

test('appsettings.json gets its section without a token and without marks, and is put back to the byte; changed since, ours alone goes', async () => {
  execFileSync('git', ['init', '--quiet', project]);
  const text = '\uFEFF{\r\n\t// hosts\r\n\t"AllowedHosts": "*",\r\n\t"Logging": {},\r\n}\r\n';
  const before = put('appsettings.json', text);

  const done = await apply('dotnet', 'appsettings.json', '--yes');
  const after = readFileSync(file('appsettings.json'), 'utf8');
  await at.run(['ledger', 'undo', '--yes']);
  const isBack = readFileSync(file('appsettings.json')).equals(before);
  await apply('dotnet', 'appsettings.json', '--yes');
  writeFileSync(file('appsettings.json'), readFileSync(file('appsettings.json'), 'utf8').replace('"*"', '"a.test"'));
  const undone = await at.run(['ledger', 'undo', '--yes']);

  expect(done.code).toBe(0);
  expect(done.stdout).toContain('ELASTIC_APM_SECRET_TOKEN');
  expect(after).not.toContain(token);
  expect(after.split('\n').filter((line) => !line.endsWith('\r'))).toEqual(['']);
  expect(after).toContain('\t"Logging": {},\r\n\t"ElasticApm": {\r\n\t\t"ServerUrl": "https://localhost:');
  expect(after).toContain('\t\t"ServiceName": "checkout"\r\n\t},\r\n}');
  expect(isBack).toBe(true);
  expect(undone.stdout).toContain('our lines are taken out of it');
  expect(readFileSync(file('appsettings.json'), 'utf8')).toBe(text.replace('"*"', '"a.test"'));

  put('appsettings.Production.json', '{ "ElasticApm": { "SecretToken": "s3cret" } }');
  const refused = await apply('dotnet', 'appsettings.Production.json', '--yes');
  expect(refused.stderr).toContain('holds the secret SecretToken');
  expect(refused.stderr + refused.stdout).not.toContain('s3cret');
});

test('Web.config gets its lines without a token and between marks, and nothing of it is shown that is not ours; changed since, ours alone goes', async () => {
  const line = '\t\t<add key="Smtp" value="s3cret"/>';
  const text = `\uFEFF<?xml version="1.0"?>\r\n<configuration>\r\n\t<appSettings>\r\n${line}\r\n\t</appSettings>\r\n</configuration>`;
  const before = put('Web.config', text);

  const done = await apply('dotnet-framework', 'Web.config', '--yes');
  const after = readFileSync(file('Web.config'), 'utf8');
  const again = await apply('dotnet-framework', 'Web.config', '--yes');
  await at.run(['ledger', 'undo', '--yes']);
  const isBack = readFileSync(file('Web.config')).equals(before);
  await apply('dotnet-framework', 'Web.config', '--yes');
  writeFileSync(file('Web.config'), readFileSync(file('Web.config'), 'utf8').replace('s3cret', 'other'));
  await at.run(['ledger', 'undo', '--yes']);

  expect(done.code).toBe(0);
  expect(done.stderr).toContain('+\t\t<add key="ElasticApm:ServiceName" value="checkout" />');
  expect(done.stdout + done.stderr).not.toContain('s3cret');
  expect(after).not.toContain(token);
  expect(
    after
      .split('\n')
      .slice(0, -1)
      .filter((each) => !each.endsWith('\r')),
  ).toEqual([]);
  expect(after).toContain(`${line}\r\n\t\t<!-- >>> Sealwire`);
  expect(again.stdout).toContain('says all of it already');
  expect(isBack).toBe(true);
  expect(readFileSync(file('Web.config'), 'utf8')).toBe(text.replace('s3cret', 'other'));

  put('Web.config', '<configuration>\n<appSettings file="x.config">\n</appSettings>\n</configuration>');
  const refused = await apply('dotnet-framework', 'Web.config', '--yes');
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('its appSettings has file=') });
});

test('what git tracks already cannot be ignored any more', async () => {
  execFileSync('git', ['init', '--quiet', project]);
  put('.env', 'A=1\n');
  execFileSync('git', ['-C', project, 'add', '.env']);

  const { code, stderr } = await apply('nodejs', '.env', '--ignore', '--yes');

  expect(code).toBe(1);
  expect(stderr).toContain('git rm --cached .env');
  expect(existsSync(file('.gitignore'))).toBe(false);
});

test('what is still to be done by hand is said with the code that goes elsewhere', async () => {
  const { stdout } = await apply('python', '.env', '--framework', 'fastapi', '--yes');

  expect(stdout).toContain('Still to be done:');
  expect(stdout).toContain('(app.py)');
  expect(stdout).not.toContain('chmod 600');
});

test.each([
  ['nodejs', 'notes.txt', 'writes into no file named notes.txt'],
  ['python', 'elasticapm.properties', 'the settings file of this agent is called apm_settings.py'],
  ['nodjs', '.env', 'nodejs'],
])('%s into %s is refused in a sentence', async (agent, name, why) => {
  const { code, stderr } = await apply(agent, name, '--yes');

  expect(code).not.toBe(0);
  expect(stderr).toContain(why);
  expect(existsSync(file(name))).toBe(false);
});

test('a folder, bytes that are no text and mixed line endings are left', async () => {
  mkdirSync(file('.env'));
  writeFileSync(file('a.env'), Buffer.from([0xff, 0xfe, 0x41]));
  put('b.env', 'A=1\r\nB=2\nC=3\r\n');

  expect((await apply('nodejs', '.env', '--yes')).stderr).toContain('it is a folder');
  expect((await apply('nodejs', 'a.env', '--yes')).stderr).toContain('no text in UTF-8');
  expect((await apply('nodejs', 'b.env', '--yes')).stderr).toContain('some of its lines end as on Windows');
});

test('of a snippet that holds code as well, the variables alone go into a .env of another name', async () => {
  const { code } = await apply('python', 'production.env', '--framework', 'django', '--yes');

  const text = readFileSync(file('production.env'), 'utf8');
  expect(code).toBe(0);
  expect(text).toContain('ELASTIC_APM_SERVER_URL=');
  expect(text.split('\n').filter((line) => line !== '' && !/^(?:#|[A-Z_]+=)/.test(line))).toEqual([]);
});
