import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LadderStep } from '../../main/contract/index.ts';
import { type SystemHome, systemHome } from './system-home.ts';

/** The rungs of a probe as `step state`, up to and with the first that is not ok, and the evidence of that one. */
async function climb(at: SystemHome, ...args: string[]): Promise<{ rungs: string[]; evidence: string; code: unknown }> {
  const { code, stdout, stderr } = await at.run(['probe', ...args, '--json']);
  expect(stderr).toBe('');
  const { steps }: { steps: LadderStep[] } = JSON.parse(stdout);
  const last = steps.findIndex(({ state }) => state !== 'ok');
  const shown = last === -1 ? steps : steps.slice(0, last + 1);
  expect(last === -1 ? [] : steps.slice(last + 1).map(({ state }) => state)).toEqual(
    steps.slice(shown.length).map(() => 'waiting'),
  );
  return { code, rungs: shown.map(({ step, state }) => `${step} ${state}`), evidence: shown.at(-1)?.evidence ?? '' };
}

describe('the probe', () => {
  test('stops at reached while the endpoint is stopped, and climbs to the top after it was started again', async () => {
    const at = await systemHome();
    const instance = await at.up();
    const client = await instance.connect();
    await client.call('endpoint.stop', {});

    const stopped = await climb(at, `https://localhost:${instance.port}`);
    await client.call('endpoint.start', { port: instance.port });
    const started = await climb(at);

    expect(stopped).toMatchObject({ code: 1, rungs: ['reached failed'] });
    expect(stopped.evidence).toContain(`nothing listens on localhost:${instance.port}`);
    expect(started).toMatchObject({ code: 0, rungs: expect.arrayContaining(['reporting ok']) });
  });

  test('stops at trusted before a server of another authority, which never sees the token', async () => {
    const at = await systemHome();
    await at.up();
    const other = await systemHome('session');
    const stranger = await other.up();

    const { code, rungs, evidence } = await climb(at, stranger.ready.endpoint);
    const { attempts } = await (await stranger.connect()).call('attempt.list', {});
    const [attempt] = attempts;

    expect([code, rungs]).toEqual([1, ['reached ok', 'encrypted ok', 'trusted failed']]);
    expect(evidence).toContain('not from the authority that is trusted here');
    expect(attempts).toHaveLength(1);
    expect(attempt).toMatchObject({ outcome: 'failed', status: null });
    // Node.js leaves without an alert. That it was Node.js is known only if its process still lives when the endpoint looks for it.
    expect(attempt?.diagnosis?.code).toBe(attempt?.process === null ? 'HANDSHAKE_DROPPED' : 'CA_NOT_TRUSTED');
  });

  test('stops at encrypted before a port that does not speak TLS, and before http://', async () => {
    const at = await systemHome();
    await at.up();
    const server = createServer((socket) =>
      socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    );
    server.listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;

    const plain = await climb(at, `https://127.0.0.1:${port}`);
    const http = await climb(at, `http://127.0.0.1:${port}`);

    expect(plain).toMatchObject({ code: 1, rungs: ['reached ok', 'encrypted failed'] });
    expect(plain.evidence).toBe('the server does not speak TLS on this port');
    expect(http).toMatchObject({ code: 1, rungs: ['reached ok', 'encrypted failed'] });
    expect(http.evidence).toContain('http://');
  });

  test('of a host that does not exist stops at reached', async () => {
    const at = await systemHome();
    await at.up();

    const { code, rungs, evidence } = await climb(at, 'https://no-such-host.invalid:8200');

    expect([code, rungs]).toEqual([1, ['reached failed']]);
    expect(evidence).toContain('has no address');
  });

  test.each(['ftp://localhost', 'localhost:8200', 'nonsense'])(
    'of %s is wrong usage, and says how a server is given',
    async (url) => {
      const at = await systemHome();
      await at.up();

      const { code, stderr } = await at.run(['probe', url, '--json']);

      expect(code).toBe(2);
      expect(JSON.parse(stderr).error.message).toContain('such as https://localhost:8200');
    },
  );

  test('of a URL works without a running Sealwire, with what is kept', async () => {
    const at = await systemHome();
    const instance = await at.up();
    const url = instance.ready.endpoint;
    const reached = await climb(at, url);
    await instance.stop();

    const nobody = await climb(at, url);

    expect(reached.code).toBe(0);
    expect(nobody).toMatchObject({ code: 1, rungs: ['reached failed'] });
  });
});
