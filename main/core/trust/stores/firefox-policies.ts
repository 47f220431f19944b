import { posix } from 'node:path';
import { z } from 'zod';
import { foldersToMake, removeEmptyFolders } from '../../command/made-folders.ts';
import { writeAtomically } from '../../host/atomic-write.ts';
import { endOfLinks } from '../../host/end-of-links.ts';
import { sweepBeside } from '../../host/sweep-beside.ts';
import type { Change } from '../../ledger/undo.ts';
import { fingerprintsOf, sumOf } from '../certificate-text.ts';
import { profilesHolding, takeOutOfProfiles } from '../firefox/copied-into-profiles.ts';
import { nativeFirefox } from '../firefox/find-profiles.ts';
import { firefoxReader } from '../firefox/firefox-reader.ts';
import { installedBy, isPolicyText, withCertificate, withoutCertificate } from '../firefox/policy-text.ts';
import { storeFailed } from '../store-failed.ts';
import type { Surroundings } from '../surroundings.ts';
import type { StorePlace, StoreSight, TrustedAuthority, TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-firefox-policies';
const TITLE = 'Firefox, by a policy for everybody here';
const FOLDER = '/etc/firefox/policies';
const FILE = posix.join(FOLDER, 'policies.json');

/** Where packages of Firefox bring policies of their own, which Firefox reads only as long as there is none in `/etc` (Firefox ESR 153). */
const PACKAGED = ['/usr/lib/firefox', '/usr/lib64/firefox', '/usr/lib/firefox-esr', '/opt/firefox'].map((folder) =>
  posix.join(folder, 'distribution', 'policies.json'),
);

const policyChange = z.looseObject({
  kind: z.literal(KIND),
  /** The file of policies, with every link followed. */
  path: z.string(),
  certificate: z.string(),
  fingerprint256: z.string(),
  madeFolders: z.array(z.string()),
  /** The whole file as it was; null where there was none. */
  before: z.string().nullable(),
  mode: z.number(),
  /** Profiles that held the certificate already; null where that could not be told. */
  heldBefore: z.array(z.string()).nullable(),
});

/**
 * `Certificates.Install` of Firefox's policies on Linux (firefox-admin-docs.mozilla.org), for every person of the machine and every profile. `ImportEnterpriseRoots` does nothing there
 * (reference/certificates.md §6).
 */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) =>
    around.host.platform === 'linux' &&
    (nativeFirefox(around) !== null || around.host.disk.facts('/etc/firefox') !== null)
      ? [placeOf(around)]
      : [],
  undo: takeOut,
};

function placeOf(around: Surroundings): StorePlace {
  const { host, isAdmin } = around;
  const { disk } = host;
  const path = endOfLinks(host, FILE);
  const certificateOf = ({ tag }: TrustedAuthority): string => posix.join(FOLDER, `sealwire-${tag}.pem`);
  const firefox = nativeFirefox(around);
  const text = (): string | null => disk.read(path)?.toString() ?? null;

  return {
    facts: {
      id: 'firefox-policies',
      title: TITLE,
      path,
      group: 'browser',
      needs: 'admin',
      serves: ['Firefox'],
      isProven: true,
    },
    canChange: isAdmin,
    look: async (authority): Promise<StoreSight> => {
      const certificate = certificateOf(authority);
      const [now, file] = [text(), disk.read(certificate)?.toString() ?? null];
      const isOurs = installedBy(now ?? '').includes(certificate);
      const isInstalled = isOurs && isAuthority(file, authority.fingerprint256);
      return {
        isHere: true,
        isInstalled,
        isOurs: isOurs || isAuthority(file, authority.fingerprint256),
        evidence: isInstalled
          ? `${path} makes Firefox install ${certificate}.`
          : `${path} ${now === null ? 'is not there' : 'does not make Firefox install the authority'}.`,
        problem: problemOf(around, path, now),
        seen: sumOf(now, file),
      };
    },
    intend: async (authority) => ({
      kind: KIND,
      path,
      certificate: certificateOf(authority),
      fingerprint256: authority.fingerprint256,
      madeFolders: foldersToMake(host, FOLDER),
      before: withoutOurs(text(), certificateOf(authority)),
      mode: (disk.facts(path)?.mode ?? 0o644) & 0o777,
      heldBefore: await profilesHolding(around, authority.fingerprint256),
    }),
    installing: (change, authority) => {
      const { certificate, before, madeFolders } = policyChange.parse(change);
      return {
        does: [
          ...[...madeFolders].reverse().map((folder) => `Make the folder ${folder}`),
          `Write the certificate of the authority to ${certificate}`,
          `${before === null ? 'Write' : 'Add to'} ${path} the policy Certificates.Install, which names it`,
        ],
        commands: [{ file: 'install', args: ['-D', '-m', '0644', authority.path, certificate] }],
        files: [
          { path: certificate, change: 'create' },
          { path, change: before === null ? 'create' : 'change' },
        ],
        asks: 'Firefox has to be restarted. It copies the certificate into every profile that is started from then on.',
      };
    },
    uninstalling: (change) => {
      const { certificate, before } = policyChange.parse(change);
      const isAllOurs = before === null && text() === withCertificate(null, certificate);
      return {
        does: [
          `Take ${certificate} out of the policy Certificates.Install in ${path}`,
          `Remove ${certificate}`,
          'Take the certificate out of the profiles of yours that Firefox has copied it into',
        ],
        commands: [{ file: 'rm', args: ['-f', certificate, ...(isAllOurs ? [path] : [])] }],
        files: [
          { path, change: isAllOurs ? 'remove' : 'change' },
          { path: certificate, change: 'remove' },
        ],
        asks: 'Firefox has to be closed. Profiles of other people keep their copy until they delete it in their settings.',
      };
    },
    make: async (change, { pem, fingerprint256 }) => {
      const { certificate, madeFolders, mode } = policyChange.parse(change);
      const now = text();
      const problem = problemOf(around, path, now);
      if (problem !== null) throw storeFailed(TITLE, problem.message, problem.fix);
      const there = disk.read(certificate)?.toString() ?? null;
      if (disk.linkTarget(certificate) !== null || (there !== null && !isAuthority(there, fingerprint256)))
        throw storeFailed(TITLE, `${certificate} is something that Sealwire did not make`, 'Move it away.');
      sweepBeside(host, certificate);
      sweepBeside(host, path);
      disk.makeFolder(FOLDER, 0o755);
      // Everybody's Firefox reads it, whatever the umask of whoever runs this.
      for (const folder of madeFolders) disk.setMode(folder, 0o755);
      if (there === null) writeFor(around, certificate, pem, 0o644);
      if (!installedBy(now ?? '').includes(certificate))
        writeFor(around, path, withCertificate(now, certificate), mode);
    },
    readers: () => (firefox === null ? [] : [firefoxReader(around, firefox, { before: [], database: null })]),
    lines: (authority) =>
      isAdmin
        ? []
        : [
            {
              title: `Content of ${path} with the policy:`,
              language: 'json',
              content: withCertificate(withoutOurs(text(), certificateOf(authority)), certificateOf(authority)),
            },
          ],
  };
}

