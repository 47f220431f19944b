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
if (what === 'fail') { console.log('orders: 3'); for (let n = 0; n < 3; n++) console.error('{"message":"APM Server transport error (UNABLE_TO_VERIFY_LEAF_SIGNATURE): unable to verify the first certificate ' + process.env.ELASTIC_APM_SECRET_TOKEN + '"}'); process.exit(4); }
if (what === 'bytes') process.stdout.write(Buffer.from(Array.from({ length: 4_000_000 }, (_, n) => (n * 7) % 256)));
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

  describe('with --read-log', () => {
    test('says once what the agent means, beside what the command writes, and tells the instance', async () => {
      const { code, stdout, stderr } = await run('--read-log', '--service', 'till-2', '--', 'node', 'app.js', 'fail');

      expect(code).toBe(4);
      expect(stdout).toBe('orders: 3\n');
      const lines = stderr.split('\n');
      expect(lines.filter((line) => line.includes('UNABLE_TO_VERIFY_LEAF_SIGNATURE'))).toHaveLength(3);
      expect(lines.filter((line) => line.includes('Sealwire read in the log of "till-2" (nodejs)'))).toHaveLength(1);
      expect(stderr).toContain('Node.js does not trust the certificate that it was shown.');
      expect(stderr).toContain('ELASTIC_APM_SERVER_CA_CERT_FILE');
      const { diagnosis } = await sealwire.service('till-2', (service) => service.diagnosis?.code === 'CA_NOT_TRUSTED');
      expect(diagnosis?.cause).toContain('Its own log says so.');
      expect(JSON.stringify(diagnosis)).not.toContain(token);
    });

    test('passes every byte on', async () => {
      const child = spawn(process.execPath, [entry, 'run', '--read-log', '--', 'node', 'app.js', 'bytes'], {
        cwd: project,
        env: { ...sealwire.env },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      await once(child, 'close');

      expect(
        Buffer.concat(chunks).equals(Buffer.from(Array.from({ length: 4_000_000 }, (_, n) => (n * 7) % 256))),
      ).toBe(true);
    });

    test('exits as the command does, also where a signal ended it', async () => {
      expect((await run('--read-log', '--', 'node', 'app.js', 'exit')).code).toBe(7);
      expect((await run('--read-log', '--', 'node', 'app.js', 'signal')).code).toBe(128 + 9);
    });

    test('the command ends where nobody reads on', async () => {
      const child = spawn(
        'sh',
        ['-c', '"$0" "$1" run --read-log -- node app.js bytes | head -c 10 > /dev/null', process.execPath, entry],
        { cwd: project, env: { ...sealwire.env }, stdio: 'ignore' },
      );

      expect(await once(child, 'exit')).toEqual([0, null]);
    });

    test('with --json what is read is a line of JSON on stderr', async () => {
      const { stderr } = await run('--json', '--read-log', '--service', 'till-3', '--', 'node', 'app.js', 'fail');
      const own = stderr.split('\n').filter((line) => line.startsWith('{"event"'));

      expect(own.map((line) => JSON.parse(line))).toMatchObject([
        { event: 'logged', agent: 'nodejs', service: 'till-3', diagnosis: { code: 'CA_NOT_TRUSTED' } },
      ]);
    });
  });

  test('wants two dashes', async () => {
    const { code, stderr } = await run('node', 'app.js');

    expect(code).toBe(2);
    expect(stderr).toContain('sealwire run -- node app.js');
  });
});
