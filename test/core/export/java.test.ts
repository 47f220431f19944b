import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../../main/contract/index.ts';
import { issueAuthority } from '../../../main/core/authority/issue-authority.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { digestOf, exportFolder, hostileNames, PASSPHRASE, type SampleMaterial, sampleMaterial } from './exported.ts';
import { type JavaEntry, type JavaReader, javaReaders } from './java-reader.ts';

const { readers, problem } = javaReaders();
const material = await sampleMaterial();
const rsa = await sampleMaterial('rsa-2048', 'Grüße *.apm.test');
const ca = digestOf(material.authorities[0]);
const leaf = digestOf(material.certificate);

/** Every kind of keystore with authorities and keys that are called in every hostile way, and what Java is to find in it. */
const hostileExports = exportFolder();
afterAll(() => hostileExports[Symbol.dispose]());
const hostile: { readonly store: Parameters<JavaReader['list']>[0][number]; readonly entry: JavaEntry }[] = [];
for (const name of hostileNames()) {
  const { pem } = await issueAuthority(realHost(), { commonName: name, permitted: null });
  const trusted = { ...material, authorities: [pem] };
  const jks = await hostileExports.write('jks', trusted);
  const p12 = await hostileExports.write('java-truststore', trusted);
  const keyed = await hostileExports.write('p12-legacy', { ...material, name }, { passphrase: PASSPHRASE });
  const alias = (name || 'sealwire').toLowerCase();
  const entry = { alias, kind: 'trusted', digest: digestOf(pem), chain: 1 } as const;
  hostile.push(
    { store: { type: 'JKS', path: jks, passphrase: 'changeit' }, entry },
    { store: { type: 'PKCS12', path: p12, passphrase: 'changeit' }, entry },
    {
      store: { type: 'PKCS12', path: keyed, passphrase: PASSPHRASE.reveal() },
      entry: { alias, kind: 'key', digest: leaf, chain: 2 },
    },
  );
}

/** Java before 11.0.12 has neither PBES2 nor a MAC by SHA-256 in PKCS#12. */
const isOld = (version: string): boolean => /^1\.8|^11\.0\.\d\b/.test(version);

if (readers.length === 0) test.skip(`Java opens what is exported for it [skipped: ${problem}]`);

