import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  type IssuedAuthority,
  issueAuthority,
  issueTwoTierAuthority,
} from '../../../main/core/authority/issue-authority.ts';
import { pemCertificates } from '../../../main/core/authority/pem-certificates.ts';
import { permittedNames } from '../../../main/core/authority/permitted-names.ts';
import { issueClientCertificate } from '../../../main/core/certificates/issue-client-certificate.ts';
import {
  type IssuedCertificate,
  issueServerCertificate,
} from '../../../main/core/certificates/issue-server-certificate.ts';
import { KEY_KINDS, type KeyKind } from '../../../main/core/certificates/key-pair.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { goVerifier, opensslStrict, type Question, type Verifier } from '../../support/verifiers.ts';

/* Every kind of certificate under every kind of authority, judged by programs of others. */

const host = realHost();
const permitted = permittedNames('test-laptop', ['corp.example']);
const SERVER_NAMES = [
  'localhost',
  '127.0.0.1',
  '::1',
  '*.apm.test',
  'münchen.test',
  'my_service.test',
  'shop.corp.example',
];
const ASKED = [
  'localhost',
  '127.0.0.1',
  '::1',
  'any.apm.test',
  'xn--mnchen-3ya.test',
  'my_service.test',
  'shop.corp.example',
];
const CLIENT_NAMES = ['billing', 'spiffe://apm.test/ns/shop/billing', 'worker.apm.test'];

const AUTHORITIES = [
  ['ec-p256', issueAuthority],
  ['ec-p384', issueAuthority],
  ['rsa-3072', issueAuthority],
  ['ec-p256', issueTwoTierAuthority],
  ['rsa-3072', issueTwoTierAuthority],
] as const;

const hasGo = isOnPath('go');
const hasOpenssl = isOnPath('openssl');
const hasPython = isOnPath('python3');
const lacking = (has: boolean, program: string): string => (has ? '' : ` [skipped: this machine lacks ${program}]`);

let go: ReturnType<typeof goVerifier> | null = null;
beforeAll(() => {
  if (hasGo) go = goVerifier();
}, 120_000);
afterAll(() => go?.remove());

const PYTHON_CLIENT = [
  'import socket, ssl, sys',
  'ca, rest = sys.argv[1], sys.argv[2:]',
  'for port, cert, key in zip(rest[0::3], rest[1::3], rest[2::3]):',
  '    context = ssl.create_default_context(cafile=ca)',
  '    context.verify_flags |= ssl.VERIFY_X509_STRICT',
  '    context.load_cert_chain(cert, key)',
  '    with socket.create_connection(("127.0.0.1", int(port))) as plain:',
  '        with context.wrap_socket(plain, server_hostname="localhost") as secure:',
  '            print(secure.recv(100).decode())',
].join('\n');

const pairOf = ({ pem, privateKey }: IssuedCertificate): { cert: string; key: string } => ({
  cert: pem,
  key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
});

/** A server that says `accepted` to clients whose certificate it accepts; its port. */
async function requiring(pair: { cert: string; key: string }, ca: string): Promise<number> {
  const options = { ...pair, ca, requestCert: true, rejectUnauthorized: true };
  const listening = createServer(options, (socket) => socket.on('error', () => undefined).end('accepted'));
  onTestFinished(() => void listening.close());
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return (listening.address() as AddressInfo).port;
}

const rootOf = ({ pem }: IssuedAuthority): string => pemCertificates(pem).at(-1) ?? '';
const verdicts = (verify: Verifier, question: Question, names: readonly string[]): string[] =>
  names.map((name) => `${name}: ${verify({ ...question, name })}`);

