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
  const run = (args: readonly string[]): Promise<ExecResult> => around.run(certutil, [...args, ...at]);
  const refused = (result: ExecResult): Error => explained(title, folder, result);
  const entries = async (): Promise<readonly NssEntry[]> => {
    const result = await run(['-L']);
    if (result.code !== 0) throw refused(result);
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
        const { stdout } = await run(['-L', '-n', entry.nickname, '-a']);
        if (certificatesIn(stdout).some((pem) => fingerprintsOf(pem)?.sha256 === fingerprint256)) return entry;
      }
      return null;
    },
    create: async () => {
      const result = await run(['-N', '--empty-password']);
      if (result.code !== 0) throw refused(result);
    },
    change: async (args) => {
      const result = await run(args);
      if (result.code !== 0) throw refused(result);
    },
    hasKeys: async () => {
      const result = await run(['-K']);
      return !/no keys found/.test(result.stdout + result.stderr);
    },
  };
}

/** certutil tells by names of NSS's errors (nss: lib/util/SECerrs.h). */
function explained(title: string, folder: string, result: ExecResult): Error {
  const words = lastWords(result).replace(/^certutil: /, '');
  const known = KNOWN.find(({ pattern }) => pattern.test(`${result.stdout}\n${result.stderr}`));
  if (known === undefined) return storeFailed(title, words, `Look at ${folder}, then try again.`);
  return storeFailed(title, known.why, known.fix);
}

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
    why: 'its database is locked by another program',
    fix: 'Close the browser and try again.',
  },
  {
    pattern: /SEC_ERROR_BAD_DATABASE|SEC_ERROR_LEGACY_DATABASE/,
    why: 'its database is damaged or of a kind that certutil cannot read',
    fix: 'Start the browser once, which makes a new one, then try again.',
  },
] as const;
