import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Ended, type SystemHome, systemHome } from './system-home.ts';

const isRoot = process.getuid?.() === 0;
const needsRoot = isRoot ? '' : ' [skipped: only root can start processes as two other users]';
/** Where a container or a setting opens low ports to everybody (ip(7), ip_unprivileged_port_start), nothing is refused. */
const keepsLowPorts = isRoot && lowestOpenPort() > 443;
const needsLowPorts = keepsLowPorts ? '' : ' [skipped: not root, or low ports are open to everybody here]';
const ANOTHER_USER = 54_322;
const THIS_USER = 54_323;

interface Squatter {
  readonly port: number;
  readonly pid: number;
}

/** A process that listens on a free port of one address alone. */
async function squatter(address: string, uid?: number): Promise<Squatter> {
  const script = `const s = require('node:net').createServer().listen({ port: 0, host: '${address}', ipv6Only: true }, () => console.log(s.address().port));`;
  const child = spawn(process.execPath, ['-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {},
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { port: Number(line), pid: child.pid ?? 0 };
}

/** Tries to start on a port, as another user in a folder of theirs where `uid` is given. */
function startOn(at: SystemHome, port: number, uid?: number): Promise<Ended> {
  const up = ['up', '--json', '--no-ui', '--port', String(port)];
  return uid === undefined ? at.run(up) : at.run([...up, '--home', at.folderFor(uid)], { uid });
}

function errorOf({ code, stdout, stderr }: Ended): { code: string; message: string; fix: string } {
  expect([code, stdout]).toEqual([1, '']);
  return JSON.parse(stderr).error;
}

/** Whether a port can be had on both loopback addresses; lets go of it at once. */
async function isFree(port: number): Promise<boolean> {
  const servers: Server[] = [];
  try {
    for (const host of ['127.0.0.1', '::1']) {
      const server = createServer().listen({ port, host, ipv6Only: true });
      await once(server, 'listening');
      servers.push(server);
    }
    return true;
  } catch {
    return false;
  } finally {
    for (const server of servers) server.close();
  }
}

describe('a port that is taken', () => {
  test.each(['127.0.0.1', '::1', '0.0.0.0', '::'])(
    'on %s is put down to its process, and the next free one is offered and works',
    async (address) => {
      const at = await systemHome();
      const taken = await squatter(address);

      const error = errorOf(await startOn(at, taken.port));
      const offered = Number(/sealwire up --port (\d+)`/.exec(error.fix)?.[1]);

      const where = address.includes(':') ? '::1' : '127.0.0.1';
      expect(error.code).toBe('PORT_TAKEN');
      expect(error.message).toBe(`Port ${taken.port} on ${where} is taken by node (process ${taken.pid}).`);
      expect(offered).toBeGreaterThan(taken.port);
      expect(await isFree(offered)).toBe(true);
      expect((await at.run(['up', '--json', '--no-ui', '--background', '--port', String(offered)])).code).toBe(0);
      expect((await at.run(['probe'])).code).toBe(0);
      await at.run(['stop']);
    },
  );

  test('by another Sealwire is said like any other, and that one is left in peace', async () => {
    const first = await (await systemHome()).up();
    const at = await systemHome();

    const error = errorOf(await startOn(at, first.port));
    const status = await at.json('status');

    expect(error.message).toContain(`(process ${first.child.pid})`);
    expect(first.child.exitCode).toBeNull();
    expect(status).toMatchObject({ initialised: true, endpoint: null });
  });

  test.skipIf(!isRoot)(`by another user's process says why that cannot be named${needsRoot}`, async () => {
    const at = await systemHome('session');
    const taken = await squatter('127.0.0.1', ANOTHER_USER);

    const outcome = await startOn(at, taken.port, THIS_USER);

    expect(errorOf(outcome).message).toBe(
      `Port ${taken.port} on 127.0.0.1 is taken by another user's program (user id ${ANOTHER_USER}), whose name only that user or root can see.`,
    );
  });

  test.skipIf(!keepsLowPorts)(
    `that only administrators may use is said to be the system's${needsLowPorts}`,
    async () => {
      const at = await systemHome('session');

      const error = errorOf(await startOn(at, 443, THIS_USER));

      expect(error.message).toBe(
        'Port 443 on 127.0.0.1 is taken by the system, which keeps low ports for administrators.',
      );
      expect(error.fix).toContain('sealwire up --port 8200');
    },
  );
});

describe('an address', () => {
  test('beyond loopback is said to be one, with who can connect there', async () => {
    const at = await systemHome();
    const up = ['up', '--no-ui', '--background', '--port', '0', '--host', '0.0.0.0'];

    const first = await at.run([...up, '--auth', 'none']);
    const { notices } = (await at.json('status')) as { notices: { id: string; level: string; text: string }[] };
    const joined = await at.run(['up', '--no-ui']);
    await at.run(['stop']);
    const guarded = await at.run(up);
    await at.run(['stop']);

    expect([first.code, joined.code, guarded.code]).toEqual([0, 0, 0]);
    expect(notices).toMatchObject([{ id: 'endpoint-exposed', level: 'attention' }]);
    expect(first.stderr).toMatch(/listens on 0\.0\.0\.0 too: every machine .* can connect\. No token is asked for/);
    expect(joined.stderr).toContain(notices[0]?.text);
    expect(guarded.stderr).toContain('Without the secret token nothing of theirs is stored');
  });

  test.each([
    ['203.0.113.7', 'no network interface has it'],
    ['no-such-host.invalid', 'no such host name'],
    ['::gg', 'no such host name'],
  ])('%s that this machine does not have is refused with the reason, and nothing stays', async (address, why) => {
    const at = await systemHome();

    const error = errorOf(await at.run(['up', '--json', '--no-ui', '--port', '0', '--host', address]));

    expect(error.code).toBe('ADDRESS_UNAVAILABLE');
    expect(error.message).toBe(`This machine has no address ${address} to listen on (${why}).`);
    expect(error.fix).toContain(`Leave out \`--host ${address}\``);
    expect(await at.json('stop')).toEqual({ stopped: false, pid: null });
  });

  test('that it has is listened on beside loopback', async () => {
    const at = await systemHome();

    await at.up(['--host', '127.0.0.2']);

    const { endpoint, notices } = (await at.json('status')) as {
      endpoint: { addresses: string[]; port: number };
      notices: unknown[];
    };
    expect(endpoint.addresses.sort()).toEqual(['127.0.0.1', '127.0.0.2', '::1']);
    expect(notices).toEqual([]);
    const probe = await at.run(['probe', `https://127.0.0.2:${endpoint.port}`, '--json']);
    const { steps } = JSON.parse(probe.stdout);
    expect(steps[0]).toMatchObject({ step: 'reached', state: 'ok' });
    // The certificate was made for the names of this machine, and 127.0.0.2 is none.
    expect(steps[2]).toMatchObject({ step: 'trusted', state: 'failed' });
  });
});

function lowestOpenPort(): number {
  const path = '/proc/sys/net/ipv4/ip_unprivileged_port_start';
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
}