for (const reader of readers) {
  const { version, home } = reader.runtime;

  describe(`Java ${version} in ${home.split('/').slice(-2).join('/')}`, () => {
    test('finds the authority in a truststore of either kind, with the passphrase and without', async () => {
      using exports = exportFolder();
      const jks = await exports.write('jks', material, { passphrase: PASSPHRASE });
      const p12 = await exports.write('java-truststore', material, { passphrase: PASSPHRASE });
      const stores = [
        { type: 'JKS', path: jks, passphrase: PASSPHRASE.reveal() },
        { type: 'JKS', path: jks, passphrase: null },
        { type: 'PKCS12', path: p12, passphrase: PASSPHRASE.reveal() },
        { type: 'PKCS12', path: p12, passphrase: null },
      ];

      const entry = { alias: 'sealwire test 4f2a', kind: 'trusted', digest: ca, chain: 1 };
      expect(reader.list(stores)).toEqual(stores.map(() => [entry]));
      expect(reader.list(stores.slice(0, 3).map((store) => ({ ...store, passphrase: 'another' })))).toEqual(
        stores.slice(0, 3).map(() => expect.stringMatching(/^! .*(password was incorrect|integrity check)/i)),
      );
    });

    test('keytool lists both truststores under the usual passphrase', async () => {
      using exports = exportFolder();
      for (const format of ['jks', 'java-truststore']) {
        const path = await exports.write(format, material);
        const { status, stdout } = reader.keytool('-list', '-keystore', path, '-storepass', 'changeit');

        expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('trustedCertEntry') });
        expect(stdout.replaceAll(':', '').toLowerCase()).toContain(ca);
      }
    });

    test('finds key and chain in a keystore', async () => {
      using exports = exportFolder();
      const formats = ['p12-legacy', ...(isOld(version) ? [] : ['p12', 'java-keystore'])];
      for (const format of formats) {
        const stores = await Promise.all(
          [material, rsa].map(async (each) => ({
            type: 'PKCS12',
            path: await exports.write(format, each, { passphrase: PASSPHRASE }),
            passphrase: PASSPHRASE.reveal(),
          })),
        );

        expect(reader.list(stores), format).toEqual([
          [{ alias: 'localhost', kind: 'key', digest: leaf, chain: 2 }],
          [{ alias: 'grüße *.apm.test', kind: 'key', digest: digestOf(rsa.certificate), chain: 2 }],
        ]);
      }
    });

    test('finds each entry under its name, whatever that is', () => {
      expect(reader.list(hostile.map(({ store }) => store))).toEqual(hostile.map(({ entry }) => [entry]));
    });

    if (isOld(version)) {
      test('cannot open the modern form, which is why there is a compatible one', async () => {
        using exports = exportFolder();
        const path = await exports.write('p12', material, { passphrase: PASSPHRASE });

        expect(reader.list([{ type: 'PKCS12', path, passphrase: PASSPHRASE.reveal() }])).toEqual([
          '! keystore password was incorrect',
        ]);
      });
    }

    test('has every entry of a store of its own, and ours, in a merged truststore', async () => {
      using exports = exportFolder();
      for (const existing of ownStores(reader, exports.folder)) {
        const [before = 'nothing'] = reader.list([existing]);
        const mergeWith = {
          what: 'The store',
          bytes: readFileSync(existing.path),
          passphrase: existing.passphrase === null ? null : new Secret(existing.passphrase),
        };
        const jks = await exports.write('jks', material, { mergeWith });
        const p12 = await exports.write('java-truststore', material, { mergeWith });

        const [fromJks, fromP12] = reader.list([
          { type: 'JKS', path: jks, passphrase: 'changeit' },
          { type: 'PKCS12', path: p12, passphrase: null },
        ]);

        if (typeof before === 'string') throw new Error(`${existing.path}: ${before}`);
        const own = { alias: 'sealwire test 4f2a', kind: 'trusted' as const, digest: ca, chain: 1 };
        const sorted = (entries: typeof fromJks): string[] =>
          typeof entries === 'object' ? entries.map((entry) => JSON.stringify(entry)).sort() : [String(entries)];
        expect(before.length).toBeGreaterThan(0);
        expect(sorted(fromJks)).toEqual(sorted([...before, own]));
        expect(sorted(fromP12)).toEqual(sorted([...before, own]));
      }
    });

    test('makes a request over TLS with each truststore, and none without', async () => {
      using exports = exportFolder();
      const url = await serving(material);
      const bytes = readFileSync(join(home, 'lib', 'security', 'cacerts'));
      const mergeWith = { what: 'cacerts', bytes, passphrase: new Secret('changeit') };
      for (const format of ['jks', 'java-truststore']) {
        const alone = await exports.write(format, material, { passphrase: PASSPHRASE });
        const merged = await exports.write(format, material, { mergeWith });
        const type = format === 'jks' ? 'JKS' : 'PKCS12';
        const named = { 'javax.net.ssl.trustStore': alone, 'javax.net.ssl.trustStoreType': type };

        expect(await reader.fetch(url, named)).toBe('200');
        expect(await reader.fetch(url, { ...named, 'javax.net.ssl.trustStorePassword': PASSPHRASE.reveal() })).toBe(
          '200',
        );
        expect(await reader.fetch(url, { 'javax.net.ssl.trustStore': merged })).toBe('200');
      }
      expect(await reader.fetch(url, {})).toMatch(/^! .*PKIX path/);
    });

    test('shows the certificate of a keystore to a server that asks for one', async () => {
      using exports = exportFolder();
      const shown: (string | undefined)[] = [];
      const url = await serving(material, shown);
      const format = isOld(version) ? 'p12-legacy' : 'java-keystore';
      const properties = {
        'javax.net.ssl.trustStore': await exports.write('jks', material),
        'javax.net.ssl.keyStore': await exports.write(format, material, { passphrase: PASSPHRASE }),
        'javax.net.ssl.keyStoreType': 'PKCS12',
        'javax.net.ssl.keyStorePassword': PASSPHRASE.reveal(),
      };

      expect(await reader.fetch(url, properties)).toBe('200');
      expect(shown).toEqual([leaf]);
    });
  });
}

/** The JDK's own authorities, and the same as PKCS#12: protected as keytool does by itself, and without any passphrase as newer JDKs ship them. */
function ownStores(
  reader: (typeof readers)[number],
  folder: string,
): { readonly type: string; readonly path: string; readonly passphrase: string | null }[] {
  const cacerts = join(reader.runtime.home, 'lib', 'security', 'cacerts');
  const magic = readFileSync(cacerts).readUInt32BE(0);
  const own = { type: magic === 0xfeedfeed ? 'JKS' : 'PKCS12', path: cacerts, passphrase: 'changeit' };
  const guarded = { path: join(folder, 'guarded.p12'), passphrase: 'changeit', flags: [] };
  const bare = {
    path: join(folder, 'bare.p12'),
    passphrase: null,
    flags: ['-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE', '-J-Dkeystore.pkcs12.macAlgorithm=NONE'],
  };
  const pem = join(folder, 'ca.pem');
  writeFileSync(pem, otherAuthority.authorities[0] ?? '');
  const made = [guarded, ...(isOld(reader.runtime.version) ? [] : [bare])].map(({ path, passphrase, flags }) => {
    const named = ['-importcert', '-noprompt', '-alias', 'Wurzel (ü)', '-file', pem, '-storetype', 'PKCS12'];
    const { status, stdout } = reader.keytool(...flags, ...named, '-keystore', path, '-storepass', 'changeit');
    if (status !== 0) throw new Error(stdout);
    return { type: 'PKCS12', path, passphrase };
  });
  return [own, ...made];
}

const otherAuthority = await sampleMaterial();

/** A server with the certificate; what clients show of their own goes into `shown`. */
async function serving(served: SampleMaterial, shown?: (string | undefined)[]): Promise<string> {
  const key = served.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const asks = { requestCert: shown !== undefined, rejectUnauthorized: false, ca: [...served.authorities] };
  const server = createServer({ cert: served.certificate, key, ...asks }, (request, response) => {
    const socket = request.socket as TLSSocket;
    shown?.push(socket.getPeerCertificate().fingerprint256?.replaceAll(':', '').toLowerCase());
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://localhost:${(server.address() as AddressInfo).port}/`;
}
