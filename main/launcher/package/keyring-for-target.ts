import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from '../setup-failure.mjs';
import { fetchPacked } from './fetch-packed.ts';
import { type Target, targetName } from './target.ts';

/** How the keychain's native packages call a target. Linux is glibc: Electron has no build for another. */
const SUFFIXES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64-msvc',
  'win32-arm64': 'win32-arm64-msvc',
};

/** A native package in a folder, ready to be copied beside `@napi-rs/keyring`. */
export interface NativeKeyring {
  readonly name: string;
  readonly folder: string;
}

/**
 * The keychain's native package of a target, of exactly the version and bytes that `package-lock.json` names; fetched once through npm. npm itself installs
 * only the one of the machine it runs on. Throws a `SetupFailure` where it cannot be had or differs.
 */
export async function keyringForTarget(root: string, target: Target): Promise<NativeKeyring> {
  const suffix = SUFFIXES[targetName(target)] ?? '';
  const name = `@napi-rs/keyring-${suffix}`;
  const locked = lockedPackage(root, name);
  const folder = join(root, '.cache', 'package', 'keyring', `${locked.version}-${suffix}`);
  await fetchPacked(
    root,
    {
      name,
      ...locked,
      files: { 'package.json': 0o644, 'LICENSE.third-party.md': 0o644, [`keyring.${suffix}.node`]: 0o644 },
    },
    folder,
  );
  return { name, folder };
}

function lockedPackage(root: string, name: string): { readonly version: string; readonly integrity: string } {
  const lock: { packages: Record<string, { version: string; integrity: string } | undefined> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );
  const found = lock.packages[`node_modules/${name}`];
  if (found === undefined)
    throw new SetupFailure(`package-lock.json names no ${name}.`, 'Put the file back as it was (git status shows it).');
  return { version: found.version, integrity: found.integrity };
}
