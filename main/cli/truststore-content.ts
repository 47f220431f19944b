import { SealwireError } from '../contract/errors.ts';
import { Secret } from '../contract/secret.ts';
import { readKeystore } from '../core/export/keystores/read-keystore.ts';
import { USUAL_FOR_JAVA } from '../core/export/passphrase-rule.ts';

/**
 * What a truststore that was made is to one that is there: it trusts the same certificates, or those and more. Null where something would get lost, and where one of them holds a private key, is
 * no keystore, or opens by another password than the one that everybody's has.
 */
export async function comparedTruststores(made: Buffer, there: Buffer): Promise<'same' | 'more' | null> {
  const [all, some] = [await trustedIn(made), await trustedIn(there)];
  if (all === null || some === null || ![...some].every((each) => all.has(each))) return null;
  return all.size === some.size ? 'same' : 'more';
}

/** Fingerprints of what a truststore holds. */
async function trustedIn(bytes: Buffer): Promise<ReadonlySet<string> | null> {
  try {
    const { certificates, keys } = await readKeystore(bytes, new Secret(USUAL_FOR_JAVA), 'The file');
    return keys.length > 0 ? null : new Set(certificates.map(({ certificate }) => certificate.fingerprint256));
  } catch (error) {
    // KEYSTORE_UNREADABLE and KEYSTORE_LOCKED: it is something else, which somebody put there.
    if (error instanceof SealwireError && error.code.startsWith('KEYSTORE_')) return null;
    throw error;
  }
}
