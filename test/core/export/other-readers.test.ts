import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { issueAuthority } from '../../../main/core/authority/issue-authority.ts';
import type { KeyKind } from '../../../main/core/certificates/key-pair.ts';
import { realHost } from '../../../main/core/host/real-host.ts';
import { PKILINT_PACKAGES } from '../../lint/linters.ts';
import { installGo } from '../../support/install-go.ts';
import { installPython } from '../../support/install-python.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import {
  belongTogether,
  digestOf,
  exportFolder,
  hostileNames,
  PASSPHRASE,
  type SampleMaterial,
  sampleChain,
  sampleMaterial,
} from './exported.ts';

const KEYS: readonly KeyKind[] = ['ec-p256', 'ec-p384', 'rsa-2048'];
const WITH_KEY = ['p12', 'p12-legacy', 'java-keystore'] as const;

const materials = new Map<KeyKind, SampleMaterial>();
for (const key of KEYS) materials.set(key, await sampleMaterial(key, `localhost ${key}`));
const everyKey = [...materials.values()];
const [material = await sampleMaterial()] = everyKey;

const go = goReader();
const python = installPython('lint', 'pkilint', PKILINT_PACKAGES);
const lacking = (reader: { readonly problem: string } | object): string =>
  'problem' in reader ? ` [skipped: ${reader.problem}]` : '';
const program = (name: string): { readonly problem: string } | object =>
  isOnPath(name) ? {} : { problem: `this machine lacks ${name}` };

test('Node.js takes certificate and key out of a PKCS#12 file', async () => {
  using exports = exportFolder();
  for (const format of WITH_KEY) {
    for (const each of everyKey) {
      const pfx = readFileSync(await exports.write(format, each, { passphrase: PASSPHRASE }));

      expect(() => createSecureContext({ pfx, passphrase: PASSPHRASE.reveal() })).not.toThrow();
      expect(() => createSecureContext({ pfx, passphrase: 'another' })).toThrow(/mac verify failure/);
    }
  }
});

const openssl = program('openssl');
describe.skipIf('problem' in openssl)(`OpenSSL${lacking(openssl)}`, () => {
  test('reads certificate, chain and key of a PKCS#12 file, without its legacy switch', async () => {
    using exports = exportFolder();
    for (const format of WITH_KEY) {
      for (const each of everyKey) {
        const path = await exports.write(format, each, { passphrase: PASSPHRASE });
        const { stdout, stderr, status } = opensslSays(
          ['pkcs12', '-in', path, '-nodes', '-passin', 'stdin'],
          PASSPHRASE.reveal(),
        );
        const certificates = stdout.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];

        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        expect(certificates.map((pem) => digestOf(pem))).toEqual([
          digestOf(each.certificate),
          digestOf(each.authorities[0]),
        ]);
        expect(belongTogether(each.certificate, createPrivateKey(stdout))).toBe(true);
      }
    }
  });

  test('reads PEM and DER keys, bare and under a passphrase', async () => {
    using exports = exportFolder();
    for (const each of everyKey) {
      for (const [format, name, inform] of [
        ['pem', '.key', 'PEM'],
        ['chain', '.key', 'PEM'],
        ['der', '.key.der', 'DER'],
      ] as const) {
        const bare = join(dirname(await exports.write(format, each)), `${stemOf(each)}${name}`);
        const guarded = join(
          dirname(await exports.write(format, each, { passphrase: PASSPHRASE })),
          `${stemOf(each)}${name}`,
        );
        const publicKey = createPublicKey(each.privateKey).export({ type: 'spki', format: 'pem' });
        const read = ['pkey', '-inform', inform, '-pubout', '-in'];

        expect(opensslSays([...read, bare]).stdout, format).toBe(publicKey);
        expect(opensslSays([...read, guarded, '-passin', 'stdin'], PASSPHRASE.reveal()).stdout, format).toBe(publicKey);
        expect(opensslSays([...read, guarded, '-passin', 'stdin'], 'another').status, format).toBe(1);
      }
    }
  });

  test('verifies a full chain against the authority beside it, and reads bare certificates', async () => {
    using exports = exportFolder();
    const chain = await exports.write('chain', material);
    const crt = await exports.write('crt', material);
    const der = await exports.write('der', material);

    const longer = await exports.write('chain', await sampleChain());
    const verify = (path: string): string => {
      const trusted = ['-x509_strict', '-no-CApath', '-no-CAstore', '-CAfile', join(dirname(path), 'ca.pem')];
      return opensslSays(['verify', ...trusted, '-untrusted', path, '-show_chain', path]).stdout;
    };
    const digest = (path: string): string =>
      opensslSays(['x509', '-inform', 'DER', '-noout', '-fingerprint', '-sha256', '-in', path])
        .stdout.replaceAll(':', '')
        .toLowerCase();

    expect(verify(chain).match(/^(.*: OK|depth=\d)/gm)).toEqual([`${chain}: OK`, 'depth=0', 'depth=1']);
    expect(verify(longer).match(/^(.*: OK|depth=\d)/gm)).toEqual([`${longer}: OK`, 'depth=0', 'depth=1', 'depth=2']);
    expect(digest(crt)).toContain(digestOf(material.authorities[0]));
    expect(digest(der)).toContain(digestOf(material.certificate));
  });
});

