import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createLinuxOwnerLookup } from '../../../main/core/evidence/owner-linux.ts';
import type { OwnerLookup, SocketOwner } from '../../../main/core/evidence/owner-lookup.ts';
import { ownerLookupFor } from '../../../main/core/evidence/owner-lookup-for.ts';
import { type ProcFiles, realProcFiles } from '../../../main/core/host/proc-files.ts';
import { realHost } from '../../../main/core/host/real-host.ts';

/** Connects to the port given as its argument and stays connected until its input ends. */
const CLIENT = `
const socket = require('net').connect(Number(process.argv[1]), process.argv[2]);
process.stdin.on('end', () => socket.destroy()).resume();
`;

/** Starts the client as its own child, so that the connection is a grandchild's. */
const PARENT = `
const { spawn } = require('child_process');
spawn(process.execPath, ['-e', process.argv[1], process.argv[2], process.argv[3]], { stdio: 'inherit' });
`;

const onLinux = process.platform === 'linux' && process.getuid !== undefined;
const userId = process.getuid?.() ?? -1;

describe.skipIf(!onLinux)('who made a connection, on Linux', () => {
  let server: Server;
  beforeEach(async () => {
    server = createServer();
    server.listen({ port: 0, host: '::', ipv6Only: false });
    await once(server, 'listening');
  });
  afterEach(() => server.close());

  const connected = async (
    args: readonly string[],
    options: { readonly env?: Readonly<Record<string, string>>; readonly host?: string } = {},
  ): Promise<{ socket: Socket; child: ChildProcess }> => {
    const { port } = server.address() as AddressInfo;
    const env = { PATH: process.env.PATH ?? '', ...options.env };
    const words = [...args, String(port), options.host ?? '127.0.0.1', '--token', 'hunter2'];
    const child = spawn(process.execPath, words, { env, stdio: ['pipe', 'ignore', 'inherit'] });
    onTestFinished(() => {
      child.kill();
    });
    const [socket]: Socket[] = await once(server, 'connection');
    if (socket === undefined) throw new Error('no connection');
    onTestFinished(() => {
      socket.destroy();
    });
    return { socket, child };
  };
  const ends = (socket: Socket): [{ address: string; port: number }, { address: string; port: number }] => [
    { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 },
    { address: socket.localAddress ?? '', port: socket.localPort ?? 0 },
  ];

  /** With a clock that stands still, so that a busy machine does not end the look-up. */
  const find = async (socket: Socket): Promise<SocketOwner | null> =>
    asOwner(await createLinuxOwnerLookup({ proc: realProcFiles, userId, nowMs: () => 0 }).find(...ends(socket)));

  test('is the process with its executable, its redacted command line and what its environment calls it', async () => {
    const env = { ELASTIC_APM_SERVICE_NAME: 'shop-api', ELASTIC_APM_ENVIRONMENT: 'test' };
    const { socket, child } = await connected(['-e', CLIENT], { env });

    const owner = await find(socket);

    expect(owner).toMatchObject({ pid: child.pid, service: 'shop-api', environment: 'test' });
    expect(owner?.executable).toMatch(/^node/);
    expect(owner?.command).toMatch(/--token \[redacted\]$/);
    expect(owner?.ancestors[0]).toBe(process.pid);
  });

  test('is found over IPv6, named by the variable of OpenTelemetry', async () => {
    const { socket, child } = await connected(['-e', CLIENT], { env: { OTEL_SERVICE_NAME: 'shop' }, host: '::1' });

    expect(await find(socket)).toMatchObject({ pid: child.pid, service: 'shop', environment: null });
  });

  test('is a child, with the process that `run` started among those before it', async () => {
    const { socket, child } = await connected(['-e', PARENT, CLIENT]);

    const owner = await find(socket);

    expect(owner?.pid).not.toBe(child.pid);
    expect(owner?.ancestors[0]).toBe(child.pid);
  });

  test('is not told where the socket is another user’s', async () => {
    const { socket } = await connected(['-e', CLIENT]);
    const lookup = createLinuxOwnerLookup({ proc: realProcFiles, userId: userId + 1, nowMs: () => 0 });

    expect(await lookup.find(...ends(socket))).toBeNull();
  });

  test('is not told of a connection that does not exist', async () => {
    const lookup = createLinuxOwnerLookup({ proc: realProcFiles, userId, nowMs: () => 0 });

    expect(await lookup.find({ address: '127.0.0.1', port: 1 }, { address: '127.0.0.1', port: 2 })).toBeNull();
  });
});

function asOwner(found: SocketOwner | 'unfinished' | null): SocketOwner | null {
  return found === 'unfinished' ? null : found;
}

