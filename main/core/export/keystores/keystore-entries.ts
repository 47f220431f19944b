import type { KeyObject, X509Certificate } from 'node:crypto';

/** A certificate of a keystore, as its file has it. */
export interface KeystoreCertificate {
  /** The name it goes by (Java's alias, PKCS#12's friendlyName), as it stands; null where it has none. */
  readonly alias: string | null;
  readonly certificate: X509Certificate;
  /** Links a certificate to its private key; null where there is none. */
  readonly localKeyId: string | null;
  /** For what Java trusts it by itself, as object identifiers; null where it is not an entry of its own to Java. */
  readonly trustedFor: readonly string[] | null;
  /** When a JKS file says that it was put in. */
  readonly added: Date | null;
}

/** A private key of a keystore. */
export interface KeystoreKey {
  readonly alias: string | null;
  readonly localKeyId: string | null;
  readonly privateKey: KeyObject;
}

/** What a keystore holds, in the order of the file. */
export interface KeystoreEntries {
  readonly certificates: readonly KeystoreCertificate[];
  readonly keys: readonly KeystoreKey[];
}
