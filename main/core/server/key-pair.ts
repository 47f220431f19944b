import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { Secret } from '../../contract/index.ts';
import type { ServerIdentity } from '../endpoint/ports.ts';
import { certificatesIn } from './pem-files.ts';

/** The texts of a certificate and its key, and how to open them. */
export interface KeyPairTexts {
  readonly certificate: string;
  readonly key: string;
  readonly passphrase: string;
  readonly refusesLegacy: boolean;
}

/** Why a certificate and a key cannot be served; `key` is the setting to blame. Quotes nothing of either. */
export class KeyPairProblem extends Error {
  override readonly name = 'KeyPairProblem';
  readonly key: 'ssl.certificate' | 'ssl.key';
  readonly fix: string;

  constructor(key: 'ssl.certificate' | 'ssl.key', what: string, fix: string) {
    super(what);
    this.key = key;
    this.fix = fix;
  }
}

/** Whether a key is encrypted as `openssl` did before PKCS#8 (RFC 1421), which the real server warns about. */
export function isLegacyEncrypted(keyPem: string): boolean {
  return /^DEK-Info:/m.test(keyPem);
}

/** What is presented to clients, from PEM: a chain with the server's own certificate first, and its key, encrypted or not. Throws `KeyPairProblem`. */
export function keyPairOf({ certificate, key, passphrase, refusesLegacy }: KeyPairTexts): ServerIdentity {
  const chain = certificatesIn(certificate);
  const [first] = chain ?? [];
  if (chain === null || first === undefined)
    throw new KeyPairProblem(
      'ssl.certificate',
      'What "ssl.certificate" names is not a certificate',
      'Name a PEM file that begins with -----BEGIN CERTIFICATE-----.',
    );
  if (refusesLegacy && isLegacyEncrypted(key))
    throw new KeyPairProblem(
      'ssl.key',
      'The key is encrypted in the old PEM form, which "ssl.disable_legacy_pem_support" refuses',
      'Convert it: `openssl pkcs8 -topk8 -in KEY -out NEW`.',
    );
  const opened = openKey(key, passphrase);
  checkEncryption(key, opened);
  const leaf = new X509Certificate(first);
  if (!leaf.checkPrivateKey(opened)) {
    const isLater = chain.some((pem) => new X509Certificate(pem).checkPrivateKey(opened));
    throw isLater
      ? new KeyPairProblem(
          'ssl.certificate',
          "The server's own certificate is not the first in its file",
          'Put it first, and those of its authorities behind it.',
        )
      : new KeyPairProblem(
          'ssl.key',
          'The key does not belong to the certificate',
          'Name the key that the certificate was made with.',
        );
  }
  return {
    chainPem: `${chain.join('\n')}\n`,
    keyPem: new Secret(opened.export({ type: 'pkcs8', format: 'pem' }).toString()),
    served: {
      id: `file-${leaf.serialNumber.toLowerCase()}`,
      fingerprint256: leaf.fingerprint256,
      names: (leaf.subjectAltName ?? '').split(', ').flatMap((name) => name.replace(/^(?:DNS|IP Address):/, '') || []),
      notBefore: leaf.validFromDate.toISOString(),
      notAfter: leaf.validToDate.toISOString(),
    },
  };
}

function openKey(pem: string, passphrase: string): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === '' ? {} : { passphrase }) });
  } catch {
    // OpenSSL tells a wrong passphrase and a damaged key apart by no code that lasts from version to version.
    if (!pem.includes('ENCRYPTED'))
      throw new KeyPairProblem('ssl.key', 'What "ssl.key" names is no private key', 'Name a PEM file that holds one.');
    if (passphrase === '')
      throw new KeyPairProblem(
        'ssl.key',
        'The key is encrypted, and there is no passphrase',
        'Set ssl.key_passphrase, best by a reference to an entry of the keystore.',
      );
    throw new KeyPairProblem(
      'ssl.key',
      'The passphrase does not open the key',
      'Correct ssl.key_passphrase, or the file of ssl.key_passphrase_path.',
    );
  }
}

const PBES2 = Buffer.from('06092a864886f70d01050d', 'hex');

/** OpenSSL opens more encrypted keys than Go: of PKCS#8, the real server takes PBES2 (RFC 8018) with RSA and ECDSA keys. */
function checkEncryption(pem: string, opened: KeyObject): void {
  const [, base64] = /-----BEGIN ENCRYPTED PRIVATE KEY-----([^-]+)-----END/.exec(pem) ?? [];
  if (base64 === undefined) return;
  if (!Buffer.from(base64, 'base64').includes(PBES2))
    throw new KeyPairProblem(
      'ssl.key',
      'The key is encrypted in a form of PKCS#8 that APM Server does not open (it is not PBES2)',
      'Convert it: `openssl pkcs8 -topk8 -v2 aes256 -in KEY -out NEW`.',
    );
  if (opened.asymmetricKeyType !== 'rsa' && opened.asymmetricKeyType !== 'ec')
    throw new KeyPairProblem(
      'ssl.key',
      'APM Server opens encrypted keys of RSA and ECDSA alone, and this is another',
      'Take the encryption off (`openssl pkey -in KEY -out NEW`), or use an ECDSA key.',
    );
}
