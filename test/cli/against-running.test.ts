import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entry, root } from '../support/entry.ts';
import { plainEnvironment, type RunningSealwire, startSealwire } from '../support/running-sealwire.ts';

let sealwire: RunningSealwire;
let token: string;

beforeAll(async () => {
  sealwire = await startSealwire();
  token = (await sealwire.client.call('token.show', {})).token;
});
afterAll(() => sealwire.stop());

/** As much of the JSON shapes as these tests look into. */
interface Document extends Record<string, unknown> {
  readonly steps: readonly { readonly state: string }[];
  readonly authorities: readonly { readonly path: string }[];
  readonly certificates: readonly { readonly id: string }[];
  readonly attempts: readonly { readonly id: string }[];
  readonly agents: readonly { readonly id: string }[];
}

const json = async (...args: string[]): Promise<Document> => {
  const { code, stdout, stderr } = await sealwire.cli([...args, '--json']);
  expect([code, stderr], args.join(' ')).toEqual([0, '']);
  return JSON.parse(stdout);
};

describe('against a running instance', () => {
  test('probe climbs every rung and wait-for then finds the service there', async () => {
    const probe = await json('probe');
    const service = await json('wait-for', '--step', 'reporting', '--within', '10s');

    expect(probe).toMatchObject({ endpoint: sealwire.ready.endpoint, ms: expect.any(Number) });
    expect(probe.steps.map(({ state }) => state)).toEqual(Array(6).fill('ok'));
    expect(service).toMatchObject({ service: expect.any(String), stoppedAt: null, diagnosis: null });
  });

  test('status has the shape that scripts rely on', async () => {
    const status = await json('status');

    expect(status).toMatchObject({
      workspace: 'default',
      endpoint: { url: sealwire.ready.endpoint, listening: true, pid: sealwire.ready.pid, since: expect.any(String) },
      vault: { kind: 'passphrase', persistent: true },
      services: expect.any(Array),
    });
    expect(status.authorities[0]?.path).toBe(sealwire.ready.ca);
  });

  test('status --fail-within tells by its exit code what expires, and still prints the status', async () => {
    const near = await sealwire.cli(['status', '--fail-within', '30d', '--json']);
    const far = await sealwire.cli(['status', '--fail-within', '5000d']);

    expect(near.code).toBe(0);
    expect(JSON.parse(near.stdout).workspace).toBe('default');
    expect(far.code).toBe(1);
    expect(far.stderr).toMatch(/^Authority \w+ expires on .*\nCertificate \w+ \(localhost, .*\) expires on /);
  });

  test('token show prints the token and nothing else, and no other command prints it', async () => {
    const shown = await sealwire.cli(['token', 'show']);
    const others = await Promise.all(
      [
        ['token', 'list'],
        ['status'],
        ['agent', 'show', 'nodejs', '--as', 'env'],
        ['agent', 'show', 'nodejs', '--as', 'env', '--json'],
      ].map((args) => sealwire.cli(args)),
    );

    expect([shown.code, shown.stdout, shown.stderr]).toEqual([0, `${token}\n`, '']);
    expect(await json('token', 'show')).toEqual({ token });
    for (const { code, stdout, stderr } of others) {
      expect(code).toBe(0);
      expect(stdout + stderr).not.toContain(token);
    }
  });

  test('agent show --reveal is asked for the token, and gives it', async () => {
    const { stdout } = await sealwire.cli(['agent', 'show', 'nodejs', '--as', 'env', '--reveal', '--json']);

    expect(Object.values(JSON.parse(stdout).env)).toContain(token);
  });

  test('lists and shows what there is', async () => {
    const { tokens } = await json('token', 'list');
    const { certificates } = await json('cert', 'list');
    const { attempts } = await json('attempts', 'list');
    const { agents } = await json('agent', 'list');

    expect(tokens).toMatchObject([{ state: 'active' }]);
    expect(certificates).toMatchObject([{ kind: 'server', inUse: true }]);
    expect(attempts).toMatchObject([{ outcome: 'ok', step: 'reporting' }]);
    expect(agents.map(({ id }) => id).sort()).toEqual(expect.arrayContaining(['nodejs', 'python']));
    expect(await json('cert', 'show', certificates[0]?.id ?? '')).toMatchObject({
      pem: expect.stringContaining('BEGIN CERTIFICATE'),
    });
    expect(await json('attempts', 'show', attempts[0]?.id ?? '')).toMatchObject({
      timeline: expect.any(Array),
    });
    expect(await json('vault', 'status')).toMatchObject({ kind: 'passphrase', state: 'ready' });
    expect(await json('ledger', 'list')).toEqual({ entries: [] });
    expect(await json('version')).toMatchObject({
      version: JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).version,
    });
  });

  test('events list is one document a line', async () => {
    const { stdout } = await sealwire.cli(['events', 'list', '--kind', 'transaction', '--json']);

    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events).toMatchObject([{ kind: 'transaction', document: expect.any(Object) }]);
  });

  test.each([
    [['status']],
    [['token', 'list']],
    [['cert', 'list']],
    [['attempts', 'list']],
    [['events', 'list']],
    [['agent', 'list']],
    [['agent', 'show', 'python', '--as', 'env']],
    [['vault', 'status']],
    [['ledger', 'list']],
  ])('%j speaks to a person without JSON and without colours in a pipe', async (args) => {
    const { code, stdout, stderr } = await sealwire.cli(args);

    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trim()).not.toBe('');
    expect(stdout).not.toMatch(/^[{[]/);
    expect(stdout).not.toContain('\u001b');
  });

  test('tail prints what comes, one a line, until the instance is left', async () => {
    const tail = spawn(process.execPath, [entry, 'tail', '--json'], {
      env: { ...sealwire.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const sawAttempt = new Promise<void>((resolve) => {
      tail.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (/^\{"attempt":.*"step":"reporting"/m.test(said)) resolve();
      });
    });
    // Only a subscription that is there hears the probe; a second one would not change what is asserted.
    const keepProbing = (async () => {
      while (tail.exitCode === null && !said.includes('"reporting"')) await sealwire.cli(['probe']);
    })();

    await sawAttempt;
    await keepProbing;
    tail.kill('SIGINT');
    const [code] = await once(tail, 'exit');

    expect(code).toBe(0);
    for (const line of said.trimEnd().split('\n'))
      expect(Object.keys(JSON.parse(line))[0]).toMatch(/^(attempt|event)$/);
  });

  test('a reader that goes away ends the command in peace', async () => {
    const child = spawn('sh', ['-c', `"$NODE" "$ENTRY" agent show nodejs --as kubernetes | true; exit 0`], {
      env: { ...sealwire.env, NODE: process.execPath, ENTRY: entry },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    await once(child, 'close');

    expect(stderr).toBe('');
  });

  test('wait-for says in time what did not happen, and what to look at', async () => {
    const { code, stderr } = await sealwire.cli(['wait-for', '--service', 'nobody', '--within', '50ms', '--json']);

    expect(code).toBe(1);
    expect(JSON.parse(stderr).error).toMatchObject({
      code: 'TIMED_OUT',
      message: 'Reaching "reporting" by "nobody" did not happen within 50ms.',
    });
  });

  test('events purge wants to be told twice, and then leaves nothing', async () => {
    const refused = await sealwire.cli(['events', 'purge', '--json']);
    const planned = await sealwire.cli(['events', 'purge', '--dry-run', '--json']);
    const before = await sealwire.client.call('event.list', {});
    const done = await json('events', 'purge', '--yes');
    const after = await sealwire.client.call('event.list', {});

    expect([refused.code, JSON.parse(refused.stderr).error.fix]).toEqual([2, 'Add --yes to go ahead.']);
    expect(planned.code).toBe(0);
    expect(before.events.length).toBeGreaterThan(0);
    expect(done).toMatchObject({ removed: expect.any(Number) });
    expect(after.events).toEqual([]);
  });

  test('open has nothing to open where no interface is served', async () => {
    const { code, stderr } = await sealwire.cli(['open', '--json']);

    expect([code, JSON.parse(stderr).error.code]).toEqual([2, 'USAGE']);
  });

  test('a workspace that the instance does not work in is refused', async () => {
    const { code, stderr } = await sealwire.cli(['token', 'list', '--workspace', 'other', '--json']);

    expect(code).toBe(2);
    expect(JSON.parse(stderr).error.message).toContain('"default", not in "other"');
  });

  test('an id that does not exist is said plainly', async () => {
    for (const args of [
      ['attempts', 'show', 'x'],
      ['cert', 'show', 'x'],
    ]) {
      const { code, stderr } = await sealwire.cli([...args, '--json']);
      expect([code, JSON.parse(stderr).error.code]).toEqual([1, 'NOT_FOUND']);
    }
  });

  test('no secret is in the arguments of the running process or in its log', async () => {
    const argv = process.platform === 'linux' ? readFileSync(`/proc/${sealwire.ready.pid}/cmdline`, 'utf8') : '';

    expect(argv + sealwire.log()).not.toContain(token);
    expect(plainEnvironment('/')).not.toHaveProperty('SEALWIRE_PASSPHRASE');
  });
});
