import { basename, join } from 'node:path';
import { fail } from '../../contract/index.ts';
import { writeAtomically } from '../host/atomic-write.ts';
import type { Folders } from '../host/folders.ts';
import type { Host } from '../host/host.ts';
import type { Ledger } from '../parts.ts';
import { type FileText, fingerprintOf } from './file-text.ts';
import { gitSight } from './git-sight.ts';
import type { IgnoringChange } from './ignore-in-git.ts';
import { PROJECT_FILE, type ProjectFileChange } from './undo-applied.ts';
import { GIT_IGNORE, type GitIgnoreChange } from './undo-ignored.ts';

interface WriteParts {
  readonly host: Host;
  readonly folders: Pick<Folders, 'undo'>;
  readonly ledger: Ledger;
}

interface FileChange {
  readonly path: string;
  readonly before: FileText | null;
  readonly text: string;
  /** What the ledger calls the change. */
  readonly what: string;
  readonly isSecret: boolean;
  /** Whether what is ours stands between marks. */
  readonly isMarked: boolean;
}

/** Writes into the ledger first, then into the file, and yields the entry; a kill between the two leaves one whose undo finds nothing of ours. */
export function writeChange({ host, folders, ledger }: WriteParts, change: FileChange): string {
  const { path, before, text, what, isSecret, isMarked } = change;
  const bytes = before?.encode(text) ?? Buffer.from(text);
  const name = host.randomBytes(6).toString('hex');
  const keep = (suffix: string, content: Buffer): string => {
    host.disk.makeFolder(folders.undo, 0o700);
    writeAtomically(host, join(folders.undo, `${name}.${suffix}`), content);
    return `${name}.${suffix}`;
  };
  const kept = before === null ? null : keep('before', before.bytes);
  const written = before === null || isMarked ? null : keep('after', bytes);
  const id = ledger.plan({
    what,
    where: path,
    undo: null,
    change: {
      kind: PROJECT_FILE,
      path,
      kept,
      mode: before?.mode ?? null,
      after: fingerprintOf(bytes),
      written,
    } satisfies ProjectFileChange,
  });
  // A file with the token in it is for its owner alone, whoever could read it before.
  writeAtomically(host, path, bytes, isSecret ? 0o600 : (before?.mode ?? 0o644));
  ledger.mark(id, 'done');
  return id;
}

/** Lets git ignore `file`, and asks git whether it does. Rejects with `TOKEN_IN_GIT`, and everything as it was, where it does not. */
export async function writeIgnoring({ host, ledger }: WriteParts, change: IgnoringChange, file: string): Promise<void> {
  const { path, before, text, added } = change;
  const id = ledger.plan({
    what: `Keep ${basename(file)} out of git`,
    where: path,
    undo: null,
    change: { kind: GIT_IGNORE, path, file, added, isNew: before === null } satisfies GitIgnoreChange,
  });
  writeAtomically(host, path, before?.encode(text) ?? Buffer.from(text), before?.mode ?? 0o644);
  ledger.mark(id, 'done');
  if ((await gitSight(host, file)) === 'kept') return;
  if (before === null) host.disk.remove(path);
  else writeAtomically(host, path, before.bytes, before.mode);
  ledger.mark(id, 'undone');
  throw fail('TOKEN_IN_GIT', { path: file, fix: `Let git ignore it first (a pattern in ${path} was not enough)` });
}