describe.skipIf('problem' in go)(`Go${lacking(go)}`, () => {
  test('reads certificate, chain and key of a PKCS#12 file, and the authorities of a truststore', async () => {
    using exports = exportFolder();
    const read = (kind: string, path: string, input: string): string[] =>
      spawnSync('file' in go ? go.file : '', [kind, path], { input, encoding: 'utf8' })
        .stdout.trim()
        .split('\n');
    for (const format of WITH_KEY) {
      for (const each of everyKey) {
        const path = await exports.write(format, each, { passphrase: PASSPHRASE });

        expect(read('key', path, PASSPHRASE.reveal()), format).toEqual([
          digestOf(each.certificate),
          digestOf(each.authorities[0]),
        ]);
        expect(read('key', path, 'another')).toEqual(['! pkcs12: decryption password incorrect']);
      }
    }
    const store = await exports.write('java-truststore', material);

    expect(read('trust', store, 'changeit')).toEqual([digestOf(material.authorities[0])]);
  });
});

describe.skipIf('problem' in python)(`Python${lacking(python)}`, () => {
  const inPython = (code: string, args: readonly string[], input = ''): string =>
    execFileSync('python' in python ? python.python : '', ['-c', code, ...args], { encoding: 'utf8', input });

  test("pyca's cryptography reads certificate, chain and key of a PKCS#12 file", async () => {
    using exports = exportFolder();
    const code = [
      'import sys',
      'from cryptography.hazmat.primitives import hashes',
      'from cryptography.hazmat.primitives.serialization import pkcs12',
      'key, leaf, above = pkcs12.load_key_and_certificates(open(sys.argv[1], "rb").read(), sys.stdin.read().encode())',
      'assert key.public_key() == leaf.public_key()',
      'print(*[each.fingerprint(hashes.SHA256()).hex() for each in [leaf, *above]])',
    ].join('\n');
    for (const format of WITH_KEY) {
      for (const each of everyKey) {
        const path = await exports.write(format, each, { passphrase: PASSPHRASE });
        const digests = inPython(code, [path], PASSPHRASE.reveal()).trim().split(' ');

        expect(digests, format).toEqual([digestOf(each.certificate), digestOf(each.authorities[0])]);
      }
    }
  });

  test('ssl serves with the full chain and an encrypted key, and trusts the authority', async () => {
    using exports = exportFolder();
    const folder = dirname(await exports.write('chain', material, { passphrase: PASSPHRASE }));
    const code = [
      'import ssl, sys',
      'server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)',
      'server.load_cert_chain(sys.argv[1], sys.argv[2], password=sys.stdin.read())',
      'client = ssl.create_default_context(cafile=sys.argv[3])',
      'client.verify_flags |= ssl.VERIFY_X509_STRICT',
      'up, down = ssl.MemoryBIO(), ssl.MemoryBIO()',
      'ends = [client.wrap_bio(down, up, server_hostname="localhost"), server.wrap_bio(up, down, server_side=True)]',
      'done = set()',
      'while len(done) < 2:',
      '  for end in ends:',
      '    try:',
      '      end.do_handshake(); done.add(end)',
      '    except ssl.SSLWantReadError: pass',
      'print(ends[0].version(), ends[0].getpeercert()["subjectAltName"])',
    ].join('\n');
    const files = [`${stemOf(material)}.fullchain.pem`, `${stemOf(material)}.key`, 'ca.pem'];

    expect(
      inPython(
        code,
        files.map((name) => join(folder, name)),
        PASSPHRASE.reveal(),
      ),
    ).toContain("('DNS', 'localhost')");
  });

  test('plistlib finds each authority as a root in the configuration profile', async () => {
    using exports = exportFolder();
    const path = await exports.write('mobileconfig', overlapping());
    const code = [
      'import hashlib, json, plistlib, sys',
      'profile = plistlib.load(open(sys.argv[1], "rb"))',
      'for each in profile["PayloadContent"]: each["PayloadContent"] = hashlib.sha256(each["PayloadContent"]).hexdigest()',
      'print(json.dumps(profile))',
    ].join('\n');
    const profile = JSON.parse(inPython(code, [path]));
    const ids = [profile, ...profile.PayloadContent].map(({ PayloadUUID }) => PayloadUUID);

    expect(profile).toMatchObject({ PayloadType: 'Configuration', PayloadVersion: 1, PayloadRemovalDisallowed: false });
    expect(profile.PayloadContent).toMatchObject(
      overlapping().authorities.map((pem) => ({
        PayloadType: 'com.apple.security.root',
        PayloadVersion: 1,
        PayloadContent: digestOf(pem),
        PayloadDisplayName: 'Sealwire Test 4f2a',
      })),
    );
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
  });

  test('plistlib reads the profile of an authority that is called in a hostile way', async () => {
    using exports = exportFolder();
    const paths: string[] = [];
    for (const commonName of hostileNames()) {
      const { pem } = await issueAuthority(realHost(), { commonName, permitted: null });
      paths.push(await exports.write('mobileconfig', { ...material, authorities: [pem] }));
    }
    const code = [
      'import json, plistlib, sys',
      'print(json.dumps([plistlib.load(open(each, "rb"))["PayloadContent"][0]["PayloadDisplayName"] for each in sys.argv[1:]]))',
    ].join('\n');

    expect(JSON.parse(inPython(code, paths))).toEqual(
      hostileNames().map((name) => (name || 'Authority 1').replaceAll('\0', '')),
    );
  });

  test("an XML parser finds the authority's resource in Android's configuration", async () => {
    using exports = exportFolder();
    const path = await exports.write('android', overlapping());
    const code =
      'import sys, xml.etree.ElementTree as t; print(t.parse(sys.argv[1]).find("debug-overrides/trust-anchors/certificates").get("src"))';
    const source = inPython(code, [path]).trim();
    const raw = readFileSync(join(dirname(path), '..', source.replace('@', '').concat('.pem')), 'utf8');

    expect(source).toBe('@raw/sealwire_ca');
    expect(raw).toMatch(/^(-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+\n-----END CERTIFICATE-----\n){2}$/);
  });
});

