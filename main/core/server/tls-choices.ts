import { createSecureContext } from 'node:tls';
import { DEFAULT_TLS_SETTINGS, TLS_VERSIONS, type TlsSettings, type TlsVersion } from '../endpoint/tls/tls-settings.ts';
import { ConfigMistake } from './config-mistake.ts';
import { NUMBERED_NAMES } from './numbered-names.ts';
import type { SettingReader } from './setting-reader.ts';

/** Suites by the real server's names, the preferred first as in Go; null is one that OpenSSL cannot speak, or that cannot be chosen (TLS 1.3). */
const SUITES: Readonly<Record<string, string | null>> = {
  'ECDHE-ECDSA-AES-128-GCM-SHA256': 'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES-128-GCM-SHA256': 'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES-256-GCM-SHA384': 'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES-256-GCM-SHA384': 'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305': 'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1205': 'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES-128-CBC-SHA': 'ECDHE-ECDSA-AES128-SHA',
  'ECDHE-RSA-AES-128-CBC-SHA': 'ECDHE-RSA-AES128-SHA',
  'ECDHE-ECDSA-AES-256-CBC-SHA': 'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-RSA-AES-256-CBC-SHA': 'ECDHE-RSA-AES256-SHA',
  'RSA-AES-128-GCM-SHA256': 'AES128-GCM-SHA256',
  'RSA-AES-256-GCM-SHA384': 'AES256-GCM-SHA384',
  'RSA-AES-128-CBC-SHA': 'AES128-SHA',
  'RSA-AES-256-CBC-SHA': 'AES256-SHA',
  'ECDHE-RSA-3DES-CBC3-SHA': null,
  'RSA-3DES-CBC3-SHA': null,
  'ECDHE-ECDSA-AES-128-CBC-SHA256': 'ECDHE-ECDSA-AES128-SHA256',
  'ECDHE-RSA-AES-128-CBC-SHA256': 'ECDHE-RSA-AES128-SHA256',
  'RSA-AES-128-CBC-SHA256': 'AES128-SHA256',
  'ECDHE-ECDSA-RC4-128-SHA': null,
  'ECDHE-RSA-RC4-128-SHA': null,
  'RSA-RC4-128-SHA': null,
  'TLS-AES-128-GCM-SHA256': null,
  'TLS-AES-256-GCM-SHA384': null,
  'TLS-CHACHA20-POLY1305-SHA256': null,
};
/** What somebody would write who knows the suite's true name; the real server refuses it. */
const TRUE_NAME = 'ECDHE-RSA-CHACHA20-POLY1305';
const GROUPS = ['P-256', 'P-384', 'P-521', 'X25519', 'X25519MLKEM768', 'SecP256r1MLKEM768', 'SecP384r1MLKEM1024'];

/** Versions, suites and groups of the `ssl` section (reference E1), checked; `note` is told of those that are left out. Throws `ConfigMistake`. */
export function tlsChoicesOf(
  read: SettingReader,
  note: (sentence: string) => void,
): Pick<TlsSettings, 'minVersion' | 'maxVersion' | 'ciphers' | 'groups'> {
  return { ...versionsOf(read), ciphers: suitesOf(read, note), groups: groupsOf(read, note) };
}

/** Only the oldest and the newest count. */
function versionsOf(read: SettingReader): { minVersion: TlsVersion; maxVersion: TlsVersion } {
  const named = read.texts('ssl.supported_protocols', NUMBERED_NAMES.versions) ?? [];
  const ranks = named.map((name) => {
    const rank = (TLS_VERSIONS as readonly string[]).indexOf(name);
    if (rank !== -1) return rank;
    throw new ConfigMistake(
      read.at('ssl.supported_protocols'),
      `${shown(read, 'ssl.supported_protocols', name)} is an unsupported tls version`,
      `Name some of ${TLS_VERSIONS.join(', ')}.`,
    );
  });
  const version = (rank: number): TlsVersion => TLS_VERSIONS[rank] ?? 'TLSv1.2';
  if (ranks.length === 0) return { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' };
  return { minVersion: version(Math.min(...ranks)), maxVersion: version(Math.max(...ranks)) };
}

/** The order is Go's and never the file's; those of TLS 1.3 stay on whatever is named. */
function suitesOf(read: SettingReader, note: (sentence: string) => void): readonly string[] {
  const key = 'ssl.cipher_suites';
  const named = read.texts(key, NUMBERED_NAMES.suites) ?? [];
  if (named.includes(TRUE_NAME))
    throw new ConfigMistake(
      read.at(key),
      `APM Server does not know "${TRUE_NAME}" by this name`,
      'It is spelled ECDHE-RSA-CHACHA20-POLY1205 there.',
    );
  checkNames(read, key, named, Object.keys(SUITES));
  const lost = named.filter((name) => SUITES[name] === null && !name.startsWith('TLS-'));
  if (lost.length > 0)
    note(`"${key}": no OpenSSL of today speaks ${lost.join(', ')}, and the endpoint does not either.`);
  if (named.length === 0) return DEFAULT_TLS_SETTINGS.ciphers;
  return Object.entries(SUITES).flatMap(([name, suite]) => (suite !== null && named.includes(name) ? suite : []));
}

function groupsOf(read: SettingReader, note: (sentence: string) => void): readonly string[] | null {
  const key = 'ssl.curve_types';
  const named = read.texts(key, NUMBERED_NAMES.groups) ?? [];
  checkNames(read, key, named, GROUPS);
  const known = named.filter(isKnownGroup);
  if (named.length > 0 && known.length === 0)
    throw new ConfigMistake(
      read.at(key),
      'None of these curves is known to the OpenSSL of this Node.js',
      'Add P-256 or X25519.',
    );
  const lost = named.filter((name) => !known.includes(name));
  if (lost.length > 0) note(`"${key}": the OpenSSL of this Node.js does not know ${lost.join(', ')}.`);
  return known.length === 0 ? null : known;
}

function checkNames(read: SettingReader, key: string, named: readonly string[], allowed: readonly string[]): void {
  const strange = named.find((value) => !allowed.includes(value));
  if (strange === undefined) return;
  throw new ConfigMistake(
    read.at(key),
    `"${key}" names ${shown(read, key, strange)}, which does not exist`,
    `Choose from ${allowed.join(', ')}.`,
  );
}

function shown(read: SettingReader, key: string, value: string): string {
  return read.mayQuote(key) ? `"${value.slice(0, 40)}"` : 'what a reference stands for';
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
