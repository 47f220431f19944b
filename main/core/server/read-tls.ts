import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { Secret } from '../../contract/index.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import { DEFAULT_TLS_SETTINGS, TLS_VERSIONS, type TlsSettings, type TlsVersion } from '../endpoint/tls/tls-settings.ts';
import type { Disk } from '../host/host.ts';
import { ConfigMistake } from './config-tree.ts';
import type { SettingReader } from './setting-reader.ts';

interface TlsRead {
  readonly settings: TlsSettings;
  readonly notes: readonly string[];
}

/** Suites by the real server's names (it spells one of them POLY1205); null is one that no OpenSSL of today speaks. */
const SUITES: Readonly<Record<string, string | null>> = {
  'ECDHE-ECDSA-AES-128-CBC-SHA': 'ECDHE-ECDSA-AES128-SHA',
  'ECDHE-ECDSA-AES-128-CBC-SHA256': 'ECDHE-ECDSA-AES128-SHA256',
  'ECDHE-ECDSA-AES-128-GCM-SHA256': 'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES-256-CBC-SHA': 'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-ECDSA-AES-256-GCM-SHA384': 'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305': 'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-RC4-128-SHA': null,
  'ECDHE-RSA-3DES-CBC3-SHA': null,
  'ECDHE-RSA-AES-128-CBC-SHA': 'ECDHE-RSA-AES128-SHA',
  'ECDHE-RSA-AES-128-CBC-SHA256': 'ECDHE-RSA-AES128-SHA256',
  'ECDHE-RSA-AES-128-GCM-SHA256': 'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES-256-CBC-SHA': 'ECDHE-RSA-AES256-SHA',
  'ECDHE-RSA-AES-256-GCM-SHA384': 'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-RSA-CHACHA20-POLY1205': 'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305': 'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-RSA-RC4-128-SHA': null,
  'RSA-RC4-128-SHA': null,
  'RSA-3DES-CBC3-SHA': null,
  'RSA-AES-128-CBC-SHA': 'AES128-SHA',
  'RSA-AES-128-CBC-SHA256': 'AES128-SHA256',
  'RSA-AES-128-GCM-SHA256': 'AES128-GCM-SHA256',
  'RSA-AES-256-CBC-SHA': 'AES256-SHA',
  'RSA-AES-256-GCM-SHA384': 'AES256-GCM-SHA384',
  'TLS-AES-128-GCM-SHA256': null,
  'TLS-AES-256-GCM-SHA384': null,
  'TLS-CHACHA20-POLY1305-SHA256': null,
};

const GROUPS = ['P-256', 'P-384', 'P-521', 'X25519', 'X25519MLKEM768', 'SecP256r1MLKEM768', 'SecP384r1MLKEM1024'];
const MODES = ['none', 'optional', 'required'] as const;
const VERIFICATION = ['full', 'certificate', 'none', 'strict'];
const CERTIFICATES = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The `ssl` section, with its files read and checked (reference E1); null where TLS is not switched on in it. Relative paths start at `folder`. */
export function readTls(
  read: SettingReader,
  has: (key: string) => boolean,
  disk: Disk,
  folder: string,
): TlsRead | null {
  if (!has('ssl')) return null;
  const versions = versionsOf(read);
  const ciphers = oneOfEach(read, 'ssl.cipher_suites', Object.keys(SUITES)).flatMap((name) => SUITES[name] ?? []);
  const groups = oneOfEach(read, 'ssl.curve_types', GROUPS);
  const known = groups.filter(isKnownGroup);
  oneOf(read, 'ssl.verification_mode', VERIFICATION);
  const pins = read.texts('ssl.ca_sha256') ?? [];
  const named = oneOf(read, 'ssl.client_authentication', [...MODES, '']);
  read.boolean('ssl.disable_legacy_pem_support');
  if (read.boolean('ssl.enabled') === false) return null;

  const file = fileReader(read, disk, folder);
  const authorities = (read.texts('ssl.certificate_authorities') ?? []).flatMap((where) =>
    file.certificates('ssl.certificate_authorities', where),
  );
  const byAuthorities = has('ssl.certificate_authorities') ? 'required' : 'none';
  const mode = named === null ? byAuthorities : (MODES.find((each) => each === named) ?? 'none');
  const { identity, notes } = identityOf(read, file);
  if (groups.length > 0 && known.length === 0) {
    throw new ConfigMistake(
      read.at('ssl.curve_types'),
      'None of these curves is known to the OpenSSL of this Node.js',
      'Add P-256 or X25519.',
    );
  }
  return {
    settings: {
      identity,
      ...versions,
      ciphers: ciphers.length === 0 ? DEFAULT_TLS_SETTINGS.ciphers : ciphers,
      groups: known.length === 0 ? null : known,
      clientAuth: { mode, authorities, pins },
    },
    notes,
  };
}

