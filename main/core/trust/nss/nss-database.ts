import { join } from 'node:path';
import type { ExecResult } from '../../host/host.ts';
import { certificatesIn, fingerprintsOf } from '../certificate-text.ts';
import { lastWords, storeFailed } from '../store-failed.ts';
import type { Surroundings } from '../surroundings.ts';

/** A certificate of an NSS database, with its trust flags as certutil writes them: `C,,`. */
export interface NssEntry {
  readonly nickname: string;
  readonly flags: string;
}

/** One NSS database (a folder with `cert9.db`), by NSS's own certutil. */
export interface NssDatabase {
  readonly folder: string;
  exists(): boolean;
  /** Throws `TRUST_FAILED` where it cannot be read. */
  entries(): Promise<readonly NssEntry[]>;
  /** The entry that holds the certificate with that fingerprint, under whatever name. A certificate has one name in a database. */
  holding(fingerprint256: string): Promise<NssEntry | null>;
  /** Makes an empty database without a password. */
  create(): Promise<void>;
  /** Runs certutil to change it; throws `TRUST_FAILED` with what it said. */
  change(args: readonly string[]): Promise<void>;
  hasKeys(): Promise<boolean>;
}

export function nssDatabase(around: Surroundings, certutil: string, title: string, folder: string): NssDatabase {
  const at = ['-d', `sql:${folder}`];
  /** What is locked is asked for again; every try waits a second or two by itself, for as long as NSS does. */
  const run = async (args: readonly string[]): Promise<ExecResult> => {
    let result = await around.run(certutil, [...args, ...at]);
    for (let count = 1; count < MOST_TRIES && (await isLocked(around, certutil, folder, result)); count += 1)
      result = await around.run(certutil, [...args, ...at]);
    return result;
  };
  const refused = async (result: ExecResult): Promise<Error> => {
    if (await isLocked(around, certutil, folder, result)) return storeFailed(title, LOCKED.why, LOCKED.fix);
    return explained(title, folder, result);
  };
  const entries = async (): Promise<readonly NssEntry[]> => {
    const result = await run(['-L']);
    if (result.code !== 0) throw await refused(result);
    return result.stdout
      .split('\n')
      .flatMap((line) => {
        const found = /^(.*\S)\s+([a-zA-Z]*,[a-zA-Z]*,[a-zA-Z]*)\s*$/.exec(line);
        return found?.[1] === undefined || found[2] === undefined || found[1].startsWith('  ')
          ? []
          : [{ nickname: found[1], flags: found[2] }];
      })
      .filter(({ flags }) => flags !== 'SSL,S/MIME,JAR/XPI');
  };
  return {
    folder,
    exists: () => around.host.disk.facts(join(folder, 'cert9.db')) !== null,
    entries,
    holding: async (fingerprint256) => {
      for (const entry of await entries()) {
        const result = await run(['-L', '-n', entry.nickname, '-a']);
        // Taken for one that is not there, it would stay trusted without anybody knowing; a name that NSS itself cannot look up is none of ours.
        if (result.code !== 0 && !/could not find cert/i.test(result.stderr)) throw await refused(result);
        if (certificatesIn(result.stdout).some((pem) => fingerprintsOf(pem)?.sha256 === fingerprint256)) return entry;
      }
      return null;
    },
    create: async () => {
      const result = await run(['-N', '--empty-password']);
      if (result.code !== 0) throw await refused(result);
    },
    change: async (args) => {
      const result = await run(args);
      if (result.code === 0) return;
      if (!/SEC_ERROR_READ_ONLY/.test(result.stderr)) assertRoom(around, folder);
      throw await refused(result);
    },
    hasKeys: async () => {
      const result = await run(['-K']);
      if (/no keys found/.test(result.stdout + result.stderr)) return false;
      if (result.code !== 0) throw await refused(result);
      return true;
    },
  };
}

/** Files of a database of kind `sql`, as certutil makes them. */
export const DATABASE_FILES = ['cert9.db', 'key4.db', 'pkcs11.txt'] as const;

const MOST_TRIES = 2;

/**
 * Whether somebody else holds SQLite's lock. certutil has no word for that: reading fails as if the database were damaged, and writing as if the module were (NSS 3.87). A copy tells
 * them apart, because a lock belongs to the file and damage to its bytes.
 */
async function isLocked(around: Surroundings, certutil: string, folder: string, result: ExecResult): Promise<boolean> {
  const words = `${result.stdout}\n${result.stderr}`;
  if (result.code === 0 || !/SEC_ERROR_(?:BAD_DATABASE|PKCS11_GENERAL_ERROR)/.test(words)) return false;
  const { disk, randomBytes } = around.host;
  const copy = join(around.folder, `check-${randomBytes(6).toString('hex')}`);
  try {
    disk.makeFolder(copy, 0o700);
    for (const name of DATABASE_FILES) {
      const bytes = disk.read(join(folder, name));
      if (bytes !== null) disk.create(join(copy, name), bytes, 0o600);
    }
    return (await around.run(certutil, ['-L', '-d', `sql:${copy}`])).code === 0;
  } finally {
    disk.remove(copy);
  }
}

/** certutil has no word for a full disk either; writing as much as SQLite does throws `DISK_FAILED` there. */
function assertRoom({ host: { disk, randomBytes } }: Surroundings, folder: string): void {
  const path = join(folder, `cert9.db.${randomBytes(6).toString('hex')}.tmp`);
  try {
    disk.create(path, new Uint8Array(ROOM), 0o600);
    disk.sync(path);
  } finally {
    disk.remove(path);
  }
}

/** A certificate with its trust takes some pages of 4 KiB, and as many in the journal. */
const ROOM = 65_536;

/** certutil tells by names of NSS's errors (nss: lib/util/SECerrs.h). */
function explained(title: string, folder: string, result: ExecResult): Error {
  const words = lastWords(result).replace(/^certutil: /, '');
  const known = KNOWN.find(({ pattern }) => pattern.test(`${result.stdout}\n${result.stderr}`));
  if (known === undefined) return storeFailed(title, words, `Look at ${folder}, then try again.`);
  return storeFailed(title, known.why, known.fix);
}

const LOCKED = {
  why: 'its database is locked by another program',
  fix: 'Close the browser and try again.',
} as const;

const KNOWN = [
  {
    pattern: /SEC_ERROR_READ_ONLY/,
    why: 'its database is read-only',
    fix: 'Give yourself the right to write there, then try again.',
  },
  {
    pattern:
      /SEC_ERROR_BAD_PASSWORD|SEC_ERROR_TOKEN_NOT_LOGGED_IN|Incorrect password|Enter Password|SEC_ERROR_INVALID_PASSWORD/i,
    why: 'its database has a password that only you know',
    fix: 'Run the command of the plan (`--dry-run`) yourself; certutil asks for the password.',
  },
  {
    pattern: /SEC_ERROR_BUSY|SEC_ERROR_LOCKED|database is locked|SEC_ERROR_PKCS11_DEVICE_ERROR|SEC_ERROR_IO/,
    ...LOCKED,
  },
  {
    pattern: /SEC_ERROR_BAD_DATABASE|SEC_ERROR_LEGACY_DATABASE/,
    why: 'its database is damaged or of a kind that certutil cannot read',
    fix: 'Start the browser once, which makes a new one, then try again.',
  },
] as const;
