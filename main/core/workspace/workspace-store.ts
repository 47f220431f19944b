import { X509Certificate } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { VaultKind } from '../../contract/index.ts';
import { vaultKind } from '../../contract/shapes.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import { keepAside } from '../host/keep-aside.ts';
import type { Vault } from '../vault/vault.ts';
import { sweepTemporaryFiles } from './sweep-temporary-files.ts';
import { AUTHORITY_KEY_FILE } from './workspace-pairs.ts';
import { accountsOf, type WorkspaceRecord, workspaceRecord } from './workspace-record.ts';

const pendingAccounts = z.array(z.object({ vault: vaultKind, account: z.string() }));

/** An account of a vault that a change is about to create or to give up. */
export type PendingAccount = z.infer<typeof pendingAccounts>[number];

export interface WorkspaceStore {
  readonly host: Host;
  readonly workspace: string;
  readonly folder: string;
  authorityFolder(id: string): string;
  certificateFolder(id: string): string;
  /** The committed record; a file that cannot be read is kept aside, together with everything that only it named. */
  read(): { readonly record: WorkspaceRecord | null; readonly asideAs: string | null };
  /**
   * Writes down, before a change touches the vault, which accounts may be left over if it does not get to its end. Files need no such note:
   * a folder that the record does not name is a left-over.
   */
  announce(accounts: readonly PendingAccount[]): void;
  /** Files written into folders that no record names yet. */
  createFolder(folder: string, files: Readonly<Record<string, string>>): void;
  /** The same without waiting for the medium; `syncAll` has to follow before the commit, with the paths that this answers. */
  draftFolder(folder: string, files: Readonly<Record<string, string>>): string[];
  /** The file that agents are given: every authority that they should trust now. */
  readonly bundlePath: string;
  /** Puts the authorities of `next` into that file, beside those that are in force until it is committed. */
  widenBundle(next: WorkspaceRecord): void;
  /** The one moment at which a change happens; null takes the workspace away. */
  commit(record: WorkspaceRecord | null): void;
  /**
   * Takes away every announced account, folder and key that `record` does not name, and gives agents the file that belongs to it; says how many accounts could not be reached.
   * `isStart` also looks for what an interrupted write left in each folder.
   */
  settle(
    record: WorkspaceRecord | null,
    vaultFor: (use: VaultKind) => Vault | null,
    isStart?: boolean,
  ): Promise<number>;
}

