import { createHash, X509Certificate } from 'node:crypto';
import type { Secret } from '../../../contract/index.ts';
import { DerError } from './der-reader.ts';
import { type JksCursor, jksCursor } from './jks-cursor.ts';
import type { KeystoreCertificate, KeystoreEntries } from './keystore-entries.ts';
import { locked, readingKeystore } from './keystore-problems.ts';

/** The first bytes of a JKS file. */
export const JKS_MAGIC = 0xfeedfeed;

/** Salt of the digest over passphrase and content that ends a JKS file (OpenJDK, `sun.security.provider.JavaKeyStore`). */
export const JKS_WHITENER = 'Mighty Aphrodite';

const TRUSTED_ENTRY = 2;
const PRIVATE_KEY_ENTRY = 1;
const DIGEST_BYTES = 20;

/**
 * The trusted certificates of a JKS truststore, as older JDKs and Debian have it in `cacerts`. Rejects with `KEYSTORE_LOCKED` where passphrase and digest do not fit, and
 * `KEYSTORE_UNREADABLE` where it is damaged or holds private keys, which no truststore should.
 */
export async function readJks(bytes: Buffer, passphrase: Secret | null, what: string): Promise<KeystoreEntries> {
  const text = passphrase?.reveal() ?? '';
  return readingKeystore(what, bytes, text === '', async () => {
    const cursor = jksCursor(bytes);
    if (cursor.number(4) !== JKS_MAGIC) throw new DerError('it is not a JKS file');
    const version = cursor.number(4);
    if (version !== 1 && version !== 2) throw new DerError(`it is a JKS file of version ${version}`);
    const count = cursor.number(4);
    const certificates: KeystoreCertificate[] = [];
    for (let index = 0; index < count; index += 1) certificates.push(readEntry(cursor, version));
    const body = bytes.subarray(0, cursor.at());
    const digest = cursor.take(DIGEST_BYTES);
    if (cursor.at() !== bytes.length) throw new DerError('there is something behind its end');
    if (!jksDigest(text, body).equals(digest)) throw locked(what, text === '');
    return { certificates, keys: [] };
  });
}

/** The digest that ends a JKS file whose rest is `body`. */
export function jksDigest(passphrase: string, body: Buffer): Buffer {
  const password = Buffer.from(passphrase, 'utf16le').swap16();
  return createHash('sha1').update(password).update(JKS_WHITENER).update(body).digest();
}

function readEntry(cursor: JksCursor, version: number): KeystoreCertificate {
  const kind = cursor.number(4);
  if (kind === PRIVATE_KEY_ENTRY) throw new DerError('it holds a private key, so it is not a truststore');
  if (kind !== TRUSTED_ENTRY) throw new DerError(`it holds an entry of a kind that is not known (${kind})`);
  const alias = cursor.text();
  const added = new Date(cursor.number(4) * 2 ** 32 + cursor.number(4));
  if (version === 2 && cursor.text() !== 'X.509') throw new DerError('it holds a certificate that is not X.509');
  return {
    alias,
    certificate: readCertificate(cursor.take(cursor.number(4))),
    localKeyId: null,
    trustedFor: [],
    added,
  };
}

function readCertificate(der: Buffer): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (error) {
    throw new DerError('one of its certificates is damaged', { cause: error });
  }
}
