import { DerError, readDer } from './der-reader.ts';
import { jksCursor } from './jks-cursor.ts';
import { JKS_MAGIC } from './read-jks.ts';

const PRIVATE_KEY_ENTRY = 1;
const DIGEST_BYTES = 20;

/**
 * Whether a keystore ends where it says that it ends, as one does not that was cut short while it was written: a JKS file, or PKCS#12 as BER. Nothing of it is judged
 * otherwise, and no passphrase is needed; what is neither format is not whole.
 */
export function isWholeKeystore(bytes: Buffer): boolean {
  try {
    if (bytes.length >= 4 && bytes.readUInt32BE(0) === JKS_MAGIC) passJks(bytes);
    else readDer(bytes);
    return true;
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

/** Goes over every entry (OpenJDK, `sun.security.provider.JavaKeyStore`) to the digest that ends the file. */
function passJks(bytes: Buffer): void {
  const cursor = jksCursor(bytes);
  cursor.take(4);
  const version = cursor.number(4);
  const passCertificate = (): void => {
    if (version === 2) cursor.take(cursor.number(2));
    cursor.take(cursor.number(4));
  };
  for (let left = cursor.number(4); left > 0; left -= 1) {
    const kind = cursor.number(4);
    cursor.take(cursor.number(2));
    cursor.take(8);
    if (kind === PRIVATE_KEY_ENTRY) {
      cursor.take(cursor.number(4));
      for (let certificates = cursor.number(4); certificates > 0; certificates -= 1) passCertificate();
    } else passCertificate();
  }
  cursor.take(DIGEST_BYTES);
  if (cursor.at() !== bytes.length) throw new DerError('there is something behind its end');
}
