import { fail, SealwireError } from '../../../contract/index.ts';
import { DerError } from './der-reader.ts';
import { UndecryptedError } from './passphrase-decryption.ts';

/** Larger than any real keystore by far (a JDK's own has 150 KB); what is larger was not made for this. */
const LARGEST_KEYSTORE_BYTES = 8 * 1024 * 1024;

/** `KEYSTORE_UNREADABLE` in the words of a reader. `what` names the file at the start of a sentence. */
export function unreadable(what: string, why: string, cause?: unknown): SealwireError {
  const fix =
    'Get the file anew from where it came, or convert it there: `openssl pkcs12` and `keytool -importkeystore` do.';
  return fail('KEYSTORE_UNREADABLE', { what, why, fix }, { cause });
}

/** `KEYSTORE_LOCKED`: a keystore cannot tell a wrong passphrase from bytes that were changed, so both are said. */
export function locked(what: string, isEmpty: boolean, cause?: unknown): SealwireError {
  return fail(
    'KEYSTORE_LOCKED',
    {
      what,
      why: isEmpty
        ? 'it needs a passphrase, and none was given'
        : 'the passphrase is another one, or the file was changed',
      fix: isEmpty ? 'Give the passphrase of that file.' : 'Type the passphrase that was set when the file was made.',
    },
    { cause },
  );
}

/** Runs a reader and says what went wrong with the file; errors of the catalogue pass through as they are. */
export async function readingKeystore<T>(
  what: string,
  bytes: Buffer,
  isEmptyPassphrase: boolean,
  read: () => Promise<T>,
): Promise<T> {
  if (bytes.length > LARGEST_KEYSTORE_BYTES) throw unreadable(what, 'it is larger than 8 MiB');
  try {
    return await read();
  } catch (error) {
    if (error instanceof SealwireError) throw error;
    if (error instanceof UndecryptedError) throw locked(what, isEmptyPassphrase, error);
    if (error instanceof DerError) throw unreadable(what, error.message, error);
    throw error;
  }
}
