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
  /** The one moment at which a change happens; null takes the workspace away. */
  commit(record: WorkspaceRecord | null): void;
  /** Takes away every announced account, folder and temporary file that `record` does not name; says how many accounts could not be reached. */
  settle(record: WorkspaceRecord | null, vaultFor: (use: VaultKind) => Vault | null): Promise<number>;
}

/** The files of one workspace (design.md §5) on `host.disk`, which may be a disk in memory. Creates nothing. */
export function openWorkspaceStore(host: Host, folders: Folders, workspace: string): WorkspaceStore {
  const { disk } = host;
  const folder = join(folders.workspaces, workspace);
  const recordPath = join(folder, 'workspace.json');
  const pendingPath = join(folder, 'pending.json');
  const authorities = join(folder, 'authorities');
  const certificates = join(folder, 'certificates');

  const readPending = (): PendingAccount[] => {
    const bytes = disk.read(pendingPath);
    const parsed = bytes === null ? null : pendingAccounts.safeParse(parsedJson(bytes));
    return parsed?.success === true ? parsed.data : [];
  };
  const writePending = (accounts: readonly PendingAccount[]): void => {
    if (accounts.length > 0) writeAtomically(host, pendingPath, `${JSON.stringify(accounts, null, 2)}\n`);
    else if (disk.facts(pendingPath) !== null) disk.remove(pendingPath);
  };
  const sweep = (record: WorkspaceRecord | null): void => {
    const named = [...(record?.authorities ?? []), ...(record?.certificates ?? [])].map(({ id }) => id);
    for (const parent of [authorities, certificates]) {
      for (const id of disk.list(parent).filter((name) => !named.includes(name))) disk.remove(join(parent, id));
    }
    const kept = [authorities, certificates].flatMap((parent) => disk.list(parent).map((id) => join(parent, id)));
    for (const each of [folder, ...kept]) sweepTemporaryFiles(host, each);
    for (const empty of [authorities, certificates, folder]) {
      if (record === null && disk.facts(empty) !== null && disk.list(empty).length === 0) disk.remove(empty);
    }
  };

  return {
    host,
    workspace,
    folder,
    authorityFolder: (id) => join(authorities, id),
    certificateFolder: (id) => join(certificates, id),
    read: () => {
      const bytes = disk.read(recordPath);
      if (bytes === null) return { record: null, asideAs: null };
      const parsed = workspaceRecord.safeParse(parsedJson(bytes));
      if (parsed.success) return { record: parsed.data, asideAs: null };
      return { record: null, asideAs: keepAside(host, folder) };
    },
    announce: (accounts) => {
      if (disk.facts(folder) === null) {
        disk.makeFolder(folder, 0o700);
        for (const parent of [folders.workspaces, folders.home]) disk.sync(parent);
      }
      writePending([...readPending(), ...accounts]);
    },
    createFolder: (path, files) => {
      disk.makeFolder(path, 0o700);
      for (const [name, content] of Object.entries(files)) {
        disk.create(join(path, name), Buffer.from(content), 0o600);
        disk.sync(join(path, name));
      }
      for (const parent of [path, dirname(path)]) disk.sync(parent);
    },
    commit: (record) => {
      if (record !== null) writeAtomically(host, recordPath, `${JSON.stringify(record, null, 2)}\n`);
      else if (disk.facts(recordPath) !== null) {
        disk.remove(recordPath);
        disk.sync(folder);
      }
    },
    settle: async (record, vaultFor) => {
      const isNamed = ({ vault, account }: PendingAccount): boolean =>
        record?.vault === vault && accountsOf(workspace, record).includes(account);
      const unreached: PendingAccount[] = [];
      for (const pending of readPending().filter((entry) => !isNamed(entry))) {
        if (!(await isDeleted(vaultFor(pending.vault), pending.account))) unreached.push(pending);
      }
      writePending(unreached);
      sweep(record);
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

function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    // A half-written or foreign file: whoever asks checks the shape, and undefined fits none.
    return undefined;
  }
}
