import { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import { secureContextFor } from '../endpoint/tls/secure-context.ts';
import type { TlsSettings } from '../endpoint/tls/tls-settings.ts';
import type { Host } from '../host/host.ts';
import { authoritiesOf, clientAuthOf } from './client-authentication.ts';
import { ConfigMistake } from './config-mistake.ts';
import { isLegacyEncrypted, KeyPairProblem, type KeyPairTexts, keyPairOf } from './key-pair.ts';
import { certificatesIn, isInlinePem, pemReader } from './pem-files.ts';
import type { SettingReader } from './setting-reader.ts';
import { tlsChoicesOf } from './tls-choices.ts';
import { followTlsFiles, type TlsFiles } from './tls-files.ts';

/** An `ssl` section that is in force. */
export interface TlsRead {
  readonly settings: TlsSettings;
  /** Null where nothing is read anew: both are in the settings themselves, or `certificate_reload` is off. */
  readonly files: TlsFiles | null;
  /** The certificate's own file, where clients can trust that: it ends in a certificate that signed itself. */
  readonly caPath: string | null;
}

const REREAD_MS = 5000;
const WITHOUT = 'Set it, or take the ssl section out: Sealwire then presents its own certificate.';

/**
 * The `ssl` section, with its files read and checked (reference E1); null where TLS is not switched on in it. Relative paths start at `folder`. Throws
 * `ConfigMistake`. `note` is told what the real server sees otherwise, or the endpoint.
 */
export function readTls(
  read: SettingReader,
  host: Pick<Host, 'disk' | 'now'>,
  folder: string,
  note: (sentence: string) => void,
): TlsRead | null {
  const choices = tlsChoicesOf(read, note);
  const clientAuth = clientAuthOf(read);
  const rereads = read.boolean('ssl.certificate_reload.enabled') !== false;
  const rereadMs = read.milliseconds('ssl.certificate_reload.reload_interval') ?? 0;
  const refusesLegacy = read.boolean('ssl.disable_legacy_pem_support') === true;
  const certificate = read.text('ssl.certificate') ?? '';
  const key = read.secret('ssl.key')?.secret.reveal() ?? '';
  const isOn = read.boolean('ssl.enabled') !== false;
  const isComplete = (certificate === '') === (key === '');
  if ((isOn && certificate === '') || (certificate === '' && !isComplete))
    throw missing(read, 'ssl.certificate', 'certificate file not configured');
  if (!isComplete) throw missing(read, 'ssl.key', 'key file not configured');
  if (!isOn) return null;

  const pem = pemReader(read, host.disk, folder);
  const passphrase = passphraseOf(read, pem, note);
  const texts = (): KeyPairTexts => ({
    certificate: pem('ssl.certificate', certificate),
    key: pem('ssl.key', key),
    passphrase,
    refusesLegacy,
  });
  const load = (noteCa: (sentence: string) => void): TlsSettings => {
    const settings = {
      ...choices,
      identity: keyPair(read, texts()),
      clientAuth: { ...clientAuth, authorities: authoritiesOf(read, pem, noteCa) },
    };
    checkTogether(read, settings);
    return settings;
  };
  const settings = load(note);
  if (isLegacyEncrypted(texts().key))
    note(
      'The key in "ssl.key" is encrypted in an old PEM form that a later APM Server will refuse; convert it with `openssl pkcs8 -topk8`.',
    );
  const named = [certificate, key, ...(read.texts('ssl.certificate_authorities') ?? [])];
  const isFollowed = rereads && !isInlinePem(certificate) && !isInlinePem(key);
  const files = isFollowed
    ? followTlsFiles({
        host,
        everyMs: rereadMs > 0 ? rereadMs : REREAD_MS,
        paths: named.filter((where) => !isInlinePem(where)),
        folder,
        load: () => load(() => undefined),
      })
    : null;
  return {
    settings,
    files,
    caPath: endsInRoot(texts().certificate) && !isInlinePem(certificate) ? resolve(folder, certificate) : null,
  };
}

function endsInRoot(chain: string): boolean {
  const last = certificatesIn(chain)?.at(-1);
  if (last === undefined) return false;
  const certificate = new X509Certificate(last);
  return certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);
}

function missing(read: SettingReader, key: string, words: string): ConfigMistake {
  return new ConfigMistake(read.at('ssl'), `"${key}" is missing in the ssl section (${words})`, WITHOUT);
}

/** The passphrase itself, or what is in its file, without white space around it. */
function passphraseOf(
  read: SettingReader,
  pem: (key: string, where: string) => string,
  note: (sentence: string) => void,
): string {
  const written = read.secret('ssl.key_passphrase')?.secret.reveal() ?? '';
  const path = read.text('ssl.key_passphrase_path') ?? '';
  if (written !== '' || path === '') return written;
  const text = pem('ssl.key_passphrase_path', path);
  if (text !== text.trim())
    note(
      'The file of "ssl.key_passphrase_path" has white space around the passphrase, most likely a newline: releases that do not pass it over cannot open the key. Write it with `printf %s`.',
    );
  return text.trim();
}

function keyPair(read: SettingReader, texts: KeyPairTexts): TlsSettings['identity'] {
  try {
    return keyPairOf(texts);
  } catch (error) {
    if (error instanceof KeyPairProblem) throw new ConfigMistake(read.at(error.key), error.message, error.fix);
    throw error;
  }
}

/** OpenSSL has rules of its own, such as for the length of keys, which show only where everything comes together. */
function checkTogether(read: SettingReader, settings: TlsSettings): void {
  if (settings.identity === null) return;
  try {
    secureContextFor(settings.identity, settings);
  } catch (error) {
    const reason = error instanceof Error && 'reason' in error ? String(error.reason) : 'it gives no reason';
    throw new ConfigMistake(
      read.at('ssl'),
      `OpenSSL refuses to serve TLS as this section has it (${reason})`,
      'Use an ECDSA key, or an RSA key of 2048 bits or more, and suites that fit supported_protocols.',
    );
  }
}
