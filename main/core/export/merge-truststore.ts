import type { Secret } from '../../contract/index.ts';
import type { KeystoreCertificate } from './keystores/keystore-entries.ts';
import { unreadable } from './keystores/keystore-problems.ts';
import { readKeystore } from './keystores/read-keystore.ts';

/** A truststore that exists, such as a JDK's `lib/security/cacerts`. */
export interface ExistingTruststore {
  /** Names the file at the start of a sentence. */
  readonly what: string;
  readonly bytes: Buffer;
  /** Null where it is to be opened without; a JDK's own has `changeit`. */
  readonly passphrase: Secret | null;
}

/**
 * All entries of an existing truststore, then those of `added` that it does not have yet. A store that is given to Java replaces the JDK's own, so a program that also calls the internet
 * needs both. Rejects with `KEYSTORE_UNREADABLE` for a file that holds private keys: a copy of those would lie about readable by everybody.
 */
export async function mergedTruststore(
  existing: ExistingTruststore,
  added: readonly KeystoreCertificate[],
): Promise<KeystoreCertificate[]> {
  const { certificates, keys } = await readKeystore(existing.bytes, existing.passphrase, existing.what);
  if (keys.length > 0) throw unreadable(existing.what, 'it holds a private key, so it is not a truststore');
  const trusted = new Set(
    certificates.filter(({ trustedFor }) => trustedFor !== null).map(({ certificate }) => certificate.fingerprint256),
  );
  return [...certificates, ...added.filter(({ certificate }) => !trusted.has(certificate.fingerprint256))];
}
