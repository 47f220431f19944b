import { fail, type Secret } from '../../contract/index.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Host } from '../host/host.ts';
import { KeystoreError, openKeystore, sealKeystore } from './keystore-format.ts';

/**
 * The entries of a keystore file; a missing file is an empty keystore. By the real server's strict rules its mode must be exactly 0600 and its owner root or
 * this user (Windows has neither). Throws `KEYSTORE_UNUSABLE`.
 */
export function readKeystore(
  host: Pick<Host, 'disk' | 'platform' | 'userId'>,
  path: string,
): ReadonlyMap<string, Secret> {
  const facts = host.disk.facts(path);
  if (facts === null) return new Map();
  if (host.platform !== 'win32') {
    if (facts.ownerId !== 0 && facts.ownerId !== host.userId) {
      throw unusable(
        path,
        `it must be owned by this user (uid=${host.userId}) or root`,
        `Take it over with: chown ${host.userId} ${path}`,
      );
    }
    if (facts.mode !== 0o600) {
      const mode = facts.mode.toString(8).padStart(4, '0');
      throw unusable(
        path,
        `only its owner may read and write it, but its permissions are ${mode}`,
        `Correct them with: chmod 600 ${path}`,
      );
    }
  }
  try {
    return openKeystore(host.disk.read(path)?.toString('latin1') ?? '');
  } catch (error) {
    if (!(error instanceof KeystoreError)) throw error;
    const fix = error.message.endsWith("got 'v2'")
      ? 'It was made by a FIPS build; make one with the usual apm-server: `apm-server keystore create`.'
      : 'Make it anew with `apm-server keystore create --force`, and add its keys again.';
    throw unusable(path, error.message, fix);
  }
}

/** Replaces the keystore file at once and whole, mode 0600. */
export function writeKeystore(
  host: Pick<Host, 'disk' | 'randomBytes'>,
  path: string,
  entries: ReadonlyMap<string, Secret>,
): void {
  writeAtomically(
    host,
    path,
    sealKeystore(entries, (length) => host.randomBytes(length)),
    0o600,
  );
}

function unusable(path: string, why: string, fix: string): Error {
  return fail('KEYSTORE_UNUSABLE', { path, why, fix });
}