const nss = program('pk12util');
describe.skipIf('problem' in nss)(`NSS, which Chromium and Firefox keep theirs in${lacking(nss)}`, () => {
  test('imports certificate and key of a PKCS#12 file', async () => {
    using exports = exportFolder();
    for (const format of WITH_KEY) {
      for (const each of everyKey) {
        // One store for each: NSS calls certificates of the same subject by the same name.
        const store = mkdtempSync(join(exports.folder, 'nss-'));
        writeFileSync(join(store, 'passphrase'), PASSPHRASE.reveal());
        execFileSync('certutil', ['-N', '-d', `sql:${store}`, '--empty-password']);
        const path = await exports.write(format, each, { passphrase: PASSPHRASE });
        execFileSync('pk12util', ['-i', path, '-d', `sql:${store}`, '-w', join(store, 'passphrase')]);
        const pem = execFileSync('certutil', ['-L', '-a', '-d', `sql:${store}`, '-n', each.name], { encoding: 'utf8' });
        const keys = execFileSync('certutil', ['-K', '-d', `sql:${store}`], { encoding: 'utf8' });

        expect(digestOf(pem)).toBe(digestOf(each.certificate));
        expect(keys.match(/^<.*>/gm)).toHaveLength(1);
      }
    }
  });
});

/** Material as it is while an old authority overlaps with the current one. */
function overlapping(): SampleMaterial {
  const [, second = material] = everyKey;
  return { ...material, authorities: [...material.authorities, ...second.authorities] };
}

function opensslSays(
  args: readonly string[],
  input = '',
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync('openssl', [...args], { encoding: 'utf8', input });
}

/** The names of the tests have a space, which files do not. */
function stemOf(each: SampleMaterial): string {
  return each.name.replaceAll(' ', '-');
}

function goReader(): ReturnType<typeof installGo> {
  const folder = join(import.meta.dirname, 'fixtures', 'go-reader');
  const source = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return installGo('go', 'reader', '.', { 'go.mod': source('go.mod'), 'main.go': source('main.go') });
}
