import { fail, type Secret } from '../../contract/index.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Host } from '../host/host.ts';
import { KeystoreError, openEncoded, openKeystore, sealEncoded, sealKeystore } from './keystore-format.ts';

/**
 * The entries of a keystore file; a missing file is an empty keystore. By the real server's strict rules its mode must be exactly 0600 and its owner root or
 * this user (Windows has neither). Throws `KEYSTORE_UNUSABLE`.
 */
export function readKeystore(
  host: Pick<Host, 'disk' | 'platform' | 'userId'>,
  path: string,
): ReadonlyMap<string, Secret> {
  const problem = strictProblem(host, path);
  if (problem !== null) throw unusable(path, problem.why, problem.fix);
  const text = keystoreText(host, path);
  return text === null ? new Map() : opened(path, () => openKeystore(text));
}

/** The same for whoever looks into it or writes it anew, who may be somebody else than the server: each value in base64, and null where there is no file. Throws `KEYSTORE_UNUSABLE`. */
export function readEncodedKeystore(host: Pick<Host, 'disk'>, path: string): ReadonlyMap<string, Secret> | null {
  const text = keystoreText(host, path);
  return text === null ? null : opened(path, () => openEncoded(text));
}

/** Why a server that runs as this user would not start with the file as it is, and the cure; null where it would, or there is no file. */
export function strictProblem(
  host: Pick<Host, 'disk' | 'platform' | 'userId'>,
  path: string,
): { readonly why: string; readonly fix: string } | null {
  const facts = host.disk.facts(path);
  if (facts === null || facts.isFolder || host.platform === 'win32') return null;
  if (facts.ownerId !== 0 && facts.ownerId !== host.userId)
    return {
      why: `it must be owned by this user (uid=${host.userId}) or root`,
      fix: `Take it over with: chown ${host.userId} ${path}`,
    };
  if (facts.mode === 0o600) return null;
  const mode = facts.mode.toString(8).padStart(4, '0');
  return {
    why: `only its owner may read and write it, but its permissions are ${mode}`,
    fix: `Correct them with: chmod 600 ${path}`,
  };
}

function keystoreText(host: Pick<Host, 'disk'>, path: string): string | null {
  const facts = host.disk.facts(path);
  if (facts === null) return null;
  if (facts.isFolder)
    throw unusable(path, 'it is a folder', 'Name the file in it; APM Server calls it apm-server.keystore.');
  if (facts.bytes > LARGEST_BYTES)
    throw unusable(path, 'it is larger than any keystore', 'Name the file that `apm-server keystore` made.');
  return host.disk.read(path)?.toString('latin1') ?? '';
}

function opened(path: string, open: () => ReadonlyMap<string, Secret>): ReadonlyMap<string, Secret> {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof KeystoreError)) throw error;
    const fix = error.message.endsWith("got 'v2'")
      ? 'It was made by a FIPS build; make one with the usual apm-server: `apm-server keystore create`.'
      : 'Put back a copy of it, or make it anew with `apm-server keystore create --force` and add its keys again.';
    throw unusable(path, error.message, fix);
  }
}

/** Far more than a hundred secrets need. */
const LARGEST_BYTES = 1024 * 1024;

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

/** The same with values in base64, for a file that may be somebody else's: its owner stays its owner, who alone can read it. */
export function writeEncodedKeystore(
  host: Pick<Host, 'disk' | 'randomBytes' | 'platform' | 'userId'>,
  path: string,
  entries: ReadonlyMap<string, Secret>,
): void {
  const before = host.platform === 'win32' ? null : (host.disk.facts(path)?.ownerId ?? null);
  const text = sealEncoded(entries, (length) => host.randomBytes(length));
  writeAtomically(host, path, text, 0o600, before === host.userId ? null : before);
}

function unusable(path: string, why: string, fix: string): Error {
  return fail('KEYSTORE_UNUSABLE', { path, why, fix });
}
