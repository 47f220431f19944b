import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TlsClient } from '../../main/core/agents/tls-client.ts';
import { findFaults } from '../../main/core/doctor/certificates/find-faults.ts';
import { type CertificateWish, openKit, type Pair, ROOT_EXTENSIONS } from '../core/doctor/certificate-kit.ts';
import type { Question } from './stack.ts';
import { stacks } from './stacks.ts';

/* What the doctor says that a client turns down, asked of that client. */

/** Stacks of this machine by what the doctor calls them; others are not spoken of. */
const CLIENTS: readonly (readonly [RegExp, TlsClient])[] = [
  [/^Node\.js (2[4-9]|[3-9]\d)/, 'node'],
  [/^Python 3\.(1[3-9]|[2-9]\d)/, 'python-strict'],
  [/^Python 3\.(\d|1[0-2])\b/, 'python'],
  [/^Go/, 'go'],
  // Before 15 it knows no Ed25519, which the doctor says in words.
  [/^Java (1[5-9]|[2-9]\d)/, 'java'],
  [/^Ruby/, 'ruby'],
  [/^curl/, 'curl'],
  [/^Chromium/, 'chromium'],
];

const LEAF = ['basicConstraints=critical,CA:FALSE', 'extendedKeyUsage=serverAuth', 'subjectKeyIdentifier=hash'];

const kit = openKit();
const folder = mkdtempSync(join(tmpdir(), 'sealwire-claims-'));
const servers: Server[] = [];
const cases: {
  readonly title: string;
  readonly port: number;
  readonly host: string;
  readonly root: string;
  readonly chain: string;
  readonly path: readonly X509Certificate[];
  wasAsked(path: string): boolean;
}[] = [];

async function serve(title: string, root: Pair, leaf: Pair, host = 'localhost'): Promise<void> {
  const asked = new Set<string>();
  const server = createServer(
    { cert: leaf.cert, key: leaf.key, ciphers: 'DEFAULT:@SECLEVEL=0' },
    (request, response) => {
      asked.add(request.url ?? '');
      response.writeHead(200, { connection: 'close', 'content-type': 'text/html' }).end('<p>accepted</p>');
    },
  );
  server.on('tlsClientError', () => undefined);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const file = (name: string, content: string): string => {
    const path = join(folder, `${cases.length}-${name}.pem`);
    writeFileSync(path, content);
    return path;
  };
  cases.push({
    title,
    host,
    port: (server.address() as AddressInfo).port,
    root: file('root', root.cert),
    chain: file('chain', leaf.cert),
    path: [leaf, root].map(({ cert }) => new X509Certificate(cert)),
    wasAsked: (path) => [...asked].some((each) => each.startsWith(path)),
  });
}

beforeAll(async () => {
  const root = kit.root({ subject: '/CN=Claims root' });
  const leaves: readonly (readonly [string, CertificateWish, string?])[] = [
    ['nothing wrong', {}],
    ['expired', { days: -1 }],
    ['another name', { san: 'DNS:apm.test' }],
    ['an address among the DNS names', { san: 'DNS:127.0.0.1' }, '127.0.0.1'],
    ['clients alone', { extensions: ['extendedKeyUsage=clientAuth'] }],
    ['SHA-1', { hash: 'sha1' }],
    ['RSA-1024', { key: 'rsa-1024' }],
    ['no authority key identifier', { isWithoutIssuerKey: true }],
    ['key usage without digitalSignature', { extensions: ['keyUsage=critical,keyEncipherment', ...LEAF] }],
    ['Ed25519', { key: 'ed25519', extensions: LEAF }],
    ['1000 days', { days: 1000 }],
  ];
  for (const [title, wish, host] of leaves) await serve(title, root, kit.leaf(root, wish), host);
  const roots: readonly (readonly [string, readonly string[]])[] = [
    ['basic constraints that are not critical', ['basicConstraints=CA:TRUE', ...ROOT_EXTENSIONS.slice(1)]],
    ['no basic constraints', ROOT_EXTENSIONS.slice(1)],
    ['no key usage', ROOT_EXTENSIONS.filter((line) => !line.startsWith('keyUsage'))],
    [
      'a key usage without keyCertSign',
      ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,digitalSignature', 'subjectKeyIdentifier=hash'],
    ],
    [
      'name constraints that leave it out',
      [...ROOT_EXTENSIONS, 'nameConstraints=critical,permitted;DNS:test,permitted;IP:10.0.0.0/255.0.0.0'],
    ],
  ];
  for (const [title, extensions] of roots) {
    const authority = kit.root({ subject: `/CN=Claims ${title.replaceAll(' ', '-')}`, extensions });
    await serve(`a root with ${title}`, authority, kit.leaf(authority));
  }
  const old = kit.root({ subject: '/CN=Claims expired root', days: -1 });
  await serve('a root that expired', old, kit.leaf(old));
}, 300_000);

afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  kit.remove();
  rmSync(folder, { recursive: true, force: true });
});

for (const [index, stack] of stacks().entries()) {
  const client = CLIENTS.find(([pattern]) => pattern.test(stack.title))?.[1];
  if (client === undefined) continue;
  const problem = 'problem' in stack ? stack.problem : null;

  describe.skipIf(problem !== null)(`${stack.title}${problem === null ? '' : ` [skipped: ${problem}]`}`, () => {
    test('does with each faulty certificate what the doctor says that it does', async () => {
      const questions = cases.map(({ port, host, root, chain, wasAsked }): Question => {
        const path = `/claims/${index}/`;
        return { url: `https://${host}:${port}${path}`, root, chain, wasAsked: () => wasAsked(path) };
      });
      const answers = 'ask' in stack ? await stack.ask(questions) : [];

      const seen = cases.map(({ title }, at) => `${title}: ${answers[at] === 'accepted' ? 'accepted' : 'refused'}`);
      const said = cases.map(({ title, path, host }) => {
        const isRefused = findFaults({ path, host, now: new Date() }).some(({ refusedBy }) =>
          refusedBy.includes(client),
        );
        return `${title}: ${isRefused ? 'refused' : 'accepted'}`;
      });
      expect(seen).toEqual(said);
    }, 600_000);
  });
}
