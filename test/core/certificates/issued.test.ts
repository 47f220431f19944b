import { execFile, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkServerIdentity, connect, createServer, type TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { issueAuthority } from '../../../main/core/authority/issue-authority.ts';
import { permittedNames } from '../../../main/core/authority/permitted-names.ts';
import { issueServerCertificate } from '../../../main/core/certificates/issue-server-certificate.ts';
import { KEY_KINDS } from '../../../main/core/certificates/key-pair.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { isOnPath } from '../../support/prepare-machine.ts';

const host = realHost();
const permitted = permittedNames('test-laptop', []);
const NAMES = [
  'localhost',
  '127.0.0.1',
  '::1',
  'test-laptop',
  '*.apm.test',
  'host.docker.internal',
  'fd00::2',
  'münchen.test',
];

const hasOpenssl = isOnPath('openssl');
const hasPython = isOnPath('python3');
const lacking = (has: boolean, program: string): string => (has ? '' : ` [skipped: this machine lacks ${program}]`);

describe.skipIf(!hasOpenssl)(`OpenSSL in strict mode${lacking(hasOpenssl, 'openssl')}`, () => {
  for (const caKey of ['ec-p256', 'ec-p384', 'rsa-3072'] as const) {
    test(`accepts every kind of certificate under a ${caKey} authority, for every name`, async () => {
      const authority = await issueAuthority(host, { commonName: `Sealwire ${caKey}`, permitted, key: caKey });
      for (const key of KEY_KINDS.filter((kind) => kind !== 'rsa-4096')) {
        const leaf = await issueServerCertificate(host, { ...authority, permitted }, NAMES, { key });
        const verify = verifier(authority.pem, leaf.pem);

        for (const name of ['localhost', 'test-laptop', 'a.apm.test', 'host.docker.internal', 'xn--mnchen-3ya.test']) {
          expect(verify('-verify_hostname', name), `${key} ${name}`).toBe('OK');
        }
        for (const address of ['127.0.0.1', '::1', 'fd00::2']) expect(verify('-verify_ip', address)).toBe('OK');
        expect(verify('-verify_hostname', 'example.com')).toContain('hostname mismatch');
        expect(verify('-verify_ip', '127.0.0.2')).toContain('IP address mismatch');
      }
    });
  }

  test('refuses a certificate outside the constraints, were one ever signed', async () => {
    const authority = await issueAuthority(host, { commonName: 'Sealwire constrained', permitted });
    for (const name of ['example.com', '8.8.8.8', '2001:db8::1', 'localhost.example.com']) {
      const leaf = await issueServerCertificate(host, { ...authority, permitted: null }, ['localhost', name]);

      expect(verifier(authority.pem, leaf.pem)('-verify_hostname', 'localhost')).toContain(
        'permitted subtree violation',
      );
    }
  });

  test('finds the profile in what is written', async () => {
    const authority = await issueAuthority(host, { commonName: 'Sealwire profile', permitted });
    const leaf = await issueServerCertificate(host, { ...authority, permitted }, ['localhost', '127.0.0.1']);
    const rsa = await issueServerCertificate(host, { ...authority, permitted }, ['localhost'], { key: 'rsa-2048' });

    const ca = textOf(authority.pem);
    const text = textOf(leaf.pem);

    expect(ca).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/);
    expect(ca).toMatch(/Key Usage: critical\s+Certificate Sign, CRL Sign\s/);
    expect(ca).toMatch(/Name Constraints: critical\s+Permitted:\s+DNS:localhost/);
    expect(ca).toContain('IP:127.0.0.0/255.0.0.0');
    expect(ca).not.toMatch(/Authority Key Identifier|Extended Key Usage|DNS:\./);
    expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/);
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature\s/);
    expect(text).toMatch(/Extended Key Usage:\s+TLS Web Server Authentication\s/);
    expect(text).toMatch(/Subject Alternative Name:\s+DNS:localhost, IP Address:127\.0\.0\.1\s/);
    expect(text).toMatch(/Serial Number:\s+[4-7][0-9a-f](:[0-9a-f]{2}){15}\s/);
    expect(text).toContain('Subject: O = Sealwire, CN = localhost');
    expect(keyId(text, 'Authority')).toBe(keyId(ca, 'Subject'));
    expect(textOf(rsa.pem)).toMatch(/Key Usage: critical\s+Digital Signature, Key Encipherment\s/);
  });
});

