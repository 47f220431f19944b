import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SealwireError, Secret } from '../../../main/contract/index.ts';
import { pemCertificates } from '../../../main/core/authority/pem-certificates.ts';
import { type ImportedAuthority, readImportedAuthority } from '../../../main/core/authority/read-imported-authority.ts';
import { isOnPath } from '../../support/prepare-machine.ts';

const hasOpenssl = isOnPath('openssl');
/** A little later than what is made meanwhile. */
const NOW = new Date(Date.now() + 600_000);
const GOOD = [
  'basicConstraints=critical,CA:TRUE',
  'keyUsage=critical,keyCertSign,cRLSign',
  'subjectKeyIdentifier=hash',
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealwire-import-'));
  if (!hasOpenssl) return;
  root('root', GOOD);
  root('other', GOOD);
  signed('intermediate', 'root', [...GOOD, 'authorityKeyIdentifier=keyid']);
  openssl(
    'pkcs12',
    '-export',
    '-inkey',
    'intermediate.key',
    '-in',
    'intermediate.pem',
    '-certfile',
    'root.pem',
    '-passout',
    'pass:hunter22',
    '-out',
    'intermediate.p12',
  );
  openssl('pkcs8', '-topk8', '-in', 'root.key', '-passout', 'pass:hunter22', '-out', 'root.encrypted.key');
  openssl('x509', '-in', 'root.pem', '-outform', 'DER', '-out', 'root.der');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

function root(name: string, extensions: readonly string[], key: readonly string[] = KEY, days = '30'): void {
  const added = extensions.flatMap((each) => ['-addext', each]);
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.pem`,
    '-days',
    days,
    '-subj',
    `/O=Corp/CN=${name}`,
    '-config',
    config(),
    ...added,
  );
}

/** An empty configuration: the machine's own adds extensions. */
function config(): string {
  writeFileSync(join(folder, 'openssl.cnf'), '[req]\ndistinguished_name=dn\n[dn]\n[dir]\nO=Corp\n');
  return 'openssl.cnf';
}

function signed(name: string, issuer: string, extensions: readonly string[], digest = '-sha256'): void {
  writeFileSync(join(folder, 'ext.cnf'), `${extensions.join('\n')}\n`);
  openssl(
    'req',
    '-new',
    ...KEY,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.csr`,
    '-subj',
    `/O=Corp/CN=${name}`,
    '-config',
    config(),
  );
  openssl(
    'x509',
    '-req',
    digest,
    '-in',
    `${name}.csr`,
    '-CA',
    `${issuer}.pem`,
    '-CAkey',
    `${issuer}.key`,
    '-CAcreateserial',
    '-extfile',
    'ext.cnf',
    '-days',
    '20',
    '-out',
    `${name}.pem`,
  );
}

const read = (name: string): Buffer => readFileSync(join(folder, name));
const take = (names: readonly string[], passphrase: string | null = null, now = NOW): Promise<ImportedAuthority> =>
  readImportedAuthority(
    names.map((name) => ({ name, bytes: read(name) })),
    passphrase === null ? null : new Secret(passphrase),
    now,
  );

