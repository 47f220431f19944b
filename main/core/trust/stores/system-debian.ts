import { posix } from 'node:path';
import { USUAL_FOR_JAVA } from '../../export/passphrase-rule.ts';
import { anchorStore } from '../anchor-store.ts';
import { removeFromKeystore } from '../java/edit-keystore.ts';
import type { Surroundings } from '../surroundings.ts';

const FOLDER = '/usr/local/share/ca-certificates';
const HASHED = '/etc/ssl/certs';
const JAVA_COPY = '/etc/ssl/certs/java/cacerts';

/**
 * Debian, Ubuntu and Alpine (update-ca-certificates(8)). On Debian the Java packages keep a copy of their own, from which a file that is gone is never taken
 * out: the tool's hook hears only of links that it removes itself. `--fresh` would not help there, and would bring back certificates that somebody had
 * deleted from Java's copy (reference/certificates.md §6); so the links and the copy's entry are taken out one by one.
 */
export const store = anchorStore({
  kind: 'trust-system-debian',
  title: 'System store of this Linux',
  folder: FOLDER,
  extension: '.crt',
  refresh: { program: 'update-ca-certificates', args: [] },
  package: 'ca-certificates',
  bundle: '/etc/ssl/certs/ca-certificates.crt',
  unfinished: '/etc/ssl/certs/ca-certificates.crt.new',
  derived: { path: JAVA_COPY, writer: 'ca-certificates-java.jar', package: 'ca-certificates-java' },
  isProven: true,
  isHere: ({ host: { disk }, program }) =>
    ['/etc/pki', '/etc/NIXOS', '/etc/ca-certificates/trust-source'].every((path) => disk.facts(path) === null) &&
    (disk.facts(FOLDER) !== null || program('update-ca-certificates') !== null),
  leftovers: {
    does: [`Remove the links to it in ${HASHED}`, `Remove its entry from ${JAVA_COPY}, where Java has it`],
    commands: ({ host: { disk } }, path) => {
      const name = posix.basename(path, '.crt');
      const named = ['-alias', `debian:${name}.pem`, '-keystore', JAVA_COPY, '-storepass', USUAL_FOR_JAVA];
      return [
        { file: 'find', args: [HASHED, '-lname', `*${name}.*`, '-delete'] },
        ...(disk.facts(JAVA_COPY) === null ? [] : [{ file: 'keytool', args: ['-delete', ...named] }]),
      ];
    },
    before: removeLinks,
    after: removeJavaCopy,
  },
});

/** The link by name leads to the file, the one by hash to the link; both would stay and lead nowhere. */
function removeLinks({ host: { disk } }: Surroundings, path: string): void {
  const name = `${posix.basename(path, '.crt')}.pem`;
  const byName = posix.join(HASHED, name);
  for (const entry of disk.list(HASHED).filter((each) => /^[0-9a-f]{8}\.\d+$/.test(each))) {
    const link = posix.join(HASHED, entry);
    const target = disk.linkTarget(link);
    if (target === name || target === byName) disk.remove(link);
  }
  if (disk.linkTarget(byName) === path) disk.remove(byName);
}

async function removeJavaCopy(around: Surroundings, path: string, fingerprint256: string): Promise<void> {
  if (around.host.disk.facts(JAVA_COPY) === null) return;
  await removeFromKeystore(around, {
    title: "Java's copy of the system store",
    keystore: JAVA_COPY,
    alias: `debian:${posix.basename(path, '.crt')}.pem`,
    fingerprint256,
  });
}
