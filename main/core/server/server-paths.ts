import { join, resolve } from 'node:path';
import { type ConfigEntries, type ConfigEntry, nodeAt } from './config-entries.ts';
import type { Sources } from './resolve-value.ts';
import { settingReader } from './setting-reader.ts';

const FILE = 'apm-server.keystore';
/** The data folder of the deb and rpm packages, whose settings file is in `/etc/apm-server`. */
const PACKAGE_DATA = '/var/lib/apm-server';

/** The settings with the four paths that the real server knows even where the file does not set them; they start at the file's folder. */
export function withPaths(written: ConfigEntries, folder: string): Map<string, ConfigEntry> {
  const at = { line: 1, column: 1 };
  const own = written.get('path')?.node;
  const entries = new Map(own?.kind === 'map' ? own.entries : []);
  const standard = (key: string, value: string): void => {
    if (!entries.has(key)) entries.set(key, { keyAt: at, node: { kind: 'value', at, value, text: value } });
  };
  standard('home', folder.replaceAll('$', '$$$$'));
  // A reference, so that it follows what the file itself says.
  const home = '$'.concat('{path.home}');
  standard('config', home);
  standard('data', isPackageFolder(folder) ? PACKAGE_DATA : `${home}/data`);
  standard('logs', `${home}/logs`);
  return new Map([...written, ['path', { keyAt: at, node: { kind: 'map', at, entries } }]]);
}

/**
 * Where the keystore is (reference F): at `keystore.path`, else in the data folder. `written` is what the file itself says; where that is nothing about paths, no
 * reference has to be read, which a folder with a comma in its name would not survive.
 */
export function keystorePath(written: ConfigEntries, sources: Sources, folder: string): string {
  const isSaid = ['keystore.path', 'path.data', 'path.home'].some((key) => nodeAt(written, key.split('.')) !== null);
  if (!isSaid) return join(isPackageFolder(folder) ? PACKAGE_DATA : join(folder, 'data'), FILE);
  const read = settingReader(sources.root, sources, () => undefined);
  return resolve(folder, read.text('keystore.path') ?? join(read.text('path.data') ?? '', FILE));
}

function isPackageFolder(folder: string): boolean {
  return resolve(folder) === '/etc/apm-server';
}
