import { posix } from 'node:path';
import { nssStore, undoNss } from '../nss/nss-store.ts';
import { isOpen } from '../running-programs.ts';
import type { Surroundings } from '../surroundings.ts';
import type { StorePlace, StoreReader, TrustStoreKind } from '../trust-store.ts';

const KIND = 'trust-chromium';
const TITLE = 'Chromium and Chrome';

/** Browsers of the Chromium family that use the person's own NSS database on Linux, as their packages name them. */
const BROWSERS = [
  { client: 'Chromium', programs: ['chromium', 'chromium-browser'], runsAs: 'chromium' },
  { client: 'Chrome', programs: ['google-chrome', 'google-chrome-stable'], runsAs: 'chrome' },
  { client: 'Edge', programs: ['microsoft-edge', 'microsoft-edge-stable'], runsAs: 'msedge' },
  { client: 'Brave', programs: ['brave-browser'], runsAs: 'brave' },
] as const;

/** NSS databases of Chromium's family on Linux; elsewhere they read the system's own store. */
export const store: TrustStoreKind = {
  kind: KIND,
  find: async (around) =>
    around.host.platform === 'linux' ? [...native(around), ...snaps(around), ...flatpaks(around)] : [],
  undo: (around, change) => undoNss(around, TITLE, change),
};

/**
 * Since 146 Chromium looks in the XDG data folder, and in `~/.pki/nssdb` only where that is there already (reference/certificates.md §0.2); so the old one is used
 * where it exists and never made, because it would hide the other.
 */
function native(around: Surroundings): StorePlace[] {
  const { host } = around;
  const open = BROWSERS.filter(({ runsAs }) => isOpen(around, [runsAs])).map(({ client }) => client);
  const browsers = BROWSERS.flatMap(({ client, programs }) => {
    const program = programs
      .map((name) => around.program(name))
      .find((path) => path !== null && !path.startsWith('/snap/'));
    return program === undefined || program === null ? [] : [{ client, program }];
  });
  const old = posix.join(host.homeFolder, '.pki', 'nssdb');
  const xdg = host.env.XDG_DATA_HOME;
  const data = xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(host.homeFolder, '.local', 'share');
  const isOld = host.disk.facts(old) !== null;
  const folder = isOld ? old : posix.join(data, 'pki', 'nssdb');
  const isThere = host.disk.facts(posix.join(folder, 'cert9.db')) !== null;
  if (browsers.length === 0 && !isThere) return [];
  const place = {
    kind: KIND,
    id: 'chromium',
    title: TITLE,
    folder,
    serves: browsers.length === 0 ? ['Chromium', 'Chrome'] : browsers.map(({ client }) => client),
    canCreate: true,
    inUse: restartOf(open),
    isProven: true,
    readers: browsers.map((browser) => readerOf(around, browser.client, browser.program, [])),
  };
  return [nssStore(around, place)];
}

/**
 * A Chromium that is open goes by what the database held when it first had a certificate to judge: measured with 156, an authority that was added then stayed refused, and one that
 * was taken out stayed accepted, on new connections to new ports too, until the browser was started anew.
 */
function restartOf(open: readonly string[]): string {
  if (open.length === 0) return '';
  const [names, verb] = [open.join(' and '), open.length === 1 ? 'is' : 'are'];
  return `Restart ${names}, which ${verb} open: until then the change does not count there, because the database is read once, for the first page over HTTPS.`;
}

function snaps(around: Surroundings): StorePlace[] {
  const { host } = around;
  return ['chromium', 'brave'].flatMap((snap) => {
    const current = posix.join(host.homeFolder, 'snap', snap, 'current');
    if (host.disk.facts(current) === null) return [];
    const program = `/snap/bin/${snap}`;
    const place = {
      kind: KIND,
      id: `chromium:snap-${snap}`,
      title: `${snap === 'brave' ? 'Brave' : 'Chromium'} (snap)`,
      folder: posix.join(current, '.pki', 'nssdb'),
      serves: [snap],
      canCreate: true,
      inUse: '',
      isProven: false,
      readers: host.disk.facts(program) === null ? [] : [readerOf(around, snap, program, [])],
    };
    return [nssStore(around, place)];
  });
}

/** A flatpak has its own home below `~/.var/app`; the database is where its browser made one. */
function flatpaks(around: Surroundings): StorePlace[] {
  const { host } = around;
  const apps = posix.join(host.homeFolder, '.var', 'app');
  return host.disk.list(apps).flatMap((app) => {
    const folders = [
      ['.pki', 'nssdb'],
      ['data', 'pki', 'nssdb'],
      ['.local', 'share', 'pki', 'nssdb'],
    ];
    const folder = folders
      .map((parts) => posix.join(apps, app, ...parts))
      .find((path) => host.disk.facts(posix.join(path, 'cert9.db')) !== null);
    if (folder === undefined) return [];
    const flatpak = around.program('flatpak');
    const place = {
      kind: KIND,
      id: `chromium:${app}`,
      title: `${app} (flatpak)`,
      folder,
      serves: [app],
      canCreate: false,
      inUse: '',
      isProven: false,
      readers: flatpak === null ? [] : [readerOf(around, app, flatpak, ['run', app])],
    };
    return [nssStore(around, place)];
  });
}

/**
 * A browser without a window and with a profile of its own that goes away; the database is found by the home folder, not by the profile. As root Chromium starts only
 * without its sandbox. What it loads is one page of ours on this machine.
 */
function readerOf(around: Surroundings, client: string, program: string, before: readonly string[]): StoreReader {
  const asRoot = around.host.userId === 0 ? ['--no-sandbox'] : [];
  return {
    client,
    program,
    versionArgs: [...before, '--version'],
    fetch: (url, folder) => ({
      args: [
        ...before,
        '--headless',
        ...asRoot,
        `--user-data-dir=${folder}`,
        '--no-first-run',
        '--no-proxy-server',
        '--disable-gpu',
        '--disable-quic',
        '--disable-sync',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-dev-shm-usage',
        '--dump-dom',
        url,
      ],
    }),
  };
}
