import { posix } from 'node:path';
import { type FirefoxProfile, findProfiles } from '../firefox/find-profiles.ts';
import { firefoxReader } from '../firefox/firefox-reader.ts';
import { nssStore, undoNss } from '../nss/nss-store.ts';
import type { Surroundings } from '../surroundings.ts';
import type { StorePlace, TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-firefox';

/**
 * Every profile of Firefox with a database. On Windows, and on macOS for those who let it, Firefox reads the system's store since 120
 * (support.mozilla.org, "automatically trust"); on Linux neither that nor `enterprise_roots` helps (reference/certificates.md §6).
 */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) => findProfiles(around).map((profile) => placeOf(around, profile)),
  undo: (around, change) => undoNss(around, 'Firefox', change),
};

function placeOf(around: Surroundings, { name, folder, label, program, before }: FirefoxProfile): StorePlace {
  const { disk, platform } = around.host;
  // A link on Linux, a file on macOS; it is there while a Firefox has the profile open.
  const isOpen = disk.linkTarget(posix.join(folder, 'lock')) !== null;
  return nssStore(around, {
    kind: KIND,
    id: `firefox:${name}${label.replace(/ \((\w+)\)/, '-$1')}`,
    title: `Firefox${label}, profile ${name}`,
    folder,
    serves: ['Firefox'],
    canCreate: false,
    inUse: isOpen ? 'Firefox has this profile open: it sees the change after it was restarted.' : '',
    isProven: label === '' && platform === 'linux',
    readers: program === null ? [] : [firefoxReader(around, program, { before, database: folder })],
  });
}
