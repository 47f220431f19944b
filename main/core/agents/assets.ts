import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where a bundle finds the product's own `assets` folder, relative to the bundled file; the build defines it, the source tree does not. */
declare const SEALWIRE_ASSETS: string | undefined;

/** Absolute path of a file that ships with Sealwire, given from the `assets` folder. */
export function assetPath(name: string): string {
  const folder = typeof SEALWIRE_ASSETS === 'string' ? SEALWIRE_ASSETS : '../../../assets/';
  return fileURLToPath(new URL(`${folder}${name}`, import.meta.url));
}

/** Text of a file that ships with Sealwire; it is part of the product, so its absence is a defect and throws. */
export function assetText(name: string): string {
  return readFileSync(assetPath(name), 'utf8');
}
