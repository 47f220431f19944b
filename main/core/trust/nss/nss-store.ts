import { join } from 'node:path';
import { z } from 'zod';
import { asSealwireError, type TrustProblem } from '../../../contract/index.ts';
import { foldersToMake, removeEmptyFolders } from '../../command/made-folders.ts';
import type { Change } from '../../ledger/undo.ts';
import { sumOf } from '../certificate-text.ts';
import { storeFailed } from '../store-failed.ts';
import type { Surroundings } from '../surroundings.ts';
import type { StorePlace, StoreReader, StoreSight, TrustedAuthority } from '../trust-store.ts';
import { DATABASE_FILES, type NssDatabase, nssDatabase } from './nss-database.ts';

/** One place with an NSS database, or where a browser will look for one. */
export interface NssPlace {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly folder: string;
  readonly serves: readonly string[];
  /** Whether Sealwire may make the database where there is none. */
  readonly canCreate: boolean;
  /** What a person does with a browser that has it open at the moment, and why; empty where none has. */
  readonly inUse: string;
  readonly isProven: boolean;
  readonly readers: readonly StoreReader[];
}

const nssChange = z.looseObject({
  kind: z.string(),
  path: z.string(),
  nickname: z.string(),
  fingerprint256: z.string(),
  madeFolders: z.array(z.string()),
  madeDatabase: z.boolean(),
  /** The name and flags that the certificate had before, where somebody had put it there already without trusting it. */
  before: z.object({ nickname: z.string(), flags: z.string() }).nullable(),
});

/** Trusted to issue for TLS servers, and for nothing else (certutil(1), `-t`). */
const FLAGS = 'C,,';

export const NO_CERTUTIL: TrustProblem = {
  message: 'The tool certutil of NSS, which changes such databases, is not installed.',
  fix: 'Install it: the package libnss3-tools on Debian and Ubuntu, nss-tools on Fedora and Alpine, mozilla-nss-tools on openSUSE, nss on Arch and in Homebrew.',
};

export function nssStore(around: Surroundings, place: NssPlace): StorePlace {
  const { host } = around;
  const certutil = around.program('certutil');
  const database = nssDatabase(around, certutil ?? 'certutil', place.title, place.folder);
  const nicknameOf = ({ tag }: TrustedAuthority): string => `Sealwire ${tag}`;

  return {
    facts: {
      id: place.id,
      title: place.title,
      path: place.folder,
      group: 'browser',
      needs: 'user',
      serves: [...place.serves],
      isProven: place.isProven,
    },
    canChange: true,
    restart: place.inUse,
    look: async (authority): Promise<StoreSight> => {
      const nothing = { isInstalled: false, isOurs: false, seen: sumOf(null) };
      if (certutil === null) return { ...nothing, isHere: false, evidence: NO_CERTUTIL.message, problem: NO_CERTUTIL };
      if (!database.exists()) {
        const evidence = `There is no database in ${place.folder} yet.`;
        return { ...nothing, isHere: place.canCreate, evidence, problem: null };
      }
      try {
        const entries = await database.entries();
        const found = await database.holding(authority.fingerprint256);
        const seen = sumOf(JSON.stringify(entries));
        const isInstalled = found !== null && isTrusted(found.flags);
        return {
          isHere: true,
          isInstalled,
          isOurs: found?.nickname === nicknameOf(authority),
          ...said(place, found),
          seen,
        };
      } catch (error) {
        const { message, fix } = asSealwireError(error);
        return { ...nothing, isHere: false, evidence: message, problem: { message, fix } };
      }
    },
    intend: async (authority): Promise<Change> => {
      const isThere = database.exists();
      const found = isThere ? await database.holding(authority.fingerprint256) : null;
      const nickname = nicknameOf(authority);
      return {
        kind: place.kind,
        path: place.folder,
        nickname,
        fingerprint256: authority.fingerprint256,
        madeFolders: foldersToMake(host, place.folder),
        madeDatabase: !isThere,
        before: found === null || found.nickname === nickname ? null : found,
      };
    },
    installing: (change, authority) => {
      const { nickname, madeFolders, madeDatabase, before } = nssChange.parse(change);
      const at = ['-d', `sql:${place.folder}`];
      const add =
        before === null
          ? ['-A', ...at, '-t', FLAGS, '-n', nickname, '-i', authority.path]
          : ['-M', ...at, '-t', withTrust(before.flags), '-n', before.nickname];
      return {
        does: [
          ...(madeDatabase ? [`Make an empty database in ${place.folder}`] : []),
          before === null
            ? `Add the authority to ${place.folder} as “${nickname}”, trusted for TLS servers alone`
            : `Trust “${before.nickname}”, which is the authority, in ${place.folder}`,
        ],
        commands: [
          ...(madeFolders.length === 0 ? [] : [{ file: 'mkdir', args: ['-p', '-m', '0700', place.folder] }]),
          ...(madeDatabase ? [{ file: certutil ?? 'certutil', args: ['-N', '--empty-password', ...at] }] : []),
          { file: certutil ?? 'certutil', args: add },
        ],
        files: [{ path: join(place.folder, 'cert9.db'), change: madeDatabase ? 'create' : 'change' }],
        asks: place.inUse,
      };
    },
    uninstalling: (change) => {
      const { nickname, before, madeDatabase } = nssChange.parse(change);
      const at = ['-d', `sql:${place.folder}`];
      const take =
        before === null ? ['-D', ...at, '-n', nickname] : ['-M', ...at, '-t', before.flags, '-n', before.nickname];
      return {
        does: [
          before === null
            ? `Take “${nickname}” out of ${place.folder}`
            : `Give “${before.nickname}” in ${place.folder} the trust back that it had: ${before.flags}`,
          ...(madeDatabase ? [`Remove the database in ${place.folder} where nothing else is in it`] : []),
        ],
        commands: [{ file: certutil ?? 'certutil', args: take }],
        files: [{ path: join(place.folder, 'cert9.db'), change: 'change' }],
        asks: place.inUse,
      };
    },
    make: async (change, authority) => {
      const { nickname, before } = nssChange.parse(change);
      if (!database.exists()) {
        host.disk.makeFolder(place.folder, 0o700);
        await database.create();
      }
      if (before !== null) await database.change(['-M', '-t', withTrust(before.flags), '-n', before.nickname]);
      else await database.change(['-A', '-t', FLAGS, '-n', nickname, '-i', authority.path]);
      const found = await database.holding(authority.fingerprint256);
      if (found === null || !isTrusted(found.flags))
        throw storeFailed(place.title, 'certutil reported success, but the authority is not in it', 'Try again.');
    },
    readers: () => place.readers,
    lines: () => [],
  };
}