describe('looking up owners', () => {
  const row =
    '   2: 0100007F:D431 0100007F:2008 01 00000000:00000000 00:00000000 00000000  1000        0 30259 1 0 20 4 30 10 -1\n';
  const remote = { address: '127.0.0.1', port: 0xd431 };
  const local = { address: '127.0.0.1', port: 8200 };

  /** As many processes as named; the one with the lowest number has the socket open. Reads are noted. */
  function fakeProc(pids: readonly number[], last = Math.max(...pids)): { proc: ProcFiles; asked: string[] } {
    const asked: string[] = [];
    const holder = Math.min(...pids);
    const note = (path: string): string => {
      asked.push(path);
      return path;
    };
    const proc: ProcFiles = {
      read: (path) => {
        if (path === '/proc/loadavg') return `0.10 0.20 0.30 1/234 ${last}\n`;
        return note(path) === '/proc/net/tcp' ? row : null;
      },
      list: (path) => (note(path) === '/proc' ? [...pids.map(String), 'self'] : ['0', '3']),
      link: (path) => (path === `/proc/${holder}/fd/3` ? 'socket:[30259]' : null),
    };
    return { proc, asked };
  }
  const processesAsked = (asked: string[]): string[] => asked.splice(0).filter((path) => path.endsWith('/fd'));

  test('asks the newest processes first, and next time the one that it found', async () => {
    const { proc, asked } = fakeProc([100, 300, 200]);
    const lookup = createLinuxOwnerLookup({ proc, userId: 1000, nowMs: () => 0 });

    expect(await lookup.find(remote, local)).toMatchObject({ pid: 100 });
    expect(processesAsked(asked)).toEqual(['/proc/300/fd', '/proc/200/fd', '/proc/100/fd']);
    expect(await lookup.find(remote, local)).toMatchObject({ pid: 100 });
    expect(processesAsked(asked)).toEqual(['/proc/100/fd']);
  });

  test('knows that numbers begin anew once they have run out', async () => {
    const { proc, asked } = fakeProc([100, 32000, 120], 120);

    await createLinuxOwnerLookup({ proc, userId: 1000, nowMs: () => 0 }).find(remote, local);

    expect(processesAsked(asked)).toEqual(['/proc/120/fd', '/proc/100/fd']);
  });

  test('reads the list of sockets once for connections that come together', async () => {
    const { proc, asked } = fakeProc([100]);
    let clock = 0;
    const lookup = createLinuxOwnerLookup({ proc, userId: 1000, nowMs: () => clock });
    const reads = (): number => asked.splice(0).filter((path) => path === '/proc/net/tcp').length;

    await lookup.find(remote, local);
    await lookup.find(remote, local);
    expect(reads()).toBe(1);

    clock = 50;
    await lookup.find(remote, local);
    expect(reads()).toBe(1);
  });

  test('gives up after five milliseconds, when it has asked the sixteen likeliest', async () => {
    const { proc, asked } = fakeProc(Array.from({ length: 40 }, (_, index) => 100 + index));
    let clock = 0;
    const lookup = createLinuxOwnerLookup({ proc, userId: 1000, nowMs: () => (clock += 3) });

    expect(await lookup.find(remote, local)).toBe('unfinished');
    expect(processesAsked(asked)).toHaveLength(16);
  });

  test('goes on, when it is asked for the same connection again, with those that it has not asked yet', async () => {
    const { proc, asked } = fakeProc(Array.from({ length: 40 }, (_, index) => 100 + index));
    let clock = 0;
    const lookup = createLinuxOwnerLookup({ proc, userId: 1000, nowMs: () => (clock += 2) });

    const first = [await lookup.find(remote, local), await lookup.find(remote, local)];
    const last = await lookup.find(remote, local);

    expect(first).toEqual(['unfinished', 'unfinished']);
    expect(last).toMatchObject({ pid: 100 });
    expect(new Set(processesAsked(asked)).size).toBe(40);
  });

  test('looks up fifty connections a second and no more', async () => {
    const { proc } = fakeProc([100]);
    let clock = 0;
    const lookup = createLinuxOwnerLookup({ proc, userId: 1000, nowMs: () => clock });
    const found = async (times: number): Promise<number> => {
      const owners = await Promise.all(Array.from({ length: times }, () => lookup.find(remote, local)));
      return owners.filter((owner) => owner !== null).length;
    };

    expect(await found(60)).toBe(50);
    clock = 1000;
    expect(await found(60)).toBe(50);
  });

  test('begins none once those of a second took a tenth of it, and goes on in the next', async () => {
    const { proc } = fakeProc([100]);
    let clock = 0;
    const slow: ProcFiles = {
      ...proc,
      list: (path) => {
        if (path === '/proc') clock += 60;
        return proc.list(path);
      },
    };
    const lookup = createLinuxOwnerLookup({ proc: slow, userId: 1000, nowMs: () => clock });
    const found = async (): Promise<boolean> => (await lookup.find(remote, local)) !== null;

    expect([await found(), await found(), await found(), await found()]).toEqual([true, true, false, false]);
    clock = 1000;
    expect(await found()).toBe(true);
  });

  test('looks at the newest of thousands of descriptors first, and at no more than there is time for', async () => {
    const { proc } = fakeProc([100]);
    let clock = 0;
    let looked = 0;
    const crowded = (held: string): ProcFiles => ({
      ...proc,
      list: (path) => (path === '/proc' ? ['100'] : Array.from({ length: 5000 }, (_, number) => `${number}`)),
      link: (path) => {
        looked += 1;
        clock += 0.1;
        return path === `/proc/100/fd/${held}` ? 'socket:[30259]' : null;
      },
    });
    const found = (held: string): ReturnType<OwnerLookup['find']> =>
      createLinuxOwnerLookup({ proc: crowded(held), userId: 1000, nowMs: () => clock }).find(remote, local);

    expect(await found('4990')).toMatchObject({ pid: 100 });
    expect(looked).toBeLessThan(20);
    looked = 0;
    expect(await found('3')).toBeNull();
    expect(looked).toBe(64);
  });

  test('is done on Linux', () => {
    expect(ownerLookupFor({ ...realHost(), platform: 'linux', userId: 1000 }).unavailable).toBeNull();
  });

  test('says why it cannot be done on another system', async () => {
    const lookup = ownerLookupFor({ ...realHost(), platform: 'darwin' });

    expect(await lookup.find(remote, local)).toBeNull();
    expect(lookup.unavailable).toMatch(/does not look up/);
  });
});
