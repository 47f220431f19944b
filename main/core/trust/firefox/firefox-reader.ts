import { posix } from 'node:path';
import { DATABASE_FILES } from '../nss/nss-database.ts';
import type { Surroundings } from '../surroundings.ts';
import type { StoreReader } from '../trust-store.ts';

/** Firefox without a window, in a profile that goes away. `database` is a profile's folder whose certificates it is given a copy of, because the profile itself may be open; null for none. */
export function firefoxReader(
  { host: { disk } }: Surroundings,
  program: string,
  { before, database }: { readonly before: readonly string[]; readonly database: string | null },
): StoreReader {
  return {
    client: 'Firefox',
    program,
    versionArgs: [...before, '--version'],
    fetch: (url, folder) => {
      for (const name of database === null ? [] : DATABASE_FILES) {
        const bytes = disk.read(posix.join(database ?? folder, name));
        if (bytes !== null) disk.create(posix.join(folder, name), bytes, 0o600);
      }
      disk.create(posix.join(folder, 'user.js'), Buffer.from(QUIET), 0o600);
      const shot = posix.join(folder, 'page.png');
      return {
        args: [...before, '--headless', '--no-remote', '--profile', folder, '--screenshot', shot, url],
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