async function refusal(names: readonly string[], passphrase: string | null = null, now = NOW): Promise<string> {
  const error: unknown = await take(names, passphrase, now).catch((thrown: unknown) => thrown);
  if (!(error instanceof SealwireError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return `${error.code}: ${error.message}`;
}

describe.skipIf(!hasOpenssl)(
  `an authority of somebody else's${hasOpenssl ? '' : ' [skipped: this machine lacks openssl]'}`,
  () => {
    test.each([
      ['PEM files', ['root.pem', 'root.key'], null],
      ['PEM files in another order', ['root.key', 'root.pem'], null],
      ['an encrypted PEM key', ['root.pem', 'root.encrypted.key'], 'hunter22'],
      ['DER', ['root.der', 'root.key'], null],
    ])('is taken in from %s', async (_, names, passphrase) => {
      const { pem, permitted, notes } = await take(names, passphrase);

      expect(pem).toBe(read('root.pem').toString());
      expect([permitted, notes]).toEqual([null, []]);
    });

    test.each([
      ['PEM files in any order', ['root.pem', 'intermediate.key', 'other.pem', 'intermediate.pem'], null],
      ['PKCS#12', ['intermediate.p12'], 'hunter22'],
    ])('is taken in with its chain where it is an intermediate, from %s', async (_, names, passphrase) => {
      const { pem, notes } = await take(names, passphrase);

      expect(pemCertificates(pem)).toEqual([read('intermediate.pem').toString(), read('root.pem').toString()]);
      expect(notes).toEqual([]);
    });

    test('shows the name constraints that it has', async () => {
      root('constrained', [
        ...GOOD,
        'nameConstraints=critical,permitted;DNS:corp.example,permitted;IP:10.0.0.0/255.0.0.0,permitted;IP:fd00::/ffff::',
      ]);

      expect((await take(['constrained.pem', 'constrained.key'])).permitted).toEqual([
        'corp.example',
        '10.0.0.0/8',
        'fd00::/16',
      ]);
    });

    test('that strict clients reject is taken in with a word about it', async () => {
      root('lax', ['basicConstraints=CA:TRUE']);

      const { notes } = await take(['lax.pem', 'lax.key']);

      expect(notes.join('\n')).toMatch(/not critical: Python from 3\.13 on/);
      expect(notes.join('\n')).toMatch(/has no key usage/);
    });

    test('is refused in a sentence where it could not sign what every client accepts', async () => {
      root('leaf', ['basicConstraints=critical,CA:FALSE']);
      root('no-sign', ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,cRLSign']);
      root('p521', GOOD, ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521', '-nodes']);
      root('small', GOOD, ['-newkey', 'rsa:1024', '-nodes']);
      root('short', ['basicConstraints=critical,CA:TRUE,pathlen:0', ...GOOD.slice(1)]);
      signed('below', 'short', [...GOOD, 'authorityKeyIdentifier=keyid']);
      root('subjects', [...GOOD, 'nameConstraints=critical,permitted;dirName:dir']);
      signed('mail', 'root', [...GOOD, 'authorityKeyIdentifier=keyid', 'extendedKeyUsage=emailProtection']);
      signed('sha1', 'root', [...GOOD, 'authorityKeyIdentifier=keyid'], '-sha1');
      writeFileSync(join(folder, 'both.key'), Buffer.concat([read('root.key'), read('other.key')]));
      writeFileSync(
        join(folder, 'damaged.pem'),
        read('root.pem')
          .toString()
          .replace(/\n[A-Za-z0-9]{4}/, '\nAAAA'),
      );
      const later = new Date(NOW.getTime() + 100 * 86_400_000);
      const earlier = new Date(NOW.getTime() - 100 * 86_400_000);

      expect(await refusal(['root.pem'])).toMatch(/AUTHORITY_REFUSED: There is no private key/);
      expect(await refusal(['root.key'])).toMatch(/There is no certificate/);
      expect(await refusal(['root.pem', 'other.key'])).toMatch(/belongs to none of the certificates/);
      expect(await refusal(['root.pem', 'both.key'])).toMatch(/more than one private key/);
      expect(await refusal(['intermediate.pem', 'intermediate.key'])).toMatch(
        /certificate of its issuer is missing .*CN=root/,
      );
      expect(await refusal(['leaf.pem', 'leaf.key'])).toMatch(/not the certificate of a CA/);
      expect(await refusal(['no-sign.pem', 'no-sign.key'])).toMatch(/lacks keyCertSign|missing/);
      expect(await refusal(['p521.pem', 'p521.key'])).toMatch(/kind that some client rejects/);
      expect(await refusal(['small.pem', 'small.key'])).toMatch(/kind that some client rejects/);
      expect(await refusal(['below.pem', 'below.key', 'short.pem'])).toMatch(/allows 0 CAs below it, and there are 1/);
      expect(await refusal(['mail.pem', 'mail.key', 'root.pem'])).toMatch(/lacks serverAuth/);
      expect(await refusal(['sha1.pem', 'sha1.key', 'root.pem'])).toMatch(/SHA-1/);
      expect(await refusal(['root.pem', 'root.key'], null, later)).toMatch(/expired on/);
      expect(await refusal(['root.pem', 'root.key'], null, earlier)).toMatch(/valid only from/);
      expect(await refusal(['damaged.pem', 'root.key'])).toMatch(/AUTHORITY_REFUSED|KEYSTORE/);
    });

    test('whose key needs a passphrase says so, and says when it is the wrong one', async () => {
      expect(await refusal(['root.pem', 'root.encrypted.key'])).toMatch(/KEYSTORE_LOCKED.*no passphrase was given/);
      expect(await refusal(['root.pem', 'root.encrypted.key'], 'hunter2')).toMatch(
        /KEYSTORE_LOCKED.*passphrase is another/,
      );
      expect(await refusal(['intermediate.p12'])).toMatch(/KEYSTORE_LOCKED/);
      expect(await refusal(['intermediate.p12'], 'hunter2')).toMatch(/KEYSTORE_LOCKED/);
    });

    test('never fails in another way, whatever the files hold', async () => {
      const pem = Buffer.concat([read('root.pem'), read('root.key')]);
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: pem.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
          const bytes = Buffer.from(pem);
          bytes[at] = byte;
          const taken = await readImportedAuthority([{ name: 'ca.pem', bytes }], null, NOW).catch(
            (error: unknown) => error,
          );
          expect(taken instanceof SealwireError ? taken.code : Object.keys(Object(taken)).length).toSatisfy(
            (outcome: unknown) =>
              outcome === 5 || (typeof outcome === 'string' && /AUTHORITY_REFUSED|KEYSTORE/.test(outcome)),
          );
        }),
        { numRuns: 400, seed: 20261128 },
      );
    });
  },
);
