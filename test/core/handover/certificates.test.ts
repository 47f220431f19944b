import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SealwireError, type ServerWish } from '../../../main/contract/index.ts';
import { readSigningRequest } from '../../../main/core/certificates/read-request.ts';
import { handOver } from '../../../main/core/handover/hand-over.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { readServerFile } from '../../../main/core/server/read-server-file.ts';
import { folderOf, type HandoverBench, handoverBench, textsOf, wishOf } from '../../support/handed-over.ts';
import { createTestAuthority, type TestAuthority } from '../../support/test-authority.ts';

let bench: HandoverBench;
let authority: TestAuthority;
let other: TestAuthority;
beforeAll(async () => {
  bench = await handoverBench();
  authority = createTestAuthority();
  other = createTestAuthority();
});
afterAll(() => {
  bench.remove();
  authority.remove();
  other.remove();
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const given = (
  certificate: string,
  key: string,
  more: { ca?: string; passphrase?: string } = {},
): Extract<ServerWish['certificate'], { from: 'given' }> => ({
  from: 'given',
  certificate: base64(certificate),
  key: base64(key),
  ...(more.ca === undefined ? {} : { ca: base64(more.ca) }),
  ...(more.passphrase === undefined ? {} : { passphrase: more.passphrase }),
});

async function refusal(work: Promise<unknown>): Promise<SealwireError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SealwireError) return error;
  throw new Error('it was accepted');
}

