import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type LadderStep, Secret } from '../../../main/contract/index.ts';
import type { ExecOptions, Host } from '../../../main/core/host/host.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { runProbe } from '../../../main/core/probe/run-probe.ts';
import { likeApmServer, listen, startTestServer } from './test-server.ts';

const TOKEN = 'gRightRightRightRight';

interface Probe {
  readonly url: string;
  readonly caPath: string | null;
  readonly token?: string | null;
  readonly host?: Host;
  readonly timeoutMs?: number;
}

async function probe({ token = TOKEN, host = realHost(), ...rest }: Probe): Promise<LadderStep[]> {
  const report = await runProbe({ ...rest, host, token: token === null ? null : new Secret(token), version: '0.1.0' });
  expect(report.endpoint).toBe(rest.url);
  expect(JSON.stringify(report)).not.toContain(TOKEN);
  return report.steps;
}

const states = (steps: readonly LadderStep[]): string => steps.map(({ step, state }) => `${step} ${state}`).join(', ');
const stop = (steps: readonly LadderStep[]): LadderStep | undefined => steps.find(({ state }) => state === 'failed');

const stoppedAt = (step: string): string => {
  const names = ['reached', 'encrypted', 'trusted', 'authorised', 'identified', 'reporting'];
  const at = names.indexOf(step);
  return names.map((name, index) => `${name} ${index < at ? 'ok' : index === at ? 'failed' : 'waiting'}`).join(', ');
};

describe('the probe', () => {
  test('climbs every rung over one connection, as an agent does', async () => {
    const server = await startTestServer(likeApmServer(TOKEN));

    const steps = await probe({ url: server.url, caPath: server.caPath });

    expect(steps.map(({ state, evidence }) => [state, evidence.replace(String(server.port), 'PORT')])).toEqual([
      ['ok', '127.0.0.1 → 127.0.0.1 port PORT'],
      ['ok', 'TLS 1.3, TLS_AES_256_GCM_SHA384'],
      ['ok', 'verified for localhost: test authority'],
      ['ok', 'the server told its version, so the secret token matched'],
      ['ok', 'sealwire-probe 0.1.0, sealwire-probe'],
      ['ok', '1 transaction, 1 span accepted with 202'],
    ]);
    expect(steps.every(({ at }) => at !== null && !Number.isNaN(Date.parse(at)))).toBe(true);
    expect(server.seen.map(({ method, url, connection }) => [method, url, connection])).toEqual([
      ['GET', '/', 1],
      ['POST', '/intake/v2/events?verbose', 1],
    ]);
  });

  test('says honestly who it is and sends a transaction with its span', async () => {
    const server = await startTestServer(likeApmServer(TOKEN));

    await probe({ url: server.url, caPath: server.caPath });

    const [root, intake] = server.seen;
    const lines = (intake?.body ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(root?.headers['user-agent']).toBe('sealwire-probe/0.1.0 (sealwire-probe)');
    expect(intake?.headers['content-type']).toBe('application/x-ndjson');
    expect(lines[0].metadata.service).toMatchObject({
      name: 'sealwire-probe',
      agent: { name: 'sealwire-probe', version: '0.1.0' },
    });
    expect(lines[1].transaction).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      span_count: { started: 1 },
    });
    expect(lines[2].span).toMatchObject({
      parent_id: lines[1].transaction.id,
      trace_id: lines[1].transaction.trace_id,
    });
  });

  test('shows the token as n/a where the server asks for none', async () => {
    const server = await startTestServer(likeApmServer(null));

    const steps = await probe({ url: server.url, caPath: server.caPath, token: null });

    expect(states(steps)).toContain('trusted ok, authorised n/a, identified ok, reporting ok');
  });

  test('joins the path of the URL, as agents do', async () => {
    const server = await startTestServer((_request, response) => response.writeHead(404).end('404 page not found'));

    const steps = await probe({ url: `${server.url}/apm/`, caPath: server.caPath });

    expect(server.seen.map(({ url }) => url)).toEqual(['/apm/']);
    expect(states(steps)).toBe(stoppedAt('authorised'));
    expect(stop(steps)?.evidence).toBe('GET / answered 404; this may not be an APM Server');
  });
});

