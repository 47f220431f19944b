import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { updatePlace } from './run-builder.ts';
import type { Target } from './target.ts';

/**
 * Writes what electron-updater reads on Linux: `app-update.yml` in the app says where updates are (`writeUpdatePlace`, before the AppImage is made), and
 * `latest-linux.yml` beside the AppImage says what is there. electron-builder writes both by itself for macOS and Windows.
 */
export function writeUpdatePlace(target: Target, resources: string, updates: string | undefined): void {
  const place = updatePlace(target, updates);
  if (place === null) return;
  const lines = [
    `provider: ${place.provider}`,
    `url: ${JSON.stringify(place.url)}`,
    'updaterCacheDirName: sealwire-updater',
  ];
  writeFileSync(join(resources, 'app-update.yml'), `${lines.join('\n')}\n`);
}

/** See `writeUpdatePlace`. The name carries the processor, except for x64 (electron-updater, `getDefaultChannelName`). */
export function writeUpdateFeed(target: Target, version: string, appImage: string, at: Date): string {
  const bytes = readFileSync(appImage);
  const sha512 = createHash('sha512').update(bytes).digest('base64');
  const name = basename(appImage);
  const path = join(appImage, '..', `latest-linux${target.arch === 'x64' ? '' : `-${target.arch}`}.yml`);
  writeFileSync(
    path,
    [
      `version: ${version}`,
      'files:',
      `  - url: ${name}`,
      `    sha512: ${sha512}`,
      `    size: ${bytes.length}`,
      `path: ${name}`,
      `sha512: ${sha512}`,
      `releaseDate: '${at.toISOString()}'`,
      '',
    ].join('\n'),
  );
  return path;
}
