import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Secret } from '../../../contract/index.ts';
import { pemCertificates } from '../../authority/pem-certificates.ts';
import { jks } from '../../export/formats/java-truststore.ts';
import { USUAL_FOR_JAVA } from '../../export/passphrase-rule.ts';
import { writeAtomically } from '../../host/atomic-write.ts';
import type { Host } from '../../host/host.ts';

/**
 * A truststore of the authorities in `caPath` and of what a Java's own store holds, in a file of `folder` that is named after both, so that it is written once and is still the one that a
 * running program was started with when either changes. Rejects with `KEYSTORE_UNREADABLE` for a store that does not open.
 */
export async function writeTruststore(
  host: Host,
  { folder, caPath, cacerts }: { readonly folder: string; readonly caPath: string; readonly cacerts: string | null },
): Promise<string> {
  const pem = host.disk.read(caPath) ?? Buffer.alloc(0);
  const store = cacerts === null ? null : host.disk.read(cacerts);
  const sum = createHash('sha256')
    .update(pem)
    .update(store ?? '')
    .digest('hex');
  const path = join(folder, `truststore-${sum.slice(0, 16)}.jks`);
  if (host.disk.facts(path) !== null) return path;
  const material = {
    name: 'sealwire',
    certificate: null,
    chain: [],
    authorities: pemCertificates(pem.toString('utf8')),
    privateKey: null,
  };
  const mergeWith =
    store === null ? null : { what: cacerts ?? '', bytes: store, passphrase: new Secret(USUAL_FOR_JAVA) };
  const [file] = await jks.write(material, { mergeWith }, host);
  if (file === undefined) throw new Error('the format of truststores writes no file');
  host.disk.makeFolder(folder, 0o700);
  writeAtomically(host, path, file.bytes, file.mode);
  return path;
}
