import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import type { RelayedHead } from '../../../main/core/relay/ports.ts';
import { readRelayTarget } from '../../../main/core/relay/read-target.ts';
import { openUpstream, type UpstreamTarget } from '../../../main/core/relay/upstream.ts';
import { createTestAuthority } from '../../support/test-authority.ts';

const HEAD: RelayedHead = {
  method: 'POST',
  target: '/intake/v2/events?verbose',
  headers: { 'content-type': 'application/x-ndjson', 'user-agent': 'apm-agent-go/2' },
  isAuthorised: true,
};
const authority = createTestAuthority();
const { keyPem, chainPem } = authority.issue(['localhost']);
const GOOD = { key: keyPem.reveal(), cert: chainPem };
const closers: (() => unknown)[] = [];
afterAll(() => authority.remove());
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(options: ServerOptions, handle: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(options, handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

function client(origin: string, more: Partial<UpstreamTarget> = {}) {
  const upstream = openUpstream({ origin, ca: null, moreCa: null, credential: null, ...more });
  closers.push(upstream.close);
  return upstream;
}

describe('the server behind', () => {
  test('gets the request as it came, with its own credential in place of ours', async () => {
    const seen: unknown[] = [];
    const origin = await serve(GOOD, async (request, response) => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece);
      const { authorization, 'content-type': type, 'user-agent': agent } = request.headers;
      seen.push({
        method: request.method,
        url: request.url,
        authorization,
        type,
        agent,
        body: Buffer.concat(pieces).toString(),
      });
      response.writeHead(202, { Etag: '"one"' }).end('{"accepted":1}');
    });
    const credential = { kind: 'Bearer' as const, value: new Secret('theirs') };
    const upstream = client(origin, { ca: authority.caPem, credential });

    const answer = await upstream.ask(HEAD, Buffer.from('{"metadata":{}}'), 5000);
    await upstream.ask({ ...HEAD, isAuthorised: false }, Buffer.from('page'), 5000);
    await upstream.ask({ ...HEAD, method: 'GET', target: '/' }, Buffer.alloc(0), 5000);

    expect(answer).toMatchObject({ status: 202, headers: { etag: '"one"' } });
    expect(Buffer.from(answer.body).toString()).toBe('{"accepted":1}');
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/intake/v2/events?verbose',
        authorization: 'Bearer theirs',
        type: 'application/x-ndjson',
        agent: 'apm-agent-go/2',
        body: '{"metadata":{}}',
      },
      expect.objectContaining({ authorization: undefined, body: 'page' }),
      expect.objectContaining({ method: 'GET', url: '/', authorization: 'Bearer theirs', body: '' }),
    ]);
  });

  test.each<[string, () => { readonly cert: typeof GOOD; readonly trusted: boolean }, RegExp]>([
    ['of an authority that nobody told us of', () => ({ cert: GOOD, trusted: false }), /unable to verify|self-signed/],
    ['with another name', () => ({ cert: certificateFor(['elsewhere.example']), trusted: true }), /altnames/],
    ['that has expired', () => ({ cert: certificateFor(['localhost'], -1), trusted: true }), /expired/],
  ])('%s is told nothing', async (_what, made, words) => {
    const { cert, trusted } = made();
    let asked = 0;
    const origin = await serve(cert, (_request, response) => {
      asked += 1;
      response.end();
    });
    const upstream = client(origin, trusted ? { ca: authority.caPem } : {});

    await expect(upstream.ask(HEAD, Buffer.from('x'), 5000)).rejects.toThrow(words);

    expect(asked).toBe(0);
  });

  test('is trusted by the authority that Sealwire itself is given besides', async () => {
    const origin = await serve(GOOD, (_request, response) => response.writeHead(202).end());

    const answer = await client(origin, { moreCa: authority.caPem }).ask(HEAD, Buffer.from('x'), 5000);

    expect(answer.status).toBe(202);
  });

  test('that points elsewhere is not followed', async () => {
    const there: unknown[] = [];
    const elsewhere = await serve(GOOD, (request, response) => {
      there.push(request.headers);
      response.end();
    });
    const origin = await serve(GOOD, (_request, response) =>
      response.writeHead(307, { Location: `${elsewhere}/` }).end(),
    );

    const answer = await client(origin, { ca: authority.caPem }).ask(HEAD, Buffer.from('x'), 5000);

    expect(answer.status).toBe(307);
    expect(there).toEqual([]);
  });

  test('that answers without end is cut off at a megabyte', async () => {
    const origin = await serve(GOOD, (_request, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(65_536)));
        response.once('drain', more);
      };
      response.on('error', () => undefined);
      more();
    });

    await expect(client(origin, { ca: authority.caPem }).ask(HEAD, Buffer.from('x'), 10_000)).rejects.toThrow(
      'more than a megabyte',
    );
  });

  test('that says nothing is waited for no longer than asked', async () => {
    const origin = await serve(GOOD, () => undefined);

    await expect(client(origin, { ca: authority.caPem }).ask(HEAD, Buffer.from('x'), 200)).rejects.toThrow(
      /timeout|aborted/i,
    );
  });
});

describe('a URL to relay to', () => {
  const read = (url: string) => readRelayTarget({ url, ca: null, credential: null }, null).origin;

  test('is the origin of a server', () => {
    expect(read('https://apm.example.com:8200')).toBe('https://apm.example.com:8200');
    expect(read('https://apm.example.com/')).toBe('https://apm.example.com');
    expect(read('http://127.0.0.1:8200')).toBe('http://127.0.0.1:8200');
    expect(read('http://[::1]:8200')).toBe('http://[::1]:8200');
  });

  test.each([
    ['apm.example.com', 'in full'],
    ['ftp://apm.example.com', 'in full'],
    ['https://apm.example.com/intake/v2/events', '--relay https://apm.example.com'],
    ['https://user:hunter2@apm.example.com', '--relay-token'],
    ['http://apm.example.com:8200', 'https://'],
  ])('is not %s', (url, fix) => {
    try {
      read(url);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'USAGE', fix: expect.stringContaining(fix) });
      expect(JSON.stringify(error)).not.toContain('hunter2');
    }
  });
});

function certificateFor(names: readonly string[], days = 30): typeof GOOD {
  const issued = authority.issue(names, { days });
  return { key: issued.keyPem.reveal(), cert: issued.chainPem };
}
