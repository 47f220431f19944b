import { dirname } from 'node:path';
import { USUAL_FOR_JAVA } from '../../export/passphrase-rule.ts';
import { endOfLinks } from '../../host/end-of-links.ts';
import { sweepBeside } from '../../host/sweep-beside.ts';
import { lastWords, storeFailed } from '../store-failed.ts';
import type { Surroundings } from '../surroundings.ts';
import { findJavas } from './find-javas.ts';
import { type Keytools, keystoreEntries, runKeytool } from './keytool.ts';

/** A keystore by its path, with every link followed. */
export interface Keystore {
  readonly title: string;
  readonly path: string;
  readonly keytools: Keytools;
}

/**
 * Lets keytool change a copy and puts that in the place of the store: keytool writes into the file itself, and a kill in between would leave every Java
 * program without authorities. Throws `TRUST_FAILED` where keytool refuses, the folder cannot be written, or somebody else changed the store meanwhile.
 */
export async function editKeystore(
  around: Surroundings,
  { title, path, keytools }: Keystore,
  args: readonly string[],
): Promise<void> {
  const { host, run } = around;
  const { disk } = host;
  sweepBeside(host, path);
  const before = disk.read(path);
  if (before === null) throw storeFailed(title, `${path} is gone`, 'Install that Java again.');
  const copy = `${path}.${host.randomBytes(6).toString('hex')}.tmp`;
  try {
    if (host.platform === 'win32') disk.create(copy, before, 0o600);
    else {
      // cp keeps owner, group and mode, which the file that takes the place must have.
      const copied = await run('cp', ['-p', path, copy]);
      if (copied.code !== 0)
        throw storeFailed(title, lastWords(copied), `Make ${dirname(path)} writable and try again.`);
    }
    const result = await runKeytool(around, keytools, [...args, '-keystore', copy, '-storepass', USUAL_FOR_JAVA]);
    if (result.code !== 0)
      throw storeFailed(title, lastWords(result).replace(/^keytool error: /i, ''), `Look at ${path} with keytool.`);
    disk.sync(copy);
    if (disk.read(path)?.equals(before) !== true)
      throw storeFailed(title, 'another program changed it at the same moment', 'Try again.');
    disk.rename(copy, path);
    disk.sync(dirname(path));
  } finally {
    disk.remove(copy);
  }
}

/** Takes an alias out where it holds the certificate with that fingerprint, and says whether it did. */
export async function removeFromKeystore(
  around: Surroundings,
  entry: {
    readonly title: string;
    readonly keystore: string;
    readonly alias: string;
    readonly fingerprint256: string;
    readonly keytools?: Keytools;
  },
): Promise<boolean> {
  const path = endOfLinks(around.host, entry.keystore);
  const keytools = entry.keytools ?? (await findJavas(around)).flatMap((java) => java.keytool ?? []);
  const entries = await keystoreEntries(around, keytools, { title: entry.title, path });
  const isThere = entries.some(
    ({ alias, fingerprint256 }) => alias === entry.alias.toLowerCase() && fingerprint256 === entry.fingerprint256,
  );
  if (!isThere) {
    sweepBeside(around.host, path);
    return false;
  }
  await editKeystore(around, { title: entry.title, path, keytools }, ['-delete', '-alias', entry.alias]);
  return true;
}