describe('the probe stops', () => {
  test('at reached, where nothing listens', async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer();
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
      });
    });

    const steps = await probe({ url: `https://127.0.0.1:${port}`, caPath: null });

    expect(states(steps)).toBe(stoppedAt('reached'));
    expect(stop(steps)?.evidence).toBe(`nothing listens on 127.0.0.1:${port} (ECONNREFUSED)`);
    expect(steps[1]?.evidence).toBe('waits for "reached"');
  });

  test('at encrypted, where the server speaks plain HTTP', async () => {
    const port = await listen(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));

    const steps = await probe({ url: `https://127.0.0.1:${port}`, caPath: null });

    expect(states(steps)).toBe(stoppedAt('encrypted'));
    expect(stop(steps)?.evidence).toBe('the server does not speak TLS on this port');
  });

  test('at encrypted, where the URL begins with http://', async () => {
    const received: Buffer[] = [];
    const port = await listen(createServer((socket) => socket.on('data', (chunk) => received.push(chunk))));

    const steps = await probe({ url: `http://127.0.0.1:${port}`, caPath: null });

    expect(states(steps)).toBe(stoppedAt('encrypted'));
    expect(received).toEqual([]);
  });

  test('at trusted, where the certificate is another authority’s, and the token is not sent', async () => {
    const server = await startTestServer(likeApmServer(TOKEN));
    const other = await startTestServer(likeApmServer(TOKEN));

    const steps = await probe({ url: server.url, caPath: other.caPath });

    expect(states(steps)).toBe(stoppedAt('trusted'));
    expect(stop(steps)?.evidence).toMatch(
      /^the certificate is not from the authority that is trusted here \([A-Z_]+\)$/,
    );
    expect(server.seen).toEqual([]);
  });

  test('at trusted, whatever the environment says about verification', async () => {
    const server = await startTestServer(likeApmServer(TOKEN));
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    vi.stubEnv('NODE_EXTRA_CA_CERTS', server.caPath);

    const steps = await probe({ url: server.url, caPath: null });

    expect(states(steps)).toBe(stoppedAt('trusted'));
  });

  test('at trusted, where the certificate does not cover the name', async () => {
    const server = await startTestServer(likeApmServer(TOKEN), { names: ['apm.test'] });

    const steps = await probe({ url: server.url, caPath: server.caPath });

    expect(states(steps)).toBe(stoppedAt('trusted'));
    expect(stop(steps)?.evidence).toMatch(/does not cover this name/);
  });

  test('at trusted, where the certificate has expired', async () => {
    const server = await startTestServer(likeApmServer(TOKEN), { now: () => new Date(Date.now() - 60 * 86_400_000) });

    const steps = await probe({ url: server.url, caPath: server.caPath });

    expect(stop(steps)).toMatchObject({ step: 'trusted', evidence: 'the certificate has expired (CERT_HAS_EXPIRED)' });
  });

  test('at trusted, where the CA file is missing', async () => {
    const steps = await probe({ url: 'https://127.0.0.1:1', caPath: '/nowhere/ca.pem' });

    expect(stop(steps)).toMatchObject({ step: 'trusted', evidence: 'the CA file /nowhere/ca.pem cannot be read' });
    expect(steps[0]).toMatchObject({ state: 'waiting', evidence: 'not tried' });
  });

  test.each([
    ['wrong', 'gWrong', 'GET / answered 200 without a version: the secret token did not match'],
    ['missing', null, 'GET / answered 200 without a version: a secret token is asked for and none was given'],
  ])('at authorised, where the token is %s', async (_what, token, evidence) => {
    const server = await startTestServer(likeApmServer(TOKEN));

    const steps = await probe({ url: server.url, caPath: server.caPath, token });

    expect(states(steps)).toBe(stoppedAt('authorised'));
    expect(stop(steps)?.evidence).toBe(evidence);
  });

  test('at identified, where the events are refused', async () => {
    const server = await startTestServer((request, response) => {
      if (request.url === '/') response.end('{"version":"9.5.2"}');
      else response.writeHead(503).end('{"errors":[{"message":"queue is full"}]}');
    });

    const steps = await probe({ url: server.url, caPath: server.caPath });

    expect(states(steps)).toBe(stoppedAt('identified'));
    expect(stop(steps)?.evidence).toMatch(/answered 503: .*queue is full/);
  });

  test('at authorised, where the server never answers', async () => {
    const server = await startTestServer(() => undefined);

    const steps = await probe({ url: server.url, caPath: server.caPath, timeoutMs: 300 });

    expect(stop(steps)).toMatchObject({ step: 'authorised', evidence: 'no answer within 0.3 s' });
  });

  test('at reached, where the URL is none', async () => {
    const steps = await probe({ url: 'localhost:8200', caPath: null });

    expect(stop(steps)).toMatchObject({
      step: 'reached',
      evidence: '"localhost:8200" is not a URL that begins with https://',
    });
  });
});

describe('the process of the probe', () => {
  test('gets the token on its standard input alone', async () => {
    const calls: { args: readonly string[]; options: ExecOptions | undefined }[] = [];
    const host: Host = {
      ...realHost({ SystemRoot: 'C:\\Windows', NODE_OPTIONS: '--require x' }),
      platform: 'win32',
      exec: async (_file, args, options) => {
        calls.push({ args, options });
        return { code: 0, stdout: '', stderr: '', failure: null };
      },
    };

    await runProbe({ host, url: 'https://x', caPath: null, token: new Secret(TOKEN), version: '0.1.0' });

    const [call] = calls;
    expect(call?.args).toEqual([
      join(import.meta.dirname, '..', '..', '..', 'main', 'core', 'probe', 'probe-process.ts'),
    ]);
    expect(call?.options?.env).toEqual({ SystemRoot: 'C:\\Windows' });
    expect(call?.options?.input).toContain(TOKEN);
  });

  test('may die: what it had told counts, and the next rung says what happened', async () => {
    const rung: LadderStep = { step: 'reached', state: 'ok', at: '2026-11-23T12:00:00.000Z', evidence: 'told' };
    const stdout = `${JSON.stringify({ rung })}\n{"rung":{"step":"encr`;
    const exec: Host['exec'] = async () => ({ code: null, stdout, stderr: '', failure: 'ended by SIGKILL' });

    const steps = await probe({ url: 'https://x', caPath: null, host: { ...realHost(), exec } });

    expect(steps[0]).toEqual(rung);
    expect(states(steps)).toBe(stoppedAt('encrypted'));
    expect(steps[1]?.evidence).toBe('the probe’s process ended early: ended by SIGKILL');
  });
});