describe.each(AUTHORITIES)('under an authority of %s (%o)', (key, make) => {
  let authority: IssuedAuthority;
  const leaves = new Map<KeyKind, { server: IssuedCertificate; client: IssuedCertificate }>();
  beforeAll(async () => {
    authority = await make(host, { commonName: `Sealwire test ${key}`, permitted, key });
    for (const kind of KEY_KINDS) {
      leaves.set(kind, {
        server: await issueServerCertificate(host, { ...authority, permitted }, SERVER_NAMES, { key: kind }),
        client: await issueClientCertificate(host, { ...authority, permitted }, CLIENT_NAMES, { key: kind }),
      });
    }
  }, 120_000);

  test.skipIf(!hasOpenssl)(`OpenSSL in strict mode accepts all of them${lacking(hasOpenssl, 'openssl')}`, () => {
    for (const [kind, { server, client }] of leaves) {
      const roots = rootOf(authority);
      const served = verdicts(opensslStrict, { chain: server.pem, roots, purpose: 'server' }, ASKED);

      expect(served, kind).toEqual(ASKED.map((name) => `${name}: OK`));
      expect(opensslStrict({ chain: client.pem, roots, purpose: 'client' }), kind).toBe('OK');
      expect(opensslStrict({ chain: client.pem, roots, purpose: 'server' }), kind).toMatch(/unsuitable|purpose/);
      expect(opensslStrict({ chain: server.pem, roots, purpose: 'client' }), kind).toMatch(/unsuitable|purpose/);
    }
  });

  test.skipIf(!hasGo)(`Go accepts all of them${lacking(hasGo, 'go')}`, () => {
    const verify = go?.verify ?? (() => 'no Go');
    // Go's own check of host names takes no underscore in a name that is asked for.
    const asked = ASKED.filter((name) => !name.includes('_'));
    for (const [kind, { server, client }] of leaves) {
      const roots = rootOf(authority);

      expect(verdicts(verify, { chain: server.pem, roots, purpose: 'server' }, asked), kind).toEqual(
        asked.map((name) => `${name}: OK`),
      );
      expect(verify({ chain: client.pem, roots, purpose: 'client' }), kind).toBe('OK');
      expect(verify({ chain: client.pem, roots, purpose: 'server' }), kind).toContain('incompatible key usage');
      expect(verify({ chain: server.pem, roots, purpose: 'server', name: 'example.com' }), kind).toContain(
        'example.com',
      );
    }
  });

  test.skipIf(!hasPython)(`Python in strict mode accepts all of them${lacking(hasPython, 'python3')}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-python-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const ca = rootOf(authority);
    const file = (name: string, content: string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const asked: string[] = [];
    for (const [kind, { server, client }] of leaves) {
      const port = await requiring(pairOf(server), ca);
      const { cert, key } = pairOf(client);
      asked.push(String(port), file(`${kind}.pem`, cert), file(`${kind}.key`, key));
    }

    const { stdout } = await promisify(execFile)('python3', ['-c', PYTHON_CLIENT, file('ca.pem', ca), ...asked]);

    expect(stdout.trim().split('\n')).toEqual([...leaves.keys()].map(() => 'accepted'));
  });

  test('Node.js accepts both sides of a handshake in which each shows its own', async () => {
    const ca = rootOf(authority);
    for (const [kind, { server, client }] of leaves) {
      const port = await requiring(pairOf(server), ca);

      const socket = connect({ ...pairOf(client), ca, port, host: '127.0.0.1', servername: 'localhost' });
      const [answer] = await once(socket, 'data');

      expect([kind, socket.authorized, String(answer)]).toEqual([kind, true, 'accepted']);
      socket.destroy();
    }
  });
});

describe('an authority that was not meant for a name', () => {
  test.skipIf(!hasGo)(`does not make Go accept it, root or intermediate${lacking(hasGo, 'go')}`, async () => {
    for (const make of [issueAuthority, issueTwoTierAuthority]) {
      const authority = await make(host, { commonName: 'Sealwire constrained', permitted });
      const leaf = await issueServerCertificate(host, { ...authority, permitted: null }, ['localhost', 'example.org']);
      const question: Question = { chain: leaf.pem, roots: rootOf(authority), purpose: 'server', name: 'localhost' };

      expect(go?.verify(question)).toContain('not permitted');
      if (hasOpenssl) expect(opensslStrict(question)).toContain('permitted subtree violation');
    }
  });
});

describe('how long certificates last', () => {
  test('is what was asked for, in days or minutes, and ends with the intermediate at the latest', async () => {
    const now = new Date('2026-11-24T12:00:00Z');
    const then = { ...host, now: () => now };
    const authority = await issueTwoTierAuthority(then, { commonName: 'Sealwire short', permitted, days: 10 });
    const endOf = async (options: { days?: number; minutes?: number }): Promise<string> => {
      const { pem } = await issueServerCertificate(then, { ...authority, permitted }, ['localhost'], options);
      return new X509Certificate(pem).validToDate.toISOString();
    };

    expect(await endOf({ minutes: 5 })).toBe('2026-11-24T12:05:00.000Z');
    expect(await endOf({ days: 3 })).toBe('2026-11-27T12:00:00.000Z');
    expect(await endOf({})).toBe('2026-12-04T11:00:00.000Z');
  });
});
