import { posix } from 'node:path';
import { nssStore, undoNss } from '../nss/nss-store.ts';
import type { Surroundings } from '../surroundings.ts';
import type { StorePlace, StoreReader, TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-firefox';

/**
 * Every profile of Firefox with a database. On Windows, and on macOS for those who let it, Firefox reads the system's store since 120
 * (support.mozilla.org, "automatically trust"); on Linux neither that nor `enterprise_roots` helps (reference/certificates.md §6).
 */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) =>
    homesOf(around).flatMap(({ folder, label, program, before }) =>
      around.host.disk
        .list(folder)
        .filter((name) => around.host.disk.facts(posix.join(folder, name, 'cert9.db')) !== null)
        .map((name) => placeOf(around, { folder: posix.join(folder, name), name, label, program, before })),
    ),
  undo: (around, change) => undoNss(around, 'Firefox', change),
};

interface FirefoxHome {
  readonly folder: string;
  readonly label: string;
  readonly program: string | null;
  readonly before: readonly string[];
}

function homesOf(around: Surroundings): readonly FirefoxHome[] {
  const { homeFolder, platform, disk } = around.host;
  const existing = (path: string): string | null => (disk.facts(path) === null ? null : path);
  if (platform === 'darwin') {
    const program = existing('/Applications/Firefox.app/Contents/MacOS/firefox');
    const folder = posix.join(homeFolder, 'Library/Application Support/Firefox/Profiles');
    return [{ folder, label: '', program, before: [] }];
  }
  if (platform !== 'linux') return [];
  return [
    {
      folder: posix.join(homeFolder, '.mozilla/firefox'),
      label: '',
      program: around.program('firefox') ?? around.program('firefox-esr'),
      before: [],
    },
    {
      folder: posix.join(homeFolder, 'snap/firefox/common/.mozilla/firefox'),
      label: ' (snap)',
      program: existing('/snap/bin/firefox'),
      before: [],
    },
    {
      folder: posix.join(homeFolder, '.var/app/org.mozilla.firefox/.mozilla/firefox'),
      label: ' (flatpak)',
      program: around.program('flatpak'),
      before: ['run', 'org.mozilla.firefox'],
    },
  ];
}

function placeOf(
  around: Surroundings,
  profile: Omit<FirefoxHome, 'label'> & { readonly name: string; readonly label: string },
): StorePlace {
  const { disk } = around.host;
  // A link on Linux, a file on macOS; it is there while a Firefox has the profile open.
  const isOpen = disk.linkTarget(posix.join(profile.folder, 'lock')) !== null;
  return nssStore(around, {
    kind: KIND,
    id: `firefox:${profile.name}${profile.label.replace(/ \((\w+)\)/, '-$1')}`,
    title: `Firefox${profile.label}, profile ${profile.name}`,
    folder: profile.folder,
    serves: ['Firefox'],
    canCreate: false,
    inUse: isOpen ? 'Firefox has this profile open: it sees the change after it was restarted.' : '',
    isProven: profile.label === '' && around.host.platform === 'linux',
    readers: profile.program === null ? [] : [readerOf(around, profile.program, profile)],
  });
}

/** The profile may be open, so a copy of its database is judged by, in a profile that goes away. */
function readerOf(around: Surroundings, program: string, profile: Pick<FirefoxHome, 'folder' | 'before'>): StoreReader {
  const { disk } = around.host;
  return {
    client: 'Firefox',
    program,
    versionArgs: [...profile.before, '--version'],
    fetch: (url, folder) => {
      for (const name of ['cert9.db', 'key4.db', 'pkcs11.txt']) {
        const bytes = disk.read(posix.join(profile.folder, name));
        if (bytes !== null) disk.create(posix.join(folder, name), bytes, 0o600);
      }
      disk.create(posix.join(folder, 'user.js'), Buffer.from(QUIET), 0o600);
      const shot = posix.join(folder, 'page.png');
      return {
        args: [...profile.before, '--headless', '--no-remote', '--profile', folder, '--screenshot', shot, url],
        env: { MOZ_HEADLESS: '1' },
      };
    },
  };
}

/** Nothing but the page: no pages of its own, no proxy, no calls home. */
const QUIET = `${[
  ['network.proxy.type', 0],
  ['browser.shell.checkDefaultBrowser', false],
  ['browser.aboutwelcome.enabled', false],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['toolkit.telemetry.enabled', false],
  ['app.update.enabled', false],
  ['network.captive-portal-service.enabled', false],
  ['network.connectivity-service.enabled', false],
]
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
  .join('\n')}\n`;
