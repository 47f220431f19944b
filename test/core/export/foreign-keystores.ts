import { execFileSync } from 'node:child_process';
import { createHmac, pbkdf2Sync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Der, encode, none, octets, oid, ready, sequence } from '../../../main/core/authority/der.ts';
import { type DerValue, octetsOf, readDer } from '../../../main/core/export/keystores/der-reader.ts';
import { wholeNumber } from '../../../main/core/export/keystores/passphrase-encryption.ts';
import { isOnPath } from '../../support/prepare-machine.ts';
import type { SampleMaterial } from './exported.ts';

/** A PKCS#12 file that another program wrote. */
export interface ForeignKeystore {
  readonly title: string;
  readonly bytes: Buffer;
  readonly passphrase: string;
}

const PASSPHRASE = 'Grüße 🔑 "here"';

/** Every way in which OpenSSL writes a PKCS#12 file that readers have to expect. */
const OPENSSL_FORMS: Readonly<Record<string, readonly string[]>> = {
  'today, by OpenSSL': [],
  'before OpenSSL 3 (RC2-40 and Triple DES)': ['-legacy'],
  'with RC2-128': ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-RC2-128'],
  'with Triple DES of two keys': ['-certpbe', 'PBE-SHA1-2DES', '-keypbe', 'PBE-SHA1-2DES'],
  'with AES-128 and a MAC by SHA-512': ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-192-CBC', '-macalg', 'sha512'],
  'with Triple DES in PBES2': ['-certpbe', 'DES-EDE3-CBC', '-keypbe', 'DES-EDE3-CBC', '-macalg', 'sha384'],
  'without encryption': ['-certpbe', 'NONE', '-keypbe', 'NONE'],
  'without a MAC': ['-nomac'],
  'with one round for everything': ['-noiter', '-nomaciter', '-macalg', 'sha1'],
};

/** Keystores by OpenSSL in all its forms, under a passphrase and under an empty one. */
export function opensslKeystores(material: SampleMaterial): ForeignKeystore[] {
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-keystores-'));
  const file = (name: string): string => join(folder, name);
  try {
    writeFileSync(file('leaf.pem'), material.certificate);
    writeFileSync(file('key.pem'), material.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(file('ca.pem'), material.authorities.join(''));
    const made = (title: string, passphrase: string, options: readonly string[]): ForeignKeystore => {
      const inputs = ['-in', file('leaf.pem'), '-inkey', file('key.pem'), '-certfile', file('ca.pem')];
      const args = ['pkcs12', '-export', ...inputs, '-name', 'An alias ü', ...options, '-passout', 'stdin'];
      execFileSync('openssl', [...args, '-out', file('out.p12')], { input: `${passphrase}\n`, stdio: 'pipe' });
      return { title, bytes: readFileSync(file('out.p12')), passphrase };
    };
    return [
      ...Object.entries(OPENSSL_FORMS).map(([title, options]) => made(title, PASSPHRASE, options)),
      made('under an empty passphrase', '', []),
      made('under an empty passphrase before OpenSSL 3', '', ['-legacy']),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What NSS, and so Firefox and Chromium, makes of a PKCS#12 file that it imported: BER of indefinite lengths, with 600,000 rounds. */
export function nssKeystores(p12: Buffer, passphrase: string, alias: string): ForeignKeystore[] {
  if (!isOnPath('pk12util')) return [];
  const folder = mkdtempSync(join(tmpdir(), 'sealwire-nss-'));
  const file = (name: string): string => join(folder, name);
  const store = `sql:${file('store')}`;
  const run = (program: string, ...args: string[]): void => void execFileSync(program, args, { stdio: 'pipe' });
  try {
    mkdirSync(file('store'));
    writeFileSync(file('in.p12'), p12);
    writeFileSync(file('passphrase'), passphrase);
    run('certutil', '-N', '-d', store, '--empty-password');
    run('pk12util', '-i', file('in.p12'), '-d', store, '-w', file('passphrase'));
    run('pk12util', '-o', file('out.p12'), '-d', store, '-n', alias, '-w', file('passphrase'));
    return [{ title: 'by NSS', bytes: readFileSync(file('out.p12')), passphrase }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A keystore whose MAC is replaced by one of RFC 9579, which OpenSSL writes in its FIPS mode alone. */
export function withPbmac1(p12: Buffer, passphrase: string): ForeignKeystore {
  const safe = octetsOf(readDer(p12).items[1]?.items[1]?.items[0]);
  const salt = Buffer.alloc(16, 7);
  const hmac = () => sequence(oid('1.2.840.113549.2.9'), none());
  const derivation = sequence(octets(salt), wholeNumber(2_048), wholeNumber(32), hmac());
  const scheme = sequence(sequence(oid('1.2.840.113549.1.5.12'), derivation), hmac());
  const digest = createHmac('sha256', pbkdf2Sync(passphrase, salt, 2_048, 32, 'sha256'))
    .update(safe)
    .digest();
  const digestInfo = sequence(sequence(oid('1.2.840.113549.1.5.14'), scheme), octets(digest));
  const mac = sequence(digestInfo, octets(Buffer.alloc(8)), wholeNumber(1));
  return { title: 'with a MAC of RFC 9579', bytes: withMac(p12, mac), passphrase };
}

/** A keystore that says that its MAC took that many rounds. */
export function withRounds(p12: Buffer, rounds: number): Buffer {
  const [digestInfo, salt] = readDer(p12).items[2]?.items ?? [];
  return withMac(p12, sequence(part(digestInfo), part(salt), wholeNumber(rounds)));
}

function withMac(p12: Buffer, mac: Der): Buffer {
  const [version, content] = readDer(p12).items;
  return encode(sequence(part(version), part(content), mac));
}

function part(value: DerValue | undefined): Der {
  return ready(value?.raw ?? Buffer.alloc(0));
}