/** The files of one workspace (design.md §5) on `host.disk`, which may be a disk in memory. Creates nothing. */
export function openWorkspaceStore(host: Host, folders: Folders, workspace: string): WorkspaceStore {
  const { disk } = host;
  const folder = join(folders.workspaces, workspace);
  const recordPath = join(folder, 'workspace.json');
  const pendingPath = join(folder, 'pending.json');
  const bundlePath = join(folder, 'ca.pem');
  const authorities = join(folder, 'authorities');
  const certificates = join(folder, 'certificates');

  const draftFolder = (path: string, files: Readonly<Record<string, string>>): string[] => {
    disk.makeFolder(path, 0o700);
    const paths = Object.entries(files).map(([name, content]) => {
      disk.create(join(path, name), Buffer.from(content), 0o600);
      return join(path, name);
    });
    return [...paths, path];
  };
  const readPending = (): PendingAccount[] => {
    const bytes = disk.read(pendingPath);
    const parsed = bytes === null ? null : pendingAccounts.safeParse(parsedJson(bytes));
    return parsed?.success === true ? parsed.data : [];
  };
  const writePending = (accounts: readonly PendingAccount[]): void => {
    if (accounts.length > 0) writeAtomically(host, pendingPath, `${JSON.stringify(accounts, null, 2)}\n`);
    else if (disk.facts(pendingPath) !== null) disk.remove(pendingPath);
  };
  const sweep = (record: WorkspaceRecord | null, isStart: boolean): void => {
    const named = new Set([...(record?.authorities ?? []), ...(record?.certificates ?? [])].map(({ id }) => id));
    for (const parent of [authorities, certificates]) {
      for (const id of disk.list(parent).filter((name) => !named.has(name))) disk.remove(join(parent, id));
    }
    for (const { id } of (record?.authorities ?? []).filter(({ retiredAt }) => retiredAt !== null)) {
      const key = join(authorities, id, AUTHORITY_KEY_FILE);
      if (disk.facts(key) !== null) disk.remove(key);
    }
    sweepTemporaryFiles(host, folder);
    const kept = isStart ? [authorities, certificates] : [];
    for (const parent of kept) for (const id of disk.list(parent)) sweepTemporaryFiles(host, join(parent, id));
    for (const empty of [authorities, certificates, folder]) {
      if (record === null && disk.facts(empty) !== null && disk.list(empty).length === 0) disk.remove(empty);
    }
  };
  /** Null where a file is missing or foreign: it is written again from the sealed one when that is opened, and until then the bundle stays as it is. */
  const bundleOf = (records: readonly (WorkspaceRecord | null)[]): string | null => {
    const known = records.filter((record) => record !== null);
    const prints = new Map(known.flatMap(({ authorities: all }) => all.map((each) => [each.id, each.fingerprint256])));
    const trusted = new Set(known.flatMap((record) => trustedIds(record, host.now())));
    const pems = [...trusted].map((id) => {
      const pem = disk.read(join(authorities, id, 'ca.pem'))?.toString() ?? '';
      return fingerprintOf(pem) === prints.get(id) ? pem : null;
    });
    return pems.includes(null) ? null : pems.join('');
  };
  const writeBundle = (records: readonly (WorkspaceRecord | null)[]): void => {
    const text = bundleOf(records);
    const found = disk.read(bundlePath)?.toString() ?? null;
    if (text === '' && found !== null) disk.remove(bundlePath);
    if (text !== '' && text !== null && text !== found) writeAtomically(host, bundlePath, text);
  };

  return {
    host,
    workspace,
    folder,
    bundlePath,
    widenBundle: (next) => {
      // Most changes concern no authority; then the committed record need not be read.
      if (bundleOf([next]) !== (disk.read(bundlePath)?.toString() ?? null)) {
        writeBundle([next, parsedRecord(disk.read(recordPath))]);
      }
    },
    authorityFolder: (id) => join(authorities, id),
    certificateFolder: (id) => join(certificates, id),
    read: () => {
      const bytes = disk.read(recordPath);
      if (bytes === null) return { record: null, asideAs: null };
      const record = parsedRecord(bytes);
      return record === null ? { record, asideAs: keepAside(host, folder) } : { record, asideAs: null };
    },
    announce: (accounts) => {
      if (disk.facts(folder) === null) {
        disk.makeFolder(folder, 0o700);
        for (const parent of [folders.workspaces, folders.home]) disk.sync(parent);
      }
      writePending([...readPending(), ...accounts]);
    },
    createFolder: (path, files) => {
      for (const each of [...draftFolder(path, files), dirname(path)]) disk.sync(each);
    },
    draftFolder,
    commit: (record) => {
      if (record !== null) writeAtomically(host, recordPath, `${JSON.stringify(record, null, 2)}\n`);
      else if (disk.facts(recordPath) !== null) {
        disk.remove(recordPath);
        disk.sync(folder);
      }
    },
    settle: async (record, vaultFor, isStart = false) => {
      const isNamed = ({ vault, account }: PendingAccount): boolean =>
        record?.vault === vault && accountsOf(workspace, record).includes(account);
      const unreached: PendingAccount[] = [];
      for (const pending of readPending().filter((entry) => !isNamed(entry))) {
        if (!(await isDeleted(vaultFor(pending.vault), pending.account))) unreached.push(pending);
      }
      writePending(unreached);
      writeBundle([record]);
      sweep(record, isStart);
      return unreached.length;
    },
  };
}

/** A vault that refuses or is out of reach keeps the account announced, so that the next start tries again. */
async function isDeleted(vault: Vault | null, account: string): Promise<boolean> {
  if (vault === null) return false;
  try {
    await vault.delete(account);
    return true;
  } catch {
    return false;
  }
}

/** Null where it is missing, damaged or foreign. */
function parsedRecord(bytes: Buffer | null): WorkspaceRecord | null {
  const parsed = bytes === null ? null : workspaceRecord.safeParse(parsedJson(bytes));
  return parsed?.success === true ? parsed.data : null;
}

/** The current authority first; older ones that are retired or expired are of no use to anybody. */
function trustedIds({ authorities }: WorkspaceRecord, now: Date): string[] {
  const trusted = authorities.filter(
    ({ current, retiredAt, notAfter }) => retiredAt === null && (current || Date.parse(notAfter) > now.getTime()),
  );
  return [...trusted.filter(({ current }) => current), ...trusted.filter(({ current }) => !current)].map(
    ({ id }) => id,
  );
}

function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    // A half-written or foreign file: whoever asks checks the shape, and undefined fits none.
    return undefined;
  }
}

/** Of a certificate file; null for what is none. */
function fingerprintOf(pem: string): string | null {
  try {
    return new X509Certificate(pem).fingerprint256;
  } catch {
    // Missing, damaged or something else.
    return null;
  }
}
