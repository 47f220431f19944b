import type { Secret } from '../../../contract/index.ts';
import type { KeystoreEntries } from './keystore-entries.ts';
import { unreadable } from './keystore-problems.ts';
import { JKS_MAGIC, readJks } from './read-jks.ts';
import { readPkcs12 } from './read-pkcs12.ts';

/** Java's older formats that are neither JKS nor PKCS#12. */
const JCEKS_MAGIC = 0xcececece;

/** Reads a keystore of either kind that Java and browsers use, told apart by its first bytes. Rejects as `readPkcs12` and `readJks` do. */
export async function readKeystore(bytes: Buffer, passphrase: Secret | null, what: string): Promise<KeystoreEntries> {
  const magic = bytes.length < 4 ? 0 : bytes.readUInt32BE(0);
  if (magic === JKS_MAGIC) return readJks(bytes, passphrase, what);
  if (magic === JCEKS_MAGIC) throw unreadable(what, 'it is a JCEKS keystore, which is neither JKS nor PKCS#12');
  return readPkcs12(bytes, passphrase, what);
}
