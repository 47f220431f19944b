import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entry } from '../support/entry.ts';
import { type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';

let sealwire: RunningSealwire;
let token: string;
const project = mkdtempSync(join(tmpdir(), 'sealwire run '));

/** An application with an agent in its packages that only says that it was loaded. */
beforeAll(async () => {
  const agent = join(project, 'node_modules', 'elastic-apm-node');
  mkdirSync(agent, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{"name":"shop","version":"1.0.0"}');
  writeFileSync(join(agent, 'package.json'), '{"name":"elastic-apm-node","version":"4.15.0","main":"index.js"}');
  writeFileSync(
    join(agent, 'index.js'),
    'module.exports = { start() { return this; }, isStarted() { return true; } };',
  );
  writeFileSync(join(agent, 'start.js'), 'globalThis.agentWasLoaded = true;');
  writeFileSync(
    join(project, 'app.js'),
    `const [what] = process.argv.slice(2);
if (what === 'env') console.log(JSON.stringify({ env: process.env, argv: process.argv, execArgv: process.execArgv }));
if (what === 'exit') process.exit(7);
if (what === 'signal') process.kill(process.pid, 'SIGKILL');
if (what === 'wait') { process.on('SIGTERM', () => { console.log('asked'); process.exit(0); }); console.log('waiting'); setInterval(() => {}, 1000); }
if (what === 'stdin') process.stdin.pipe(process.stdout);
`,
  );
  sealwire = await startSealwire();
  token = (await sealwire.client.call('token.show', {})).token;
});
afterAll(async () => {
  await sealwire.stop();
  rmSync(project, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  sealwire.cli(['run', ...args], { cwd: project });

describe('run', () => {
  test('gives the child, and nobody else, what it needs', async () => {
    const { code, stdout, stderr } = await run('--service', 'till', '--', 'node', 'app.js', 'env');
    const child = JSON.parse(stdout);

    expect(code).toBe(0);
    expect(child.env.ELASTIC_APM_SECRET_TOKEN).toBe(token);
    expect(child.env.ELASTIC_APM_SERVER_URL).toBe(sealwire.ready.endpoint);
    expect(child.env.ELASTIC_APM_SERVICE_NAME).toBe('till');
    expect([...child.argv, ...child.execArgv].join(' ') + stderr).not.toContain(token);
    expect(child.env.PATH).toBe(sealwire.env.PATH);
    const onDisk = readdirSync(project, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(js|json)$/.test(name),
    );
    for (const name of onDisk) expect(readFileSync(join(project, name), 'utf8')).not.toContain(token);
  });

  test('exits as the command does', async () => {
    expect((await run('--', 'node', 'app.js', 'exit')).code).toBe(7);
    expect((await run('--', 'node', 'app.js', 'signal')).code).toBe(128 + 9);
  });

  test('passes a signal on', async () => {
    const parent = spawn(process.execPath, [entry, 'run', '--', 'node', 'app.js', 'wait'], {
      cwd: project,
      env: { ...sealwire.env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('waiting');

    parent.kill('SIGTERM');

    expect((await lines.next()).value).toBe('asked');
    const [code] = parent.exitCode === null ? await once(parent, 'exit') : [parent.exitCode];
    expect(code).toBe(0);
  });

  test('leaves stdin to the command', async () => {
    const parent = spawn(process.execPath, [entry, 'run', '--', 'node', 'app.js', 'stdin'], {
      cwd: project,
      env: { ...sealwire.env },
    });
    let stdout = '';
    parent.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });

    parent.stdin.end('to the application');
    await once(parent, 'close');

    expect(stdout).toBe('to the application');
  });

  test('runs no shell', async () => {
    const { stdout } = await run('--', 'node', 'app.js', 'env', '$(echo shell)', '; exit 9');

    expect(JSON.parse(stdout).argv.slice(3)).toEqual(['$(echo shell)', '; exit 9']);
  });

  test('--dry-run names the variables and starts nothing', async () => {
    const { code, stdout } = await run('--dry-run', '--json', '--', 'node', 'app.js', 'exit');

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      agent: 'nodejs',
      variables: expect.arrayContaining(['ELASTIC_APM_SECRET_TOKEN']),
    });
    expect(stdout).not.toContain(token);
  });

  test('says where the agent is missing, and how to add it', async () => {
    const bare = mkdtempSync(join(tmpdir(), 'sealwire-bare-'));
    writeFileSync(join(bare, 'app.js'), '');

    const { code, stderr } = await sealwire.cli(['run', '--json', '--', 'node', 'app.js'], { cwd: bare });
    rmSync(bare, { recursive: true });

    expect(code).toBe(3);
    expect(JSON.parse(stderr).error).toMatchObject({
      code: 'AGENT_ABSENT',
      fix: expect.stringContaining('npm install elastic-apm-node'),
    });
  });

  test('wants two dashes', async () => {
    const { code, stderr } = await run('node', 'app.js');

    expect(code).toBe(2);
    expect(stderr).toContain('sealwire run -- node app.js');
  });
});
