import { execFile, execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../../main/core/diagnose/diagnose.ts';
import type { DiagnosisCode, Finding } from '../../../main/core/diagnose/rule.ts';
import type { ServerIdentity } from '../../../main/core/endpoint/ports.ts';
import { DEFAULT_TLS_SETTINGS, type TlsSettings } from '../../../main/core/endpoint/tls/tls-settings.ts';
import { type AttemptState, reduceAttempt } from '../../../main/core/evidence/attempt-state.ts';
import { type RunningEndpoint, runEndpoint } from '../../support/running-endpoint.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';
import { WIRING } from '../evidence/stand-in-agents.ts';

/*
 * What a client meets that has to show a certificate, or speaks a TLS that is not allowed: real clients, each in a process of its own. The alerts are those
 * that the real server's own TLS code sent to the same clients.
 */

let folder: string;
let authority: TestAuthority;
let stranger: TestAuthority;
let identity: ServerIdentity;
let running: RunningEndpoint;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-client-'));
  authority = createTestAuthority();
  stranger = createTestAuthority();
  identity = authority.issue(['localhost', '127.0.0.1']);
  keep('good', authority.issue(['client'], { usage: 'clientAuth' }));
  keep('any-usage', authority.issue(['client'], { usage: null }));
  keep('server-usage', authority.issue(['client']));
  keep('wrong', stranger.issue(['client'], { usage: 'clientAuth' }));
  keep('expired', authority.issue(['client'], { usage: 'clientAuth', days: -1 }));
});
afterAll(() => {
  authority.remove();
  stranger.remove();
  rmSync(folder, { recursive: true, force: true });
});
let isOpen = false;
const stop = async (): Promise<void> => {
  if (isOpen) await running.close();
  isOpen = false;
};
afterEach(stop);

const file = (name: string): string => join(folder, name);
const CLIENTS = ['none', 'good', 'any-usage', 'server-usage', 'wrong', 'expired'] as const;
type ClientName = (typeof CLIENTS)[number];

function keep(name: ClientName, { chainPem, keyPem }: ServerIdentity): void {
  writeFileSync(file(`${name}.pem`), chainPem);
  writeFileSync(file(`${name}.key`), keyPem.reveal());
}

/** Runs a client to its end; both of its outputs as one text. */
function client(command: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve) => {
    const child = execFile(command, [...args], (_error, stdout, stderr) => resolve(stdout + stderr));
    child.stdin?.end(input);
  });
}

const shown = (who: ClientName): string[] =>
  who === 'none' ? [] : ['-cert', file(`${who}.pem`), '-key', file(`${who}.key`)];

const openssl = (who: ClientName, ...args: string[]): Promise<string> =>
  client(
    'openssl',
    ['s_client', '-connect', `127.0.0.1:${running.port}`, ...shown(who), ...args, '-quiet', '-ign_eof'],
    'GET / HTTP/1.0\r\n\r\n',
  );

const curl = (who: ClientName, ...args: string[]): Promise<string> =>
  client('curl', [
    ...['-sSi', '--cacert', authority.caPath, ...args],
    ...(who === 'none' ? [] : ['--cert', file(`${who}.pem`), '--key', file(`${who}.key`)]),
    `https://localhost:${running.port}/`,
  ]);

const python = (who: ClientName, version: 'TLSv1_2' | 'TLSv1_3'): Promise<string> =>
  client('python3', [
    '-c',
    `import socket, ssl
context = ssl.create_default_context(cafile=${JSON.stringify(authority.caPath)})
context.minimum_version = context.maximum_version = ssl.TLSVersion.${version}
${who === 'none' ? '' : `context.load_cert_chain(${JSON.stringify(file(`${who}.pem`))}, ${JSON.stringify(file(`${who}.key`))})`}
s = context.wrap_socket(socket.create_connection(("127.0.0.1", ${running.port})), server_hostname="localhost")
s.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
print(s.recv(1000).decode())`,
  ]);

async function withTls(change: Partial<TlsSettings>): Promise<void> {
  running = await runEndpoint(identity, {}, { tls: { ...DEFAULT_TLS_SETTINGS, ...change } });
  isOpen = true;
}

const asking = (mode: 'optional' | 'required', pins: string[] = []): Partial<TlsSettings> => ({
  clientAuth: { mode, authorities: [authority.caPem], pins },
});

/** What is sent to each client, by version, and what is said of it; null lets it in. */
const REFUSALS: readonly (readonly [ClientName, string | null, string | null, DiagnosisCode | null])[] = [
  ['none', 'handshake_failure', 'certificate_required', 'CLIENT_CERTIFICATE_MISSING'],
  ['good', null, null, null],
  ['any-usage', null, null, null],
  ['server-usage', 'bad_certificate', 'bad_certificate', 'CLIENT_CERTIFICATE_REFUSED'],
  ['wrong', 'unknown_ca', 'unknown_ca', 'CLIENT_CERTIFICATE_UNKNOWN_CA'],
  ['expired', 'certificate_expired', 'certificate_expired', 'CLIENT_CERTIFICATE_EXPIRED'],
];

