import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SealwireError, Secret } from '../../../main/contract/index.ts';
import { distinctAliases } from '../../../main/core/export/keystores/distinct-aliases.ts';
import { identityIn } from '../../../main/core/export/keystores/identity-in.ts';
import type { KeystoreEntries } from '../../../main/core/export/keystores/keystore-entries.ts';
import { readKeystore } from '../../../main/core/export/keystores/read-keystore.ts';
import { writeJks } from '../../../main/core/export/keystores/write-jks.ts';
import { type Pkcs12Form, writePkcs12 } from '../../../main/core/export/keystores/write-pkcs12.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import { exportFolder, PASSPHRASE, sampleChain, sampleMaterial } from './exported.ts';
import { type ForeignKeystore, nssKeystores, opensslKeystores, withPbmac1, withRounds } from './foreign-keystores.ts';

const host = realHost();
const material = await sampleMaterial();
const certificate = new X509Certificate(material.certificate);
const authority = new X509Certificate(material.authorities[0] ?? '');
const modern = await exported('p12');

const foreign: ForeignKeystore[] = [
  ...(isOnPath('openssl') ? opensslKeystores(material) : []),
  ...nssKeystores(modern, PASSPHRASE.reveal(), 'localhost'),
  withPbmac1(modern, PASSPHRASE.reveal()),
];