describe('by the workspace’s authority', () => {
  test('the certificate is for the names, by a chain that OpenSSL verifies, and its key is encrypted where that is wished', async () => {
    const names = ['apm.test', '*.apm.test', '10.0.0.7', 'fd00::7'];
    const made = await handOver(bench.parts, wishOf({ names, encryptKey: true }), false);
    const folder = folderOf(made);

    expect(made.names).toEqual(names);
    expect(bench.security.certificates().find(({ id }) => id === made.certificate)).toMatchObject({
      names,
      inUse: false,
    });
    const verified = execFileSync(
      'openssl',
      [
        'verify',
        '-x509_strict',
        '-purpose',
        'sslserver',
        '-verify_hostname',
        'a.apm.test',
        '-CAfile',
        'certs/ca.crt',
        '-untrusted',
        'certs/apm-server.crt',
        'certs/apm-server.crt',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(verified).toContain('OK');
    expect(readFileSync(join(folder, 'certs/apm-server.key'), 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    expect(readServerFile(realHost({}), join(folder, 'apm-server.yml')).tls?.identity?.served.names.length).toBe(4);
  });

  test.each([
    [{ names: ['apm.example.com'] }, 'NAME_REFUSED', 'may only sign'],
    [{ names: ['https://apm.test'] }, 'NAME_REFUSED', 'is not a host name'],
    [{ names: [] }, 'INPUT_INVALID', 'under which names'],
    [{ names: ['apm.test'], version: '6.8' }, 'INPUT_INVALID', 'not those of 6'],
    [{ names: ['apm.test'], version: 'latest' }, 'INPUT_INVALID', 'no version of APM Server'],
    [{ names: ['apm.test'], target: 'elastic-agent', version: '7.17' }, 'INPUT_INVALID', '8 and later'],
    [{ names: ['apm.test'], target: 'eck', certificate: { from: 'request' } }, 'EXPORT_REFUSED', 'does not have yet'],
    [{ names: ['apm.test'], target: 'helm', encryptKey: true }, 'EXPORT_REFUSED', 'no place for its passphrase'],
    [{ names: ['apm.test'], trial: true }, 'INPUT_INVALID', 'compose alone'],
    [{ names: ['apm.test'], elasticsearch: 'https://elastic:changeme@es' }, 'INPUT_INVALID', 'password'],
    [{ names: ['apm.test'], elasticsearch: 'es:9200' }, 'INPUT_INVALID', 'no URL'],
    [{ names: ['apm.test'], responseHeaders: { 'X.Y': 'z' } }, 'INPUT_INVALID', 'response header'],
    [{ names: ['apm.test'], responseHeaders: { X: 'a\nb' } }, 'INPUT_INVALID', 'response header'],
    [{ names: ['apm.test'], target: 'elastic-agent', origins: ['https://$a'] }, 'EXPORT_REFUSED', 'dollar sign'],
  ] as const)('what cannot be is said before anything is issued: %j', async (wish, code, words) => {
    const before = bench.security.certificates().length;
    const error = await refusal(handOver(bench.parts, wishOf(wish), false));

    expect(error.code).toBe(code);
    expect(error.message + error.fix).toContain(words);
    expect(error.message + error.fix).not.toContain('changeme');
    expect(bench.security.certificates().length).toBe(before);
  });
});

describe('by a signing request', () => {
  test('OpenSSL and our own reader take it, and the settings are ready for what comes back', async () => {
    const made = await handOver(
      bench.parts,
      wishOf({ names: ['apm.example.com', '192.0.2.7'], certificate: { from: 'request' } }),
      false,
    );
    const texts = textsOf(made);
    const request = texts.get('certs/apm-server.csr') ?? '';

    expect([...texts.keys()]).not.toContain('certs/apm-server.crt');
    expect([...texts.keys()]).not.toContain('certs/ca.crt');
    expect(made.certificate).toBeNull();
    expect(readSigningRequest(Buffer.from(request)).names).toEqual(['apm.example.com', '192.0.2.7']);
    const folder = folderOf(made);
    execFileSync('openssl', ['req', '-verify', '-noout', '-in', 'certs/apm-server.csr'], {
      cwd: folder,
      stdio: 'pipe',
    });

    const { id } = await bench.security
      .newAuthority({ constraints: false, domains: [], twoTier: true, key: 'ec-p256' })
      .then(({ authority: made_ }) => made_);
    const issued = await bench.security.issueCertificate({
      names: [],
      kind: 'server',
      key: 'ec-p256',
      csr: Buffer.from(request),
      authority: id,
    });
    const { certificate, chain } = await bench.security.exportMaterial(issued.id);
    writeFileSync(join(folder, 'certs', 'apm-server.crt'), [certificate, ...chain].join(''));
    const { tls } = readServerFile(realHost({}), join(folder, 'apm-server.yml'));
    expect(tls?.identity?.served.names).toEqual(['apm.example.com', '192.0.2.7']);
    expect(chain).toHaveLength(1);
  });
});

describe('of somebody else’s', () => {
  test('a chain in any order is brought into the right one, and the root goes to the agents', async () => {
    const { chainPem, keyPem } = authority.issue(['apm.test', '10.0.0.7']);
    const certificate = given(authority.caPem + chainPem, keyPem.reveal());
    const made = await handOver(bench.parts, wishOf({ certificate }), false);
    const texts = textsOf(made);

    expect(made.names).toEqual(['apm.test', '10.0.0.7']);
    expect(made.url).toBe('https://apm.test:8200');
    expect(new X509Certificate(texts.get('certs/apm-server.crt') ?? '').subject).toBe('CN=leaf');
    expect(texts.get('certs/apm-server.crt')?.match(/BEGIN/g)).toHaveLength(1);
    expect(new X509Certificate(texts.get('certs/ca.crt') ?? '').subject).toBe('CN=Test authority');
    expect(readServerFile(realHost({}), join(folderOf(made), 'apm-server.yml')).tls?.identity).not.toBeNull();
  });

  test('an encrypted key is opened with its passphrase', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwire-key-'));
    const { chainPem, keyPem } = authority.issue(['apm.test']);
    const locked = execFileSync('openssl', ['pkcs8', '-topk8', '-v2', 'aes256', '-passout', 'pass:open sesame'], {
      input: keyPem.reveal(),
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });

    const made = await handOver(
      bench.parts,
      wishOf({ certificate: given(chainPem, locked, { passphrase: 'open sesame' }) }),
      false,
    );
    expect(textsOf(made).get('certs/apm-server.key')).toContain('BEGIN PRIVATE KEY');
    const closed = await refusal(handOver(bench.parts, wishOf({ certificate: given(chainPem, locked) }), false));
    expect(closed.message + closed.fix).toMatch(/encrypted.*--passphrase-file/s);
    const wrong = await refusal(
      handOver(bench.parts, wishOf({ certificate: given(chainPem, locked, { passphrase: 'x' }) }), false),
    );
    expect(wrong.message).toContain('does not open the key');
  });

  test.each([
    [
      'another key',
      () => given(authority.issue(['apm.test']).chainPem, other.issue(['apm.test']).keyPem.reveal()),
      {},
      'does not belong to the certificate',
    ],
    ['an ended certificate', () => pairOf(authority.issue(['apm.test'], { days: -1 })), {}, 'expired on'],
    [
      'other names',
      () => pairOf(authority.issue(['apm.test'])),
      { names: ['apm.test', 'web.test', '10.0.0.9'] },
      'does not cover web.test, 10.0.0.9: it is for apm.test',
    ],
    [
      'an authority that did not issue it',
      () => ({ ...pairOf(authority.issue(['apm.test'])), ca: base64(other.caPem) }),
      {},
      'did not issue this certificate',
    ],
    ['no certificate', () => given('nonsense', 'nonsense'), {}, 'holds no certificate'],
    ['no key', () => given(authority.issue(['apm.test']).chainPem, 'nonsense'), {}, 'is no private key'],
    [
      'no authority',
      () => ({ ...pairOf(authority.issue(['apm.test'])), ca: base64('nonsense') }),
      {},
      'The file of the authority holds no certificate',
    ],
  ] as const)('%s is one sentence and a cure', async (_, certificate, more, words) => {
    const error = await refusal(handOver(bench.parts, wishOf({ ...more, certificate: certificate() }), false));

    expect(error.code).toBe('CERTIFICATE_REFUSED');
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('ssl.');
    expect(error.fix).toMatch(/^[A-Z].*\.$|FILE$/s);
  });
});

function pairOf({ chainPem, keyPem }: ReturnType<TestAuthority['issue']>): ReturnType<typeof given> {
  return given(chainPem, keyPem.reveal());
}