describe('a certificate', () => {
  test('lasts 396 days, an authority 824, and none longer than its authority', async () => {
    const now = new Date('2049-12-01T00:00:00Z');
    const later = { ...host, now: () => now };
    const authority = await issueAuthority(later, { commonName: 'Sealwire long', permitted });
    const short = await issueAuthority(later, { commonName: 'Sealwire short', permitted, days: 10 });

    const leaf = await issueServerCertificate(later, { ...authority, permitted }, ['localhost']);
    const clamped = await issueServerCertificate(later, { ...short, permitted }, ['localhost']);

    expect(daysOf(authority.pem, now)).toEqual([-1 / 24, 824]);
    expect(daysOf(leaf.pem, now)).toEqual([-1 / 24, 396]);
    expect(daysOf(clamped.pem, now)).toEqual([-1 / 24, 10]);
  });
});

describe('a TLS handshake', () => {
  test('succeeds for Node.js by name and by address, and fails without the authority', async () => {
    const { port, ca } = await serving(NAMES);

    for (const name of ['localhost', '127.0.0.1', 'a.apm.test']) {
      expect(await handshake({ port, ca, host: '127.0.0.1', servername: name === '127.0.0.1' ? '' : name, name })).toBe(
        'ok',
      );
    }
    expect(await handshake({ port, ca, host: '127.0.0.1', servername: 'example.com', name: 'example.com' })).toBe(
      'ERR_TLS_CERT_ALTNAME_INVALID',
    );
    expect(await handshake({ port, host: '127.0.0.1', servername: 'localhost', name: 'localhost' })).toBe(
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    );
  });

  test.skipIf(!hasPython)(`succeeds for Python in strict mode${lacking(hasPython, 'python3')}`, async () => {
    const { port, ca } = await serving(NAMES);
    const file = temporary('ca.pem', ca);
    const script = [
      'import socket, ssl, sys',
      'context = ssl.create_default_context(cafile=sys.argv[2])',
      'context.verify_flags |= ssl.VERIFY_X509_STRICT',
      'with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as plain:',
      '    with context.wrap_socket(plain, server_hostname=sys.argv[3]) as secure:',
      '        print(secure.version())',
    ].join('\n');

    for (const name of ['localhost', '127.0.0.1']) {
      const { stdout } = await promisify(execFile)('python3', ['-c', script, String(port), file, name]);
      expect(stdout.trim()).toBe('TLSv1.3');
    }
  });
});

function verifier(ca: string, leaf: string): (...check: string[]) => string {
  const [caFile, leafFile] = [temporary('ca.pem', ca), temporary('leaf.pem', leaf)];
  return (...check) => {
    const args = ['verify', '-x509_strict', '-purpose', 'sslserver', ...check, '-CAfile', caFile, leafFile];
    const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
    return status === 0 ? 'OK' : stdout + stderr;
  };
}

function textOf(pem: string): string {
  return spawnSync('openssl', ['x509', '-noout', '-text'], { input: pem, encoding: 'utf8' }).stdout;
}

function keyId(text: string, whose: 'Authority' | 'Subject'): string | undefined {
  return new RegExp(`${whose} Key Identifier:\\s+([0-9A-F:]{59})`).exec(text)?.[1];
}

function temporary(name: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-pem-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

function daysOf(pem: string, now: Date): [number, number] {
  const { validFromDate, validToDate } = new X509Certificate(pem);
  const days = (date: Date): number => (date.getTime() - now.getTime()) / 86_400_000;
  return [days(validFromDate), days(validToDate)];
}

async function serving(names: readonly string[]): Promise<{ port: number; ca: string }> {
  const authority = await issueAuthority(host, { commonName: 'Sealwire serving', permitted });
  const leaf = await issueServerCertificate(host, { ...authority, permitted }, names);
  const key = leaf.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const server = createServer({ cert: leaf.pem, key }, (socket) => socket.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, ca: authority.pem };
}

function handshake(to: { port: number; ca?: string; host: string; servername: string; name: string }): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { name, ...options } = to;
  const socket: TLSSocket = connect({
    ...options,
    checkServerIdentity: (_, certificate) => checkServerIdentity(name, certificate),
  });
  socket.on('secureConnect', () => resolve('ok'));
  socket.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
  return promise.finally(() => socket.destroy());
}