/** To the byte where nobody changed the file since; otherwise what others changed in it stays. */
async function takeOut(around: Surroundings, change: Change): Promise<string> {
  const { path, certificate, fingerprint256, madeFolders, before, mode, heldBefore } = policyChange.parse(change);
  const { disk } = around.host;
  sweepBeside(around.host, certificate);
  sweepBeside(around.host, path);
  const now = disk.read(path)?.toString() ?? null;
  if (now !== null && installedBy(now).includes(certificate)) {
    const isAsLeft = now === withCertificate(before, certificate);
    const left = isAsLeft ? before : withoutCertificate(now, certificate);
    if (left === null) disk.remove(path);
    else writeFor(around, path, left, mode);
  }
  if (disk.linkTarget(certificate) === null && isAuthority(disk.read(certificate)?.toString() ?? null, fingerprint256))
    disk.remove(certificate);
  removeEmptyFolders(around.host, madeFolders);
  const profiles = heldBefore === null ? [] : await takeOutOfProfiles(around, fingerprint256, heldBefore);
  const copies = profiles.length === 0 ? '' : ` Its copy is out of ${profiles.join(' and ')}.`;
  return `The policy in ${path} does not name the authority any more.${copies}`;
}

function problemOf({ host }: Surroundings, path: string, now: string | null): StoreSight['problem'] {
  if (now === null) {
    const packaged = PACKAGED.find((each) => host.disk.facts(each) !== null);
    if (packaged === undefined) return null;
    const message = `The policies in ${packaged} would not count any more once there are some in ${path}.`;
    return { message, fix: `Copy them to ${path}, then try again.` };
  }
  const isText = host.disk.read(path)?.equals(Buffer.from(now)) === true;
  if (!isText || !isPolicyText(now))
    return { message: `${path} holds no policies that Firefox can read.`, fix: 'Mend it first.' };
  const { ownerId } = host.disk.facts(path) ?? {};
  return ownerId === undefined || host.userId === null || ownerId === host.userId || host.userId !== 0
    ? null
    : { message: `${path} belongs to somebody else than root.`, fix: 'Give it to root, then try again.' };
}

/** What of the file is not ours, as after an interruption that the ledger does not know of. */
function withoutOurs(text: string | null, certificate: string): string | null {
  return text === null || !installedBy(text).includes(certificate) ? text : withoutCertificate(text, certificate);
}

function writeFor({ host }: Surroundings, path: string, content: string, mode: number): void {
  writeAtomically(host, path, content, mode);
  host.disk.setMode(path, mode);
}

function isAuthority(pem: string | null, fingerprint256: string): boolean {
  return pem !== null && fingerprintsOf(pem)?.sha256 === fingerprint256;
}