describe('a PKCS#12 file', () => {
  for (const { title, bytes, passphrase } of foreign) {
    test(`${title} gives key, certificate and authority`, async () => {
      const entries = await readKeystore(bytes, new Secret(passphrase), 'The file');
      const identity = identityIn(entries, 'The file');

      expect(identity.certificate.fingerprint256).toBe(certificate.fingerprint256);
      expect(identity.privateKey.equals(material.privateKey)).toBe(true);
      expect(identity.chain.map(({ fingerprint256 }) => fingerprint256)).toEqual([authority.fingerprint256]);
    });
  }

  test('has everything between the certificate and the root', async () => {
    using exports = exportFolder();
    const between = await sampleChain();
    const bytes = readFileSync(await exports.write('p12', between, { passphrase: PASSPHRASE, alias: 'Mine' }));
    const entries = await readKeystore(bytes, PASSPHRASE, 'The file');

    expect(entries.keys.map(({ alias }) => alias)).toEqual(['Mine']);
    expect(identityIn(entries, 'The file').chain.map(String)).toEqual([between.intermediate, ...between.authorities]);
  });

  test('names its entries', async () => {
    for (const { bytes, passphrase } of foreign.slice(0, 1)) {
      const { keys, certificates } = await readKeystore(bytes, new Secret(passphrase), 'The file');

      expect(keys.map(({ alias }) => alias)).toEqual(['An alias ü']);
      expect(certificates.map(({ alias, trustedFor }) => [alias, trustedFor])).toEqual([
        ['An alias ü', null],
        [null, null],
      ]);
      expect(certificates[0]?.localKeyId).toBe(keys[0]?.localKeyId);
    }
  });

  test('with a MAC of RFC 9579 is one that OpenSSL 3.5 takes too', () => {
    const { bytes, passphrase } = withPbmac1(modern, PASSPHRASE.reveal());

    expect(() => createSecureContext({ pfx: bytes, passphrase })).not.toThrow();
    expect(() => createSecureContext({ pfx: bytes, passphrase: 'another' })).toThrow(/mac verify failure/);
  });

  test('is not opened by another passphrase, by none, or after it was changed', async () => {
    for (const { title, bytes } of foreign.filter(({ title: each }) => !/without encryption|empty|NSS/.test(each))) {
      expect(await problemOf(bytes, 'another'), title).toMatchObject({ code: 'KEYSTORE_LOCKED' });
      expect((await problemOf(bytes, ''))?.message, title).toContain('it needs a passphrase, and none was given');
    }
    const changed = Buffer.from(modern);
    changed[changed.length - 60] = (changed.at(-60) ?? 0) ^ 1;

    expect(await problemOf(changed, PASSPHRASE.reveal())).toMatchObject({ code: 'KEYSTORE_LOCKED' });
  });

  test('needs exactly one private key, and its certificate, to be an identity', async () => {
    const key = (alias: string) => ({ privateKey: material.privateKey, alias, localKeyId: null });
    const problem = (entries: KeystoreEntries): string => {
      try {
        identityIn(entries, 'The file');
        return '';
      } catch (error) {
        return String(error);
      }
    };

    expect(problem({ certificates: [], keys: [] })).toContain('it holds no private key');
    expect(problem({ certificates: [], keys: [key('a'), key('b')] })).toContain('it holds 2 private keys');
    expect(problem({ certificates: [], keys: [key('a')] })).toContain('it holds no certificate for its private key');
  });

  test('keeps names, trust and keys through writing and reading, whatever they are', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const passphrases = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    });
    const forms = fc.constantFrom<Pkcs12Form>('modern', 'compatible', 'open');
    const hex = fc.uint8Array({ minLength: 1, maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('hex'));
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.option(text),
        passphrases,
        forms,
        hex,
        async (alias, name, passphrase, form, localKeyId) => {
          const trustedFor = form === 'open' ? ['2.5.29.37.0', '1.3.6.1.5.5.7.3.1'] : null;
          const content = {
            key: form === 'open' ? null : { privateKey: material.privateKey, alias, localKeyId },
            certificates: [
              { alias, certificate, localKeyId, trustedFor: null },
              { alias: name, certificate: authority, localKeyId: null, trustedFor },
            ],
          };
          const bytes = await writePkcs12(host, content, new Secret(passphrase), form);
          const read = await readKeystore(bytes, new Secret(passphrase), 'The file');

          expect(read.keys.map(({ alias: each, localKeyId: id }) => [each, id])).toEqual(
            form === 'open' ? [] : [[alias, localKeyId]],
          );
          expect(
            read.certificates.map(({ certificate: each, ...rest }) => ({ ...rest, digest: each.fingerprint256 })),
          ).toEqual(
            content.certificates.map(({ certificate: each, trustedFor: usages, ...rest }) => ({
              ...rest,
              // A SET OF has no order of its own.
              trustedFor: usages === null ? null : expect.arrayContaining(usages),
              added: null,
              digest: each.fingerprint256,
            })),
          );
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a JKS file', () => {
  test('keeps names and times through writing and reading, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 30 })),
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.date({ min: new Date(0), noInvalidDate: true }),
        async (aliases, passphrase, added) => {
          const entries = distinctAliases(aliases.map((alias) => ({ alias, certificate: authority, added })));
          const bytes = writeJks(entries, new Secret(passphrase));
          const read = await readKeystore(bytes, new Secret(passphrase), 'The file');

          expect(read.certificates.map(({ alias, added: at }) => [alias, at])).toEqual(
            entries.map(({ alias }) => [alias, added]),
          );
          expect(await problemOf(bytes, `${passphrase}x`)).toMatchObject({ code: 'KEYSTORE_LOCKED' });
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('aliases end up distinct in lower case, and the first of a name keeps it', () => {
  const names = ['CA', 'ca', null, '', 'ca-2', 'Ca', 'İ'].map((alias) => ({ alias }));

  expect(distinctAliases(names).map(({ alias }) => alias)).toEqual([
    'ca',
    'ca-2',
    'unnamed',
    'unnamed-2',
    'ca-2-2',
    'ca-3',
    'i̇',
  ]);
});

describe('damaged keystores', () => {
  test('are told in an error of ours, wherever they are cut or changed', async () => {
    const samples = [
      ...foreign.filter(({ title }) => title !== 'by NSS'),
      { bytes: await exported('jks'), passphrase: 'changeit' },
      { bytes: await exported('java-truststore'), passphrase: 'changeit' },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        fc.option(fc.nat()),
        async ({ bytes, passphrase }, changes, cut) => {
          const damaged = Buffer.from(bytes);
          for (const [at, value] of changes) damaged[at % damaged.length] = value;
          const part = cut === null ? damaged : damaged.subarray(0, cut % damaged.length);
          const problem = await problemOf(part, passphrase);

          if (problem !== null) expect(['KEYSTORE_LOCKED', 'KEYSTORE_UNREADABLE']).toContain(problem.code);
        },
      ),
      { numRuns: process.env.SEALWIRE_LONG ? 20_000 : 200 },
    );
  });

  test('of any bytes at all are refused', async () => {
    const heads = [[], [0x30], [0x30, 0x80], [0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2], [0xce, 0xce, 0xce, 0xce]];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
        expect(await problemOf(Buffer.from([...head, ...rest]), 'x')).toMatchObject({ code: 'KEYSTORE_UNREADABLE' });
      }),
      { numRuns: process.env.SEALWIRE_LONG ? 50_000 : 500 },
    );
  });

  test('cost little, however deep, large or slow they say to be', async () => {
    const deep = Buffer.concat(Array.from({ length: 100_000 }, () => Buffer.of(0x30, 0x80)));
    const wide = Buffer.concat([Buffer.of(0x30, 0x83, 0x06, 0x1a, 0x80), Buffer.alloc(400_000, Buffer.of(5, 0))]);
    const large = Buffer.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 1);
    expect((await problemOf(deep, ''))?.message).toContain('nested too deeply');
    expect((await problemOf(wide, ''))?.message).toContain('too many parts');
    expect((await problemOf(large, ''))?.message).toContain('ends too early');
    expect((await problemOf(Buffer.alloc(9 * 1024 * 1024), ''))?.message).toContain('larger than 8 MiB');
    expect((await problemOf(withRounds(modern, 2 ** 31 - 1), ''))?.message).toContain('too many rounds');
    expect((await problemOf(withRounds(modern, 0), ''))?.message).toContain('too many rounds');
  });
});

async function exported(format: string): Promise<Buffer> {
  using exports = exportFolder();
  const passphrase = format === 'p12' ? PASSPHRASE : null;
  return readFileSync(await exports.write(format, material, { passphrase }));
}

/** The error of the catalogue that reading ends with, or null; another error fails the test. */
async function problemOf(bytes: Buffer, passphrase: string): Promise<SealwireError | null> {
  try {
    await readKeystore(bytes, new Secret(passphrase), 'The file');
    return null;
  } catch (error) {
    if (error instanceof SealwireError) return error;
    throw error;
  }
}