/** Only the oldest and the newest count. */
function versionsOf(read: SettingReader): { minVersion: TlsVersion; maxVersion: TlsVersion } {
  const named = read.texts('ssl.supported_protocols') ?? [];
  const ranks = named.map((name) => {
    const rank = (TLS_VERSIONS as readonly string[]).indexOf(name);
    if (rank !== -1) return rank;
    throw new ConfigMistake(
      read.at('ssl.supported_protocols'),
      `"${name}" is an unsupported tls version`,
      `Name some of ${TLS_VERSIONS.join(', ')}.`,
    );
  });
  const version = (rank: number): TlsVersion => TLS_VERSIONS[rank] ?? 'TLSv1.2';
  if (ranks.length === 0) return { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' };
  return { minVersion: version(Math.min(...ranks)), maxVersion: version(Math.max(...ranks)) };
}

function identityOf(read: SettingReader, file: FileReader): { identity: ServerIdentity; notes: string[] } {
  const certificate = read.text('ssl.certificate') ?? '';
  const key = read.secret('ssl.key')?.secret.reveal() ?? '';
  const without = 'Set it, or take the ssl section out: Sealwire then presents its own certificate.';
  if (certificate === '')
    throw new ConfigMistake(
      read.at('ssl'),
      'ssl is switched on, and "ssl.certificate" is missing (certificate file not configured)',
      without,
    );
  if (key === '')
    throw new ConfigMistake(
      read.at('ssl'),
      'ssl is switched on, and "ssl.key" is missing (key file not configured)',
      without,
    );
  const chain = file.certificates('ssl.certificate', certificate);
  const keyPem = file.text('ssl.key', key);
  const isLegacy = /Proc-Type:.*ENCRYPTED/.test(keyPem);
  if (isLegacy && read.boolean('ssl.disable_legacy_pem_support') === true) {
    throw new ConfigMistake(
      read.at('ssl.key'),
      'The key is encrypted in the old PEM form, which "ssl.disable_legacy_pem_support" refuses',
      'Convert it: `openssl pkcs8 -topk8 -in KEY -out NEW`.',
    );
  }
  const passphrasePath = read.text('ssl.key_passphrase_path');
  const passphrase =
    read.secret('ssl.key_passphrase')?.secret.reveal() ||
    (passphrasePath ? file.text('ssl.key_passphrase_path', passphrasePath) : '');
  const opened = openKey(read, keyPem, passphrase);
  const leaf = new X509Certificate(chain[0] ?? '');
  if (!leaf.checkPrivateKey(opened)) {
    throw new ConfigMistake(
      read.at('ssl.key'),
      'The key does not belong to the certificate',
      'Name the key that the certificate was made with.',
    );
  }
  return {
    identity: {
      chainPem: `${chain.join('\n')}\n`,
      keyPem: new Secret(opened.export({ type: 'pkcs8', format: 'pem' }).toString()),
      served: {
        id: `file-${leaf.serialNumber.toLowerCase()}`,
        fingerprint256: leaf.fingerprint256,
        names: (leaf.subjectAltName ?? '')
          .split(', ')
          .flatMap((name) => name.replace(/^(?:DNS|IP Address):/, '') || []),
        notBefore: leaf.validFromDate.toISOString(),
        notAfter: leaf.validToDate.toISOString(),
      },
    },
    notes: isLegacy
      ? [
          'The key in "ssl.key" is encrypted in an old PEM form that a later APM Server will refuse; convert it with `openssl pkcs8 -topk8`.',
        ]
      : [],
  };
}

function openKey(read: SettingReader, pem: string, passphrase: string): KeyObject {
  const open = (given: string): KeyObject | null => {
    try {
      return createPrivateKey({ key: pem, ...(given === '' ? {} : { passphrase: given }) });
    } catch {
      // OpenSSL tells a wrong passphrase and a damaged key apart by no code that lasts from version to version.
      return null;
    }
  };
  const opened = open(passphrase);
  if (opened !== null) return opened;
  const at = read.at('ssl.key');
  if (!pem.includes('ENCRYPTED'))
    throw new ConfigMistake(at, 'What "ssl.key" names is no private key', 'Name a PEM file that holds one.');
  if (passphrase === '')
    throw new ConfigMistake(
      at,
      'The key is encrypted, and there is no passphrase',
      'Set ssl.key_passphrase, best by a reference to an entry of the keystore.',
    );
  const isNewline = passphrase.endsWith('\n') && open(passphrase.trimEnd()) !== null;
  throw new ConfigMistake(
    at,
    isNewline ? 'The passphrase file ends in a newline, which counts' : 'The passphrase does not open the key',
    isNewline
      ? 'Write it without one: `printf %s "$PASSPHRASE" > FILE`.'
      : 'Correct ssl.key_passphrase, or the file of ssl.key_passphrase_path.',
  );
}

interface FileReader {
  text(key: string, where: string): string;
  certificates(key: string, where: string): string[];
}

/** Paths and inline PEM alike; what is inline never comes into a message. */
function fileReader(read: SettingReader, disk: Disk, folder: string): FileReader {
  const text = (key: string, where: string): string => {
    if (where.trim().startsWith('-')) return where;
    const path = resolve(folder, where);
    const bytes = where.includes('\n') ? null : disk.read(path);
    if (bytes !== null) return bytes.toString('utf8');
    const shown = where.length > 200 || where.includes('\n') ? 'that path' : path;
    throw new ConfigMistake(
      read.at(key),
      `"${key}" names ${shown}, and there is no such file`,
      `Correct the path; a relative one starts at ${folder}.`,
    );
  };
  return {
    text,
    certificates: (key, where) => {
      const found = text(key, where).match(CERTIFICATES) ?? [];
      const isSound = found.every((pem) => {
        try {
          new X509Certificate(pem);
          return true;
        } catch {
          return false;
        }
      });
      if (found.length > 0 && isSound) return [...found];
      throw new ConfigMistake(
        read.at(key),
        `What "${key}" names is not a certificate`,
        'Name a PEM file that begins with -----BEGIN CERTIFICATE-----.',
      );
    },
  };
}

function oneOf(read: SettingReader, key: string, allowed: readonly string[]): string | null {
  const value = read.text(key);
  if (value === null || allowed.includes(value)) return value;
  throw new ConfigMistake(
    read.at(key),
    `"${key}" has a value that does not exist`,
    `Choose one of ${allowed.filter(Boolean).join(', ')}.`,
  );
}

function oneOfEach(read: SettingReader, key: string, allowed: readonly string[]): readonly string[] {
  const values = read.texts(key) ?? [];
  const strange = values.find((value) => !allowed.includes(value));
  if (strange === undefined) return values;
  throw new ConfigMistake(
    read.at(key),
    `"${key}" names "${strange.slice(0, 40)}", which does not exist`,
    `Choose from ${allowed.join(', ')}.`,
  );
}

function isKnownGroup(name: string): boolean {
  try {
    createSecureContext({ ecdhCurve: name });
    return true;
  } catch {
    // The post-quantum groups are missing from the OpenSSL of older Node.js.
    return false;
  }
}
