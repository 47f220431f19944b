import { dirname } from 'node:path';
import { fail, type Secret } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import { changedByReference } from './changed-by-reference.ts';
import { readEncodedKeystore, strictProblem, writeEncodedKeystore } from './keystore-file.ts';
import { encodedValue } from './keystore-format.ts';

type KeystoreHost = Pick<Host, 'disk' | 'randomBytes' | 'platform' | 'userId'>;

/** What is in a keystore, without its values. `notes` are whole sentences about what a server would stumble over. */
export interface KeystoreContent {
  readonly path: string;
  /** Sorted. */
  readonly keys: readonly string[];
  readonly notes: readonly string[];
}

/** Makes an empty keystore, and its folder, in place of whatever is there. The caller has asked where there was something. Throws `KEYSTORE_UNUSABLE` for a folder. */
export function createKeystore(host: KeystoreHost, path: string): KeystoreContent {
  if (host.disk.facts(path)?.isFolder === true) readEncodedKeystore(host, path);
  host.disk.makeFolder(dirname(path), 0o755);
  return written(host, path, new Map(), []);
}

/** Whether something is at that path already. */
export function hasKeystore({ disk }: Pick<Host, 'disk'>, path: string): boolean {
  return disk.facts(path) !== null;
}

/** Throws `KEYSTORE_UNUSABLE`, or `NOT_FOUND` where there is no such file. */
export function listKeystore(host: Pick<Host, 'disk' | 'platform' | 'userId'>, path: string): KeystoreContent {
  const entries = existing(host, path);
  const problem = strictProblem(host, path);
  return {
    path,
    keys: [...entries.keys()].sort(),
    notes: problem === null ? [] : [`APM Server would refuse this keystore: ${problem.why}. ${problem.fix}`],
  };
}

/** Whether the keystore has that key. Throws `KEYSTORE_UNUSABLE`, or `NOT_FOUND` where there is no such file. */
export function isInKeystore(host: Pick<Host, 'disk'>, path: string, key: string): boolean {
  return existing(host, path).has(key);
}

/**
 * Adds a value, or replaces the one of that name; every other stays what it was, to the byte. A note says where the real server would read it as another text than it is, and what helps.
 * Throws `USAGE` for a name that no reference can name, `KEYSTORE_UNUSABLE`, or `NOT_FOUND`.
 */
export function addToKeystore(host: KeystoreHost, path: string, key: string, value: Secret): KeystoreContent {
  checkName(key);
  if (value.reveal() === '')
    throw fail('USAGE', { what: `There is no value for ${key}.`, fix: 'Type one, or pipe one in with --stdin.' });
  const entries = existing(host, path);
  const notes =
    changedByReference(value, 'keystore') === null
      ? []
      : [
          `APM Server reads ${key} as another text than it is where a setting is nothing but a reference to it, because it looks like a number or a switch, or has space around it: agents that send it as it is get 401. Choose one that begins with a letter from g to z and has no space.`,
        ];
  return written(host, path, new Map([...entries, [key, encodedValue(value)]]), notes);
}

/** Removes keys, all or none. Throws `NOT_FOUND` for one that is not there, or `KEYSTORE_UNUSABLE`. */
export function removeFromKeystore(host: KeystoreHost, path: string, keys: readonly string[]): KeystoreContent {
  const entries = existing(host, path);
  const missing = keys.find((key) => !entries.has(key));
  if (missing !== undefined)
    throw fail('NOT_FOUND', { what: 'key', id: missing, fix: `See what is there: sealwire server keystore list FILE` });
  return written(host, path, new Map([...entries].filter(([key]) => !keys.includes(key))), []);
}

/** Throws `USAGE` for a name that `${…}` cannot hold: there a colon begins a default, and a brace ends the name. */
export function checkName(key: string): void {
  if (/^[^\s${}:,]+$/.test(key)) return;
  throw fail('USAGE', {
    what: `No setting could refer to a key called "${key}".`,
    fix: 'Use letters, digits, dots and underscores, for example: SECRET_TOKEN',
  });
}

function existing(host: Pick<Host, 'disk'>, path: string): ReadonlyMap<string, Secret> {
  const entries = readEncodedKeystore(host, path);
  if (entries !== null) return entries;
  throw fail('NOT_FOUND', {
    what: 'keystore',
    id: path,
    fix: 'Make one first: sealwire server keystore create FILE',
  });
}

function written(
  host: KeystoreHost,
  path: string,
  entries: ReadonlyMap<string, Secret>,
  notes: readonly string[],
): KeystoreContent {
  writeEncodedKeystore(host, path, entries);
  return { path, keys: [...entries.keys()].sort(), notes };
}
