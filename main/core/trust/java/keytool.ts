import { USUAL_FOR_JAVA } from '../../export/passphrase-rule.ts';
import type { ExecResult } from '../../host/host.ts';
import { certificatesIn, fingerprintsOf } from '../certificate-text.ts';
import { lastWords, storeFailed } from '../store-failed.ts';
import type { Surroundings } from '../surroundings.ts';

/** English words to be read, and the compiler that pays off in a run of a second. */
const SHORT_RUN = ['-J-Duser.language=en', '-J-Duser.country=US', '-J-XX:TieredStopAtLevel=1'];

/** One certificate of a Java store. */
export interface KeystoreEntry {
  readonly alias: string;
  readonly fingerprint256: string;
}

/** Paths of keytool that may work, best first: a JDK that is broken does not keep another's from doing it. */
export type Keytools = readonly string[];

/**
 * Runs keytool with English words. A JDK whose keytool does not start (a library that is gone, another processor's binary) is passed over for the next. What keytool
 * itself refuses is the answer.
 */
export async function runKeytool(
  around: Surroundings,
  keytools: Keytools,
  args: readonly string[],
): Promise<ExecResult> {
  let result: ExecResult = { code: null, stdout: '', stderr: '', failure: 'no Java with a keytool was found' };
  for (const keytool of keytools) {
    result = await around.run(keytool, [...args, ...SHORT_RUN]);
    if (result.code === 0 || /keytool error/i.test(result.stdout + result.stderr)) return result;
  }
  return result;
}

/** What a keystore holds. Throws `TRUST_FAILED` where it cannot be read: damaged, or with another password. */
export async function keystoreEntries(
  around: Surroundings,
  keytools: Keytools,
  keystore: { readonly title: string; readonly path: string },
): Promise<readonly KeystoreEntry[]> {
  const args = ['-list', '-rfc', '-keystore', keystore.path, '-storepass', USUAL_FOR_JAVA];
  const result = await runKeytool(around, keytools, args);
  if (result.code !== 0) throw unreadable(keystore, result);
  return result.stdout.split(/^Alias name: /m).flatMap((part) => {
    const alias = part.split('\n')[0]?.trim() ?? '';
    return certificatesIn(part).flatMap((pem) => {
      const sums = fingerprintsOf(pem);
      return sums === null ? [] : [{ alias, fingerprint256: sums.sha256 }];
    });
  });
}

function unreadable({ title, path }: { readonly title: string; readonly path: string }, result: ExecResult): Error {
  const words = lastWords(result).replace(/^keytool error: (?:[\w.]+(?:Exception|Error): )?/i, '');
  const isLocked = /password was incorrect/i.test(words);
  const isBroken = result.failure !== null || !/keytool error/i.test(result.stdout + result.stderr);
  return storeFailed(
    title,
    isLocked ? `${path} has a password of its own` : isBroken ? `its keytool does not run (${words})` : words,
    isLocked
      ? `Import the certificate with keytool yourself; it asks for the password.`
      : isBroken
        ? 'Install that Java again, or remove it.'
        : `Look at ${path}: keytool cannot read it.`,
  );
}