/** What is said of the connection that was observed. */
function finding(): Finding | null {
  const attempt = running.facts.reduce<AttemptState | null>((state, fact) => reduceAttempt(state, fact), null);
  return attempt === null ? null : diagnose({ attempt, definition: null, wiring: WIRING });
}

describe('a client certificate that is required', () => {
  test.each(REFUSALS)('openssl with %s: TLS 1.2 %s, TLS 1.3 %s, %s', async (who, alert12, alert13, code) => {
    for (const [flag, alert] of [
      ['-tls1_2', alert12],
      ['-tls1_3', alert13],
    ] as const) {
      await withTls(asking('required'));

      const said = await openssl(who, flag);

      if (alert === null) {
        expect(said).toContain('200 OK');
        expect((await running.fact('secured')).version).toBe(flag === '-tls1_2' ? 'TLSv1.2' : 'TLSv1.3');
      } else {
        expect(said.toLowerCase()).toContain(`alert ${alert.replaceAll('_', ' ')}`);
        expect(await running.fact('tls-failed')).toMatchObject({ alert, by: 'endpoint', how: 'alert' });
        expect(running.facts.map(({ kind }) => kind)).not.toContain('secured');
      }
      expect(finding()?.diagnosis.code ?? null).toBe(code);
      if (code !== null) expect(finding()).toMatchObject({ step: 'encrypted', diagnosis: { confidence: 'certain' } });
      await stop();
    }
  });

  test.each(['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'])(
    'the alert is readable under %s',
    async (suite) => {
      await withTls(asking('required'));

      expect((await openssl('wrong', '-tls1_3', '-ciphersuites', suite)).toLowerCase()).toContain('alert unknown ca');
    },
  );

  test('curl and Python read the same, and get in with the right one', async () => {
    await withTls(asking('required'));

    expect(await curl('none', '--tls-max', '1.2')).toMatch(/alert handshake failure/i);
    expect(await curl('wrong', '--tls-max', '1.2')).toMatch(/alert unknown ca/i);
    expect(await curl('wrong')).toMatch(/alert unknown ca/i);
    expect(await curl('good')).toMatch(/^HTTP\/2 200/);
    expect(await python('none', 'TLSv1_3')).toMatch(/CERTIFICATE_REQUIRED|certificate required/i);
    expect(await python('wrong', 'TLSv1_2')).toMatch(/UNKNOWN_CA/i);
    expect(await python('good', 'TLSv1_3')).toContain('200 OK');
  });

  test('Node.js reads the alert by its code, without SNI too, and gets in with the right one', async () => {
    await withTls(asking('required'));
    const tryWith = (who: ClientName): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect({
          host: '127.0.0.1',
          port: running.port,
          ca: authority.caPem,
          checkServerIdentity: () => undefined,
          cert: readFileSync(file(`${who}.pem`)),
          key: readFileSync(file(`${who}.key`)),
        });
        socket.once('error', (error: Error & { readonly code?: string }) => resolve(error.code ?? error.message));
        socket.once('data', (answer) => resolve(answer.toString().slice(0, 15)));
        socket.write('GET / HTTP/1.0\r\n\r\n');
      });

    expect(await tryWith('wrong')).toMatch(/ALERT_UNKNOWN_CA$/);
    expect(await tryWith('good')).toBe('HTTP/1.0 200 OK');
    expect(await running.fact('hello')).toMatchObject({ sni: null });
  });

  test('what was shown and refused is told by its names and dates', async () => {
    await withTls(asking('required'));

    await openssl('wrong', '-tls1_3');

    const { clientCertificate } = await running.fact('tls-failed');
    const shown = new X509Certificate(readFileSync(file('wrong.pem')));
    expect(clientCertificate).toEqual({
      subject: shown.subject.replaceAll('\n', ', '),
      issuer: shown.issuer.replaceAll('\n', ', '),
      notBefore: shown.validFromDate.toISOString(),
      notAfter: shown.validToDate.toISOString(),
      isForClients: true,
    });
    expect(finding()?.diagnosis.cause).toContain(clientCertificate?.issuer);
  });

  test.each([
    ['server-usage', false],
    ['wrong', true],
  ] as const)('whether it is one for clients is told of %s', async (who, isForClients) => {
    await withTls(asking('required'));

    await openssl(who);

    expect((await running.fact('tls-failed')).clientCertificate).toMatchObject({ isForClients });
  });

  test('a session is resumed with the certificate that it began with', async () => {
    await withTls(asking('required'));
    const kept = file('session.pem');

    await openssl('good', '-tls1_3', '-sess_out', kept);
    const said = await client(
      'openssl',
      ['s_client', '-connect', `127.0.0.1:${running.port}`, ...shown('good'), '-sess_in', kept, '-ign_eof'],
      'GET / HTTP/1.0\r\n\r\n',
    );

    expect(said).toMatch(/^Reused/m);
    expect(said).toContain('200 OK');
  });
});