/** Takes out what is ours, or gives back the trust that the certificate had; a database that Sealwire made goes where nothing else is in it. */
export async function undoNss(around: Surroundings, title: string, change: Change): Promise<string> {
  const { path, nickname, fingerprint256, madeFolders, madeDatabase, before } = nssChange.parse(change);
  const certutil = around.program('certutil');
  if (around.host.disk.facts(join(path, 'cert9.db')) === null) {
    if (madeDatabase) removeEmptyDatabase(around, path, madeFolders);
    return `There is no database in ${path} any more.`;
  }
  if (certutil === null) throw storeFailed(title, 'certutil is not installed any more', NO_CERTUTIL.fix);
  const database = nssDatabase(around, certutil, title, path);
  const found = await database.holding(fingerprint256);
  const said = await takeBack(database, found, { nickname, before });
  const isEmpty = madeDatabase && (await database.entries()).length === 0 && !(await database.hasKeys());
  if (isEmpty) removeEmptyDatabase(around, path, madeFolders);
  return said;
}

async function takeBack(
  database: NssDatabase,
  found: { readonly nickname: string; readonly flags: string } | null,
  { nickname, before }: Pick<z.infer<typeof nssChange>, 'nickname' | 'before'>,
): Promise<string> {
  const { folder } = database;
  if (found === null) return `The authority was not in ${folder} any more.`;
  if (before === null) {
    if (found.nickname !== nickname)
      return `“${found.nickname}” in ${folder} is not what Sealwire put there, so it stays as it is.`;
    await database.change(['-D', '-n', nickname]);
    return `“${nickname}” is out of ${folder}.`;
  }
  if (found.nickname !== before.nickname || found.flags !== withTrust(before.flags))
    return `“${found.nickname}” in ${folder} was changed since, so it stays as it is.`;
  await database.change(['-M', '-t', before.flags, '-n', before.nickname]);
  return `“${before.nickname}” in ${folder} has the trust again that it had before.`;
}

function removeEmptyDatabase({ host }: Surroundings, folder: string, madeFolders: readonly string[]): void {
  for (const name of DATABASE_FILES) host.disk.remove(join(folder, name));
  removeEmptyFolders(host, madeFolders);
}

function said(
  { folder }: NssPlace,
  found: { readonly nickname: string; readonly flags: string } | null,
): Pick<StoreSight, 'evidence' | 'problem'> {
  const evidence =
    found === null
      ? `${folder} does not hold the authority.`
      : isTrusted(found.flags)
        ? `${folder} holds it as “${found.nickname}”, trusted for TLS servers.`
        : `${folder} holds it as “${found.nickname}”, but does not trust it for TLS servers.`;
  return { evidence, problem: null };
}

function isTrusted(flags: string): boolean {
  return (flags.split(',')[0] ?? '').includes('C');
}

/** The same flags with trust for TLS servers added. */
function withTrust(flags: string): string {
  const [tls = '', ...others] = flags.split(',');
  return [tls.includes('C') ? tls : `C${tls}`, ...others].join(',');
}
