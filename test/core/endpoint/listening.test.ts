import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SealwireError } from '../../../main/contract/index.ts';
import { createEndpoint } from '../../../main/core/endpoint/endpoint.ts';
import { portOwner } from '../../../main/core/endpoint/port-owner.ts';
import type { EndpointSettings } from '../../../main/core/endpoint/ports.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../../main/core/endpoint/server-settings.ts';
import type { ExecResult } from '../../../main/core/host/host.ts';
import { realProcFiles } from '../../../main/core/host/proc-files.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import type { EndpointService } from '../../../main/core/parts.ts';
import { testTokens } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

/* Which addresses the endpoint takes, and what it says when it cannot have them. */

const squatters: Server[] = [];
const endpoints: EndpointService[] = [];
let authority: TestAuthority;

beforeAll(() => {
  authority = createTestAuthority();
});
afterEach(async () => {
  for (const endpoint of endpoints.splice(0)) await endpoint.close();
  for (const squatter of squatters.splice(0)) squatter.close();
});
afterAll(() => authority.remove());

function newEndpoint(): EndpointService {
  const endpoint = createEndpoint({
    host: realHost(),
    identity: () => authority.issue(['localhost']),
    tokenBook: testTokens(),
    sink: () => undefined,
    intake: {
      begin: () => {
        throw new Error('nothing is sent here');
      },
      take: () => {
        throw new Error('nothing is sent here');
      },
    },
    didChange: () => undefined,
  });
  endpoints.push(endpoint);
  return endpoint;
}

async function squat(address: string): Promise<number> {
  const server = createServer().listen({ host: address, port: 0, ipv6Only: true });
  await once(server, 'listening');
  squatters.push(server);
  return (server.address() as AddressInfo).port;
}

const on = (port: number, hosts: readonly string[] = []): EndpointSettings => ({
  port,
  hosts,
  auth: 'token',
  durable: false,
  server: DEFAULT_SERVER_SETTINGS,
});

async function refusal(promise: Promise<unknown>): Promise<SealwireError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof SealwireError) return error;
  throw new Error(`expected a catalogue error, got ${String(error)}`);
}

describe('the endpoint listens', () => {
  test('on one free port of both loopback addresses', async () => {
    const state = await newEndpoint().start(on(0));

    expect(state).toMatchObject({ listening: true, addresses: ['127.0.0.1', '::1'], problem: null });
    expect(state.url).toBe(`https://localhost:${state.port}`);
    expect(state.port).toBeGreaterThan(0);
  });

  test('on a wildcard in place of the loopback address it covers', async () => {
    const state = await newEndpoint().start(on(0, ['0.0.0.0', 'localhost']));

    expect(state.addresses).toEqual(['::1', '0.0.0.0']);
  });

  test('again on the same port after it was stopped', async () => {
    const endpoint = newEndpoint();
    const { port } = await endpoint.start(on(0));

    expect(await endpoint.stop()).toMatchObject({ listening: false, since: null });
    expect(await endpoint.start(on(port))).toMatchObject({ listening: true, port });
  });
});

describe('a port that is taken', () => {
  test.each(['127.0.0.1', '::1'])(
    'on %s alone leaves neither address taken, and names owner and next port',
    async (address) => {
      const endpoint = newEndpoint();
      const port = await squat(address);

      const error = await refusal(endpoint.start(on(port)));

      expect(error.code).toBe('PORT_TAKEN');
      expect(error.message).toBe(
        `Port ${port} on ${address} is taken by ${await portOwner(realHost(), realProcFiles, port)}.`,
      );
      expect(error.message).toContain(`(process ${process.pid})`);
      expect(error.fix).toMatch(/sealwire up --port \d+/);
      expect(endpoint.state()).toMatchObject({ listening: false, problem: { code: 'PORT_TAKEN' } });
      const other = address === '::1' ? '127.0.0.1' : '::1';
      const free = createServer().listen({ host: other, port, ipv6Only: true });
      await once(free, 'listening');
      free.close();
    },
  );

  test('is found out without starting, and a free one is no problem', async () => {
    const endpoint = newEndpoint();
    const taken = await squat('127.0.0.1');

    const problem = await endpoint.portProblem(on(taken));

    expect(problem?.message).toContain(`Port ${taken}`);
    expect(await endpoint.portProblem(on(problem?.nextFree ?? 0))).toBeNull();
    expect(endpoint.state().listening).toBe(false);
  });

  test('by another process is put down to that one', async () => {
    const script =
      'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => console.log(s.address().port))';
    const child = execFile(process.execPath, ['-e', script]);
    const [line] = await once(child.stdout ?? process.stdin, 'data');

    const error = await refusal(newEndpoint().start(on(Number(line))));

    child.kill('SIGKILL');
    expect(error.message).toContain(`(process ${child.pid})`);
  });
});

test('an address that the machine does not have is named with the reason', async () => {
  const error = await refusal(newEndpoint().start(on(0, ['203.0.113.7'])));

  expect(error.code).toBe('ADDRESS_UNAVAILABLE');
  expect(error.message).toBe('This machine has no address 203.0.113.7 to listen on (no network interface has it).');
});

describe('the owner of a port', () => {
  const emptyProc = { read: () => null, list: () => [], link: () => null };
  const answering =
    (answers: Record<string, string>) =>
    async (file: string): Promise<ExecResult> => ({
      code: 0,
      stdout: answers[file] ?? '',
      stderr: '',
      failure: null,
    });

  test('is said to be unknowable where /proc hides it', async () => {
    const table =
      '  sl  local_address\n   0: 0100007F:2008 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1001        0 4711 1\n';
    const proc = { ...emptyProc, read: (path: string) => (path === '/proc/net/tcp' ? table : null) };

    expect(await portOwner({ platform: 'linux', exec: answering({}) }, proc, 8200)).toBe(
      "another user's program (user id 1001), whose name only that user or root can see",
    );
    expect(await portOwner({ platform: 'linux', exec: answering({}) }, emptyProc, 8200)).toMatch(
      /outside this container/,
    );
  });

  test('is read from lsof on macOS', async () => {
    const exec = answering({ '/usr/sbin/lsof': 'p4711\ncnode\n' });

    expect(await portOwner({ platform: 'darwin', exec }, emptyProc, 8200)).toBe('node (process 4711)');
    expect(await portOwner({ platform: 'darwin', exec: answering({}) }, emptyProc, 8200)).toMatch(/another user/);
  });

  test('is read from netstat and tasklist on Windows', async () => {
    const exec = answering({
      'netstat.exe':
        '  TCP    127.0.0.1:18200   0.0.0.0:0   LISTENING   1\r\n  TCP    127.0.0.1:8200   0.0.0.0:0   LISTENING   4711\r\n',
      'tasklist.exe': '"apm-server.exe","4711","Console","1","40.000 K"\r\n',
    });

    expect(await portOwner({ platform: 'win32', exec }, emptyProc, 8200)).toBe('apm-server.exe (process 4711)');
  });
});