describe('a client certificate that is optional', () => {
  test.each(REFUSALS)('openssl with %s', async (who, alert) => {
    await withTls(asking('optional'));

    const said = await openssl(who, '-tls1_2');

    if (who === 'none' || alert === null) expect(said).toContain('200 OK');
    else expect(said.toLowerCase()).toContain(`alert ${alert.replaceAll('_', ' ')}`);
  });
});

describe('a pin on the authority of clients', () => {
  const pinOf = (pem: string): string => {
    const der = execFileSync('openssl', ['x509', '-noout', '-pubkey'], { input: pem });
    const key = execFileSync('openssl', ['pkey', '-pubin', '-outform', 'der'], { input: der });
    return execFileSync('openssl', ['dgst', '-sha256', '-binary'], { input: key }).toString('base64');
  };

  test('lets in who is signed by it, and refuses others as bad_certificate', async () => {
    await withTls(asking('required', [pinOf(authority.caPem)]));
    expect(await openssl('good')).toContain('200 OK');
    await stop();

    await withTls(asking('required', [pinOf(stranger.caPem)]));
    expect((await openssl('good')).toLowerCase()).toContain('alert bad certificate');
  });
});

describe('versions, suites and groups', () => {
  test('TLS 1.1 is refused with protocol_version, and taken where it is allowed', async () => {
    const old = ['-tls1_1', '-cipher', 'DEFAULT@SECLEVEL=0'];
    await withTls({});
    expect((await openssl('none', ...old)).toLowerCase()).toContain('alert protocol version');
    expect(await running.fact('tls-failed')).toMatchObject({ alert: 'protocol_version', by: 'endpoint' });
    await stop();

    await withTls({ minVersion: 'TLSv1.1' });
    expect(await openssl('none', ...old)).toContain('200 OK');
    expect(await running.fact('secured')).toMatchObject({ version: 'TLSv1.1' });
  });

  test('only TLS 1.2, only TLS 1.3', async () => {
    await withTls({ maxVersion: 'TLSv1.2' });
    expect((await openssl('none', '-tls1_3')).toLowerCase()).toContain('alert protocol version');
    expect(await openssl('none')).toContain('200 OK');
    await stop();

    await withTls({ minVersion: 'TLSv1.3' });
    expect((await openssl('none', '-tls1_2')).toLowerCase()).toContain('alert protocol version');
  });

  test('a suite that is not on offer ends in handshake_failure', async () => {
    await withTls({ ciphers: ['ECDHE-ECDSA-AES256-GCM-SHA384'] });

    const said = await openssl('none', '-tls1_2', '-cipher', 'ECDHE-ECDSA-AES128-GCM-SHA256');

    expect(said.toLowerCase()).toContain('alert handshake failure');
    expect(await running.fact('tls-failed')).toMatchObject({ alert: 'handshake_failure', by: 'endpoint' });
    expect(await openssl('none', '-tls1_2')).toContain('200 OK');
    expect(await running.fact('secured')).toMatchObject({ cipher: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384' });
  });

  test('a group that is not on offer ends in handshake_failure', async () => {
    await withTls({ groups: ['P-384'] });

    expect((await openssl('none', '-groups', 'X25519')).toLowerCase()).toContain('alert handshake failure');
    expect(await openssl('none', '-groups', 'P-384')).toContain('200 OK');
  });
});

describe('the certificate of the settings', () => {
  test('is presented instead of the one of the workspace, to clients without SNI too, and a swap of the latter changes nothing', async () => {
    const own = stranger.issue(['localhost', '127.0.0.1']);
    await withTls({ identity: own });
    const fingerprint = (options: object): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect({ host: '127.0.0.1', port: running.port, ca: stranger.caPem, ...options }, () => {
          const seen = socket.getPeerX509Certificate()?.fingerprint256 ?? '';
          socket.once('data', () => resolve(seen));
          socket.write('GET / HTTP/1.0\r\n\r\n');
        });
        socket.once('error', reject);
      });

    expect(await fingerprint({})).toBe(own.served.fingerprint256);
    running.endpoint.present(authority.issue(['localhost', '127.0.0.1']));
    expect(await fingerprint({ servername: 'localhost' })).toBe(own.served.fingerprint256);
    expect((await running.fact('secured')).certificate.id).toBe(own.served.id);
  });
});
